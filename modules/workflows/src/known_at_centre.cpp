// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace_private.h"

#include <yichuang/qtbridge/values.h>
#include <yichuang/rest/centre_client.h>

#include <QPointer>
#include <QTimer>

namespace yichuang {
namespace {

/// Nobody's hands wait longer for what only spares them some keys.
constexpr int patienceMilliseconds = 2'000;

using Answer = Result<std::optional<KnownApplicant>>;

std::optional<KnownApplicant> knownOf(const ApplicantAnswer& answer, const NumberOfApplicant& number) {
    const auto day = parseIsoDate(answer.lastSeen);
    if (!day)
        return std::nullopt;
    KnownApplicant known;
    known.from = KnownFrom::Centre;
    known.lastSeen = toHallTime(startOfDayInShanghai(*day));
    known.applicant.kind = number.kind == IdentifierKind::Uscc ? ApplicantKind::Organisation : ApplicantKind::Person;
    known.applicant.self = Party {toQString(answer.name), toQString(std::string(toText(number.kind))),
        toQString(number.number), toQString(answer.phone), toQString(answer.address)};
    known.applicant.legalRepresentative = toQString(answer.legalRepresentative);
    return known;
}

} // namespace

QFuture<Answer> Workplace::Private::knownAtCentre(const NumberOfApplicant& number, const QString& purpose) {
    // Where nothing goes out, nothing is asked: no token is renewed and no road tried for it.
    if (!pass->isKept() || sync->status().connection != Connection::Online)
        return readyFuture<std::optional<KnownApplicant>>(failure("rest.unreachable"));
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto* limit = new QTimer(&workplace);
    auto* abort = new AbortSwitch(limit);
    const auto finish = [promise, limit = QPointer(limit)](const Answer& answer) {
        if (promise->future().isFinished())
            return;
        promise->addResult(answer);
        promise->finish();
        if (limit)
            limit->deleteLater();
    };
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, &workplace, [finish, abort] {
        finish(failure("rest.timeout"));
        abort->pull();
    });
    limit->start(patienceMilliseconds);
    const ApplicantRequest request {std::string(toText(number.kind)), number.number, purpose.toStdString()};
    pass->access().then(
        &workplace, [this, request, number, finish, abort = QPointer(abort)](const Result<QString>& access) {
            if (!access || !abort) {
                finish(access ? Answer(failure("rest.timeout")) : Answer(tl::unexpected<Error>(access.error())));
                return;
            }
            centre->applicant(*access, request, abort)
                .then(&workplace, [number, finish](const Result<ApplicantAnswer>& answer) {
                    if (answer)
                        finish(knownOf(*answer, number));
                    else if (answer.error().is("applicant.unknown"))
                        finish(std::optional<KnownApplicant> {});
                    else
                        finish(tl::unexpected<Error>(answer.error()));
                });
        });
    return promise->future();
}

} // namespace yichuang
