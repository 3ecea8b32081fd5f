// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync_private.h"

#include <yichuang/qtbridge/values.h>

#include <utility>

namespace yichuang {

/// In the file beside the cursor while a snapshot is read: the cursor is the snapshot's until its last page.
static constexpr std::string_view drawingSetting = "sync.drawing";

namespace {

struct Place {
    std::string cursor;
    bool drawing = false;
};

} // namespace

void SyncEngine::Private::pullNext() {
    if (!m_online || m_pulling)
        return;
    m_pulling = true;
    auto read = readAndTell<Place>([](WorkstationStore& store) -> Result<Place> {
        Place place;
        auto cursor = store.feed().cursor();
        if (!cursor)
            return tl::unexpected(cursor.error());
        place.cursor = std::move(*cursor);
        const auto drawing = store.settings().text(drawingSetting);
        if (!drawing)
            return tl::unexpected(drawing.error());
        place.drawing = place.cursor.empty() || *drawing == "1";
        return place;
    });
    after(read, [this](const Result<Place>& place) {
        if (!place) {
            fail(place.error());
            return;
        }
        const QString cursor = toQString(std::string_view(place->cursor));
        const bool snapshot = place->drawing;
        publish([&](SyncReport& report) { report.drawing = snapshot; });
        if (m_ahead.empty() || m_ahead.front().cursor != place->cursor || m_ahead.front().snapshot != snapshot) {
            m_ahead.clear();
            m_beyond.clear();
            m_ahead.push_back({place->cursor, snapshot, askForPage(cursor, snapshot)});
        }
        const PageAhead wanted = std::move(m_ahead.front());
        m_ahead.pop_front();
        askAhead(snapshot);
        pageWanted(cursor, snapshot, wanted.page);
    });
}

/// The centre finds the next pages while this one is checked and written.
void SyncEngine::Private::askAhead(bool snapshot) {
    constexpr std::size_t mostAhead = 2;
    if (m_beyond.empty() || m_train.isLong || m_ahead.size() >= mostAhead)
        return;
    const std::string cursor = std::exchange(m_beyond, {});
    m_ahead.push_back({cursor, snapshot, askForPage(toQString(std::string_view(cursor)), snapshot)});
}

/// Asks; what comes is read and sealed beside everything else.
QFuture<Result<SyncEngine::Private::Page>> SyncEngine::Private::askForPage(const QString& cursor, bool snapshot) {
    // Whole seconds, as the header says them.
    const auto wait = std::max(std::chrono::seconds {1}, std::chrono::duration_cast<std::chrono::seconds>(m_wait));
    auto promise = std::make_shared<QPromise<Result<Page>>>();
    promise->start();
    const auto answer = [promise](Result<Page> page) {
        promise->addResult(std::move(page));
        promise->finish();
    };
    after(snapshot ? m_centre.snapshot(cursor, &m_abort) : m_centre.feed(cursor, wait, &m_abort),
        [this, cursor, snapshot, answer](const Result<FeedPage>& came) {
            if (!came) {
                answer(tl::unexpected(came.error()));
                return;
            }
            const auto keys = m_storage.keys();
            if (!keys) {
                answer(failure("storage.locked"));
                return;
            }
            m_beyond = came->more && came->cursor != toStdString(cursor) ? came->cursor : std::string {};
            askAhead(snapshot);
            after(m_checkers.run([page = *came, keys]() mutable -> Result<Page> {
                auto prepared = preparePage(std::move(page), *keys);
                if (!prepared)
                    return tl::unexpected(prepared.error());
                return std::make_shared<PreparedPage>(std::move(*prepared));
            }),
                answer);
        });
    return promise->future();
}

void SyncEngine::Private::pageWanted(const QString& cursor, bool snapshot, QFuture<Result<Page>> page) {
    after(std::move(page), [this, cursor, snapshot, asked = m_clock.monotonic()](const Result<Page>& came) {
        pageCame(came, cursor, snapshot, m_clock.monotonic() - asked);
    });
}

/// A proxy that cuts what is silent too long: the connection breaks, or the proxy says so (504, 408).
static bool mayBeCut(const Error& error) {
    if (error.is("rest.unreachable"))
        return true;
    const auto status = error.arguments.find("status");
    return error.is("rest.temporary") && status != error.arguments.end()
        && (status->second == "504" || status->second == "502");
}

void SyncEngine::Private::pageCame(
    const Result<Page>& came, const QString& cursor, bool snapshot, std::chrono::milliseconds took) {
    using namespace std::chrono_literals;
    if (!came) {
        if (came.error().is("unknown_head")) {
            drawAnew();
            return;
        }
        // Cut off in the middle of a wait is no failure: the wait is begun again, once, and shorter than what is let
        // through here, so that it is answered. A host that is switched off, or a proxy with no centre behind it, fails
        // no less slowly: it shows by the next wait being cut off, too.
        if (!snapshot && mayBeCut(came.error()) && took >= 1s && !std::exchange(m_cut, true)) {
            m_wait = std::max<std::chrono::milliseconds>(1s, std::min(m_wait, took - took / 5));
            m_pulling = false;
            pullNext();
            return;
        }
        fail(came.error());
        return;
    }
    m_cut = false;
    const Page& page = *came;
    m_record.lastContact = std::max(m_record.lastContact, page->time);
    publish([&](SyncReport& report) { report.lastContact = std::max(report.lastContact, page->time); });
    if (page->lines.empty() && page->cursor == toStdString(cursor) && !snapshot) {
        m_pulling = false;
        if (took >= 500ms)
            pullNext();
        else // somebody on the way does not wait: not asked without end
            QTimer::singleShot(m_settings.firstPause, &m_engine, [this, stretch = m_stretch] {
                if (stretch == m_stretch)
                    pullNext();
            });
        return;
    }
    applyPage(page, snapshot);
}

void SyncEngine::Private::applyPage(const Page& page, bool snapshot) {
    auto heads = m_storage.run([](WorkstationStore& store) { return store.feed().heads(); });
    after(heads, [this, page, snapshot](const Result<std::vector<ScopeHead>>& known) {
        if (!known) {
            fail(known.error());
            return;
        }
        const PageGround ground {*known, m_storage.registry(), m_enrolment.hallKey, snapshot};
        auto checking = m_checkers.run([page, ground] {
            auto good = checkPage(*page, ground);
            if (good)
                passOverHeld(*page, ground);
            return good;
        });
        after(checking, [this, page, snapshot](const Result<void>& good) {
            if (!good) {
                fail(good.error());
                return;
            }
            auto written = m_storage.run([page, snapshot](WorkstationStore& store) -> Result<void> {
                return store.together([&]() -> Result<void> {
                    if (snapshot) {
                        if (auto noted = store.settings().setText(drawingSetting, page->more ? "1" : ""); !noted)
                            return noted;
                    }
                    const auto applied = store.feed().apply(*page);
                    return applied ? Result<void> {} : tl::unexpected(applied.error());
                });
            });
            after(written, [this](const Result<void>& done) {
                if (!done) {
                    fail(done.error());
                    return;
                }
                countSoon();
                pullAfterPage();
            });
        });
    });
}

/// News of the centre is for the most part what this outbox brought it: while a long one goes up, a page now and
/// then is enough, and the outbox is up the sooner.
void SyncEngine::Private::pullAfterPage() {
    if (m_train.isLong) {
        m_newsLater.start(m_settings.newsWhilePushing);
        return;
    }
    m_pulling = false;
    pullNext();
}

void SyncEngine::Private::newsAgain() {
    if (!m_newsLater.isActive())
        return;
    m_newsLater.stop();
    m_pulling = false;
    pullNext();
}

/// The centre does not know where this reader stands: it was restored. It is given back what is kept here, and the
/// scopes are drawn anew.
void SyncEngine::Private::drawAnew() {
    after(m_centre.chain(&m_abort), [this](const Result<ChainAnswer>& chain) {
        if (!chain) {
            fail(chain.error());
            return;
        }
        pushKept(chain->number + 1, [this] {
            auto begun = m_storage.run([](WorkstationStore& store) -> Result<void> {
                return store.together([&]() -> Result<void> {
                    if (auto noted = store.settings().setText(drawingSetting, ""); !noted)
                        return noted;
                    return store.feed().beginAnew();
                });
            });
            after(begun, [this](const Result<void>& done) {
                if (!done) {
                    fail(done.error());
                    return;
                }
                m_pulling = false;
                pullNext();
                pushNext();
            });
        });
    });
}

} // namespace yichuang
