// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/sentences.h>

#include <yichuang/qtbridge/values.h>

#include <QCoreApplication>

#include <map>

namespace yichuang::ui {
namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// Sentences by code; {name} stands for the argument of that name.
const std::map<std::string_view, const char*>& sentences() {
    static const std::map<std::string_view, const char*> table {
        {"calendar.year_unknown",
            QT_TRANSLATE_NOOP(
                "Errors", "The working days of {year} are not known. Ask the administrator to enter them.")},
        {"calendar.csv", QT_TRANSLATE_NOOP("Errors", "Line {line} of the calendar can't be read: {reason}.")},
        {"deadline.limit",
            QT_TRANSLATE_NOOP("Errors", "The number of days can't be counted. It must lie between 1 and 20,000.")},
        {"clock.unconfirmed",
            QT_TRANSLATE_NOOP("Errors", "The clock of this computer was moved. Confirm the date first.")},

        {"sign_in.wrong", QT_TRANSLATE_NOOP("Errors", "Name or password do not fit. Check Caps Lock and try again.")},
        {"sign_in.locked",
            QT_TRANSLATE_NOOP("Errors", "Too many wrong tries. Signing in is possible again from {until}.")},
        {"sign_in.disabled", QT_TRANSLATE_NOOP("Errors", "This access has ended. Ask the administrator.")},
        {"sign_in.offline_unknown",
            QT_TRANSLATE_NOOP("Errors",
                "The centre does not answer, and you have not signed in at this workstation before. Try again "
                "when it is connected.")},
        {"sign_in.offline_expired",
            QT_TRANSLATE_NOOP(
                "Errors", "Signing in without the centre was good until {until}. Connect this workstation once.")},
        {"sign_in.unlock_first",
            QT_TRANSLATE_NOOP("Errors",
                "No keychain holds this machine's key. Somebody who has signed in here before has to sign in first; "
                "then you can.")},
        {"sign_in.hall_not_here",
            QT_TRANSLATE_NOOP(
                "Errors", "The people and items of the hall have not arrived yet. Wait a moment and sign in again.")},
        {"enrol.code",
            QT_TRANSLATE_NOOP("Errors",
                "This code is not known, was used, or is older than a day. Ask the administrator for a new one.")},
        {"enrol.window",
            QT_TRANSLATE_NOOP("Errors",
                "This code belongs to another window. This workstation holds the cases of its own; ask for a code of "
                "this window.")},
        {"session.locked",
            QT_TRANSLATE_NOOP("Errors", "The session is locked. Sign in again; what you typed is kept.")},

        {"lease.empty",
            QT_TRANSLATE_NOOP(
                "Errors", "The case numbers of {year} are used up. Connect to the centre once; the draft is kept.")},
        {"lease.year",
            QT_TRANSLATE_NOOP("Errors",
                "Numbers for {year} have not been leased yet. Connect to the centre once; the draft is kept.")},
        {"lease.overlap",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre gave out numbers twice. Nothing was used; tell the administrator.")},
        {"law.refused", QT_TRANSLATE_NOOP("Errors", "The law does not allow this now.")},

        {"storage.busy",
            QT_TRANSLATE_NOOP(
                "Errors", "Another copy of this program uses the workstation's file. Close it and try again.")},
        {"storage.disk_full",
            QT_TRANSLATE_NOOP("Errors", "The disk is full. Nothing was lost; make room and press the key again.")},
        {"storage.read_only",
            QT_TRANSLATE_NOOP("Errors",
                "The workstation's file can't be written. Ask the administrator for the rights to its folder.")},
        {"storage.newer",
            QT_TRANSLATE_NOOP("Errors",
                "The workstation's file was written by a newer version of this program. Install that version.")},
        {"storage.not_ours", QT_TRANSLATE_NOOP("Errors", "This file is not one of this program. Nothing was changed.")},
        {"storage.damaged",
            QT_TRANSLATE_NOOP(
                "Errors", "The workstation's file is damaged. Stop working here and tell the administrator.")},
        {"storage.chain_moved",
            QT_TRANSLATE_NOOP("Errors", "Another copy of this program has written meanwhile. Start this one anew.")},
        {"storage.io",
            QT_TRANSLATE_NOOP("Errors", "The disk does not answer. Nothing was lost; tell the administrator.")},
        {"storage.fault",
            QT_TRANSLATE_NOOP("Errors", "Writing to the disk failed. What you typed is kept; try again.")},
        {"storage.locked", QT_TRANSLATE_NOOP("Errors", "The workstation's file is still locked. Sign in once.")},
        {"storage.set_aside",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre refused an earlier act on this case. Look at it under Sync first.")},
        {"storage.unknown_case", QT_TRANSLATE_NOOP("Errors", "This case is not held on this workstation.")},
        {"storage.unknown_draft", QT_TRANSLATE_NOOP("Errors", "This draft is no longer there.")},
        {"storage.unknown_person", QT_TRANSLATE_NOOP("Errors", "This person is not known at this workstation.")},
        {"storage.unknown_act", QT_TRANSLATE_NOOP("Errors", "This act is not held on this workstation.")},
        {"storage.no_slot",
            QT_TRANSLATE_NOOP(
                "Errors", "You have not signed in at this workstation before. Connect to the centre once.")},
        {"storage.no_credential",
            QT_TRANSLATE_NOOP(
                "Errors", "This workstation is not enrolled yet. Enter the code from the administrator.")},
        {"storage.key_exists", QT_TRANSLATE_NOOP("Errors", "This workstation's file is sealed already.")},
        {"storage.wrong_key",
            QT_TRANSLATE_NOOP("Errors", "The key in the keychain does not open the workstation's file. Sign in once.")},
        {"storage.not_enrolled",
            QT_TRANSLATE_NOOP(
                "Errors", "This workstation is not enrolled yet. Enter the code from the administrator.")},
        {"storage.row_form",
            QT_TRANSLATE_NOOP("Errors",
                "A row of the workstation's file can't be read. Stop working here and tell the administrator.")},
        {"storage.in_use", QT_TRANSLATE_NOOP("Errors", "This file has been used already; it is not begun anew.")},
        {"lease.form",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre gave out numbers that can't be read. Nothing was used; tell the administrator.")},
        {"item.unknown",
            QT_TRANSLATE_NOOP("Errors",
                "This item is not in the catalogue held here. Choose it again, or connect to the centre once.")},
        {"file.write",
            QT_TRANSLATE_NOOP("Errors", "The file {path} could not be written. Choose another folder or make room.")},
        {"file.read",
            QT_TRANSLATE_NOOP("Errors", "The file {path} can't be read. Check that it is there and may be opened.")},
        {"export.not_a_case",
            QT_TRANSLATE_NOOP(
                "Errors", "This is no case that Yichuang exported. Ask whoever sent it for the file again.")},
        {"export.version",
            QT_TRANSLATE_NOOP(
                "Errors", "This case was exported by a newer release (format {version}). Open it with that release.")},
        {"export.damaged",
            QT_TRANSLATE_NOOP("Errors",
                "This file was changed after it was exported, or is damaged. Ask the hall for another copy.")},
        {"vault.password", QT_TRANSLATE_NOOP("Errors", "The password does not open the workstation's file.")},
        {"vault.sealed",
            QT_TRANSLATE_NOOP("Errors",
                "A sealed part of the file can't be opened: it was changed or is damaged. Tell the administrator.")},
        {"vault.hex", QT_TRANSLATE_NOOP("Errors", "A key of this workstation can't be read. Tell the administrator.")},
        {"vault.recovery_key",
            QT_TRANSLATE_NOOP("Errors", "The hall's recovery key can't be read. Tell the administrator.")},
        {"vault.recovery_form",
            QT_TRANSLATE_NOOP("Errors",
                "The recovery key has 64 digits, each from 0 to 9 or a to f. Please compare it with the paper, digit "
                "by "
                "digit.")},
        {"recovery.wrong",
            QT_TRANSLATE_NOOP("Errors",
                "This recovery key does not open the file of this machine: a digit is wrong, or it is another hall's. "
                "Please compare it with the paper.")},
        {"recovery.not_needed",
            QT_TRANSLATE_NOOP(
                "Errors", "The file of this machine is open: no recovery key is needed. Please sign in.")},
        {"vault.unavailable",
            QT_TRANSLATE_NOOP("Errors", "The encryption could not be started. Tell the administrator.")},

        {"rest.offline",
            QT_TRANSLATE_NOOP("Errors", "The centre can't be reached. Intake and printing go on as usual.")},
        {"rest.unreachable",
            QT_TRANSLATE_NOOP("Errors", "The centre can't be reached. Intake and printing go on as usual.")},
        {"rest.timeout",
            QT_TRANSLATE_NOOP("Errors", "The centre did not answer in time. It is tried again by itself.")},
        {"rest.not_our_service",
            QT_TRANSLATE_NOOP("Errors",
                "Something else answers in place of the centre, perhaps a sign-in page of the network. Nothing "
                "was sent.")},
        {"rest.certificate",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre's certificate is not trusted. Nothing was sent; tell the administrator.")},
        {"rest.tls",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre's certificate is not trusted. Nothing was sent; tell the administrator.")},
        {"rest.signed_out",
            QT_TRANSLATE_NOOP("Errors", "The centre has signed you out. Sign in again; work goes on meanwhile.")},
        {"rest.unauthorised",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre does not take this sign-in any more. Sign in again; work goes on meanwhile.")},
        {"rest.revoked",
            QT_TRANSLATE_NOOP(
                "Errors", "This workstation was revoked. Tell the administrator; nothing that waits is lost.")},
        {"rest.address",
            QT_TRANSLATE_NOOP(
                "Errors", "This is not an address of a centre. Write it like https://centre.example.gov.cn.")},
        {"rest.plain_http",
            QT_TRANSLATE_NOOP("Errors",
                "Without encryption only this machine itself may be spoken to. Write the address with https://.")},
        {"rest.not_enrolled",
            QT_TRANSLATE_NOOP(
                "Errors", "This workstation is not enrolled yet. Enter the code from the administrator.")},
        {"rest.authority",
            QT_TRANSLATE_NOOP("Errors", "You are not signed in at the centre. Sign in again; work goes on meanwhile.")},
        {"rest.temporary",
            QT_TRANSLATE_NOOP("Errors", "The centre is busy or being looked after. It is tried again by itself.")},
        {"workstation.revoked",
            QT_TRANSLATE_NOOP(
                "Errors", "This workstation was revoked. Tell the administrator; nothing that waits is lost.")},
        {"chain.disputed",
            QT_TRANSLATE_NOOP("Errors",
                "The centre holds other acts under this workstation's name. Nothing more is sent; tell the "
                "administrator.")},
        {"sync.chain_ahead",
            QT_TRANSLATE_NOOP("Errors",
                "The centre holds acts of this workstation that are not here. Nothing more is sent; tell the "
                "administrator.")},
        {"sync.chain_branched",
            QT_TRANSLATE_NOOP("Errors",
                "The centre holds other acts under this workstation's name. Nothing more is sent; tell the "
                "administrator.")},
        {"sync.act",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre sent an act that can't be read. It was not taken over; tell the administrator.")},
        {"sync.link",
            QT_TRANSLATE_NOOP("Errors",
                "The centre sent an act that does not follow the one before it. It was not taken over; tell the "
                "administrator.")},
        {"sync.head",
            QT_TRANSLATE_NOOP("Errors",
                "The centre could not prove that its list is complete. It was not taken over; tell the "
                "administrator.")},
        {"feed.act",
            QT_TRANSLATE_NOOP(
                "Errors", "The centre sent an act that can't be read. It was not taken over; tell the administrator.")},
        {"rest.schema",
            QT_TRANSLATE_NOOP("Errors",
                "The centre is of another release than this program. Nothing was taken over; ask the administrator "
                "which "
                "side to update.")},
        {"wire.form", QT_TRANSLATE_NOOP("Errors", "The centre's answer can't be read. It is tried again by itself.")},

        {"keychain.none",
            QT_TRANSLATE_NOOP(
                "Errors", "No keychain answers on this computer. The file is opened by your password instead.")},
        {"sync.follows_refused",
            QT_TRANSLATE_NOOP("Errors", "It rests on an act that the centre refused, and was refused with it.")},
        {"sync.number_clash",
            QT_TRANSLATE_NOOP("Errors",
                "The number on this receipt is another case's already. The papers are kept: open the case anew and "
                "give the applicant a new receipt.")},
        {"sync.bad_act",
            QT_TRANSLATE_NOOP("Errors",
                "It came to the centre otherwise than it was signed. Nothing of it is in force; do it again and tell "
                "the administrator.")},
        {"sync.received_only",
            QT_TRANSLATE_NOOP("Errors",
                "The case stands, as received and no more: its time did not fit what the centre knows. Decide again "
                "what was decided.")},
        {"sync.damaged_sealed",
            QT_TRANSLATE_NOOP("Errors",
                "This act can no longer be read on this machine, and nothing after it is sent. Tell the administrator; "
                "this workstation has to be enrolled anew.")},
        {"sync.damaged_form",
            QT_TRANSLATE_NOOP("Errors",
                "This act can no longer be read on this machine, and nothing after it is sent. Tell the administrator; "
                "this workstation has to be enrolled anew.")},
        {"sync.damaged_gap",
            QT_TRANSLATE_NOOP("Errors",
                "This act is whole, but the one before it is damaged, so it can't be sent. Enrol this workstation anew "
                "and open the case anew.")},
        {"sync.damaged_chain",
            QT_TRANSLATE_NOOP("Errors",
                "This act does not follow on the one before it: the file was changed. It is not in force; tell the "
                "administrator.")},
        {"sync.damaged_bodies",
            QT_TRANSLATE_NOOP("Errors",
                "What this act says was changed after it was signed. It is not in force; tell the administrator.")},
        {"sync.damaged_signature",
            QT_TRANSLATE_NOOP("Errors",
                "This act was not signed by the person whom it names. It is not in force; tell the administrator.")},
        {"sync.damaged_person",
            QT_TRANSLATE_NOOP("Errors",
                "This act was not signed by the person whom it names. It is not in force; tell the administrator.")},
        {"sync.author",
            QT_TRANSLATE_NOOP("Errors",
                "The centre sent an act that its author did not sign. It was not taken; tell the administrator.")},
        {"sync.not_to_open_anew",
            QT_TRANSLATE_NOOP(
                "Errors", "This case need not be opened anew: it was settled, or it stands. Look at the list again.")},

        {"keychain.unavailable",
            QT_TRANSLATE_NOOP(
                "Errors", "No keychain answers on this computer. The file is opened by your password instead.")},
        {"keychain.locked", QT_TRANSLATE_NOOP("Errors", "The keychain is locked. Unlock it, or sign in once.")},

        {"rest.aborted", QT_TRANSLATE_NOOP("Errors", "The question to the centre was given up before it answered.")},
        {"setting.offset", QT_TRANSLATE_NOOP("Errors", "The offset is from {least} to {most} mm.")},
        {"setting.copies", QT_TRANSLATE_NOOP("Errors", "The copies are from {least} to {most}.")},
        {"setting.lock", QT_TRANSLATE_NOOP("Errors", "The counter locks itself after {least} to {most} minutes.")},

        {"paper.waits_for_centre",
            QT_TRANSLATE_NOOP("Errors",
                "This paper waits until the centre knows the decision. It is ready as soon as the connection is "
                "back.")},
        {"paper.not_due", QT_TRANSLATE_NOOP("Errors", "This paper belongs to no step that the case has taken.")},
        {"paper.incomplete", QT_TRANSLATE_NOOP("Errors", "The paper lacks {field}. Nothing was printed.")},
        {"paper.undrawable",
            QT_TRANSLATE_NOOP("Errors",
                "A character can't be printed on this workstation: {character}. Tell the administrator which font "
                "is missing.")},
        {"paper.case_number", QT_TRANSLATE_NOOP("Errors", "The case number is not valid. Nothing was printed.")},
        {"paper.template",
            QT_TRANSLATE_NOOP("Errors",
                "The template of this paper is missing or damaged. Nothing was printed; tell the administrator.")},
        {"paper.pdf", QT_TRANSLATE_NOOP("Errors", "The PDF could not be written. Choose another folder.")},
        {"paper.print",
            QT_TRANSLATE_NOOP(
                "Errors", "Printing failed. The paper is kept with the case; print it again with Ctrl+P.")},
        {"paper.printer",
            QT_TRANSLATE_NOOP("Errors", "This printer is not there any more. Choose another with Ctrl+Shift+P.")},
        {"printer.paper_out",
            QT_TRANSLATE_NOOP("Errors",
                "The printer has no paper. The document is kept with the case; load paper and press Ctrl+P.")},
        {"printer.off",
            QT_TRANSLATE_NOOP(
                "Errors", "The printer is off. The document is kept with the case; switch it on and press Ctrl+P.")},
        {"printer.stopped",
            QT_TRANSLATE_NOOP(
                "Errors", "The printer was stopped. The document is kept with the case; release it and press Ctrl+P.")},
        {"printer.failed",
            QT_TRANSLATE_NOOP(
                "Errors", "Printing failed. The document is kept with the case; press Ctrl+P to try again.")},
        {"printer.none",
            QT_TRANSLATE_NOOP("Errors",
                "There is no printer to print on. The document is kept with the case: Ctrl+S saves it as PDF, "
                "Ctrl+Shift+P chooses a printer, Esc leaves it for later.")},
        {"printer.unknown",
            QT_TRANSLATE_NOOP("Errors", "This printer is not there any more. Choose another with Ctrl+Shift+P.")},
    };
    return table;
}

/// A moment told in ms, as the hall's clock shows it.
QString momentOf(const std::string& milliseconds) {
    bool isNumber = false;
    const qint64 moment = text(milliseconds).toLongLong(&isNumber);
    return isNumber ? toHallTime(fromMilliseconds(moment)).toString(QStringLiteral("MM-dd HH:mm")) : text(milliseconds);
}

} // namespace

bool hasSentence(std::string_view errorCode) {
    return sentences().contains(errorCode);
}

QString sentenceFor(const Error& error) {
    if (error.is("law.refused")) {
        // The refusal itself says more.
        const auto code = error.arguments.find("code");
        if (code != error.arguments.end()) {
            if (const auto refusal = refusalCodeFromText(code->second))
                return sentenceFor(Refusal {*refusal, error.arguments});
        }
    }
    const auto found = sentences().find(error.code);
    if (found == sentences().end())
        return Errors::tr("This did not succeed (%1). What you typed is kept; try again or tell the administrator.")
            .arg(text(error.code));
    QString sentence = Errors::tr(found->second);
    for (const auto& [name, value] : error.arguments)
        sentence.replace(QStringLiteral("{%1}").arg(text(name)), name == "until" ? momentOf(value) : text(value));
    return sentence;
}

} // namespace yichuang::ui
