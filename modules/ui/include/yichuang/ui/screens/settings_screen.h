// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/printing/printer.h>
#include <yichuang/ui/action_registry.h>
#include <yichuang/ui/look_settings.h>
#include <yichuang/workflows/machine.h>

#include <QWidget>

class QTreeWidget;

namespace yichuang {
class Workplace;
}

namespace yichuang::ui {

class Card;
class ChoiceField;
class Field;
class NumberField;
class Words;

/// What is set for this machine: printer, tray, offset and copies of every paper; when it locks itself; how it looks.
/// A value holds as soon as its field is left.
class SettingsScreen : public QWidget {
    Q_OBJECT
public:
    SettingsScreen(Workplace& workplace, Printer& printer, ActionRegistry& registry, QWidget* parent = nullptr);

    [[nodiscard]] QTreeWidget* papers() const { return m_papers; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildPapers();
    void buildMachine();
    void askForPrinters();
    void fillPapers();
    void showChosen();
    void showTrays(const QString& printer, const QString& chosen);
    void keepChosen();
    void keepFor(const std::vector<PaperKind>& kinds, const PaperOutput& output);
    void keepLookNow();
    void printRuler();
    void say(const QString& sentence, bool good);
    [[nodiscard]] PaperKind chosen() const;
    [[nodiscard]] PaperOutput typed() const;

    Workplace& m_workplace;
    Printer& m_printer;
    ActionRegistry& m_registry;
    Card* m_papersCard;
    QTreeWidget* m_papers;
    Words* m_chosenName;
    ChoiceField* m_printerChoice;
    ChoiceField* m_tray;
    NumberField* m_right;
    NumberField* m_down;
    NumberField* m_copies;
    Words* m_message;
    Card* m_machineCard;
    NumberField* m_lock;
    ChoiceField* m_language;
    ChoiceField* m_appearance;
    ChoiceField* m_text;
    Words* m_lookNote;
    Card* m_about;
    std::vector<PrinterDescription> m_printers;
    LookSettings m_look;
    bool m_filling = false;
};

} // namespace yichuang::ui
