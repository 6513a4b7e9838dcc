// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/desk_session.h"
#include "ui/desk/parts.h"

namespace hall::desk {

/// A form that opens in its place on the page: title, fields, the error beside them with its remedy, a verb and "Not now".
/// What was typed is kept as a draft of (form, ticket) until the step has succeeded.
class FormPanel : public QFrame
{
    Q_OBJECT

public:
    FormPanel(DeskSession& session, Action action, QWidget* parent = nullptr);

    void open(const queue::Ticket& ticket);
    void close();
    const queue::Ticket& ticket() const { return m_ticket; }

signals:
    void closed();

protected:
    virtual QVariantMap content() const = 0;
    virtual void setContent(const QVariantMap& content) = 0;
    /// Fills in what the form asks for; a message when something is missing.
    virtual QString read(Step& step) = 0;
    virtual QWidget* firstField() = 0;
    virtual void retranslate();
    virtual QString titleText() const = 0;

    void changed();          ///< a field changed: keep the draft, take the error away
    void setError(const QString& text);
    void submit();
    QVBoxLayout* fields() { return m_fields; }
    DeskSession& session() const { return m_session; }

    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString draftName() const;
    void refresh();

    DeskSession& m_session;
    const Action m_action;
    queue::Ticket m_ticket;
    QLabel* m_title;
    QVBoxLayout* m_fields;
    QLabel* m_error;
    QPushButton* m_go;
    QPushButton* m_leave;
    QString m_goneText; ///< what is shown while the store is away
    bool m_open = false;
    bool m_sent = false;
    bool m_setting = false;
};

} // namespace hall::desk
