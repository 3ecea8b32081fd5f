// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <yichuang/domain/dates.h>
#include <yichuang/workflows/intake.h>

#include <QWidget>

#include <functional>

namespace yichuang::ui {

class Card;
class Chip;
class Field;
class IdentifierField;
class NameField;
class TextField;
class ChoiceField;
class ComparedCodeField;
class Words;

/// Who applies: a person, an organisation, or somebody's agent; for who is under age also his guardian. The identity
/// number is checked as it is typed; a known applicant is offered and taken with Enter.
class ApplicantPanel : public QWidget {
    Q_OBJECT
public:
    using Today = std::function<CivilDate()>;
    explicit ApplicantPanel(Today today, QWidget* parent = nullptr);

    [[nodiscard]] Applicant applicant() const;
    void setApplicant(const Applicant& applicant);
    /// See Field::setFault.
    void setFaults(const std::map<QString, QString>& sentences, bool complete);
    /// The answer to `numberComplete`: the known person of that number; empty: none. An answer about a number that
    /// stands there no longer is passed over.
    void offerKnown(const QString& number, const std::optional<KnownApplicant>& known);
    /// The answer to `companionComplete`: offers name and phone of whoever bears that number, known from her own
    /// cases.
    void offerCompanion(const QString& number, const std::optional<KnownApplicant>& known);
    [[nodiscard]] bool hasOffer() const { return m_offer.has_value(); }
    /// Fills in the offered person.
    void takeOffer();
    void focusFirst();
    /// Somebody else came for the applicant, or nobody did after all.
    void toggleAgent();
    /// The applicant is an organisation, or a person after all.
    void toggleOrganisation();
    /// A scanner or card reader brought an identity number.
    void setIdNumber(const QString& number);

Q_SIGNALS:
    void edited();
    /// A full and valid number stands in the identity field.
    void numberComplete(const QString& number);
    /// A full and valid number of an agent or a guardian.
    void companionComplete(const QString& number);
    /// The applicant needs no more typing.
    void offerTaken();

private:
    enum class Mode { Self, Agent, Organisation };
    void setMode(Mode mode);
    [[nodiscard]] bool eventFilter(QObject* receiver, QEvent* event) override;
    void numberEdited();
    void setOffer(const std::optional<KnownApplicant>& known);
    [[nodiscard]] IdentifierField* numberField() const;
    void showGuardianAs(const Guardian& guardian);
    void showGuardian(); ///< asked for as long as the number says that the applicant is under age
    /// Whoever comes with the applicant: agent or guardian.
    struct Companion {
        IdentifierField* id;
        NameField* name;
        IdentifierField* phone;
        std::optional<Party> offer;
    };
    void companionEdited(Companion& companion);
    void takeCompanion(Companion& companion);
    void walkOn(QWidget* editor); ///< as Enter does where nobody is offered

    Today m_today;
    Mode m_mode = Mode::Self;
    Card* m_card;
    Chip* m_self;
    Chip* m_agent;
    Chip* m_organisation;
    IdentifierField* m_id;
    ComparedCodeField* m_code;
    NameField* m_name;
    NameField* m_legal;
    IdentifierField* m_phone;
    TextField* m_address;
    QWidget* m_agentBox;
    IdentifierField* m_agentId;
    NameField* m_agentName;
    IdentifierField* m_agentPhone;
    QWidget* m_guardianBox;
    Words* m_guardianHint;
    IdentifierField* m_guardianId;
    NameField* m_guardianName;
    IdentifierField* m_guardianPhone;
    ChoiceField* m_guardianRelation;
    std::vector<Companion> m_companions;
    std::optional<KnownApplicant> m_offer;
    bool m_enterWaits = false; ///< pressed before the disk had said whether the person is known
};

} // namespace yichuang::ui
