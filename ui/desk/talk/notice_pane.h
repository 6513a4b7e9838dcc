// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/documents_pane.h"

namespace hall::desk {

class DeskSession;

/// What the visitor takes home from a talk: the legal-channel notice, made, signed, printed and saved by the same pane as every
/// document of a case. It is filled from the entry that the talk left in the case, so a talk that is in none is written first.
class NoticePane : public Card
{
    Q_OBJECT

public:
    NoticePane(CaseGateway& gateway, const DeskSession& session, const Look& look, QWidget* parent = nullptr);

    /// The talk stands in no case yet.
    void standBy();
    /// It stands in this one.
    void open(const QString& number);
    void wipe();
    DocumentsPane& documents() { return *m_documents; }

signals:
    /// The talk shall be written down, and the notice made afterwards.
    void writingAsked();
    /// A case's notice shows for the first time.
    void opened();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void tell();

    CaseGateway& m_gateway;
    const DeskSession& m_session;
    QLabel* m_title;
    QLabel* m_hint;
    QPushButton* m_write;
    DocumentsPane* m_documents;
    QString m_number; ///< of the case; empty: none yet
    QString m_refused;
    bool m_read = false;
    quint64 m_epoch = 0;
};

} // namespace hall::desk
