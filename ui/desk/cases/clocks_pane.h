// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/look.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

namespace hall::desk {

/// The deadlines of a case, those that run first: light as drawing and word, day, article; at the press of a button the arithmetic,
/// step by step.
class ClocksPane : public QWidget
{
    Q_OBJECT

public:
    ClocksPane(const Phrasebook& phrases, const Look& look, QWidget* parent = nullptr);

    void show(const CaseLawPointer& law, const QList<casefile::ClockReading>& clocks);
    void wipe();

private:
    void add(const casefile::ClockReading& reading, const rules::DeadlineRule& rule, int index);

    const Phrasebook& m_phrases;
    const Look& m_look;
    CaseLawPointer m_law;
    QVBoxLayout* m_column;
};

} // namespace hall::desk
