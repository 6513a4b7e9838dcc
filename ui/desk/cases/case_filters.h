// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/parts.h"

class QComboBox;
class QFormLayout;

namespace hall::desk {

/// What narrows the list besides words: block, state, category, handler, deadline, day of registration. Shown on demand; how many
/// are set is said on the button, so that a short list never looks like a complete one.
class CaseFilters : public QWidget
{
    Q_OBJECT

public:
    explicit CaseFilters(DeskSession& session, QWidget* parent = nullptr);

    void setLaw(const CaseLawPointer& law);
    void apply(casefile::CaseQuery& query, const QDate& today) const;
    int count() const;
    void clear();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QComboBox* add(const char* name);
    void fill();
    void tell();

    DeskSession& m_session;
    CaseLawPointer m_law;
    QPushButton* m_toggle;
    QPushButton* m_clear;
    QWidget* m_fields;
    QFormLayout* m_form;
    QList<QComboBox*> m_boxes;
    QComboBox* m_due;
    QComboBox* m_state;
    QComboBox* m_handler;
    QComboBox* m_category;
    QComboBox* m_opened;
    QComboBox* m_block;
};

} // namespace hall::desk
