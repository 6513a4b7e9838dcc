// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/form_panel.h"

class QButtonGroup;
class QTimeEdit;

namespace hall::desk {

/// When a parked visitor comes back: in so many minutes, or at a time of today.
class ParkForm : public FormPanel
{
    Q_OBJECT

public:
    explicit ParkForm(DeskSession& session, QWidget* parent = nullptr);

protected:
    QVariantMap content() const override;
    void setContent(const QVariantMap& content) override;
    QString read(Step& step) override;
    QWidget* firstField() override;
    void retranslate() override;
    QString titleText() const override;

private:
    base::Timestamp chosen() const;

    QButtonGroup* m_quick;
    QLabel* m_or;
    QTimeEdit* m_time;
    QLabel* m_said;
};

} // namespace hall::desk
