// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_session.h"
#include "ui/desk/oversight/audit_model.h"
#include "ui/desk/parts.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QProgressBar;
class QTableView;

namespace hall::desk {

/// 审计日志: what everybody did, newest first, for the audit administrator. Nothing can be changed here: the trail is looked through,
/// verified with everything that hangs on it, and countersigned once a day.
class AuditTrailPage : public QWidget
{
    Q_OBJECT

public:
    AuditTrailPage(AuditGateway& gateway, DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// For the tab; says so where the daily countersignature is overdue.
    QString title() const;
    const AuditModel& model() const { return *m_model; }

signals:
    void titleChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildActs(QVBoxLayout* column);
    void buildVerdict(QVBoxLayout* column);
    void buildFilters(QVBoxLayout* column);
    void buildTable(QVBoxLayout* column);
    void retranslate();
    void size();
    void fitColumns();
    bool auditing() const;
    void begin();
    void wipe();
    void look();
    void readOverview();
    void reload();
    void readMore();
    void take(const base::Result<casefile::AuditPage>& page);
    casefile::AuditQuery query() const;
    static QString named(const QString& login, const QString& name);
    void offerPeople();
    void tellState();
    void tellHint();
    void tellChosen();
    void verify();
    void tick();
    const std::shared_ptr<LongWork>& beginWork();
    void endWork();
    void tellVerdict();
    void countersign();
    bool overdue() const;
    QString signedUpTo() const;

    AuditGateway& m_gateway;
    DeskSession& m_session;
    const Look& m_look;
    AuditWords m_words;
    AuditModel* m_model;
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_signed;
    QLabel* m_said;
    QPushButton* m_verify;
    QPushButton* m_countersign;
    QWidget* m_working;
    QLabel* m_workWord;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    Card* m_verdictCard;
    QLabel* m_headline;
    QLabel* m_faults;
    QLabel* m_remedy;
    QList<QPushButton*> m_groups; ///< everything, then one for each group
    QGridLayout* m_chips;
    QComboBox* m_person;
    QLineEdit* m_day;
    QLineEdit* m_number;
    QPushButton* m_fresh; ///< records that came since the list was read
    QTableView* m_table;
    Card* m_detail;
    QLabel* m_detailTitle;
    QLabel* m_detailText;
    QLabel* m_sealedWords;
    QTimer m_tick;
    QTimer m_typing;
    std::shared_ptr<LongWork> m_work;
    std::optional<casefile::HallVerdict> m_verdict;
    casefile::AuditQuery m_asked;
    base::Error m_failed;     ///< why nothing can be read; no message: nothing failed
    qint64 m_newest = 0;      ///< record that the list begins with
    qint64 m_newer = 0;       ///< the newest there is
    int m_wanted = 0;         ///< rows that the view still waits for
    quint64 m_epoch = 0;      ///< of the person
    quint64 m_round = 0;      ///< of the list
    int m_seconds = 0;
    bool m_began = false;
    bool m_reading = false;
};

} // namespace hall::desk
