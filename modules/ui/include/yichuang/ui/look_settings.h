// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/ui/theme.h>
#include <yichuang/ui/translation.h>

namespace yichuang::ui {

/// How the program looks on this machine. Kept beside the sealed file, in clear, since it is needed before anybody
/// signs in; takes effect with the next start.
struct LookSettings {
    Language language = Language::Chinese;
    Appearance appearance = Appearance::Light;
    int textPercent = 100; ///< 100, 125 or 150, on top of what the desktop asks for
    friend bool operator==(const LookSettings&, const LookSettings&) = default;
};

/// "zh" and "en"; "light", "dark" and "high-contrast": as on the command line and in the file.
[[nodiscard]] QString nameOf(Language language);
[[nodiscard]] QString nameOf(Appearance appearance);
/// Light for every other name.
[[nodiscard]] Appearance appearanceFromName(const QString& name);

/// What is not set, or can't be read, is as usual.
[[nodiscard]] LookSettings readLook(const QString& profile);
/// False if it could not be written.
[[nodiscard]] bool keepLook(const QString& profile, const LookSettings& look);

} // namespace yichuang::ui
