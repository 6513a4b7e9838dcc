// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/reason_form.h"

#include <QLineEdit>

namespace hall::desk {

ReasonForm::ReasonForm(DeskSession& session, QWidget* parent)
    : FormPanel(session, Action::CallOutOfTurn, parent)
    , m_hint(makeLabel("muted", this))
    , m_reason(new QLineEdit(this))
{
    setObjectName(QStringLiteral("reasonForm"));
    m_reason->setObjectName(QStringLiteral("reasonField"));
    m_reason->setMaxLength(200);
    fields()->addWidget(m_hint);
    fields()->addWidget(m_reason);
    connect(m_reason, &QLineEdit::textEdited, this, &ReasonForm::changed);
    retranslate();
}

QVariantMap ReasonForm::content() const { return {{QStringLiteral("reason"), m_reason->text()}}; }

void ReasonForm::setContent(const QVariantMap& content) { m_reason->setText(content.value(QStringLiteral("reason")).toString()); }

QString ReasonForm::read(Step& step)
{
    step.reason = m_reason->text().trimmed();
    return step.reason.isEmpty() ? tr("Write the reason: it is kept with the call.") : QString();
}

QWidget* ReasonForm::firstField() { return m_reason; }

QString ReasonForm::titleText() const { return tr("Call %1 out of turn").arg(ticket().number); }

void ReasonForm::retranslate()
{
    FormPanel::retranslate();
    setText(m_hint, tr("Why now? Others wait longer; the reason is kept in the ticket's history."));
    m_reason->setAccessibleName(tr("Reason for calling out of turn"));
    m_reason->setPlaceholderText(tr("e.g. feels unwell"));
}

} // namespace hall::desk
