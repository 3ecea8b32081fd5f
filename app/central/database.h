// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <yichuang/domain/clock.h>
#include <yichuang/service/centre.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yichuang::central {

/// The centre's clock from the domain's: the real one, or one that starts at `--clock`.
class ServiceClock final : public CentreClock {
public:
    explicit ServiceClock(std::unique_ptr<Clock> clock)
        : m_clock(std::move(clock)) { }
    [[nodiscard]] Instant now() const override { return m_clock->now(); }
    [[nodiscard]] const Clock& clock() const { return *m_clock; }

private:
    std::unique_ptr<Clock> m_clock;
};

/// A database opened by a subcommand.
struct OpenCentre {
    std::unique_ptr<ServiceClock> clock;
    std::unique_ptr<Centre> centre;
};

extern const Option databaseOption; ///< --database, required
extern const Option clockOption; ///< --clock
extern const Option keyFileOption; ///< --key-file

enum class Expect { Anything, Initialised };
/// Opens what `--database` names; after a complaint empty. With Expect::Initialised a database that is not there is not
/// made.
[[nodiscard]] std::optional<OpenCentre> openCentre(const Arguments& arguments, Console& console, Expect expect);

/// What the hall consists of now; null after a complaint.
[[nodiscard]] std::shared_ptr<const Registry> readRegistry(const Centre& centre, Console& console);
/// Writes all of `facts` or none, and complains of each that stands against it; empty after a complaint.
[[nodiscard]] std::optional<ImportReport> writeFacts(
    Centre& centre, const std::vector<HallFact>& facts, Console& console);

/// The whole file; empty after a complaint.
[[nodiscard]] std::optional<std::string> readFile(const std::string& path, Console& console);
/// "2018-11-19T09:00:00+08:00"; seconds may be missing, the zone may be Z. Empty for anything else.
[[nodiscard]] std::optional<Instant> parseIsoInstant(std::string_view text);

} // namespace yichuang::central
