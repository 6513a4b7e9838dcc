// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

class QGridLayout;

namespace hall::desk {

class BlockMark;
class DeskSession;
class IntakeCard;
class Look;

/// The visitor in front of me: number, how long it has been, what they came for, why they and not somebody else, and what
/// they typed at the kiosk.
class VisitorCard : public QWidget
{
    Q_OBJECT

public:
    VisitorCard(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    IntakeCard* intake() { return m_intake; }
    void offerCases() { m_startCase->show(); }

signals:
    void caseAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead(QVBoxLayout* column, const Look& look);
    void buildFacts(QVBoxLayout* column);
    void refresh();
    void tick();

    DeskSession& m_session;
    BlockMark* m_mark;
    QLabel* m_number;
    QLabel* m_state;
    QLabel* m_elapsed;
    QLabel* m_elapsedCaption;
    QLabel *m_serviceLabel, *m_service, *m_classLabel, *m_class, *m_partyLabel, *m_party, *m_waitedLabel, *m_waited;
    QFrame* m_whyBox;
    QLabel* m_whyTitle;
    QLabel* m_why;
    IntakeCard* m_intake;
    QPushButton* m_startCase;
};

} // namespace hall::desk
