// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_list_model.h"
#include "ui/desk/cases/entry_form.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QListView;
class QProgressBar;

namespace hall::desk {

/// Case files: found on the left, read and written in the middle, their clocks on the right (below the head where the window
/// is narrow). What is typed is kept in the person's vault within a third of a second; what others write appears above and
/// leaves the text alone.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    CasesPage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// A registration for the visitor at this desk, with what they typed at the kiosk; without a visitor, for a letter or a call.
    void startCase();
    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLeft(QHBoxLayout* row);
    void buildMiddle(QHBoxLayout* row);
    void retranslate();
    void arrange();
    void begin();
    void wipe();
    void catchUp();
    void search(casefile::Typing typing);
    void take(const QList<CaseRow>& rows);
    void openCase(const QString& number);
    void present(const CaseView& view);
    void tellStory();
    void tellClocks();
    QString storyOf(const casefile::CaseEntry& entry) const;
    QStringList saidBy(const casefile::CaseEntry& entry) const;
    void offerKinds();
    void chooseKind(const QString& code);
    void restoreDraft();
    void keepDraft();
    void send();
    void sent(const QString& number);
    void refused(const base::Error& error);
    void showEarlier(const Intake& intake);
    QString named(const rules::Text& text) const { return m_session.phrases().text({text.zh, text.en}); }
    QString draftKey() const;

    CaseGateway& m_gateway;
    DeskSession& m_session;
    const Look& m_look;
    CaseLawPointer m_law;
    CaseListModel* m_model;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_listHint;
    QProgressBar* m_progress;
    QPushButton* m_register;
    QLabel* m_head;
    QLabel* m_headFacts;
    QVBoxLayout* m_story;
    QVBoxLayout* m_middle;
    QLabel* m_notice;
    QLabel* m_earlier;
    QComboBox* m_kind;
    EntryForm* m_form;
    QLabel* m_draftWord;
    QLabel* m_error;
    QPushButton* m_send;
    Card* m_right;
    QLabel* m_clocksTitle;
    QLabel* m_clocks;
    std::optional<CaseView> m_view;
    Drafts m_drafts;
    QTimer m_typing;
    QTimer m_draftTimer;
    quint64 m_epoch = 0;
    qint64 m_ticket = 0;
    QString m_block;
    bool m_registering = false;
    bool m_sending = false;
    bool m_catchingUp = false;
    bool m_narrow = false;
};

} // namespace hall::desk
