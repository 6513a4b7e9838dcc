// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/clocks_pane.h"

#include "ui/desk/cases/case_list_model.h"
#include "ui/desk/cases/case_row_delegate.h"
#include "ui/desk/cases/column.h"
#include "ui/theme/icons.h"

namespace hall::desk {

ClocksPane::ClocksPane(const Phrasebook& phrases, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void ClocksPane::wipe() { clearColumn(m_column); }

void ClocksPane::show(const CaseLawPointer& law, const QList<casefile::ClockReading>& clocks)
{
    wipe();
    m_law = law;
    int shown = 0;
    for (const auto& reading : clocks) {
        if (const auto* rule = law->rules.deadlines.rule(reading.clock.rule))
            add(reading, *rule, shown++);
    }
    if (shown > 0)
        return;
    auto* none = makeLabel("muted", this);
    setText(none, tr("No deadline runs."));
    m_column->addWidget(none);
}

void ClocksPane::add(const casefile::ClockReading& reading, const rules::DeadlineRule& rule, int index)
{
    const auto named = [this](const rules::Text& text) { return m_phrases.text({text.zh, text.en}); };
    if (index > 0)
        m_column->addWidget(makeRule(this));
    const LightLook look = lightLook(reading.light, m_look.colours());
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    auto* icon = new QLabel(row);
    icon->setPixmap(theme::icon(look.icon, look.colour).pixmap(m_look.px(18), m_look.px(18)));
    auto* word = makeLabel("strong", row);
    setText(word, lightWord(reading));
    word->setStyleSheet(QStringLiteral("color: %1").arg(look.colour.name()));
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(word, 1);
    m_column->addWidget(row);
    auto* what = makeLabel("body", this);
    setText(what, tr("%1\nby %2", "what is to be done or what set it running; day").arg(named(rule.trigger), m_phrases.date(reading.due)));
    m_column->addWidget(what);
    auto* article = makeLabel("caption", this);
    setText(article, named(rule.basis));
    m_column->addWidget(article);
    auto* steps = makeLabel("caption", this);
    steps->setObjectName(QStringLiteral("clockSteps_") + reading.clock.rule);
    setText(steps, rules::explain(reading.reckoning, m_law->rules.deadlines, m_law->rules.calendar, m_phrases.language()).join(u'\n'));
    steps->hide();
    auto* how = makeButton("", this);
    how->setObjectName(QStringLiteral("clockHow_") + reading.clock.rule);
    how->setProperty("chip", true);
    how->setText(tr("How it is counted"));
    how->setCheckable(true);
    connect(how, &QPushButton::toggled, steps, &QWidget::setVisible);
    m_column->addWidget(how, 0, Qt::AlignLeft);
    m_column->addWidget(steps);
}

} // namespace hall::desk
