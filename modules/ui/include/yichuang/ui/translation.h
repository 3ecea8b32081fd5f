#pragma once

#include <QString>

class QCoreApplication;

namespace yichuang::ui {

enum class Language { Chinese, English };

/// "zh_CN" and "en"; Chinese for every other locale name.
[[nodiscard]] Language languageFromLocale(const QString& localeName);
/// Loads the program's sentences and Qt's own; replaces those of an earlier call. False if the program's are not
/// embedded.
bool installLanguage(QCoreApplication& application, Language language);

} // namespace yichuang::ui
