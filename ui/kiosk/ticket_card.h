// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device/ticket_slip.h"
#include "ui/kiosk/hall_gateway.h"

#include <QObject>
#include <qqmlregistration.h>

namespace hall::kiosk {

/// "about 10 to 25 minutes": the range in whole minutes, in the language of the application.
QString waitWords(const queue::WaitRange& wait);

/// The ticket on the screen and how far its paper is, in the words of the visitor's language.
class TicketCard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the kiosk")
    // clang-format off
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString block READ block NOTIFY changed)
    Q_PROPERTY(QString blockName READ blockName NOTIFY changed)
    Q_PROPERTY(QString serviceName READ serviceName NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString waitTime READ waitTime NOTIFY changed)
    Q_PROPERTY(QString next READ next NOTIFY changed)
    Q_PROPERTY(QString receiptCode READ receiptCode NOTIFY changed)
    Q_PROPERTY(QString proof READ proof NOTIFY changed)
    Q_PROPERTY(bool intakeLost READ intakeLost NOTIFY changed)
    Q_PROPERTY(Paper paper READ paper NOTIFY paperChanged)
    // clang-format on

public:
    enum class Paper { None, Printing, Printed, Failed };
    Q_ENUM(Paper)

    using QObject::QObject;

    void show(const GivenTicket& ticket, const rules::Catalogue& menu, const QString& proofCode);
    void clear();
    bool isEmpty() const { return m_ticket.number.isEmpty(); }
    void setLanguage(const QString& language);
    void setPaper(Paper paper);
    device::TicketSlip slip(bool copy) const;

    QString number() const { return m_ticket.number; }
    QString block() const { return m_ticket.block; }
    QString blockName() const;
    QString serviceName() const;
    QString place() const;
    QString waitTime() const;
    QString next() const;
    QString receiptCode() const { return m_ticket.receiptCode; }
    QString proof() const;
    bool intakeLost() const { return !m_ticket.intakeKept; }
    Paper paper() const { return m_paper; }

signals:
    void changed();
    void paperChanged();

private:
    GivenTicket m_ticket;
    rules::Catalogue m_menu;
    rules::Text m_proof;
    QString m_language = QStringLiteral("zh");
    Paper m_paper = Paper::None;
};

} // namespace hall::kiosk
