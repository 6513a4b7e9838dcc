// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_session.h"
#include "ui/desk/oversight/deadline_model.h"
#include "ui/desk/parts.h"

class QComboBox;
class QGridLayout;
class QTableView;

namespace hall::desk {

/// 期限看板: every clock that runs in the cases that whoever is signed in may open, the most pressing first. Looking is all that
/// can be done here: a red goes away by an entry in its case and by nothing else. Read again when an entry arrives and at midnight.
class DeadlinePage : public QWidget
{
    Q_OBJECT

public:
    DeadlinePage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// For the tab: the name, and how many are overdue and due today.
    QString title() const;
    const DeadlineModel& model() const { return *m_model; }

signals:
    void titleChanged();
    void caseAsked(const QString& number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildFilters(QVBoxLayout* column);
    void retranslate();
    void begin();
    void wipe();
    void followLaw();
    void advance(const casefile::CatchUp& far);
    void read();
    void take(const base::Result<QList<casefile::OpenDeadline>>& open);
    void tellCounts();
    void offerChoices();
    void choose();
    void tellChosen();
    void size();
    const DeadlineRow* chosen() const;
    QStringList endedBy(const rules::DeadlineRule& rule) const;

    CaseGateway& m_gateway;
    DeskSession& m_session;
    const Look& m_look;
    CaseLawPointer m_law;
    DeadlineModel* m_model;
    DeadlineFilter* m_filter;
    QLabel* m_title;
    QLabel* m_hint;
    QList<QPushButton*> m_groups; ///< everything, then one for each group
    QGridLayout* m_chips;
    QPushButton* m_moved;
    QComboBox* m_light;
    QComboBox* m_block;
    QComboBox* m_handler;
    QTableView* m_table;
    Card* m_detail;
    QLabel* m_detailTitle;
    QLabel* m_arithmetic;
    QLabel* m_ends;
    QPushButton* m_open;
    QDate m_today;
    int m_unread = 0;
    quint64 m_epoch = 0;
    qint64 m_seen = -1; ///< CatchUp::mark of what is shown
};

} // namespace hall::desk
