// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

class QComboBox;
class QPlainTextEdit;

namespace hall::desk {

/// Asked of whoever opens a case outside their duty: why. The code goes into the audit trail, the words sealed to the audit
/// administrator alone.
class OutsideReason : public Card
{
    Q_OBJECT

public:
    OutsideReason(const Phrasebook& phrases, QWidget* parent = nullptr);

    void ask(const CaseLaw& law, const QString& number);

signals:
    void given(const QString& number, const hall::casefile::Reason& reason);

private:
    const Phrasebook& m_phrases;
    QLabel* m_title;
    QLabel* m_hint;
    QComboBox* m_reason;
    QPlainTextEdit* m_words;
    QLabel* m_error;
    QPushButton* m_go;
    QPushButton* m_leave;
    QString m_number;
};

} // namespace hall::desk
