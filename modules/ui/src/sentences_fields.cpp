// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace yichuang::ui {
namespace {

struct Fields {
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

QString lengthSentence(IdentifierKind kind) {
    switch (kind) {
    case IdentifierKind::ResidentId:
    case IdentifierKind::HmtResidence:
    case IdentifierKind::ForeignPr2023:
        return Fields::tr("18 characters are needed; count them against the card.");
    case IdentifierKind::HmtTravelPermit:
        return Fields::tr("One letter H or M and 8 digits are needed.");
    case IdentifierKind::TwnTravelPermit:
        return Fields::tr("8 digits are needed.");
    case IdentifierKind::PassportCn:
        return Fields::tr("9 characters are needed, beginning with E.");
    case IdentifierKind::ForeignPr2017:
        return Fields::tr("15 characters are needed: 3 letters and 12 digits.");
    case IdentifierKind::Uscc:
        return Fields::tr("18 characters are needed; count them against the licence.");
    case IdentifierKind::Phone:
        return Fields::tr("A mobile number has 11 digits; a landline is written like 0734-8000000.");
    case IdentifierKind::CaseNo:
        return Fields::tr("A case number has 14 digits, like 400 26 001 2345 46.");
    case IdentifierKind::PlatformCaseNo:
        return Fields::tr("A platform case number has 43 characters.");
    case IdentifierKind::ItemBasicCode:
        return Fields::tr("A basic code has 12 digits.");
    case IdentifierKind::ItemImplCode:
        return Fields::tr("An implementation code has 31 characters.");
    case IdentifierKind::ItemHandleCode:
        return Fields::tr("A handling code has 33 characters.");
    }
    return {};
}

QString numberArgument(const QMap<QString, QString>& arguments, const char* name) {
    return arguments.value(QString::fromLatin1(name));
}

} // namespace

QString sentenceForIdentifier(IdentifierKind kind, std::string_view reason) {
    if (reason == "ok")
        return {};
    if (reason == "length")
        return lengthSentence(kind);
    if (reason == "charset") {
        return kind == IdentifierKind::Phone
            ? Fields::tr("Only digits, and one number in one field.")
            : Fields::tr("There is a character in it that does not belong there; check it against the document.");
    }
    if (reason == "area_code")
        return Fields::tr("The first digits name no province; check them against the document.");
    if (reason == "birth_date" || reason == "date")
        return Fields::tr("The date inside the number does not exist; check it against the document digit by digit.");
    if (reason == "birth_date_future")
        return Fields::tr("The date of birth inside the number lies in the future; check it against the document.");
    if (reason == "check_digit" || reason == "check_digits")
        return Fields::tr("The check digit does not fit; check the number against the document digit by digit.");
    if (reason == "check_char" || reason == "org_check_char")
        return Fields::tr("The check character does not fit. Compare with the licence; if it stands there so, keep it "
                          "with a reason.");
    if (reason == "legacy_15") {
        return kind == IdentifierKind::Uscc
            ? Fields::tr("This is an old registration number of 15 digits; enter the unified social credit code of 18.")
            : Fields::tr("This is a first-generation number of 15 digits; enter the 18 digits of the present card.");
    }
    if (reason == "type_digit")
        return Fields::tr("The number of this card begins with 9.");
    if (reason == "prefix")
        return Fields::tr("A mobile number begins with 13 to 19.");
    if (reason == "first_digit")
        return Fields::tr("A subscriber number does not begin with 0 or 1.");
    if (reason == "serial_zero")
        return Fields::tr("There is no case number with the serial 0.");
    if (reason == "uscc")
        return Fields::tr("The credit code inside does not fit its check character.");
    if (reason == "level")
        return Fields::tr("The level must be 1 to 7.");
    return Fields::tr("This is no valid number (%1); check it against the document.").arg(text(reason));
}

QString sentenceForDate(std::string_view reason, const QString& typed) {
    if (reason == "no_such_month") {
        // The month is named, so that the eye finds it.
        static const QRegularExpression parts(QStringLiteral("^\\D*(\\d{4})\\D?(\\d{1,2})"));
        const auto match = parts.match(typed.normalized(QString::NormalizationForm_KC));
        if (match.hasMatch())
            return Fields::tr("There is no month %1. Write it like 2018-11-02.").arg(match.captured(2));
        return Fields::tr("There is no such month. Write it like 2018-11-02.");
    }
    if (reason == "no_such_day")
        return Fields::tr("That month has no such day. Check the day.");
    if (reason == "two_digit_year")
        return Fields::tr("Write the year with four digits, like 2018-11-02.");
    if (reason == "order_unclear")
        return Fields::tr("Day and month could be taken for each other. Write it like 2018-11-02.");
    if (reason == "lunar")
        return Fields::tr(
            "This is a date of the lunar calendar. Write the date of the solar calendar, like 2018-11-02.");
    if (reason == "republic_year")
        return Fields::tr("This is a year of the Republic. Add 1911 and write it like 1968-08-16.");
    return Fields::tr("This can't be read as a date. Write it like 2018-11-02.");
}

QString sentenceForFault(const QString& code, const QMap<QString, QString>& arguments) {
    const QString maximum = numberArgument(arguments, "max");
    const QString minimum = numberArgument(arguments, "min");
    if (code == QLatin1String("missing"))
        return Fields::tr("Still to be filled in.");
    if (code == QLatin1String("too_long"))
        return Fields::tr("Too long: at most %1 characters.").arg(maximum);
    if (code == QLatin1String("too_short"))
        return Fields::tr("Too short: at least %1 characters.").arg(minimum);
    if (code == QLatin1String("not_a_number"))
        return Fields::tr("A number is needed here, like 1200.5.");
    if (code == QLatin1String("not_an_integer"))
        return Fields::tr("A whole number is needed here.");
    if (code == QLatin1String("number_too_large"))
        return Fields::tr("This number is too large.");
    if (code == QLatin1String("too_many_decimals"))
        return Fields::tr("At most %1 digits after the point.").arg(maximum);
    if (code == QLatin1String("below_minimum"))
        return Fields::tr("Not less than %1.").arg(minimum);
    if (code == QLatin1String("above_maximum"))
        return Fields::tr("Not more than %1.").arg(maximum);
    if (code == QLatin1String("no_such_date"))
        return sentenceForDate(numberArgument(arguments, "reason").toStdString(), numberArgument(arguments, "typed"));
    if (code == QLatin1String("date_in_future"))
        return Fields::tr("This date lies in the future.");
    if (code == QLatin1String("date_in_past"))
        return Fields::tr("This date has passed.");
    if (code == QLatin1String("before_field"))
        return Fields::tr("This date lies before %1, from which it should count.")
            .arg(numberArgument(arguments, "date"));
    if (code == QLatin1String("not_in_list"))
        return Fields::tr("Choose one of the list.");
    if (code == QLatin1String("not_yes_or_no"))
        return Fields::tr("Answer yes or no.");
    if (code == QLatin1String("identifier")) {
        const auto kind = identifierKindFromText(numberArgument(arguments, "kind").toStdString());
        return sentenceForIdentifier(
            kind.value_or(IdentifierKind::ResidentId), numberArgument(arguments, "reason").toStdString());
    }
    if (code == QLatin1String("guardian_himself"))
        return Fields::tr("This is the applicant's own number; somebody of age answers for him.");
    if (code == QLatin1String("guardian_under_age"))
        return Fields::tr("This person is under age, too, and can't be a guardian.");
    if (code == QLatin1String("too_few_rows"))
        return Fields::tr("At least %1 rows.").arg(minimum);
    if (code == QLatin1String("too_many_rows"))
        return Fields::tr("At most %1 rows.").arg(maximum);
    if (code == QLatin1String("undrawable"))
        return Fields::tr(
            "“%1” can't be printed on this workstation. It is kept; tell the administrator which font is missing.")
            .arg(numberArgument(arguments, "character"));
    if (code == QLatin1String("control_character") || code == QLatin1String("bad_text"))
        return Fields::tr("There is an invisible character in it; type it anew.");
    if (code == QLatin1String("unknown_field") || code == QLatin1String("wrong_type"))
        return Fields::tr("This value does not fit the form of the item; type it anew.");
    return Fields::tr("This value can't stand (%1).").arg(code);
}

} // namespace yichuang::ui
