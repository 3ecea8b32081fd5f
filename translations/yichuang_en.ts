<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>New intake</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Narrow the list</translation>
    </message>
    <message>
        <source>All that may be done</source>
        <translation>All that may be done</translation>
    </message>
    <message>
        <source>Begin intake</source>
        <translation>Begin intake</translation>
    </message>
    <message>
        <source>Refuse acceptance</source>
        <translation>Refuse acceptance</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>One-time correction</source>
        <translation>One-time correction</translation>
    </message>
    <message>
        <source>Accept tolerantly</source>
        <translation>Accept tolerantly</translation>
    </message>
    <message>
        <source>Accept and print</source>
        <translation>Accept and print</translation>
    </message>
    <message>
        <source>Receipt only</source>
        <translation>Receipt only</translation>
    </message>
    <message>
        <source>Take the known person</source>
        <translation>Take the known person</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Tolerate</source>
        <translation>Tolerate</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Pledged</source>
        <translation>Pledged</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Send back to review</source>
        <translation>Send back to review</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>Special procedure</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Grant and next</source>
        <translation>Grant and next</translation>
    </message>
    <message>
        <source>Print and call the next</source>
        <translation>Print and call the next</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Choose printer</source>
        <translation>Choose printer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Leaf back</source>
        <translation>Leaf back</translation>
    </message>
    <message>
        <source>Leaf on</source>
        <translation>Leaf on</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotate</translation>
    </message>
    <message>
        <source>Take it up again on the centre&apos;s state</source>
        <translation>Take it up again on the centre&apos;s state</translation>
    </message>
    <message>
        <source>Open the case anew, under a new number</source>
        <translation>Open the case anew, under a new number</translation>
    </message>
    <message>
        <source>Leave it to the chief, with a note</source>
        <translation>Leave it to the chief, with a note</translation>
    </message>
    <message>
        <source>The next refused act</source>
        <translation>The next refused act</translation>
    </message>
    <message>
        <source>Enrol this workstation anew</source>
        <translation>Enrol this workstation anew</translation>
    </message>
    <message>
        <source>Print again what holds now</source>
        <translation>Print again what holds now</translation>
    </message>
    <message>
        <source>Keep what was done here</source>
        <translation>Keep what was done here</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>The same for all papers of this size</source>
        <translation>The same for all papers of this size</translation>
    </message>
    <message>
        <source>Print a ruler</source>
        <translation>Print a ruler</translation>
    </message>
    <message>
        <source>Show a number in clear</source>
        <translation>Show a number in clear</translation>
    </message>
    <message>
        <source>Open by the recovery key</source>
        <translation>Open by the recovery key</translation>
    </message>
    <message>
        <source>Process sheet</source>
        <translation>Process sheet</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>By agent</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Take the case out as a file</source>
        <translation>Take the case out as a file</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>M</source>
        <comment>box of a missing material, one character</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>T</source>
        <comment>box of a tolerated material, one character</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>S</source>
        <comment>box of a shared material, one character</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>P</source>
        <comment>box of a pledged material, one character</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>not decided</translation>
    </message>
    <message>
        <source>here</source>
        <translation>here</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>tolerated</source>
        <translation>tolerated</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>pledged</source>
        <translation>pledged</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>January</source>
        <translation>January</translation>
    </message>
    <message>
        <source>February</source>
        <translation>February</translation>
    </message>
    <message>
        <source>March</source>
        <translation>March</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>May</translation>
    </message>
    <message>
        <source>June</source>
        <translation>June</translation>
    </message>
    <message>
        <source>July</source>
        <translation>July</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>October</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>December</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>{day} {name} ({weekday})</source>
        <comment>date in a sentence; {month} is the number, {name} the month&apos;s name</comment>
        <translation>{day} {name} ({weekday})</translation>
    </message>
    <message>
        <source>{day} {name} {year} ({weekday})</source>
        <comment>date of another year in a sentence</comment>
        <translation>{day} {name} {year} ({weekday})</translation>
    </message>
    <message>
        <source>One working day left: due on %1.</source>
        <translation>One working day left: due on %1.</translation>
    </message>
    <message>
        <source>Due today.</source>
        <translation>Due today.</translation>
    </message>
    <message>
        <source>The promised date %1 has passed.</source>
        <translation>The promised date %1 has passed.</translation>
    </message>
    <message>
        <source>The statutory date %1 has passed.</source>
        <translation>The statutory date %1 has passed.</translation>
    </message>
    <message>
        <source>The time for this step has passed.</source>
        <translation>The time for this step has passed.</translation>
    </message>
    <message>
        <source>Accepted by silence: nobody answered within the time for the notice.</source>
        <translation>Accepted by silence: nobody answered within the time for the notice.</translation>
    </message>
    <message>
        <source>The result should have been handed over by %1.</source>
        <translation>The result should have been handed over by %1.</translation>
    </message>
    <message>
        <source>Irregular: opened under something that no longer held. The chief must confirm it.</source>
        <translation>Irregular: opened under something that no longer held. The chief must confirm it.</translation>
    </message>
    <message>
        <source>The promised materials were not handed in in time.</source>
        <translation>The promised materials were not handed in in time.</translation>
    </message>
    <message>
        <source>The time for the one-time notice has passed.</source>
        <translation>The time for the one-time notice has passed.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Notice until %1</source>
        <translation>Notice until %1</translation>
    </message>
    <message>
        <source>Correction until %1</source>
        <translation>Correction until %1</translation>
    </message>
    <message>
        <source>Hand over by %1</source>
        <translation>Hand over by %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Ended %1</translation>
    </message>
    <message>
        <source>Stopped since %1</source>
        <translation>Stopped since %1</translation>
    </message>
    <message>
        <source>Statutory date was yesterday</source>
        <translation>Statutory date was yesterday</translation>
    </message>
    <message>
        <source>Statutory date was %1</source>
        <translation>Statutory date was %1</translation>
    </message>
    <message>
        <source>Promised for yesterday</source>
        <translation>Promised for yesterday</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>Promised for %1</translation>
    </message>
    <message>
        <source>No due date known</source>
        <translation>No due date known</translation>
    </message>
    <message>
        <source>Due today</source>
        <comment>list row</comment>
        <translation>Due today</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1, provisional</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This did not succeed (%1). What you typed is kept; try again or tell the administrator.</source>
        <translation>This did not succeed (%1). What you typed is kept; try again or tell the administrator.</translation>
    </message>
    <message>
        <source>The working days of {year} are not known. Ask the administrator to enter them.</source>
        <translation>The working days of {year} are not known. Ask the administrator to enter them.</translation>
    </message>
    <message>
        <source>Line {line} of the calendar can&apos;t be read: {reason}.</source>
        <translation>Line {line} of the calendar can&apos;t be read: {reason}.</translation>
    </message>
    <message>
        <source>The number of days can&apos;t be counted. It must lie between 1 and 20,000.</source>
        <translation>The number of days can&apos;t be counted. It must lie between 1 and 20,000.</translation>
    </message>
    <message>
        <source>The clock of this computer was moved. Confirm the date first.</source>
        <translation>The clock of this computer was moved. Confirm the date first.</translation>
    </message>
    <message>
        <source>Name or password do not fit. Check Caps Lock and try again.</source>
        <translation>Name or password do not fit. Check Caps Lock and try again.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Signing in is possible again from {until}.</source>
        <translation>Too many wrong tries. Signing in is possible again from {until}.</translation>
    </message>
    <message>
        <source>This access has ended. Ask the administrator.</source>
        <translation>This access has ended. Ask the administrator.</translation>
    </message>
    <message>
        <source>The centre does not answer, and you have not signed in at this workstation before. Try again when it is connected.</source>
        <translation>The centre does not answer, and you have not signed in at this workstation before. Try again when it is connected.</translation>
    </message>
    <message>
        <source>Signing in without the centre was good until {until}. Connect this workstation once.</source>
        <translation>Signing in without the centre was good until {until}. Connect this workstation once.</translation>
    </message>
    <message>
        <source>This code is not known, was used, or is older than a day. Ask the administrator for a new one.</source>
        <translation>This code is not known, was used, or is older than a day. Ask the administrator for a new one.</translation>
    </message>
    <message>
        <source>The session is locked. Sign in again; what you typed is kept.</source>
        <translation>The session is locked. Sign in again; what you typed is kept.</translation>
    </message>
    <message>
        <source>The case numbers of {year} are used up. Connect to the centre once; the draft is kept.</source>
        <translation>The case numbers of {year} are used up. Connect to the centre once; the draft is kept.</translation>
    </message>
    <message>
        <source>Numbers for {year} have not been leased yet. Connect to the centre once; the draft is kept.</source>
        <translation>Numbers for {year} have not been leased yet. Connect to the centre once; the draft is kept.</translation>
    </message>
    <message>
        <source>The centre gave out numbers twice. Nothing was used; tell the administrator.</source>
        <translation>The centre gave out numbers twice. Nothing was used; tell the administrator.</translation>
    </message>
    <message>
        <source>The law does not allow this now.</source>
        <translation>The law does not allow this now.</translation>
    </message>
    <message>
        <source>Another copy of this program uses the workstation&apos;s file. Close it and try again.</source>
        <translation>Another copy of this program uses the workstation&apos;s file. Close it and try again.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; make room and press the key again.</source>
        <translation>The disk is full. Nothing was lost; make room and press the key again.</translation>
    </message>
    <message>
        <source>The workstation&apos;s file can&apos;t be written. Ask the administrator for the rights to its folder.</source>
        <translation>The workstation&apos;s file can&apos;t be written. Ask the administrator for the rights to its folder.</translation>
    </message>
    <message>
        <source>The workstation&apos;s file was written by a newer version of this program. Install that version.</source>
        <translation>The workstation&apos;s file was written by a newer version of this program. Install that version.</translation>
    </message>
    <message>
        <source>This file is not one of this program. Nothing was changed.</source>
        <translation>This file is not one of this program. Nothing was changed.</translation>
    </message>
    <message>
        <source>The workstation&apos;s file is damaged. Stop working here and tell the administrator.</source>
        <translation>The workstation&apos;s file is damaged. Stop working here and tell the administrator.</translation>
    </message>
    <message>
        <source>Another copy of this program has written meanwhile. Start this one anew.</source>
        <translation>Another copy of this program has written meanwhile. Start this one anew.</translation>
    </message>
    <message>
        <source>The disk does not answer. Nothing was lost; tell the administrator.</source>
        <translation>The disk does not answer. Nothing was lost; tell the administrator.</translation>
    </message>
    <message>
        <source>Writing to the disk failed. What you typed is kept; try again.</source>
        <translation>Writing to the disk failed. What you typed is kept; try again.</translation>
    </message>
    <message>
        <source>The workstation&apos;s file is still locked. Sign in once.</source>
        <translation>The workstation&apos;s file is still locked. Sign in once.</translation>
    </message>
    <message>
        <source>The centre refused an earlier act on this case. Look at it under Sync first.</source>
        <translation>The centre refused an earlier act on this case. Look at it under Sync first.</translation>
    </message>
    <message>
        <source>This case is not held on this workstation.</source>
        <translation>This case is not held on this workstation.</translation>
    </message>
    <message>
        <source>This draft is no longer there.</source>
        <translation>This draft is no longer there.</translation>
    </message>
    <message>
        <source>This person is not known at this workstation.</source>
        <translation>This person is not known at this workstation.</translation>
    </message>
    <message>
        <source>This act is not held on this workstation.</source>
        <translation>This act is not held on this workstation.</translation>
    </message>
    <message>
        <source>You have not signed in at this workstation before. Connect to the centre once.</source>
        <translation>You have not signed in at this workstation before. Connect to the centre once.</translation>
    </message>
    <message>
        <source>This workstation is not enrolled yet. Enter the code from the administrator.</source>
        <translation>This workstation is not enrolled yet. Enter the code from the administrator.</translation>
    </message>
    <message>
        <source>This workstation&apos;s file is sealed already.</source>
        <translation>This workstation&apos;s file is sealed already.</translation>
    </message>
    <message>
        <source>The key in the keychain does not open the workstation&apos;s file. Sign in once.</source>
        <translation>The key in the keychain does not open the workstation&apos;s file. Sign in once.</translation>
    </message>
    <message>
        <source>The password does not open the workstation&apos;s file.</source>
        <translation>The password does not open the workstation&apos;s file.</translation>
    </message>
    <message>
        <source>The encryption could not be started. Tell the administrator.</source>
        <translation>The encryption could not be started. Tell the administrator.</translation>
    </message>
    <message>
        <source>The centre can&apos;t be reached. Intake and printing go on as usual.</source>
        <translation>The centre can&apos;t be reached. Intake and printing go on as usual.</translation>
    </message>
    <message>
        <source>The centre did not answer in time. It is tried again by itself.</source>
        <translation>The centre did not answer in time. It is tried again by itself.</translation>
    </message>
    <message>
        <source>Something else answers in place of the centre, perhaps a sign-in page of the network. Nothing was sent.</source>
        <translation>Something else answers in place of the centre, perhaps a sign-in page of the network. Nothing was sent.</translation>
    </message>
    <message>
        <source>The centre&apos;s certificate is not trusted. Nothing was sent; tell the administrator.</source>
        <translation>The centre&apos;s certificate is not trusted. Nothing was sent; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre has signed you out. Sign in again; work goes on meanwhile.</source>
        <translation>The centre has signed you out. Sign in again; work goes on meanwhile.</translation>
    </message>
    <message>
        <source>The centre does not take this sign-in any more. Sign in again; work goes on meanwhile.</source>
        <translation>The centre does not take this sign-in any more. Sign in again; work goes on meanwhile.</translation>
    </message>
    <message>
        <source>This workstation was revoked. Tell the administrator; nothing that waits is lost.</source>
        <translation>This workstation was revoked. Tell the administrator; nothing that waits is lost.</translation>
    </message>
    <message>
        <source>The centre&apos;s answer can&apos;t be read. It is tried again by itself.</source>
        <translation>The centre&apos;s answer can&apos;t be read. It is tried again by itself.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer. The file is opened by your password instead.</source>
        <translation>No keychain answers on this computer. The file is opened by your password instead.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it, or sign in once.</source>
        <translation>The keychain is locked. Unlock it, or sign in once.</translation>
    </message>
    <message>
        <source>This paper waits until the centre knows the decision. It is ready as soon as the connection is back.</source>
        <translation>This paper waits until the centre knows the decision. It is ready as soon as the connection is back.</translation>
    </message>
    <message>
        <source>This paper belongs to no step that the case has taken.</source>
        <translation>This paper belongs to no step that the case has taken.</translation>
    </message>
    <message>
        <source>The paper lacks {field}. Nothing was printed.</source>
        <translation>The paper lacks {field}. Nothing was printed.</translation>
    </message>
    <message>
        <source>A character can&apos;t be printed on this workstation: {character}. Tell the administrator which font is missing.</source>
        <translation>A character can&apos;t be printed on this workstation: {character}. Tell the administrator which font is missing.</translation>
    </message>
    <message>
        <source>The case number is not valid. Nothing was printed.</source>
        <translation>The case number is not valid. Nothing was printed.</translation>
    </message>
    <message>
        <source>The template of this paper is missing or damaged. Nothing was printed; tell the administrator.</source>
        <translation>The template of this paper is missing or damaged. Nothing was printed; tell the administrator.</translation>
    </message>
    <message>
        <source>The PDF could not be written. Choose another folder.</source>
        <translation>The PDF could not be written. Choose another folder.</translation>
    </message>
    <message>
        <source>Printing failed. The paper is kept with the case; print it again with Ctrl+P.</source>
        <translation>Printing failed. The paper is kept with the case; print it again with Ctrl+P.</translation>
    </message>
    <message>
        <source>This printer is not there any more. Choose another with Ctrl+Shift+P.</source>
        <translation>This printer is not there any more. Choose another with Ctrl+Shift+P.</translation>
    </message>
    <message>
        <source>The printer has no paper. The document is kept with the case; load paper and press Ctrl+P.</source>
        <translation>The printer has no paper. The document is kept with the case; load paper and press Ctrl+P.</translation>
    </message>
    <message>
        <source>The printer is off. The document is kept with the case; switch it on and press Ctrl+P.</source>
        <translation>The printer is off. The document is kept with the case; switch it on and press Ctrl+P.</translation>
    </message>
    <message>
        <source>The printer was stopped. The document is kept with the case; release it and press Ctrl+P.</source>
        <translation>The printer was stopped. The document is kept with the case; release it and press Ctrl+P.</translation>
    </message>
    <message>
        <source>Printing failed. The document is kept with the case; press Ctrl+P to try again.</source>
        <translation>Printing failed. The document is kept with the case; press Ctrl+P to try again.</translation>
    </message>
    <message>
        <source>A sealed part of the file can&apos;t be opened: it was changed or is damaged. Tell the administrator.</source>
        <translation>A sealed part of the file can&apos;t be opened: it was changed or is damaged. Tell the administrator.</translation>
    </message>
    <message>
        <source>No keychain holds this machine&apos;s key. Somebody who has signed in here before has to sign in first; then you can.</source>
        <translation>No keychain holds this machine&apos;s key. Somebody who has signed in here before has to sign in first; then you can.</translation>
    </message>
    <message>
        <source>The people and items of the hall have not arrived yet. Wait a moment and sign in again.</source>
        <translation>The people and items of the hall have not arrived yet. Wait a moment and sign in again.</translation>
    </message>
    <message>
        <source>A row of the workstation&apos;s file can&apos;t be read. Stop working here and tell the administrator.</source>
        <translation>A row of the workstation&apos;s file can&apos;t be read. Stop working here and tell the administrator.</translation>
    </message>
    <message>
        <source>This file has been used already; it is not begun anew.</source>
        <translation>This file has been used already; it is not begun anew.</translation>
    </message>
    <message>
        <source>The centre gave out numbers that can&apos;t be read. Nothing was used; tell the administrator.</source>
        <translation>The centre gave out numbers that can&apos;t be read. Nothing was used; tell the administrator.</translation>
    </message>
    <message>
        <source>This item is not in the catalogue held here. Choose it again, or connect to the centre once.</source>
        <translation>This item is not in the catalogue held here. Choose it again, or connect to the centre once.</translation>
    </message>
    <message>
        <source>The file {path} could not be written. Choose another folder or make room.</source>
        <translation>The file {path} could not be written. Choose another folder or make room.</translation>
    </message>
    <message>
        <source>A key of this workstation can&apos;t be read. Tell the administrator.</source>
        <translation>A key of this workstation can&apos;t be read. Tell the administrator.</translation>
    </message>
    <message>
        <source>The hall&apos;s recovery key can&apos;t be read. Tell the administrator.</source>
        <translation>The hall&apos;s recovery key can&apos;t be read. Tell the administrator.</translation>
    </message>
    <message>
        <source>This is not an address of a centre. Write it like https://centre.example.gov.cn.</source>
        <translation>This is not an address of a centre. Write it like https://centre.example.gov.cn.</translation>
    </message>
    <message>
        <source>Without encryption only this machine itself may be spoken to. Write the address with https://.</source>
        <translation>Without encryption only this machine itself may be spoken to. Write the address with https://.</translation>
    </message>
    <message>
        <source>You are not signed in at the centre. Sign in again; work goes on meanwhile.</source>
        <translation>You are not signed in at the centre. Sign in again; work goes on meanwhile.</translation>
    </message>
    <message>
        <source>The centre is busy or being looked after. It is tried again by itself.</source>
        <translation>The centre is busy or being looked after. It is tried again by itself.</translation>
    </message>
    <message>
        <source>The centre holds other acts under this workstation&apos;s name. Nothing more is sent; tell the administrator.</source>
        <translation>The centre holds other acts under this workstation&apos;s name. Nothing more is sent; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre holds acts of this workstation that are not here. Nothing more is sent; tell the administrator.</source>
        <translation>The centre holds acts of this workstation that are not here. Nothing more is sent; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre sent an act that can&apos;t be read. It was not taken over; tell the administrator.</source>
        <translation>The centre sent an act that can&apos;t be read. It was not taken over; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre sent an act that does not follow the one before it. It was not taken over; tell the administrator.</source>
        <translation>The centre sent an act that does not follow the one before it. It was not taken over; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre could not prove that its list is complete. It was not taken over; tell the administrator.</source>
        <translation>The centre could not prove that its list is complete. It was not taken over; tell the administrator.</translation>
    </message>
    <message>
        <source>There is no printer to print on. The document is kept with the case: Ctrl+S saves it as PDF, Ctrl+Shift+P chooses a printer, Esc leaves it for later.</source>
        <translation>There is no printer to print on. The document is kept with the case: Ctrl+S saves it as PDF, Ctrl+Shift+P chooses a printer, Esc leaves it for later.</translation>
    </message>
    <message>
        <source>This code belongs to another window. This workstation holds the cases of its own; ask for a code of this window.</source>
        <translation>This code belongs to another window. This workstation holds the cases of its own; ask for a code of this window.</translation>
    </message>
    <message>
        <source>It rests on an act that the centre refused, and was refused with it.</source>
        <translation>It rests on an act that the centre refused, and was refused with it.</translation>
    </message>
    <message>
        <source>The number on this receipt is another case&apos;s already. The papers are kept: open the case anew and give the applicant a new receipt.</source>
        <translation>The number on this receipt is another case&apos;s already. The papers are kept: open the case anew and give the applicant a new receipt.</translation>
    </message>
    <message>
        <source>It came to the centre otherwise than it was signed. Nothing of it is in force; do it again and tell the administrator.</source>
        <translation>It came to the centre otherwise than it was signed. Nothing of it is in force; do it again and tell the administrator.</translation>
    </message>
    <message>
        <source>The case stands, as received and no more: its time did not fit what the centre knows. Decide again what was decided.</source>
        <translation>The case stands, as received and no more: its time did not fit what the centre knows. Decide again what was decided.</translation>
    </message>
    <message>
        <source>This act can no longer be read on this machine, and nothing after it is sent. Tell the administrator; this workstation has to be enrolled anew.</source>
        <translation>This act can no longer be read on this machine, and nothing after it is sent. Tell the administrator; this workstation has to be enrolled anew.</translation>
    </message>
    <message>
        <source>This act is whole, but the one before it is damaged, so it can&apos;t be sent. Enrol this workstation anew and open the case anew.</source>
        <translation>This act is whole, but the one before it is damaged, so it can&apos;t be sent. Enrol this workstation anew and open the case anew.</translation>
    </message>
    <message>
        <source>This act does not follow on the one before it: the file was changed. It is not in force; tell the administrator.</source>
        <translation>This act does not follow on the one before it: the file was changed. It is not in force; tell the administrator.</translation>
    </message>
    <message>
        <source>What this act says was changed after it was signed. It is not in force; tell the administrator.</source>
        <translation>What this act says was changed after it was signed. It is not in force; tell the administrator.</translation>
    </message>
    <message>
        <source>This act was not signed by the person whom it names. It is not in force; tell the administrator.</source>
        <translation>This act was not signed by the person whom it names. It is not in force; tell the administrator.</translation>
    </message>
    <message>
        <source>The centre sent an act that its author did not sign. It was not taken; tell the administrator.</source>
        <translation>The centre sent an act that its author did not sign. It was not taken; tell the administrator.</translation>
    </message>
    <message>
        <source>This case need not be opened anew: it was settled, or it stands. Look at the list again.</source>
        <translation>This case need not be opened anew: it was settled, or it stands. Look at the list again.</translation>
    </message>
    <message>
        <source>The offset is from {least} to {most} mm.</source>
        <translation>The offset is from {least} to {most} mm.</translation>
    </message>
    <message>
        <source>The copies are from {least} to {most}.</source>
        <translation>The copies are from {least} to {most}.</translation>
    </message>
    <message>
        <source>The counter locks itself after {least} to {most} minutes.</source>
        <translation>The counter locks itself after {least} to {most} minutes.</translation>
    </message>
    <message>
        <source>The question to the centre was given up before it answered.</source>
        <translation>The question to the centre was given up before it answered.</translation>
    </message>
    <message>
        <source>The recovery key has 64 digits, each from 0 to 9 or a to f. Please compare it with the paper, digit by digit.</source>
        <translation>The recovery key has 64 digits, each from 0 to 9 or a to f. Please compare it with the paper, digit by digit.</translation>
    </message>
    <message>
        <source>This recovery key does not open the file of this machine: a digit is wrong, or it is another hall&apos;s. Please compare it with the paper.</source>
        <translation>This recovery key does not open the file of this machine: a digit is wrong, or it is another hall&apos;s. Please compare it with the paper.</translation>
    </message>
    <message>
        <source>The file of this machine is open: no recovery key is needed. Please sign in.</source>
        <translation>The file of this machine is open: no recovery key is needed. Please sign in.</translation>
    </message>
    <message>
        <source>The centre is of another release than this program. Nothing was taken over; ask the administrator which side to update.</source>
        <translation>The centre is of another release than this program. Nothing was taken over; ask the administrator which side to update.</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read. Check that it is there and may be opened.</source>
        <translation>The file {path} can&apos;t be read. Check that it is there and may be opened.</translation>
    </message>
    <message>
        <source>This is no case that Yichuang exported. Ask whoever sent it for the file again.</source>
        <translation>This is no case that Yichuang exported. Ask whoever sent it for the file again.</translation>
    </message>
    <message>
        <source>This case was exported by a newer release (format {version}). Open it with that release.</source>
        <translation>This case was exported by a newer release (format {version}). Open it with that release.</translation>
    </message>
    <message>
        <source>This file was changed after it was exported, or is damaged. Ask the hall for another copy.</source>
        <translation>This file was changed after it was exported, or is damaged. Ask the hall for another copy.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>18 characters are needed; count them against the card.</source>
        <translation>18 characters are needed; count them against the card.</translation>
    </message>
    <message>
        <source>One letter H or M and 8 digits are needed.</source>
        <translation>One letter H or M and 8 digits are needed.</translation>
    </message>
    <message>
        <source>8 digits are needed.</source>
        <translation>8 digits are needed.</translation>
    </message>
    <message>
        <source>9 characters are needed, beginning with E.</source>
        <translation>9 characters are needed, beginning with E.</translation>
    </message>
    <message>
        <source>15 characters are needed: 3 letters and 12 digits.</source>
        <translation>15 characters are needed: 3 letters and 12 digits.</translation>
    </message>
    <message>
        <source>18 characters are needed; count them against the licence.</source>
        <translation>18 characters are needed; count them against the licence.</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits; a landline is written like 0734-8000000.</source>
        <translation>A mobile number has 11 digits; a landline is written like 0734-8000000.</translation>
    </message>
    <message>
        <source>A case number has 14 digits, like 400 26 001 2345 46.</source>
        <translation>A case number has 14 digits, like 400 26 001 2345 46.</translation>
    </message>
    <message>
        <source>A platform case number has 43 characters.</source>
        <translation>A platform case number has 43 characters.</translation>
    </message>
    <message>
        <source>A basic code has 12 digits.</source>
        <translation>A basic code has 12 digits.</translation>
    </message>
    <message>
        <source>An implementation code has 31 characters.</source>
        <translation>An implementation code has 31 characters.</translation>
    </message>
    <message>
        <source>A handling code has 33 characters.</source>
        <translation>A handling code has 33 characters.</translation>
    </message>
    <message>
        <source>Only digits, and one number in one field.</source>
        <translation>Only digits, and one number in one field.</translation>
    </message>
    <message>
        <source>There is a character in it that does not belong there; check it against the document.</source>
        <translation>There is a character in it that does not belong there; check it against the document.</translation>
    </message>
    <message>
        <source>The first digits name no province; check them against the document.</source>
        <translation>The first digits name no province; check them against the document.</translation>
    </message>
    <message>
        <source>The date inside the number does not exist; check it against the document digit by digit.</source>
        <translation>The date inside the number does not exist; check it against the document digit by digit.</translation>
    </message>
    <message>
        <source>The date of birth inside the number lies in the future; check it against the document.</source>
        <translation>The date of birth inside the number lies in the future; check it against the document.</translation>
    </message>
    <message>
        <source>The check digit does not fit; check the number against the document digit by digit.</source>
        <translation>The check digit does not fit; check the number against the document digit by digit.</translation>
    </message>
    <message>
        <source>The check character does not fit. Compare with the licence; if it stands there so, keep it with a reason.</source>
        <translation>The check character does not fit. Compare with the licence; if it stands there so, keep it with a reason.</translation>
    </message>
    <message>
        <source>This is an old registration number of 15 digits; enter the unified social credit code of 18.</source>
        <translation>This is an old registration number of 15 digits; enter the unified social credit code of 18.</translation>
    </message>
    <message>
        <source>This is a first-generation number of 15 digits; enter the 18 digits of the present card.</source>
        <translation>This is a first-generation number of 15 digits; enter the 18 digits of the present card.</translation>
    </message>
    <message>
        <source>The number of this card begins with 9.</source>
        <translation>The number of this card begins with 9.</translation>
    </message>
    <message>
        <source>A mobile number begins with 13 to 19.</source>
        <translation>A mobile number begins with 13 to 19.</translation>
    </message>
    <message>
        <source>A subscriber number does not begin with 0 or 1.</source>
        <translation>A subscriber number does not begin with 0 or 1.</translation>
    </message>
    <message>
        <source>There is no case number with the serial 0.</source>
        <translation>There is no case number with the serial 0.</translation>
    </message>
    <message>
        <source>The credit code inside does not fit its check character.</source>
        <translation>The credit code inside does not fit its check character.</translation>
    </message>
    <message>
        <source>The level must be 1 to 7.</source>
        <translation>The level must be 1 to 7.</translation>
    </message>
    <message>
        <source>This is no valid number (%1); check it against the document.</source>
        <translation>This is no valid number (%1); check it against the document.</translation>
    </message>
    <message>
        <source>There is no month %1. Write it like 2018-11-02.</source>
        <translation>There is no month %1. Write it like 2018-11-02.</translation>
    </message>
    <message>
        <source>There is no such month. Write it like 2018-11-02.</source>
        <translation>There is no such month. Write it like 2018-11-02.</translation>
    </message>
    <message>
        <source>That month has no such day. Check the day.</source>
        <translation>That month has no such day. Check the day.</translation>
    </message>
    <message>
        <source>Write the year with four digits, like 2018-11-02.</source>
        <translation>Write the year with four digits, like 2018-11-02.</translation>
    </message>
    <message>
        <source>Day and month could be taken for each other. Write it like 2018-11-02.</source>
        <translation>Day and month could be taken for each other. Write it like 2018-11-02.</translation>
    </message>
    <message>
        <source>This is a date of the lunar calendar. Write the date of the solar calendar, like 2018-11-02.</source>
        <translation>This is a date of the lunar calendar. Write the date of the solar calendar, like 2018-11-02.</translation>
    </message>
    <message>
        <source>This is a year of the Republic. Add 1911 and write it like 1968-08-16.</source>
        <translation>This is a year of the Republic. Add 1911 and write it like 1968-08-16.</translation>
    </message>
    <message>
        <source>This can&apos;t be read as a date. Write it like 2018-11-02.</source>
        <translation>This can&apos;t be read as a date. Write it like 2018-11-02.</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>Still to be filled in.</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation>Too long: at most %1 characters.</translation>
    </message>
    <message>
        <source>Too short: at least %1 characters.</source>
        <translation>Too short: at least %1 characters.</translation>
    </message>
    <message>
        <source>A number is needed here, like 1200.5.</source>
        <translation>A number is needed here, like 1200.5.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>A whole number is needed here.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>This number is too large.</translation>
    </message>
    <message>
        <source>At most %1 digits after the point.</source>
        <translation>At most %1 digits after the point.</translation>
    </message>
    <message>
        <source>Not less than %1.</source>
        <translation>Not less than %1.</translation>
    </message>
    <message>
        <source>Not more than %1.</source>
        <translation>Not more than %1.</translation>
    </message>
    <message>
        <source>This date lies in the future.</source>
        <translation>This date lies in the future.</translation>
    </message>
    <message>
        <source>This date has passed.</source>
        <translation>This date has passed.</translation>
    </message>
    <message>
        <source>This date lies before %1, from which it should count.</source>
        <translation>This date lies before %1, from which it should count.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Choose one of the list.</translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation>Answer yes or no.</translation>
    </message>
    <message>
        <source>At least %1 rows.</source>
        <translation>At least %1 rows.</translation>
    </message>
    <message>
        <source>At most %1 rows.</source>
        <translation>At most %1 rows.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be printed on this workstation. It is kept; tell the administrator which font is missing.</source>
        <translation>“%1” can&apos;t be printed on this workstation. It is kept; tell the administrator which font is missing.</translation>
    </message>
    <message>
        <source>There is an invisible character in it; type it anew.</source>
        <translation>There is an invisible character in it; type it anew.</translation>
    </message>
    <message>
        <source>This value does not fit the form of the item; type it anew.</source>
        <translation>This value does not fit the form of the item; type it anew.</translation>
    </message>
    <message>
        <source>This value can&apos;t stand (%1).</source>
        <translation>This value can&apos;t stand (%1).</translation>
    </message>
    <message>
        <source>This is the applicant&apos;s own number; somebody of age answers for him.</source>
        <translation>This is the applicant&apos;s own number; somebody of age answers for him.</translation>
    </message>
    <message>
        <source>This person is under age, too, and can&apos;t be a guardian.</source>
        <translation>This person is under age, too, and can&apos;t be a guardian.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>Law</name>
    <message>
        <source>The case is at another step</source>
        <translation>The case is at another step</translation>
    </message>
    <message>
        <source>Your role does not do this</source>
        <translation>Your role does not do this</translation>
    </message>
    <message>
        <source>There is no such step</source>
        <translation>There is no such step</translation>
    </message>
    <message>
        <source>The date lies before the last entry of this case; check the clock</source>
        <translation>The date lies before the last entry of this case; check the clock</translation>
    </message>
    <message>
        <source>The time for this has not come yet</source>
        <translation>The time for this has not come yet</translation>
    </message>
    <message>
        <source>The time for the one-time notice is over; silence counts as acceptance</source>
        <translation>The time for the one-time notice is over; silence counts as acceptance</translation>
    </message>
    <message>
        <source>The period that the applicant was given is still running</source>
        <translation>The period that the applicant was given is still running</translation>
    </message>
    <message>
        <source>Nobody has asked for this yet</source>
        <translation>Nobody has asked for this yet</translation>
    </message>
    <message>
        <source>This was asked for already and waits for an answer</source>
        <translation>This was asked for already and waits for an answer</translation>
    </message>
    <message>
        <source>Whoever asked can&apos;t also answer; another person must</source>
        <translation>Whoever asked can&apos;t also answer; another person must</translation>
    </message>
    <message>
        <source>You hold no mandate in force that covers this item</source>
        <translation>You hold no mandate in force that covers this item</translation>
    </message>
    <message>
        <source>This item belongs to another department</source>
        <translation>This item belongs to another department</translation>
    </message>
    <message>
        <source>The case is assigned to another reviewer</source>
        <translation>The case is assigned to another reviewer</translation>
    </message>
    <message>
        <source>No reviewer was named</source>
        <translation>No reviewer was named</translation>
    </message>
    <message>
        <source>Whoever took in or reviewed a case can&apos;t decide it; another person must</source>
        <translation>Whoever took in or reviewed a case can&apos;t decide it; another person must</translation>
    </message>
    <message>
        <source>You have declared an interest in this case</source>
        <translation>You have declared an interest in this case</translation>
    </message>
    <message>
        <source>The applicant&apos;s identity has not been checked</source>
        <translation>The applicant&apos;s identity has not been checked</translation>
    </message>
    <message>
        <source>The case number is not valid</source>
        <translation>The case number is not valid</translation>
    </message>
    <message>
        <source>The item does not allow this way of handling</source>
        <translation>The item does not allow this way of handling</translation>
    </message>
    <message>
        <source>This can&apos;t be put right at the counter</source>
        <translation>This can&apos;t be put right at the counter</translation>
    </message>
    <message>
        <source>Corrections were asked for once already; new defects may not be raised</source>
        <translation>Corrections were asked for once already; new defects may not be raised</translation>
    </message>
    <message>
        <source>All that must be corrected has to be told at once; the list is empty or not complete</source>
        <translation>All that must be corrected has to be told at once; the list is empty or not complete</translation>
    </message>
    <message>
        <source>Material %1 is not on the list of this item</source>
        <translation>Material %1 is not on the list of this item</translation>
    </message>
    <message>
        <source>The period for the correction is not valid</source>
        <translation>The period for the correction is not valid</translation>
    </message>
    <message>
        <source>None of the missing materials was handed in</source>
        <translation>None of the missing materials was handed in</translation>
    </message>
    <message>
        <source>It was not confirmed that this organ is competent</source>
        <translation>It was not confirmed that this organ is competent</translation>
    </message>
    <message>
        <source>The application is not in proper form yet</source>
        <translation>The application is not in proper form yet</translation>
    </message>
    <message>
        <source>Materials are still missing</source>
        <translation>Materials are still missing</translation>
    </message>
    <message>
        <source>Nothing is missing: accept in the ordinary way</source>
        <translation>Nothing is missing: accept in the ordinary way</translation>
    </message>
    <message>
        <source>A main material is missing and can&apos;t be tolerated</source>
        <translation>A main material is missing and can&apos;t be tolerated</translation>
    </message>
    <message>
        <source>The promise to hand in the rest has not been signed</source>
        <translation>The promise to hand in the rest has not been signed</translation>
    </message>
    <message>
        <source>The applicant&apos;s credit record does not allow tolerance</source>
        <translation>The applicant&apos;s credit record does not allow tolerance</translation>
    </message>
    <message>
        <source>An immediate item knows no tolerance</source>
        <translation>An immediate item knows no tolerance</translation>
    </message>
    <message>
        <source>No time would be left to hand in the rest</source>
        <translation>No time would be left to hand in the rest</translation>
    </message>
    <message>
        <source>Promised materials are still missing</source>
        <translation>Promised materials are still missing</translation>
    </message>
    <message>
        <source>No promised material is open in this case</source>
        <translation>No promised material is open in this case</translation>
    </message>
    <message>
        <source>The pledge has not been signed</source>
        <translation>The pledge has not been signed</translation>
    </message>
    <message>
        <source>This ground is not one that the law knows</source>
        <translation>This ground is not one that the law knows</translation>
    </message>
    <message>
        <source>The item does not list this special procedure</source>
        <translation>The item does not list this special procedure</translation>
    </message>
    <message>
        <source>A stop without a legal basis does not stop the clock</source>
        <translation>A stop without a legal basis does not stop the clock</translation>
    </message>
    <message>
        <source>The number of days is missing</source>
        <translation>The number of days is missing</translation>
    </message>
    <message>
        <source>The result of the special procedure is not on file</source>
        <translation>The result of the special procedure is not on file</translation>
    </message>
    <message>
        <source>This item can&apos;t be extended, or not by so many days</source>
        <translation>This item can&apos;t be extended, or not by so many days</translation>
    </message>
    <message>
        <source>The due date has passed; an extension comes too late</source>
        <translation>The due date has passed; an extension comes too late</translation>
    </message>
    <message>
        <source>The case was extended once already</source>
        <translation>The case was extended once already</translation>
    </message>
    <message>
        <source>The head of the organ has not approved it</source>
        <translation>The head of the organ has not approved it</translation>
    </message>
    <message>
        <source>The opinion or its date is missing</source>
        <translation>The opinion or its date is missing</translation>
    </message>
    <message>
        <source>A check on site needs two officers</source>
        <translation>A check on site needs two officers</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>The reason is missing</translation>
    </message>
    <message>
        <source>A refusal must state its reasons and the remedies</source>
        <translation>A refusal must state its reasons and the remedies</translation>
    </message>
    <message>
        <source>Only an immediate item is decided on the spot</source>
        <translation>Only an immediate item is decided on the spot</translation>
    </message>
    <message>
        <source>On the spot one may only grant</source>
        <translation>On the spot one may only grant</translation>
    </message>
    <message>
        <source>The result is not sealed or has no number yet</source>
        <translation>The result is not sealed or has no number yet</translation>
    </message>
    <message>
        <source>The person who collects has not been checked</source>
        <translation>The person who collects has not been checked</translation>
    </message>
    <message>
        <source>A withdrawal must be in writing</source>
        <translation>A withdrawal must be in writing</translation>
    </message>
    <message>
        <source>The case is irregular; the chief must confirm it first</source>
        <translation>The case is irregular; the chief must confirm it first</translation>
    </message>
    <message>
        <source>The case is not irregular</source>
        <translation>The case is not irregular</translation>
    </message>
    <message>
        <source>The working days of a year that is needed are not known; ask the administrator to enter them</source>
        <translation>The working days of a year that is needed are not known; ask the administrator to enter them</translation>
    </message>
    <message>
        <source>The working days of %1 are not known; ask the administrator to enter them</source>
        <translation>The working days of %1 are not known; ask the administrator to enter them</translation>
    </message>
    <message>
        <source>The entry that this is about was not found, or can&apos;t be taken back</source>
        <translation>The entry that this is about was not found, or can&apos;t be taken back</translation>
    </message>
    <message>
        <source>This person is not known in the hall</source>
        <translation>This person is not known in the hall</translation>
    </message>
    <message>
        <source>This person&apos;s access has ended</source>
        <translation>This person&apos;s access has ended</translation>
    </message>
    <message>
        <source>This window does not take in this item</source>
        <translation>This window does not take in this item</translation>
    </message>
    <message>
        <source>Administrative Licensing Law</source>
        <translation>Administrative Licensing Law</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>This item was repealed or is not in force: nothing is taken in for it</source>
        <translation>This item was repealed or is not in force: nothing is taken in for it</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>To be done by</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Taken in here</source>
        <translation>Taken in here</translation>
    </message>
    <message>
        <source>Known at the centre</source>
        <translation>Known at the centre</translation>
    </message>
    <message>
        <source>Centre not yet</source>
        <translation>Centre not yet</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>Yellow card</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>Red card</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Awaiting correction</source>
        <translation>Awaiting correction</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>Under review</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>Special procedure</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Pending decision</source>
        <translation>Pending decision</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>Terminated</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Immediate case</source>
        <translation>Immediate case</translation>
    </message>
    <message>
        <source>One review, one approval</source>
        <translation>One review, one approval</translation>
    </message>
    <message>
        <source>Commitment case</source>
        <translation>Commitment case</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Tolerant acceptance</source>
        <translation>Tolerant acceptance</translation>
    </message>
    <message>
        <source>Notify and commit</source>
        <translation>Notify and commit</translation>
    </message>
    <message>
        <source>Simulated approval</source>
        <translation>Simulated approval</translation>
    </message>
    <message>
        <source>Parallel approval</source>
        <translation>Parallel approval</translation>
    </message>
    <message>
        <source>Window clerk</source>
        <translation>Window clerk</translation>
    </message>
    <message>
        <source>Integrated window clerk</source>
        <translation>Integrated window clerk</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>Chief representative</source>
        <translation>Chief representative</translation>
    </message>
    <message>
        <source>Issuing window</source>
        <translation>Issuing window</translation>
    </message>
    <message>
        <source>Project agent</source>
        <translation>Project agent</translation>
    </message>
    <message>
        <source>Hall manager</source>
        <translation>Hall manager</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Complaint officer</source>
        <translation>Complaint officer</translation>
    </message>
    <message>
        <source>Catalogue administrator</source>
        <translation>Catalogue administrator</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>System administrator</translation>
    </message>
    <message>
        <source>Applicant online</source>
        <translation>Applicant online</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Resident ID</source>
        <translation>Resident ID</translation>
    </message>
    <message>
        <source>Residence permit for Hong Kong, Macao and Taiwan residents</source>
        <translation>Residence permit for Hong Kong, Macao and Taiwan residents</translation>
    </message>
    <message>
        <source>Mainland travel permit for Hong Kong and Macao residents</source>
        <translation>Mainland travel permit for Hong Kong and Macao residents</translation>
    </message>
    <message>
        <source>Mainland travel permit for Taiwan residents</source>
        <translation>Mainland travel permit for Taiwan residents</translation>
    </message>
    <message>
        <source>Chinese passport</source>
        <translation>Chinese passport</translation>
    </message>
    <message>
        <source>Permanent residence card (2017)</source>
        <translation>Permanent residence card (2017)</translation>
    </message>
    <message>
        <source>Permanent residence card (2023)</source>
        <translation>Permanent residence card (2023)</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Platform case number</source>
        <translation>Platform case number</translation>
    </message>
    <message>
        <source>Basic code of an item</source>
        <translation>Basic code of an item</translation>
    </message>
    <message>
        <source>Implementation code of an item</source>
        <translation>Implementation code of an item</translation>
    </message>
    <message>
        <source>Handling code of an item</source>
        <translation>Handling code of an item</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>Correct on the spot</source>
        <translation>Correct on the spot</translation>
    </message>
    <message>
        <source>One-time correction notice</source>
        <translation>One-time correction notice</translation>
    </message>
    <message>
        <source>Deemed accepted</source>
        <translation>Deemed accepted</translation>
    </message>
    <message>
        <source>Take in corrections</source>
        <translation>Take in corrections</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Accept tolerantly</source>
        <translation>Accept tolerantly</translation>
    </message>
    <message>
        <source>Refuse acceptance</source>
        <translation>Refuse acceptance</translation>
    </message>
    <message>
        <source>Correction lapsed</source>
        <translation>Correction lapsed</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>Start review</translation>
    </message>
    <message>
        <source>Start special procedure</source>
        <translation>Start special procedure</translation>
    </message>
    <message>
        <source>End special procedure</source>
        <translation>End special procedure</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Submit opinion</source>
        <translation>Submit opinion</translation>
    </message>
    <message>
        <source>Send back to review</source>
        <translation>Send back to review</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Refuse the licence</source>
        <translation>Refuse the licence</translation>
    </message>
    <message>
        <source>Decide on the spot</source>
        <translation>Decide on the spot</translation>
    </message>
    <message>
        <source>Take in promised materials</source>
        <translation>Take in promised materials</translation>
    </message>
    <message>
        <source>Promise lapsed</source>
        <translation>Promise lapsed</translation>
    </message>
    <message>
        <source>Issue the result</source>
        <translation>Issue the result</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>Terminate</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Assign a reviewer</source>
        <translation>Assign a reviewer</translation>
    </message>
    <message>
        <source>Declare an interest</source>
        <translation>Declare an interest</translation>
    </message>
    <message>
        <source>Amend a particular</source>
        <translation>Amend a particular</translation>
    </message>
    <message>
        <source>Take back what silence wrote</source>
        <translation>Take back what silence wrote</translation>
    </message>
    <message>
        <source>Confirm the lapse</source>
        <translation>Confirm the lapse</translation>
    </message>
    <message>
        <source>Dates by the new calendar</source>
        <translation>Dates by the new calendar</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Irregular</translation>
    </message>
    <message>
        <source>Confirm an irregular case</source>
        <translation>Confirm an irregular case</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Shown in clear</source>
        <translation>Shown in clear</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Particulars erased</source>
        <translation>Particulars erased</translation>
    </message>
    <message>
        <source>Ask for: %1</source>
        <translation>Ask for: %1</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>Approve: %1</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>Decline: %1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>original inspected, copy kept</source>
        <translation>original inspected, copy kept</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>electronic</translation>
    </message>
    <message>
        <source>original for inspection</source>
        <translation>original for inspection</translation>
    </message>
    <message>
        <source>Father or mother</source>
        <translation>Father or mother</translation>
    </message>
    <message>
        <source>Grandparent</source>
        <translation>Grandparent</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>Brother or sister</translation>
    </message>
    <message>
        <source>Another guardian</source>
        <translation>Another guardian</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Material receipt</source>
        <translation>Material receipt</translation>
    </message>
    <message>
        <source>Notice of acceptance</source>
        <translation>Notice of acceptance</translation>
    </message>
    <message>
        <source>Notice of tolerant acceptance</source>
        <translation>Notice of tolerant acceptance</translation>
    </message>
    <message>
        <source>One-time correction notice</source>
        <translation>One-time correction notice</translation>
    </message>
    <message>
        <source>Receipt of corrections</source>
        <translation>Receipt of corrections</translation>
    </message>
    <message>
        <source>Decision of non-acceptance</source>
        <translation>Decision of non-acceptance</translation>
    </message>
    <message>
        <source>Decision to grant</source>
        <translation>Decision to grant</translation>
    </message>
    <message>
        <source>Decision to refuse</source>
        <translation>Decision to refuse</translation>
    </message>
    <message>
        <source>Notice of extension</source>
        <translation>Notice of extension</translation>
    </message>
    <message>
        <source>Notice of a special procedure</source>
        <translation>Notice of a special procedure</translation>
    </message>
    <message>
        <source>Notice of suspension</source>
        <translation>Notice of suspension</translation>
    </message>
    <message>
        <source>Notice of termination</source>
        <translation>Notice of termination</translation>
    </message>
    <message>
        <source>Withdrawal form</source>
        <translation>Withdrawal form</translation>
    </message>
    <message>
        <source>Service receipt</source>
        <translation>Service receipt</translation>
    </message>
    <message>
        <source>Process sheet</source>
        <translation>Process sheet</translation>
    </message>
    <message>
        <source>Commitment pledge</source>
        <translation>Commitment pledge</translation>
    </message>
    <message>
        <source>Notice of resumption</source>
        <translation>Notice of resumption</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionBar</name>
    <message>
        <source>What is lacking, and what may be done</source>
        <translation>What is lacking, and what may be done</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionButton</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, key %2</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>Not possible now: %1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionList</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, key %2</translation>
    </message>
    <message>
        <source>What may be done</source>
        <translation>What may be done</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ApplicantPanel</name>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>By agent</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Agent&apos;s identity number</source>
        <translation>Agent&apos;s identity number</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>Agent&apos;s name</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>Agent&apos;s phone</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Name of the organisation</translation>
    </message>
    <message>
        <source>Known: %1, last here on %2. Enter takes name, phone and address over.</source>
        <translation>Known: %1, last here on %2. Enter takes name, phone and address over.</translation>
    </message>
    <message>
        <source>✓ Check passed</source>
        <translation>✓ Check passed</translation>
    </message>
    <message>
        <source>✓ Check passed · taken over from the last time</source>
        <translation>✓ Check passed · taken over from the last time</translation>
    </message>
    <message>
        <source>Known at the centre: %1, last in the hall on %2. Enter takes name, phone and address over.</source>
        <translation>Known at the centre: %1, last in the hall on %2. Enter takes name, phone and address over.</translation>
    </message>
    <message>
        <source>Guardian&apos;s identity number</source>
        <translation>Guardian&apos;s identity number</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>Guardian&apos;s name</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone</source>
        <translation>Guardian&apos;s phone</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>Relation to the applicant</translation>
    </message>
    <message>
        <source>The applicant is under fourteen: nothing is taken in without his guardian.</source>
        <translation>The applicant is under fourteen: nothing is taken in without his guardian.</translation>
    </message>
    <message>
        <source>The applicant is under age: his guardian answers for him.</source>
        <translation>The applicant is under age: his guardian answers for him.</translation>
    </message>
    <message>
        <source>Known: %1, last here on %2. Enter takes name and phone over.</source>
        <translation>Known: %1, last here on %2. Enter takes name and phone over.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseActions</name>
    <message>
        <source>No case is open</source>
        <translation>No case is open</translation>
    </message>
    <message>
        <source>Nothing to do here for you now</source>
        <translation>Nothing to do here for you now</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>Approve: %1</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>Decline: %1</translation>
    </message>
    <message>
        <source>Ask for: %1</source>
        <translation>Ask for: %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Approval of the head of the organ</source>
        <translation>Approval of the head of the organ</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>On file</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>Remark (may stay empty)</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Listed defects are still open (art. 32)</source>
        <translation>Listed defects are still open (art. 32)</translation>
    </message>
    <message>
        <source>The matter needs no licence (art. 32 (1))</source>
        <translation>The matter needs no licence (art. 32 (1))</translation>
    </message>
    <message>
        <source>This organ is not competent (art. 32 (2))</source>
        <translation>This organ is not competent (art. 32 (2))</translation>
    </message>
    <message>
        <source>False materials (art. 78)</source>
        <translation>False materials (art. 78)</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the decision</source>
        <translation>Reason, as it will stand in the decision</translation>
    </message>
    <message>
        <source>Promise to supply the rest</source>
        <translation>Promise to supply the rest</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Working days needed</source>
        <translation>Working days needed</translation>
    </message>
    <message>
        <source>Result, as it lies on file</source>
        <translation>Result, as it lies on file</translation>
    </message>
    <message>
        <source>Legal basis of the suspension</source>
        <translation>Legal basis of the suspension</translation>
    </message>
    <message>
        <source>Days to add</source>
        <translation>Days to add</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the notice</source>
        <translation>Reason, as it will stand in the notice</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Second officer of the site check (empty: none was made)</source>
        <translation>Second officer of the site check (empty: none was made)</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>What the reviewer has to do</source>
        <translation>What the reviewer has to do</translation>
    </message>
    <message>
        <source>Reasons, as they will stand in the decision</source>
        <translation>Reasons, as they will stand in the decision</translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation>Number of the certificate</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>At the counter, to the applicant</source>
        <translation>At the counter, to the applicant</translation>
    </message>
    <message>
        <source>At the counter, to somebody else</source>
        <translation>At the counter, to somebody else</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>Who takes it</translation>
    </message>
    <message>
        <source>Somebody else: relation and reason</source>
        <translation>Somebody else: relation and reason</translation>
    </message>
    <message>
        <source>Written request of the applicant</source>
        <translation>Written request of the applicant</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>Reason (may stay empty)</translation>
    </message>
    <message>
        <source>The applicant has died or was dissolved</source>
        <translation>The applicant has died or was dissolved</translation>
    </message>
    <message>
        <source>The item was repealed</source>
        <translation>The item was repealed</translation>
    </message>
    <message>
        <source>Force majeure</source>
        <translation>Force majeure</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>Irregular</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>All promised materials</source>
        <translation>All promised materials</translation>
    </message>
    <message>
        <source>Are here</source>
        <translation>Are here</translation>
    </message>
    <message>
        <source>If late: why</source>
        <translation>If late: why</translation>
    </message>
    <message>
        <source>Remark for colleagues</source>
        <translation>Remark for colleagues</translation>
    </message>
    <message>
        <source>What is amended</source>
        <translation>What is amended</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>As it should be</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>%1, approved by %2</source>
        <translation>%1, approved by %2</translation>
    </message>
    <message>
        <source>Please write how it should be.</source>
        <translation>Please write how it should be.</translation>
    </message>
    <message>
        <source>Somebody else: identity number</source>
        <translation>Somebody else: identity number</translation>
    </message>
    <message>
        <source>Organ that is competent, if it is another one (may stay empty)</source>
        <translation>Organ that is competent, if it is another one (may stay empty)</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseExport</name>
    <message>
        <source>This hall has no supervisor who agrees</source>
        <translation>This hall has no supervisor who agrees</translation>
    </message>
    <message>
        <source>Take the case out as a file</source>
        <translation>Take the case out as a file</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Supervisor who agreed</source>
        <translation>Supervisor who agreed</translation>
    </message>
    <message>
        <source>For whom, and why: it is noted in the case. The file holds everything in clear.</source>
        <translation>For whom, and why: it is noted in the case. The file holds everything in clear.</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>Save the case</translation>
    </message>
    <message>
        <source>Cases (*.yichuang-case)</source>
        <translation>Cases (*.yichuang-case)</translation>
    </message>
    <message>
        <source>Exported as %1. Whoever holds the file reads everything in it.</source>
        <translation>Exported as %1. Whoever holds the file reads everything in it.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseHead</name>
    <message>
        <source>needs you</source>
        <translation>needs you</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>irregular</translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>may be refused</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListScreen</name>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>Take the next application in with F2.</source>
        <translation>Take the next application in with F2.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), most urgent first</source>
        <translation>
            <numerusform>%n case, most urgent first</numerusform>
            <numerusform>%n cases, most urgent first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), latest first</source>
        <translation>
            <numerusform>%n case, latest first</numerusform>
            <numerusform>%n cases, latest first</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Save the list</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) saved as %1</source>
        <translation>
            <numerusform>%n case saved as %1</numerusform>
            <numerusform>%n cases saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasePreview</name>
    <message numerus="yes">
        <source>%n material(s), complete</source>
        <translation>
            <numerusform>%n material, complete</numerusform>
            <numerusform>%n materials, complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s), %1 missing</source>
        <translation>
            <numerusform>%n material, %1 missing</numerusform>
            <numerusform>%n materials, %1 missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>limit %n day(s)</source>
        <translation>
            <numerusform>limit %n day</numerusform>
            <numerusform>limit %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>, extended</source>
        <translation>, extended</translation>
    </message>
    <message numerus="yes">
        <source>, stopped %n day(s)</source>
        <translation>
            <numerusform>, stopped %n day</numerusform>
            <numerusform>, stopped %n days</numerusform>
        </translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation> (provisional)</translation>
    </message>
    <message>
        <source>Accepted on %1, counted from the next day</source>
        <translation>Accepted on %1, counted from the next day</translation>
    </message>
    <message>
        <source>Taken in on %1</source>
        <translation>Taken in on %1</translation>
    </message>
    <message>
        <source>not counted from %1 to %2 (%3)</source>
        <translation>not counted from %1 to %2 (%3)</translation>
    </message>
    <message>
        <source>stopped since %1 (%2)</source>
        <translation>stopped since %1 (%2)</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>No case selected</source>
        <translation>No case selected</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys.</source>
        <translation>Choose one with the arrow keys.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseScreen</name>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>All that may be done</source>
        <translation>All that may be done</translation>
    </message>
    <message>
        <source>Signed. The paper can be printed as soon as the centre knows it.</source>
        <translation>Signed. The paper can be printed as soon as the centre knows it.</translation>
    </message>
    <message>
        <source>The centre has refused an act on this case: see F7</source>
        <translation>The centre has refused an act on this case: see F7</translation>
    </message>
    <message>
        <source>Others acted on this case meanwhile: yours may be refused</source>
        <translation>Others acted on this case meanwhile: yours may be refused</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source> · refused</source>
        <translation> · refused</translation>
    </message>
    <message numerus="yes">
        <source>printed, and reprinted %n time(s)</source>
        <translation>
            <numerusform>printed, and reprinted %n time</numerusform>
            <numerusform>printed, and reprinted %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>printed</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>waits for the centre</source>
        <translation>waits for the centre</translation>
    </message>
    <message>
        <source>not printed yet: Ctrl+P</source>
        <translation>not printed yet: Ctrl+P</translation>
    </message>
    <message>
        <source>Nothing may be done here by you now.</source>
        <translation>Nothing may be done here by you now.</translation>
    </message>
    <message>
        <source>Show a number in clear for 30 seconds</source>
        <translation>Show a number in clear for 30 seconds</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>Which number</translation>
    </message>
    <message>
        <source>Identity number of the agent</source>
        <translation>Identity number of the agent</translation>
    </message>
    <message>
        <source>Phone of the agent</source>
        <translation>Phone of the agent</translation>
    </message>
    <message>
        <source>Reason: it is noted in the case with your name</source>
        <translation>Reason: it is noted in the case with your name</translation>
    </message>
    <message>
        <source>in clear for 30 seconds</source>
        <translation>in clear for 30 seconds</translation>
    </message>
    <message>
        <source>Identity number of the guardian</source>
        <translation>Identity number of the guardian</translation>
    </message>
    <message>
        <source>Phone of the guardian</source>
        <translation>Phone of the guardian</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Taken out as a file</source>
        <translation>Taken out as a file</translation>
    </message>
    <message>
        <source>the centre</source>
        <translation>the centre</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Show the paper</source>
        <translation>Show the paper</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ChecklistView</name>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>Space: here. Minus: missing. R: tolerate. X: shared. C: pledged. B: not applicable.</source>
        <translation>Space: here. Minus: missing. R: tolerate. X: shared. C: pledged. B: not applicable.</translation>
    </message>
    <message>
        <source>This material is decided already.</source>
        <translation>This material is decided already.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be tolerated: it is a main material, or the item does not allow tolerance.</source>
        <translation>“%1” can&apos;t be tolerated: it is a main material, or the item does not allow tolerance.</translation>
    </message>
    <message>
        <source>“%1” is not held by the government: it must be handed in.</source>
        <translation>“%1” is not held by the government: it must be handed in.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be replaced by a pledge.</source>
        <translation>“%1” can&apos;t be replaced by a pledge.</translation>
    </message>
    <message>
        <source>“%1” is always required.</source>
        <translation>“%1” is always required.</translation>
    </message>
    <message>
        <source>Scans are not taken yet. Decide the row on the paper itself: Space if it is here.</source>
        <translation>Scans are not taken yet. Decide the row on the paper itself: Space if it is here.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::Chip</name>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ComparedCodeField</name>
    <message>
        <source>The licence shows just this code</source>
        <translation>The licence shows just this code</translation>
    </message>
    <message>
        <source>Why it is kept</source>
        <translation>Why it is kept</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ConnectionLine</name>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No centre yet</source>
        <translation>No centre yet</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for you</source>
        <translation>
            <numerusform>%n for you</numerusform>
            <numerusform>%n for you</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, key F7</source>
        <translation>%1, key F7</translation>
    </message>
    <message>
        <source>Intake and printing go on as usual.</source>
        <translation>Intake and printing go on as usual.</translation>
    </message>
    <message>
        <source>Not connected to the centre for %1.</source>
        <translation>Not connected to the centre for %1.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DateField</name>
    <message>
        <source>Not before %1.</source>
        <translation>Not before %1.</translation>
    </message>
    <message>
        <source>Not after %1.</source>
        <translation>Not after %1.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DeadlineRibbon</name>
    <message>
        <source>%1: working day %2.</source>
        <translation>%1: working day %2.</translation>
    </message>
    <message>
        <source>%1: make-up working day, day %2.</source>
        <translation>%1: make-up working day, day %2.</translation>
    </message>
    <message>
        <source>%1: make-up working day for %3, day %2.</source>
        <translation>%1: make-up working day for %3, day %2.</translation>
    </message>
    <message>
        <source>%1: day %2; this limit counts every day.</source>
        <translation>%1: day %2; this limit counts every day.</translation>
    </message>
    <message>
        <source>%1: weekend, not counted.</source>
        <translation>%1: weekend, not counted.</translation>
    </message>
    <message>
        <source>%1: public holiday, not counted.</source>
        <translation>%1: public holiday, not counted.</translation>
    </message>
    <message>
        <source>%1: %2, not counted.</source>
        <translation>%1: %2, not counted.</translation>
    </message>
    <message>
        <source>%1: the clock is stopped, not counted.</source>
        <translation>%1: the clock is stopped, not counted.</translation>
    </message>
    <message>
        <source>%1: the clock is stopped (%2), not counted.</source>
        <translation>%1: the clock is stopped (%2), not counted.</translation>
    </message>
    <message>
        <source>%1: the last day is no working day, the limit moves on.</source>
        <translation>%1: the last day is no working day, the limit moves on.</translation>
    </message>
    <message>
        <source>%1: the working day to which the limit has moved.</source>
        <translation>%1: the working day to which the limit has moved.</translation>
    </message>
    <message>
        <source> Provisional: the holiday notice of that year is not out yet.</source>
        <translation> Provisional: the holiday notice of that year is not out yet.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>due</source>
        <translation>due</translation>
    </message>
    <message>
        <source> Due on this day.</source>
        <translation> Due on this day.</translation>
    </message>
    <message>
        <source> Today.</source>
        <translation> Today.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1: no day counted.</source>
        <translation>%1: no day counted.</translation>
    </message>
    <message>
        <source>%1: days %2 to %3, weekends and holidays left out.</source>
        <translation>%1: days %2 to %3, weekends and holidays left out.</translation>
    </message>
    <message>
        <source>%1: day zero, counting begins on the next day.</source>
        <translation>%1: day zero, counting begins on the next day.</translation>
    </message>
    <message numerus="yes">
        <source>%1: today, %n day(s) after the due date.</source>
        <translation>
            <numerusform>%1: today, %n day after the due date.</numerusform>
            <numerusform>%1: today, %n days after the due date.</numerusform>
        </translation>
    </message>
    <message>
        <source>Day zero %1, due %2.</source>
        <translation>Day zero %1, due %2.</translation>
    </message>
    <message numerus="yes">
        <source> %n day(s) counted,</source>
        <translation>
            <numerusform> %n day counted,</numerusform>
            <numerusform> %n days counted,</numerusform>
        </translation>
    </message>
    <message>
        <source> %1 of them gone by today.</source>
        <translation> %1 of them gone by today.</translation>
    </message>
    <message numerus="yes">
        <source> %n day(s) off left out.</source>
        <translation>
            <numerusform> %n day off left out.</numerusform>
            <numerusform> %n days off left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> The clock stood still on %n day(s).</source>
        <translation>
            <numerusform> The clock stood still on %n day.</numerusform>
            <numerusform> The clock stood still on %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> Overdue for %n day(s).</source>
        <translation>
            <numerusform> Overdue for %n day.</numerusform>
            <numerusform> Overdue for %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source> Due today.</source>
        <translation> Due today.</translation>
    </message>
    <message>
        <source> The due date is provisional.</source>
        <translation> The due date is provisional.</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>No limit runs.</source>
        <translation>No limit runs.</translation>
    </message>
    <message>
        <source>work</source>
        <translation>work</translation>
    </message>
    <message>
        <source>today</source>
        <translation>today</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days of a stop, very short</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DeskScreen</name>
    <message>
        <source>unchecked</source>
        <translation>unchecked</translation>
    </message>
    <message>
        <source>here</source>
        <translation>here</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>to come later</source>
        <translation>to come later</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>pledged</source>
        <translation>pledged</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Review opinion</source>
        <translation>Review opinion</translation>
    </message>
    <message>
        <source>Signed. The paper can be printed as soon as the centre knows it.</source>
        <translation>Signed. The paper can be printed as soon as the centre knows it.</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Nothing waits for your decision</translation>
    </message>
    <message>
        <source>What the reviewers pass on appears here by itself.</source>
        <translation>What the reviewers pass on appears here by itself.</translation>
    </message>
    <message>
        <source>None was written.</source>
        <translation>None was written.</translation>
    </message>
    <message>
        <source>You neither took this case in nor reviewed it: you may decide.</source>
        <translation>You neither took this case in nor reviewed it: you may decide.</translation>
    </message>
    <message>
        <source>Not yours to decide</source>
        <translation>Not yours to decide</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>Reason (may stay empty to grant)</source>
        <translation>Reason (may stay empty to grant)</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ExportedCaseWindow</name>
    <message>
        <source>%1 – exported case</source>
        <translation>%1 – exported case</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened</source>
        <translation>This file can&apos;t be opened</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postal address</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Guardian · %1</source>
        <translation>Guardian · %1</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Taken in at</source>
        <translation>Taken in at</translation>
    </message>
    <message>
        <source>Taken in on</source>
        <translation>Taken in on</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>By law until</source>
        <translation>By law until</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>Concluded on</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>A copy, to be read</source>
        <translation>A copy, to be read</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Supervisor who agreed</source>
        <translation>Supervisor who agreed</translation>
    </message>
    <message>
        <source>For whom, and why</source>
        <translation>For whom, and why</translation>
    </message>
    <message>
        <source>The record itself is kept by %1.</source>
        <translation>The record itself is kept by %1.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>%1 · not in force</source>
        <translation>%1 · not in force</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::Field</name>
    <message>
        <source>%1 characters are too many; at most %2.</source>
        <translation>%1 characters are too many; at most %2.</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>Still to be filled in.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FindItemScreen</name>
    <message>
        <source>receipt only: another department accepts</source>
        <translation>receipt only: another department accepts</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>What is to be done?</translation>
    </message>
    <message>
        <source>Name, pinyin initials, code, or scan the guide. Arrow keys choose, Enter begins.</source>
        <translation>Name, pinyin initials, code, or scan the guide. Arrow keys choose, Enter begins.</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>Items found</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>Draft · %1</source>
        <translation>Draft · %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n day(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n day</numerusform>
            <numerusform>%1 · %2 · %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Try the first letters of each syllable, or a shorter name.</source>
        <translation>Try the first letters of each syllable, or a shorter name.</translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>decided by %1</translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation> (provisional)</translation>
    </message>
    <message>
        <source>Accepted today</source>
        <translation>Accepted today</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>the decision itself</source>
        <translation>the decision itself</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visits</translation>
    </message>
    <message numerus="yes">
        <source>at most %n</source>
        <translation>
            <numerusform>at most %n</numerusform>
            <numerusform>at most %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Materials to bring</source>
        <translation>Materials to bring</translation>
    </message>
    <message>
        <source>, where it applies</source>
        <translation>, where it applies</translation>
    </message>
    <message>
        <source>, may come later</source>
        <translation>, may come later</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 of %2: %3</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Not taken in here: %1</source>
        <translation>Not taken in here: %1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FormPanel</name>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HandbookPage</name>
    <message>
        <source>Handbook</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Find in the handbook</source>
        <translation>Find in the handbook</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>scroll</translation>
    </message>
    <message>
        <source>next link</source>
        <translation>next link</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>back</source>
        <translation>back</translation>
    </message>
    <message>
        <source>next chapter</source>
        <translation>next chapter</translation>
    </message>
    <message>
        <source>close</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::IdentifierField</name>
    <message>
        <source>✓ Check passed</source>
        <translation>✓ Check passed</translation>
    </message>
    <message>
        <source>Kept after comparison with the licence</source>
        <translation>Kept after comparison with the licence</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::IntakeScreen</name>
    <message>
        <source>Form of this item</source>
        <translation>Form of this item</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>One-time correction notice (written from the missing rows)</source>
        <translation>One-time correction notice (written from the missing rows)</translation>
    </message>
    <message>
        <source>The promise to supply the rest is signed</source>
        <translation>The promise to supply the rest is signed</translation>
    </message>
    <message>
        <source>The pledge is signed</source>
        <translation>The pledge is signed</translation>
    </message>
    <message>
        <source>The applicant is on the list of bad credit</source>
        <translation>The applicant is on the list of bad credit</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>no fee</source>
        <translation>no fee</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>fee</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>may come later</source>
        <translation>may come later</translation>
    </message>
    <message>
        <source>held by the government</source>
        <translation>held by the government</translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) missing</source>
        <translation>
            <numerusform>%n material missing</numerusform>
            <numerusform>%n materials missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) to check</source>
        <translation>
            <numerusform>%n material to check</numerusform>
            <numerusform>%n materials to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fill in or mend</source>
        <translation>
            <numerusform>%n field to fill in or mend</numerusform>
            <numerusform>%n fields to fill in or mend</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Decide and print</source>
        <translation>Decide and print</translation>
    </message>
    <message>
        <source>Nothing is missing so far.</source>
        <translation>Nothing is missing so far.</translation>
    </message>
    <message>
        <source>To be supplied by %1, at any window of the hall</source>
        <translation>To be supplied by %1, at any window of the hall</translation>
    </message>
    <message>
        <source>Once complete: accepted today, to be decided by %1</source>
        <translation>Once complete: accepted today, to be decided by %1</translation>
    </message>
    <message>
        <source>Accepted today, to be decided by %1</source>
        <translation>Accepted today, to be decided by %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1 missing</source>
        <translation> · %1 missing</translation>
    </message>
    <message>
        <source>%1 / %2 filled in</source>
        <translation>%1 / %2 filled in</translation>
    </message>
    <message>
        <source>Propose non-acceptance: the chief representative signs it</source>
        <translation>Propose non-acceptance: the chief representative signs it</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>The matter needs no licence (art. 32 (1))</source>
        <translation>The matter needs no licence (art. 32 (1))</translation>
    </message>
    <message>
        <source>This organ is not competent (art. 32 (2))</source>
        <translation>This organ is not competent (art. 32 (2))</translation>
    </message>
    <message>
        <source>False materials (art. 78)</source>
        <translation>False materials (art. 78)</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the decision</source>
        <translation>Reason, as it will stand in the decision</translation>
    </message>
    <message>
        <source>Space here</source>
        <translation>Space here</translation>
    </message>
    <message>
        <source>− missing</source>
        <translation>− missing</translation>
    </message>
    <message>
        <source>R to come later</source>
        <translation>R to come later</translation>
    </message>
    <message>
        <source>X shared</source>
        <translation>X shared</translation>
    </message>
    <message>
        <source>C pledged</source>
        <translation>C pledged</translation>
    </message>
    <message>
        <source>B not applicable</source>
        <translation>B not applicable</translation>
    </message>
    <message>
        <source>Ctrl+Z take back</source>
        <translation>Ctrl+Z take back</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::KeyOverlay</name>
    <message>
        <source>All keys of this screen</source>
        <translation>All keys of this screen</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>This screen</translation>
    </message>
    <message>
        <source>In the checklist</source>
        <translation>In the checklist</translation>
    </message>
    <message>
        <source>In the paper viewer</source>
        <translation>In the paper viewer</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Enter: next field. Shift+Enter: previous field. In lists the arrow keys move, Enter opens.</source>
        <translation>Enter: next field. Shift+Enter: previous field. In lists the arrow keys move, Enter opens.</translation>
    </message>
    <message>
        <source>F1 again: handbook. Any other key closes.</source>
        <translation>F1 again: handbook. Any other key closes.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>Yichuang</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1 – Yichuang</source>
        <translation>%1 – Yichuang</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>%n number left</numerusform>
            <numerusform>%n numbers left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NumberField</name>
    <message>
        <source>Please write a whole number from %1 to %2.</source>
        <translation>Please write a whole number from %1 to %2.</translation>
    </message>
    <message>
        <source>Please write a number from %1 to %2.</source>
        <translation>Please write a number from %1 to %2.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>No page.</source>
        <translation>No page.</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1, page %2 of %3</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PapersScreen</name>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Each printing is noted in the case with template, copy and content. Printed again, the paper says so.</source>
        <translation>Each printing is noted in the case with template, copy and content. Printed again, the paper says so.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Papers: %1
Copies: %2
This time: %3</source>
        <translation>Papers: %1
Copies: %2
This time: %3</translation>
    </message>
    <message>
        <source>reprint no. %1</source>
        <translation>reprint no. %1</translation>
    </message>
    <message>
        <source>first print</source>
        <translation>first print</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>No printer is set up on this machine. The paper is kept in the case: save it as PDF with Ctrl+S, or ask the administrator.</source>
        <translation>No printer is set up on this machine. The paper is kept in the case: save it as PDF with Ctrl+S, or ask the administrator.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PlaceButton</name>
    <message numerus="yes">
        <source>%1, %n case(s), key %2</source>
        <translation>
            <numerusform>%1, %n case, key %2</numerusform>
            <numerusform>%1, %n cases, key %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, key %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PlaceList</name>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReasonPanel</name>
    <message>
        <source>Back  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>Please choose.</translation>
    </message>
    <message>
        <source>Please write a whole number of days, 1 or more.</source>
        <translation>Please write a whole number of days, 1 or more.</translation>
    </message>
    <message>
        <source>Please write the reason: it goes into the file and onto the paper.</source>
        <translation>Please write the reason: it goes into the file and onto the paper.</translation>
    </message>
    <message>
        <source>Please write the name of the person who stands here.</source>
        <translation>Please write the name of the person who stands here.</translation>
    </message>
    <message>
        <source>Please write the number of the document that this person shows.</source>
        <translation>Please write the number of the document that this person shows.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SearchField</name>
    <message>
        <source>Search everywhere</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Number · name · phone · item</source>
        <translation>Number · name · phone · item</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SettingsScreen</name>
    <message>
        <source>automatic</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>upper tray</source>
        <translation>upper tray</translation>
    </message>
    <message>
        <source>lower tray</source>
        <translation>lower tray</translation>
    </message>
    <message>
        <source>middle tray</source>
        <translation>middle tray</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>envelopes</source>
        <translation>envelopes</translation>
    </message>
    <message>
        <source>envelopes by hand</source>
        <translation>envelopes by hand</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>tractor</translation>
    </message>
    <message>
        <source>small sheets</source>
        <translation>small sheets</translation>
    </message>
    <message>
        <source>large sheets</source>
        <translation>large sheets</translation>
    </message>
    <message>
        <source>large tray</source>
        <translation>large tray</translation>
    </message>
    <message>
        <source>cassette</source>
        <translation>cassette</translation>
    </message>
    <message>
        <source>form tray</source>
        <translation>form tray</translation>
    </message>
    <message>
        <source>Papers and printers</source>
        <translation>Papers and printers</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>Right, mm</source>
        <translation>Right, mm</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Down, mm</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>Locks itself after so many minutes</source>
        <translation>Locks itself after so many minutes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>light</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>high contrast</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Offset, mm</source>
        <translation>Offset, mm</translation>
    </message>
    <message>
        <source>the system&apos;s usual printer</source>
        <translation>the system&apos;s usual printer</translation>
    </message>
    <message>
        <source>Language, appearance and size change with the next start.</source>
        <translation>Language, appearance and size change with the next start.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Yichuang %1</source>
        <translation>Yichuang %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>File of this machine</source>
        <translation>File of this machine</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>%1 (not ready)</source>
        <translation>%1 (not ready)</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (not there)</translation>
    </message>
    <message>
        <source>Kept for all papers of this size.</source>
        <translation>Kept for all papers of this size.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Kept.</translation>
    </message>
    <message>
        <source>This could not be written to the folder of this machine&apos;s file. Is the disk full?</source>
        <translation>This could not be written to the folder of this machine&apos;s file. Is the disk full?</translation>
    </message>
    <message>
        <source>Kept. It changes with the next start of the program.</source>
        <translation>Kept. It changes with the next start of the program.</translation>
    </message>
    <message>
        <source>Printed on %1. Measure the corner: what lacks to the right and downwards goes into the fields.</source>
        <translation>Printed on %1. Measure the corner: what lacks to the right and downwards goes into the fields.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SignInScreen</name>
    <message>
        <source>Name or staff number</source>
        <translation>Name or staff number</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Address of the centre</translation>
    </message>
    <message>
        <source>Enrolment code, from the administrator, for one use</source>
        <translation>Enrolment code, from the administrator, for one use</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>Last here</translation>
    </message>
    <message>
        <source>Demonstration hall: who may sign in</source>
        <translation>Demonstration hall: who may sign in</translation>
    </message>
    <message>
        <source>Yichuang</source>
        <translation>Yichuang</translation>
    </message>
    <message>
        <source>This machine is new here. The administrator makes a code for its window, good for one use within a day.</source>
        <translation>This machine is new here. The administrator makes a code for its window, good for one use within a day.</translation>
    </message>
    <message>
        <source>  (offline until %1)</source>
        <translation>  (offline until %1)</translation>
    </message>
    <message>
        <source>Enrol  Enter</source>
        <translation>Enrol  Enter</translation>
    </message>
    <message>
        <source>Sign in  Enter</source>
        <translation>Sign in  Enter</translation>
    </message>
    <message>
        <source>Today is %1: that is right</source>
        <translation>Today is %1: that is right</translation>
    </message>
    <message>
        <source>The clock of this machine has moved. Please compare the date with the calendar on the wall.</source>
        <translation>The clock of this machine has moved. Please compare the date with the calendar on the wall.</translation>
    </message>
    <message>
        <source>Please write your name.</source>
        <translation>Please write your name.</translation>
    </message>
    <message>
        <source>Please write your password.</source>
        <translation>Please write your password.</translation>
    </message>
    <message>
        <source>Please write the code that the administrator made for this window.</source>
        <translation>Please write the code that the administrator made for this window.</translation>
    </message>
    <message>
        <source>Choose somebody and press Enter: name and password are filled in. At one window one after the other may work: Ctrl+L locks it for the next.</source>
        <translation>Choose somebody and press Enter: name and password are filled in. At one window one after the other may work: Ctrl+L locks it for the next.</translation>
    </message>
    <message>
        <source>Waiting for this machine&apos;s keychain. If it asks for its password in a window of its own, please answer there.</source>
        <translation>Waiting for this machine&apos;s keychain. If it asks for its password in a window of its own, please answer there.</translation>
    </message>
    <message>
        <source>This machine is new here. Its code has been made already: press Enter.</source>
        <translation>This machine is new here. Its code has been made already: press Enter.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>This machine was enrolled before, but nobody signed in and no keychain kept its key. Please enrol it anew: the administrator makes a code for its window.</source>
        <translation>This machine was enrolled before, but nobody signed in and no keychain kept its key. Please enrol it anew: the administrator makes a code for its window.</translation>
    </message>
    <message>
        <source>No keychain answers on this machine: what waits goes up after the first sign-in.</source>
        <translation>No keychain answers on this machine: what waits goes up after the first sign-in.</translation>
    </message>
    <message>
        <source>The hall&apos;s recovery key, from the administrator&apos;s paper</source>
        <translation>The hall&apos;s recovery key, from the administrator&apos;s paper</translation>
    </message>
    <message>
        <source>Esc goes back to name and password.</source>
        <translation>Esc goes back to name and password.</translation>
    </message>
    <message>
        <source>Open the file  Enter</source>
        <translation>Open the file  Enter</translation>
    </message>
    <message>
        <source>Please write the recovery key.</source>
        <translation>Please write the recovery key.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SyncScreen</name>
    <message numerus="yes">
        <source>%n act(s) wait here to be sent.</source>
        <translation>
            <numerusform>%n act waits here to be sent.</numerusform>
            <numerusform>%n acts wait here to be sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Nothing waits here.</translation>
    </message>
    <message>
        <source>Connected to the centre. %1</source>
        <translation>Connected to the centre. %1</translation>
    </message>
    <message>
        <source>The centre has not been reached yet. %1</source>
        <translation>The centre has not been reached yet. %1</translation>
    </message>
    <message>
        <source>Somebody else answers at the centre&apos;s address (a login page?). %1 Intake and printing go on. Please tell the administrator.</source>
        <translation>Somebody else answers at the centre&apos;s address (a login page?). %1 Intake and printing go on. Please tell the administrator.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is far from the centre&apos;s. Please tell the administrator. %1</source>
        <translation>This machine&apos;s clock is far from the centre&apos;s. Please tell the administrator. %1</translation>
    </message>
    <message>
        <source>Sending begins after the first sign-in. %1</source>
        <translation>Sending begins after the first sign-in. %1</translation>
    </message>
    <message>
        <source>The centre knows more of this machine&apos;s work than the machine itself (a restored image?). It has to be enrolled anew before anything is signed. %1</source>
        <translation>The centre knows more of this machine&apos;s work than the machine itself (a restored image?). It has to be enrolled anew before anything is signed. %1</translation>
    </message>
    <message>
        <source>The centre no longer knows this workstation. Please tell the administrator. %1</source>
        <translation>The centre no longer knows this workstation. Please tell the administrator. %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>oldest since %1</source>
        <translation>oldest since %1</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>last contact %1</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>next try %1</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>%n number left</numerusform>
            <numerusform>%n numbers left</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n act</numerusform>
            <numerusform>%n acts</numerusform>
        </translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>may be refused</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>needs you</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>The centre, before</source>
        <translation>The centre, before</translation>
    </message>
    <message>
        <source>What you may do</source>
        <translation>What you may do</translation>
    </message>
    <message>
        <source>Lawful now: %1</source>
        <translation>Lawful now: %1</translation>
    </message>
    <message>
        <source>Leave it to the chief, with a note</source>
        <translation>Leave it to the chief, with a note</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>not as it was signed</source>
        <translation>not as it was signed</translation>
    </message>
    <message>
        <source>number used already</source>
        <translation>number used already</translation>
    </message>
    <message>
        <source>received only</source>
        <translation>received only</translation>
    </message>
    <message>
        <source>damaged on this machine</source>
        <translation>damaged on this machine</translation>
    </message>
    <message>
        <source>Enrol this workstation anew</source>
        <translation>Enrol this workstation anew</translation>
    </message>
    <message>
        <source>Enrol anew</source>
        <translation>Enrol anew</translation>
    </message>
    <message>
        <source>New enrolment code of this window</source>
        <translation>New enrolment code of this window</translation>
    </message>
    <message>
        <source>The centre knows this workstation: there is nothing to enrol anew.</source>
        <translation>The centre knows this workstation: there is nothing to enrol anew.</translation>
    </message>
    <message>
        <source>Nothing of this workstation was refused.</source>
        <translation>Nothing of this workstation was refused.</translation>
    </message>
    <message>
        <source>The number of this case stands.</source>
        <translation>The number of this case stands.</translation>
    </message>
    <message>
        <source>There is no other.</source>
        <translation>There is no other.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Nobody else did anything that has a paper.</source>
        <translation>Nobody else did anything that has a paper.</translation>
    </message>
    <message>
        <source>Not lawful: %1</source>
        <translation>Not lawful: %1</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Would have led to</source>
        <translation>Would have led to</translation>
    </message>
    <message>
        <source>Printed and perhaps handed out already: %1. It does not hold; please tell the applicant.</source>
        <translation>Printed and perhaps handed out already: %1. It does not hold; please tell the applicant.</translation>
    </message>
    <message>
        <source>Nobody else did anything with this case.</source>
        <translation>Nobody else did anything with this case.</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>State now</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>Lacking</translation>
    </message>
    <message>
        <source>Nothing was overwritten: both sides are kept. All other cases go on.</source>
        <translation>Nothing was overwritten: both sides are kept. All other cases go on.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Just cut off from the centre. %1 Intake and printing go on.</source>
        <translation>Just cut off from the centre. %1 Intake and printing go on.</translation>
    </message>
    <message>
        <source>The centre is of another release than this program: they don&apos;t understand each other. %1 Intake and printing go on. Please tell the administrator which machine this is.</source>
        <translation>The centre is of another release than this program: they don&apos;t understand each other. %1 Intake and printing go on. Please tell the administrator which machine this is.</translation>
    </message>
    <message>
        <source>Cut off from the centre for %1. %2 Intake and printing go on.</source>
        <translation>Cut off from the centre for %1. %2 Intake and printing go on.</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TodayScreen</name>
    <message>
        <source>What waits for you</source>
        <translation>What waits for you</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>This window</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>mine</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>to hand over</source>
        <translation>to hand over</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>drafts</translation>
    </message>
    <message>
        <source>refused by the centre</source>
        <translation>refused by the centre</translation>
    </message>
    <message>
        <source>Numbers left</source>
        <translation>Numbers left</translation>
    </message>
    <message>
        <source>First of all</source>
        <translation>First of all</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>While you were away</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nothing waits for you</translation>
    </message>
    <message>
        <source>Take the next application in with F2.</source>
        <translation>Take the next application in with F2.</translation>
    </message>
    <message>
        <source>most urgent first</source>
        <translation>most urgent first</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) by others</source>
        <translation>
            <numerusform>%n step by others</numerusform>
            <numerusform>%n steps by others</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else did anything with your cases.</source>
        <translation>Nobody else did anything with your cases.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: each case&apos;s page tells it</source>
        <translation>
            <numerusform>and %n more: its case&apos;s page tells it</numerusform>
            <numerusform>and %n more: each case&apos;s page tells it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TwoMarks</name>
    <message>
        <source>Taken in here and known at the centre</source>
        <translation>Taken in here and known at the centre</translation>
    </message>
    <message>
        <source>Taken in here; the centre does not know it yet</source>
        <translation>Taken in here; the centre does not know it yet</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::WorkstationWindow</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
</TS>
