// SPDX-License-Identifier: GPL-3.0-or-later
#include "applicants.h"
#include "subjects.h"
#include "waiting.h"

#include <QDir>

namespace yichuang::bench {

namespace {

/// The raw side needs fewer for its median; ours all stay in the outbox.
constexpr std::size_t rawEvery = 4;

} // namespace

std::vector<ClearIntake> measureAcceptance(const Ground& ground, Subject& acceptance) {
    const Sizes& sizes = ground.sizes;
    std::vector<ClearIntake> clear;
    clear.reserve(static_cast<std::size_t>(sizes.offlineIntakes()));
    Applicants applicants(1);
    Desk desk(ground.counter, ground.clock, ground.secrets);
    desk.start();
    desk.signIn(QLatin1String(Hall::clerk()));
    Workplace& place = desk.workplace();
    const SignedIn clerk = *place.session().current();
    ClearFile raw(QDir(ground.folder).filePath(QStringLiteral("clear.sqlite")).toStdString());

    for (int run = 0; run < sizes.runs; ++run) {
        std::vector<double> ours;
        std::vector<double> theirs;
        for (int done = 0; done < sizes.acceptances;) {
            const int block = std::min(sizes.block, sizes.acceptances - done);
            const std::size_t first = clear.size();
            for (int i = 0; i < block; ++i) {
                const auto intake = filledIntake(place.intakes(), Hall::item(), applicants.next(), place.today());
                clear.push_back(ClearIntake::of(
                    *intake, clerk, static_cast<int>(clear.size()) + 1, toMilliseconds(place.correctedNow())));
                const auto start = Ticks::now();
                // What F9 does: everything is validated once more, then the act is written.
                const bool valid = intake->faults(true).isEmpty() && intake->undecidedMaterials() == 0;
                const Concluded concluded = await(intake->conclude(Conclusion::Accept, {}, {}));
                ours.push_back(millisecondsSince(start));
                if (!valid || concluded.caseNo.isEmpty())
                    throw std::runtime_error("an intake of the bench is not in order");
                desk.settle();
            }
            for (std::size_t i = first; i < clear.size(); i += rawEvery) {
                const auto start = Ticks::now();
                raw.write(clear[i]);
                theirs.push_back(millisecondsSince(start));
            }
            done += block;
        }
        acceptance.runs.push_back({median(ours), median(theirs)});
    }
    return clear;
}

} // namespace yichuang::bench
