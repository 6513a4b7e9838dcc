// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace hall::device {

/// What stands on a printed ticket, in the visitor's language; the `other…` fields repeat it, smaller, in the other one.
/// Empty fields are left out. Nothing here identifies the visitor.
struct TicketSlip
{
    QString language = QStringLiteral("zh"); ///< "zh" or "en": the labels of the ticket
    QString hallName;
    QString otherHallName;
    QString number;          ///< "A017"
    QString service;
    QString otherService;
    QString block;           ///< official name of the block
    QString where;           ///< where to wait, e.g. "North wing, seats 1 to 40"
    int ahead = -1;          ///< visitors ahead; -1: not said
    QString wait;            ///< "10–25 分钟"
    QDateTime issued;        ///< in the hall's zone
    QString receiptCode;     ///< printed, and in the QR code
    QString qrText;          ///< content of the QR code; empty: the receipt code
    QStringList bring;       ///< what to have ready, one line each
    QString closing;         ///< last line, e.g. "If you leave, tell the guide desk."
    bool copy = false;       ///< a reprint: says so, and is no new ticket

    bool operator==(const TicketSlip&) const = default;
};

} // namespace hall::device
