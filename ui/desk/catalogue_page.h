// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/desk/desk_types.h"
#include "ui/desk/parts.h"

class QLineEdit;
class QListView;
class QProgressBar;
class QStringListModel;

namespace hall::desk {

class DeskSession;
class Look;

/// For the system administrator: which catalogue is in force, and checking or loading another one. A faulty one is
/// refused with file, line and reason, and the one in force stays.
class CataloguePage : public QWidget
{
    Q_OBJECT

public:
    CataloguePage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void refresh();
    void start(bool publish);
    void finished(bool publish, const base::Result<CatalogueReport>& report);
    void browse();

    DeskSession& m_session;
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_inForce;
    QLabel* m_loadTitle;
    QLabel* m_loadHint;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QPushButton* m_check;
    QPushButton* m_load;
    QProgressBar* m_progress;
    QFrame* m_result;
    QLabel* m_resultText;
    QListView* m_complaints;
    QStringListModel* m_complaintModel;
    bool m_busy = false;
};

} // namespace hall::desk
