// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/form_panel.h"

class QLineEdit;

namespace hall::desk {

/// Why somebody is called before their turn: required, kept with the call, shown to whoever looks at the ticket.
class ReasonForm : public FormPanel
{
    Q_OBJECT

public:
    explicit ReasonForm(DeskSession& session, QWidget* parent = nullptr);

protected:
    QVariantMap content() const override;
    void setContent(const QVariantMap& content) override;
    QString read(Step& step) override;
    QWidget* firstField() override;
    void retranslate() override;
    QString titleText() const override;

private:
    QLabel* m_hint;
    QLineEdit* m_reason;
};

} // namespace hall::desk
