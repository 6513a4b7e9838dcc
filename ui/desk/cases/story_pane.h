// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/value_words.h"
#include "ui/desk/parts.h"

namespace hall::desk {

/// The entries of a case as a story: when, who, what kind; what was said; what corrected it.
class StoryPane : public QWidget
{
    Q_OBJECT

public:
    StoryPane(const Phrasebook& phrases, QWidget* parent = nullptr);

    void show(const CaseLaw& law, const casefile::CaseFile& file);
    void wipe();

private:
    void add(const CaseLaw& law, const casefile::CaseFile& file, const casefile::CaseEntry& entry);

    const Phrasebook& m_phrases;
    QVBoxLayout* m_column;
};

} // namespace hall::desk
