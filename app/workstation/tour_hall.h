// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace yichuang {

/// The centre of a tour: a real yichuang-central process over SQLite in a temporary folder, with the sample catalogue,
/// the demonstration staff and the clock of the tour.
class TourHall : public QObject {
    Q_OBJECT
public:
    /// `preparedAt`: the tour's time at which the hall is set up and codes are made, ISO; before the first desk opens.
    explicit TourHall(QString preparedAt);
    ~TourHall() override;

    /// Makes the database and imports catalogue, calendar and staff. Blocks: nothing is on screen yet. Error text,
    /// empty if good.
    [[nodiscard]] QString prepare();
    /// Starts `serve`; `serving` follows. `at`: the tour's clock at this moment, ISO.
    void serve(const QString& at);
    /// Ends the process, as when the network or the centre goes away.
    void stop();
    [[nodiscard]] QString enrolCode(const QString& window);
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] static QString resource(const QString& relative);

Q_SIGNALS:
    void serving(const QString& url);
    void failed(const QString& why);

private:
    [[nodiscard]] bool run(const QStringList& arguments, const QString& input, QString* output);
    [[nodiscard]] QString database() const;
    QTemporaryDir m_folder;
    QString m_clock;
    QProcess m_process;
    QString m_url;
    QByteArray m_read;
    int m_port = 0;
};

} // namespace yichuang
