// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

class QCoreApplication;

namespace yichuang::ui {

enum class Language { Chinese, English };

/// "zh_CN" and "en"; Chinese for every other locale name.
[[nodiscard]] Language languageFromLocale(const QString& localeName);
/// Loads the program's sentences and Qt's own; replaces those of an earlier call. False if the program's are not
/// embedded.
bool installLanguage(QCoreApplication& application, Language language);

/// What the hall's data say in both languages, in that of the screen: Chinese where the English is missing.
[[nodiscard]] QString inLanguage(const QString& chinese, const QString& english);
[[nodiscard]] QString inLanguage(const std::string& chinese, const std::string& english);

} // namespace yichuang::ui
