// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/story_pane.h"

#include "ui/desk/cases/column.h"

namespace hall::desk {

StoryPane::StoryPane(const Phrasebook& phrases, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void StoryPane::wipe() { clearColumn(m_column); }

void StoryPane::show(const CaseLaw& law, const casefile::CaseFile& file)
{
    wipe();
    for (const auto& entry : file.entries)
        add(law, file, entry);
}

void StoryPane::add(const CaseLaw& law, const casefile::CaseFile& file, const casefile::CaseEntry& entry)
{
    const ValueWords words(law, m_phrases);
    m_column->addWidget(makeRule(this));
    auto* head = makeLabel("strong", this);
    setText(head, tr("%1  %2", "number of an entry, its kind").arg(entry.sequence).arg(words.kind(entry.kind)));
    m_column->addWidget(head);
    auto* when = makeLabel("caption", this);
    setText(when, tr("%1 %2 · %3", "date, time, who").arg(m_phrases.date(base::hallDay(entry.at)), m_phrases.clock(entry.at), m_phrases.person(entry.author)));
    m_column->addWidget(when);
    QStringList lines = words.lines(entry);
    for (const auto& later : file.entries) {
        if (later.kind == QLatin1StringView("correction") && later.content.value(QLatin1StringView("entry")).toInteger() == entry.sequence)
            lines.append(tr("Corrected by entry %1: %2").arg(later.sequence).arg(later.content.value(QLatin1StringView("text")).toString()));
    }
    if (lines.isEmpty())
        return;
    auto* said = makeLabel("body", this);
    said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setText(said, lines.join(u'\n'));
    m_column->addWidget(said);
}

} // namespace hall::desk
