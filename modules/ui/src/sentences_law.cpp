// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>

#include <QCoreApplication>

namespace yichuang::ui {
namespace {

struct Law {
    Q_DECLARE_TR_FUNCTIONS(Law)
};

QString argument(const Refusal& refusal, const char* name) {
    const auto found = refusal.arguments.find(name);
    return found == refusal.arguments.end() ? QString() : text(found->second);
}

/// Without the full stop: the article may follow.
QString reasonFor(const Refusal& refusal) {
    switch (refusal.code) {
    case RefusalCode::BadState:
        return Law::tr("The case is at another step");
    case RefusalCode::NotPermitted:
        return Law::tr("Your role does not do this");
    case RefusalCode::UnknownCommand:
        return Law::tr("There is no such step");
    case RefusalCode::DateOrder:
        return Law::tr("The date lies before the last entry of this case; check the clock");
    case RefusalCode::NotYet:
        return Law::tr("The time for this has not come yet");
    case RefusalCode::WindowOver:
        return Law::tr("The time for the one-time notice is over; silence counts as acceptance");
    case RefusalCode::WindowOpen:
        return Law::tr("The period that the applicant was given is still running");
    case RefusalCode::NoRequest:
        return Law::tr("Nobody has asked for this yet");
    case RefusalCode::AlreadyRequested:
        return Law::tr("This was asked for already and waits for an answer");
    case RefusalCode::SamePerson:
        return Law::tr("Whoever asked can't also answer; another person must");
    case RefusalCode::NoMandate:
        return Law::tr("You hold no mandate in force that covers this item");
    case RefusalCode::NotOwnDepartment:
        return Law::tr("This item belongs to another department");
    case RefusalCode::NotAssigned:
        return Law::tr("The case is assigned to another reviewer");
    case RefusalCode::NoReviewer:
        return Law::tr("No reviewer was named");
    case RefusalCode::Separation:
        return Law::tr("Whoever took in or reviewed a case can't decide it; another person must");
    case RefusalCode::Interest:
        return Law::tr("You have declared an interest in this case");
    case RefusalCode::IdentityNotChecked:
        return Law::tr("The applicant's identity has not been checked");
    case RefusalCode::ItemNotInForce:
        return Law::tr("This item was repealed or is not in force: nothing is taken in for it");
    case RefusalCode::BadCaseNumber:
        return Law::tr("The case number is not valid");
    case RefusalCode::ModeNotAllowed:
        return Law::tr("The item does not allow this way of handling");
    case RefusalCode::NotCurable:
        return Law::tr("This can't be put right at the counter");
    case RefusalCode::SecondNotice:
        return Law::tr("Corrections were asked for once already; new defects may not be raised");
    case RefusalCode::NoFullList:
        return Law::tr("All that must be corrected has to be told at once; the list is empty or not complete");
    case RefusalCode::UnknownMaterial:
        return Law::tr("Material %1 is not on the list of this item").arg(argument(refusal, "material"));
    case RefusalCode::BadPeriod:
        return Law::tr("The period for the correction is not valid");
    case RefusalCode::NothingSupplied:
        return Law::tr("None of the missing materials was handed in");
    case RefusalCode::NotInScope:
        return Law::tr("It was not confirmed that this organ is competent");
    case RefusalCode::ImproperForm:
        return Law::tr("The application is not in proper form yet");
    case RefusalCode::Incomplete:
        return Law::tr("Materials are still missing");
    case RefusalCode::NothingMissing:
        return Law::tr("Nothing is missing: accept in the ordinary way");
    case RefusalCode::NotTolerable:
        return Law::tr("A main material is missing and can't be tolerated");
    case RefusalCode::NoPromise:
        return Law::tr("The promise to hand in the rest has not been signed");
    case RefusalCode::BadCredit:
        return Law::tr("The applicant's credit record does not allow tolerance");
    case RefusalCode::NoToleranceImmediate:
        return Law::tr("An immediate item knows no tolerance");
    case RefusalCode::ToleranceTooShort:
        return Law::tr("No time would be left to hand in the rest");
    case RefusalCode::ToleranceOpen:
        return Law::tr("Promised materials are still missing");
    case RefusalCode::NoTolerance:
        return Law::tr("No promised material is open in this case");
    case RefusalCode::NoPledge:
        return Law::tr("The pledge has not been signed");
    case RefusalCode::BadGround:
        return Law::tr("This ground is not one that the law knows");
    case RefusalCode::KindNotListed:
        return Law::tr("The item does not list this special procedure");
    case RefusalCode::NoBasis:
        return Law::tr("A stop without a legal basis does not stop the clock");
    case RefusalCode::NoDays:
        return Law::tr("The number of days is missing");
    case RefusalCode::NoResult:
        return Law::tr("The result of the special procedure is not on file");
    case RefusalCode::NoExtension:
        return Law::tr("This item can't be extended, or not by so many days");
    case RefusalCode::ExtensionTooLate:
        return Law::tr("The due date has passed; an extension comes too late");
    case RefusalCode::AlreadyExtended:
        return Law::tr("The case was extended once already");
    case RefusalCode::HeadNotApproved:
        return Law::tr("The head of the organ has not approved it");
    case RefusalCode::NoOpinion:
        return Law::tr("The opinion or its date is missing");
    case RefusalCode::OneOfficer:
        return Law::tr("A check on site needs two officers");
    case RefusalCode::NoReason:
        return Law::tr("The reason is missing");
    case RefusalCode::NoReasons:
        return Law::tr("A refusal must state its reasons and the remedies");
    case RefusalCode::NotImmediate:
        return Law::tr("Only an immediate item is decided on the spot");
    case RefusalCode::NotGrant:
        return Law::tr("On the spot one may only grant");
    case RefusalCode::NotSealed:
        return Law::tr("The result is not sealed or has no number yet");
    case RefusalCode::NoCollector:
        return Law::tr("The person who collects has not been checked");
    case RefusalCode::NotInWriting:
        return Law::tr("A withdrawal must be in writing");
    case RefusalCode::IrregularOpen:
        return Law::tr("The case is irregular; the chief must confirm it first");
    case RefusalCode::NotIrregular:
        return Law::tr("The case is not irregular");
    case RefusalCode::CalendarUnknown: {
        const QString year = argument(refusal, "year");
        return year.isEmpty()
            ? Law::tr("The working days of a year that is needed are not known; ask the administrator to enter them")
            : Law::tr("The working days of %1 are not known; ask the administrator to enter them").arg(year);
    }
    case RefusalCode::WrongTarget:
        return Law::tr("The entry that this is about was not found, or can't be taken back");
    case RefusalCode::UnknownPerson:
        return Law::tr("This person is not known in the hall");
    case RefusalCode::PersonDisabled:
        return Law::tr("This person's access has ended");
    case RefusalCode::WrongWindow:
        return Law::tr("This window does not take in this item");
    }
    return {};
}

/// 三十二 → 32. Articles of these laws stay below a thousand.
int chineseNumber(const QString& digits) {
    static const QString ones = QStringLiteral("零一二三四五六七八九");
    int total = 0;
    int pending = 0;
    for (const QChar each : digits) {
        if (each == u'百') {
            total += (pending == 0 ? 1 : pending) * 100;
            pending = 0;
        } else if (each == u'十') {
            total += (pending == 0 ? 1 : pending) * 10;
            pending = 0;
        } else {
            pending = static_cast<int>(ones.indexOf(each));
            if (pending < 0)
                return 0;
        }
    }
    return total + pending;
}

QString lawName(const QString& chinese) {
    if (chinese == QStringLiteral("行政许可法"))
        return Law::tr("Administrative Licensing Law");
    return chinese;
}

} // namespace

QString articleText(std::string_view article) {
    QString chinese = text(article);
    // Untranslated, this source says that the language is not Chinese.
    if (QCoreApplication::translate("Law", "Administrative Licensing Law") == QStringLiteral("行政许可法"))
        return chinese;
    const qsizetype first = chinese.indexOf(u'第');
    if (first < 0)
        return chinese;
    QString result = lawName(chinese.left(first));
    int number = 0;
    QString digits;
    for (qsizetype i = first; i < chinese.size(); ++i) {
        const QChar each = chinese.at(i);
        if (each == u'第') {
            digits.clear();
        } else if (each == u'条') {
            number = chineseNumber(digits);
            result += QStringLiteral(", art. %1").arg(number);
        } else if (each == u'款' || each == u'项') {
            result += QStringLiteral("(%1)").arg(chineseNumber(digits));
        } else {
            digits += each;
        }
    }
    return number > 0 ? result : chinese;
}

QString sentenceFor(const Refusal& refusal) {
    const QString reason = reasonFor(refusal);
    const std::string_view article = articleOf(refusal.code);
    return article.empty() ? Law::tr("%1.").arg(reason) : Law::tr("%1 (%2).").arg(reason, articleText(article));
}

} // namespace yichuang::ui
