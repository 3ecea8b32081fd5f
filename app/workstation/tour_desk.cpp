// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_desk.h"

#include "tour_hall.h"

#include <yichuang/secrets/keychain.h>

#include <QDir>
#include <QPromise>

namespace yichuang {
namespace {

const QSize counterScreen(1366, 768);

/// The tour has no desktop session: secrets lie in the persons' slots, as on a machine without a keychain.
class NoKeychain final : public Keychain {
public:
    [[nodiscard]] QFuture<Result<KeychainState>> probe() override { return ready<KeychainState>(KeychainState::None); }
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString&) override {
        return ready<QByteArray>(failure("keychain.none"));
    }
    [[nodiscard]] QFuture<Result<void>> write(const QString&, const QByteArray&) override {
        return ready<void>(failure("keychain.none"));
    }
    [[nodiscard]] QFuture<Result<void>> remove(const QString&) override {
        return ready<void>(failure("keychain.none"));
    }

private:
    template <typename T> static QFuture<Result<T>> ready(Result<T> result) {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
};

} // namespace

TourDesk::TourDesk(
    const QString& folder, const QString& deskName, const QString& url, const Clock& clock, Printer& printer)
    : name(deskName) {
    WorkplaceSettings settings;
    settings.profile = QDir(folder).filePath(deskName);
    settings.centreUrl = url;
    settings.demonstrationFile = TourHall::resource(QStringLiteral("demo/staff.json"));
    settings.quickPasswords = true;
    workplace = std::make_unique<Workplace>(settings, clock, std::make_unique<NoKeychain>());
    window = std::make_unique<ui::WorkstationWindow>(*workplace, printer);
    window->window().resize(counterScreen);
    window->show();
}

} // namespace yichuang
