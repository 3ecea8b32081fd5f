// SPDX-License-Identifier: GPL-3.0-or-later
#include <yichuang/workflows/papers_desk.h>

#include "case_views.h"
#include "paper_contents.h"
#include "workplace_private.h"

#include <yichuang/printing/render.h>
#include <yichuang/qtbridge/values.h>

#include <algorithm>

namespace yichuang {

PapersDesk::PapersDesk(Workplace& workplace)
    : m_workplace(workplace) { }

PaperFrame PapersDesk::frame() const {
    const Workplace::Private& place = *m_workplace.m_d;
    return PaperFrame {place.enrolment ? toQString(place.enrolment->hallName) : QString {},
        !place.settings.demonstrationFile.isEmpty()};
}

QFuture<Result<PaperContent>> PapersDesk::content(const StreamId& stream, const DuePaper& paper) const {
    Workplace::Private& place = *m_workplace.m_d;
    const auto kind = paperKindFromText(paper.paper.toStdString());
    const int copies = kind ? place.machine->output(*kind).copies : 0;
    return place.storage->run([stream, paper, frame = frame(), copies, onlooker = place.onlooker()](
                                  WorkstationStore& store) -> Result<PaperContent> {
        auto file = store.journal().file(stream);
        if (!file)
            return tl::unexpected<Error> {file.error()};
        const CaseView view = viewOf(*file, *store.registry(), onlooker);
        const auto known = papersCalledFor(view.timeline);
        const auto due = std::find_if(known.begin(), known.end(), [&paper](const DuePaper& candidate) {
            return candidate.paper == paper.paper && candidate.source == paper.source;
        });
        if (due == known.end())
            return failure("paper.not_due", {{"paper", paper.paper.toStdString()}});
        if (due->mustWait)
            return failure("paper.waits_for_centre", {{"paper", paper.paper.toStdString()}});
        auto content = paperContentOf(view, *due, *store.registry(), frame);
        if (!content)
            return content;
        if (copies > 0)
            content->copies = copies;
        for (const PrintedPaper& printed : view.papers) {
            if (printed.paper == due->paper && printed.source == due->source)
                content->reprint = printed.prints;
        }
        return content;
    });
}

PaperContent PapersDesk::processSheet(const Item& item) const {
    PaperContent content = processSheetOf(item, frame());
    const int copies = m_workplace.m_d->machine->output(content.kind).copies;
    content.copies = copies > 0 ? copies : copiesOf(content.kind);
    return content;
}

QFuture<Result<void>> PapersDesk::printed(const StreamId& stream, const DuePaper& paper, const PaperContent& content,
    const QString& contentHash, const QString& printerName) {
    Workplace::Private& place = *m_workplace.m_d;
    ActRequest request;
    request.stream = stream;
    Command command;
    command.event = Event::Printed;
    command.date = place.today();
    command.actor.id = place.person();
    command.facts.target = paper.source;
    command.facts.paper = paper.paper.toStdString();
    command.facts.ordinal = paper.ordinal;
    command.facts.copy = content.reprint + 1;
    command.facts.copies = content.copies;
    command.facts.templateVersion = templateVersion(content.kind);
    command.facts.contentHash = contentHash.toStdString();
    request.commands.push_back(std::move(command));
    request.particulars.push_back(
        Particulars {{"printer", printerName.toStdString()}, {"document_number", content.documentNumber}});
    return place.write(std::move(request)).then(this, [](const Result<PerformedAct>& written) -> Result<void> {
        if (!written)
            return tl::unexpected<Error> {written.error()};
        return {};
    });
}

} // namespace yichuang
