// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_filters.h"
#include "ui/desk/cases/case_list_model.h"
#include "ui/desk/look.h"

#include <QElapsedTimer>
#include <QTimer>

class QLineEdit;
class QListView;
class QProgressBar;

namespace hall::desk {

/// The cases that somebody may open, found as they type, narrowed by filters, fifty at a time. Shows how far
/// the vault is up to date; that can be stopped and gone on with, and what is there is found meanwhile.
class CaseListPane : public Card
{
    Q_OBJECT

public:
    CaseListPane(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void begin(const CaseLawPointer& law);
    /// Other rules are in force: the rows are read by them.
    void setLaw(const CaseLawPointer& law);
    void wipe();
    /// The case that is open: its row is the chosen one.
    void setChosen(const QString& number);
    const CaseListModel& model() const { return *m_model; }
    void focusSearch();
    void focusList();
    /// Whoever looks on registers nothing.
    bool mayRegister() const;
    void tell(const QString& words);

signals:
    void chosen(const QString& number);
    void registerAsked();
    void refreshed();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    casefile::CaseQuery query() const;
    void search(casefile::Typing typing);
    void more();
    void take(const QList<CaseRow>& rows);
    void advance(const casefile::CatchUp& far);
    void showProgress(const casefile::CatchUp& far);
    void showHeld(bool held);

    CaseGateway& m_gateway;
    DeskSession& m_session;
    CaseListModel* m_model;
    QLineEdit* m_search;
    CaseFilters* m_filters;
    QWidget* m_working;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QLabel* m_hint;
    QListView* m_list;
    QPushButton* m_register;
    QTimer m_typing;
    QElapsedTimer m_since;
    QString m_chosen;
    quint64 m_epoch = 0;
    quint64 m_asked = 0; ///< of several answers the newest question's counts
    qint64 m_seen = -1; ///< CatchUp::mark of the last search
    bool m_unfinished = false;
    bool m_mayBeMore = false;
    bool m_asking = false;
};

} // namespace hall::desk
