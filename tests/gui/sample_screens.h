// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/deadline.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/action_widgets.h>
#include <yichuang/ui/checklist_view.h>
#include <yichuang/ui/main_window.h>

#include <QListView>
#include <QStandardItemModel>

#include <memory>

/// Screens made of the shared widgets with invented data: for the gallery and for tests of look and keys. They know no
/// workflow; every date comes from the domain's calendar.
namespace yichuang::ui::sample {

[[nodiscard]] CivilDate day(int year, unsigned month, unsigned day);
/// The year 2018 with its autumn holidays.
[[nodiscard]] Calendar calendar2018();

struct Hall {
    Hall();
    ~Hall();
    void show(Screen screen);

    qint64 milliseconds = 0; ///< the registry's clock
    std::unique_ptr<ActionRegistry> registry;
    std::unique_ptr<MainWindow> window;
    QStandardItemModel* cases = nullptr;
    QListView* list = nullptr;
    ChecklistView* checklist = nullptr;
    ActionBar* bar = nullptr;
};

} // namespace yichuang::ui::sample
