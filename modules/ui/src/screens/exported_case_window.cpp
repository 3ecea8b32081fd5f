// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/ui/screens/exported_case_window.h>

#include "scroll_frame.h"

#include <yichuang/domain/identifiers.h>
#include <yichuang/qtbridge/values.h>
#include <yichuang/ui/cards.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/screens/case_screen.h>
#include <yichuang/ui/sentences.h>
#include <yichuang/ui/translation.h>

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yichuang::ui {
namespace {

constexpr qint64 largest = 64LL * 1024 * 1024;
constexpr int usualWidth = 1100;
constexpr int usualHeight = 720;

Result<ExportedCase> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return failure("file.read", {{"path", path.toStdString()}}, file.errorString().toStdString());
    return readCaseFile(file.readAll());
}

QString timeWords(const QDateTime& time) {
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

void addDate(Card& card, const QString& label, const std::optional<CivilDate>& date) {
    if (date)
        card.addFact(label, dateInForm(*date));
}

/// With what belongs to somebody's document: "居民身份证 430400…".
QString numberWords(const Party& party) {
    const auto kind = identifierKindFromText(party.idKind.toStdString());
    return kind ? QStringLiteral("%1 %2").arg(nameOf(*kind), party.idNumber) : party.idNumber;
}

} // namespace

ExportedCaseWindow::ExportedCaseWindow(const QString& path) {
    setWindowTitle(tr("%1 – exported case").arg(QFileInfo(path).fileName()));
    resize(currentTheme().column(usualWidth), usualHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto read = readFile(path);
    if (!read) {
        column->addWidget(
            new EmptyState(tr("This file can't be opened"), sentenceFor(read.error()), QStringLiteral("Esc")));
        return;
    }
    m_case = *std::move(read);
    auto* scroll = new QScrollArea;
    frameForScrolling(*scroll, page());
    column->addWidget(scroll);
    // The arrow keys scroll.
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setFocus();
}

void ExportedCaseWindow::tellApplicant(Card& card) const {
    const Applicant& applicant = m_case->applicant;
    const auto tell = [&card](const QString& who, const Party& party) {
        card.addFact(who, party.name);
        card.addFact(tr("Identity number"), numberWords(party));
        if (!party.phone.isEmpty())
            card.addFact(tr("Phone"), party.phone);
        if (!party.address.isEmpty())
            card.addFact(tr("Postal address"), party.address);
    };
    tell(tr("Applicant"), applicant.self);
    if (!applicant.legalRepresentative.isEmpty())
        card.addFact(tr("Legal representative"), applicant.legalRepresentative);
    if (applicant.agent) {
        card.addRule();
        tell(tr("Agent"), *applicant.agent);
    }
    if (applicant.guardian) {
        card.addRule();
        tell(tr("Guardian · %1").arg(nameOfRelation(applicant.guardian->relation)), applicant.guardian->self);
    }
    if (!m_case->form.isEmpty())
        card.addRule();
    for (const FormRow& row : m_case->form)
        card.addFact(inLanguage(row.title, row.titleEn), inLanguage(row.value, row.valueEn));
}

QWidget* ExportedCaseWindow::page() const {
    auto* inner = new Column;
    auto* columns = new QHBoxLayout(inner);
    columns->setContentsMargins(Theme::spaceLarge, Theme::spaceLarge, Theme::spaceLarge, Theme::spaceLarge);
    columns->setSpacing(Theme::space);
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::space);
    auto* right = new QVBoxLayout;
    right->setSpacing(Theme::space);
    columns->addLayout(left, 11);
    columns->addLayout(right, 9);
    const auto card = [](QVBoxLayout* place, const QString& title) {
        auto* made = new Card(title);
        made->setSnug();
        place->addWidget(made);
        return made;
    };

    Card* head = card(left, inLanguage(m_case->itemTitle, m_case->itemTitleEn));
    head->addFact(tr("Case number"), text(groupedCaseNo(m_case->caseNo.toStdString())));
    head->addFact(tr("Department"), inLanguage(m_case->department, m_case->departmentEn));
    head->addFact(tr("Kind"), nameOf(m_case->caseType));
    head->addFact(tr("State"), nameOf(m_case->stage));
    head->addFact(tr("Taken in at"), m_case->windowName);
    addDate(*head, tr("Taken in on"), m_case->receivedOn);
    addDate(*head, tr("Accepted on"), m_case->acceptedOn);
    addDate(*head, tr("Promised by"), m_case->promisedDue);
    addDate(*head, tr("By law until"), m_case->statutoryDue);
    addDate(*head, tr("Concluded on"), m_case->concludedOn);
    tellApplicant(*card(left, tr("Application")));
    Card* materials = card(left, tr("Materials"));
    for (const ExportedCase::MaterialLine& line : m_case->materials) {
        const QString name = inLanguage(line.name, line.nameEn);
        materials->addLine(QString::number(line.seq),
            line.note.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, line.note), markText(line.state));
    }
    left->addStretch();

    Card* out = card(right, tr("A copy, to be read"));
    out->addFact(tr("Exported"), timeWords(m_case->exportedAt));
    out->addFact(tr("By"), m_case->exportedBy);
    out->addFact(tr("Supervisor who agreed"), m_case->agreedBy);
    out->addFact(tr("For whom, and why"), m_case->reason);
    auto* note = new Words(tr("The record itself is kept by %1.").arg(m_case->hallName), TextStyle::Hint, Token::Muted);
    note->setWordWrap(true);
    out->body()->addWidget(note);
    Card* story = card(right, tr("What happened"));
    for (const TimelineEntry& entry : m_case->timeline)
        story->addLine(dateInForm(entry.entry.date), timelineWords(entry),
            entry.refused ? tr("%1 · not in force").arg(personWords(entry)) : personWords(entry),
            entry.refused ? Token::Red : Token::Ink);
    if (!m_case->papers.isEmpty()) {
        Card* papers = card(right, tr("Papers"));
        for (const PrintedPaper& paper : m_case->papers)
            papers->addFact(paperTitle(paper.paper),
                paper.documentNumber.isEmpty()
                    ? timeWords(paper.last)
                    : QStringLiteral("%1 · %2").arg(paper.documentNumber, timeWords(paper.last)));
    }
    right->addStretch();
    return inner;
}

void ExportedCaseWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace yichuang::ui
