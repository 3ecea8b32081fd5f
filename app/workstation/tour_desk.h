// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hands.h"

#include <yichuang/domain/clock.h>
#include <yichuang/printing/printer.h>
#include <yichuang/ui/screens/workstation_window.h>
#include <yichuang/workflows/workplace.h>

#include <QString>

#include <memory>

namespace yichuang {

/// One workstation of the tour, with its own sealed file.
struct TourDesk {
    TourDesk(const QString& folder, const QString& name, const QString& url, const Clock& clock, Printer& printer);
    QString name;
    std::unique_ptr<Workplace> workplace;
    std::unique_ptr<ui::WorkstationWindow> window;
    [[nodiscard]] Hands hands() const { return Hands(&window->window()); }
};

} // namespace yichuang
