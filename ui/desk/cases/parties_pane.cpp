// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/parties_pane.h"

#include "app/rules/entry_values.h"
#include "ui/desk/cases/column.h"

#include <QJsonArray>

namespace hall::desk {

PartiesPane::PartiesPane(const Phrasebook& phrases, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void PartiesPane::wipe() { clearColumn(m_column); }

void PartiesPane::show(const CaseLaw& law, const QJsonObject& facts)
{
    wipe();
    const ValueWords words(law, m_phrases);
    const auto* opening = law.casework().opening();
    for (const auto& field : opening->fields) {
        if (field.type != rules::FieldType::People)
            continue;
        const QJsonArray people = facts.value(field.code).toArray();
        for (const auto& each : people) {
            const QJsonObject person = each.toObject();
            m_column->addWidget(makeRule(this));
            auto* name = makeLabel("strong", this);
            setText(name, tr("%1 · %2", "name, petitioner or other party").arg(person.value(QLatin1StringView("name")).toString(), words.named(field.name)));
            m_column->addWidget(name);
            QStringList lines;
            for (const auto& own : law.casework().person) {
                const QJsonValue said = person.value(own.code);
                if (own.code != QLatin1StringView("name") && !rules::saysNothing(said))
                    lines.append(tr("%1: %2", "name of a field, what it says").arg(words.named(own.name), words.value(own, said)));
            }
            auto* about = makeLabel("body", this);
            about->setTextInteractionFlags(Qt::TextSelectableByMouse);
            setText(about, lines.join(u'\n'), true);
            m_column->addWidget(about);
        }
    }
    if (m_column->count() > 0)
        return;
    auto* none = makeLabel("muted", this);
    setText(none, tr("The registration names nobody. Write a correction to add them."));
    m_column->addWidget(none);
}

} // namespace hall::desk
