// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/attachments_pane.h"
#include "ui/desk/cases/case_list_pane.h"
#include "ui/desk/cases/clocks_pane.h"
#include "ui/desk/cases/documents_pane.h"
#include "ui/desk/cases/earlier_pane.h"
#include "ui/desk/cases/entry_form.h"
#include "ui/desk/cases/outside_reason.h"
#include "ui/desk/cases/parties_pane.h"
#include "ui/desk/cases/story_pane.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

class QComboBox;
class QHBoxLayout;
class QScrollArea;

namespace hall::desk {

/// Case files: found on the left, read and written in the middle, what one needs to know (deadlines, earlier cases) on the right,
/// behind a tab where the window is narrow. What is typed is kept in the person's vault within a third of a second; what others
/// write appears above and leaves the text alone.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    CasesPage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// A registration for the visitor at this desk, with what they typed at the kiosk; without a visitor, for a letter or a call.
    void startCase();
    void openCase(const QString& number, const casefile::Reason& reason = {});
    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Tab { Story, Files, Papers, People, Know, TabCount };

    void buildMiddle(QHBoxLayout* row);
    void buildWriting(QVBoxLayout* column);
    void buildRight(QHBoxLayout* row);
    void connectPanes();
    void addKeys();
    void retranslate();
    void arrange();
    void begin();
    void followLaw();
    void wipe();
    void showTab(int tab);
    void notOpened(const QString& number, const base::Error& error);
    void present(const CaseView& view);
    void tellCase();
    void tellFacts();
    void tellTabs();
    void tellRecusal();
    void offerKinds();
    void chooseKind(const QString& code);
    void restoreDraft();
    void keepDraft();
    void formEdited();
    void send();
    void sent(const QString& number);
    void refused(const base::Error& error);
    void continueCase(const QString& number);
    void tellWorkspace();
    void closeCase();
    QString draftKey() const;
    QDate today() const { return base::hallDay(m_session.now()); }

    CaseGateway& m_gateway;
    DeskSession& m_session;
    const Look& m_look;
    CaseLawPointer m_law;
    CaseListPane* m_list;
    QScrollArea* m_scroll;
    QVBoxLayout* m_middle;
    QLabel* m_head;
    QLabel* m_headFacts;
    OutsideReason* m_outside;
    QWidget* m_tabs;
    QList<QPushButton*> m_tabButtons;
    QWidget* m_writing; ///< story and form
    StoryPane* m_story;
    QLabel* m_notice;
    QPushButton* m_recuse;
    QLabel* m_workspace;
    QLabel* m_kindLabel;
    QComboBox* m_kind;
    EntryForm* m_form;
    QLabel* m_draftWord;
    QLabel* m_error;
    QPushButton* m_send;
    AttachmentsPane* m_attachments;
    DocumentsPane* m_documents;
    PartiesPane* m_parties;
    Card* m_right;
    QWidget* m_know; ///< deadlines and earlier cases
    QVBoxLayout* m_rightColumn;
    QLabel* m_clocksTitle;
    ClocksPane* m_clocks;
    EarlierPane* m_earlier;
    std::optional<CaseView> m_view;
    casefile::Reason m_reason; ///< with which the open case was opened
    Drafts m_drafts;
    QTimer m_draftTimer;
    quint64 m_epoch = 0;
    qint64 m_ticket = 0;
    QString m_block;
    int m_tab = Story;
    bool m_registering = false;
    bool m_sending = false;
    bool m_narrow = false;
};

} // namespace hall::desk
