// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/earlier_pane.h"

#include "ui/desk/cases/column.h"

#include <QJsonArray>
#include <algorithm>

namespace hall::desk {

using base::Result;

namespace {

constexpr int kPauseMs = 350;
constexpr qsizetype kMostShown = 3;

QString textOf(const QJsonObject& person, const char* field) { return person.value(QLatin1StringView(field)).toString().trimmed(); }

} // namespace

EarlierPane::EarlierPane(CaseGateway& gateway, const Phrasebook& phrases, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_phrases(phrases)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EarlierPane::ask);
}

void EarlierPane::wipe()
{
    ++m_epoch;
    m_pause.stop();
    m_people.clear();
    m_found.clear();
    show();
}

void EarlierPane::lookFor(const CaseLawPointer& law, const QJsonArray& people, const QString& except)
{
    QList<casefile::PersonQuery> wanted;
    for (const auto& each : people) {
        const QJsonObject person = each.toObject();
        const casefile::PersonQuery query{textOf(person, "name"), textOf(person, "id_number"), textOf(person, "phone")};
        if (query.name.size() > 1 || !query.identityNumber.isEmpty() || !query.phone.isEmpty())
            wanted.append(query);
    }
    if (wanted == m_people && except == m_except)
        return;
    m_law = law;
    m_people = wanted;
    m_except = except;
    m_pause.start(kPauseMs);
}

void EarlierPane::ask()
{
    ++m_epoch;
    m_found.clear();
    show();
    for (const auto& query : std::as_const(m_people)) {
        m_gateway.people(query).then(this, [this, epoch = m_epoch](const Result<QList<casefile::EarlierCase>>& found) {
            if (epoch == m_epoch && found.ok())
                take(*found);
        });
    }
}

void EarlierPane::take(const QList<casefile::EarlierCase>& found)
{
    for (const auto& earlier : found) {
        const bool known = earlier.summary.number == m_except
            || std::any_of(m_found.begin(), m_found.end(), [&](const auto& other) { return other.summary.number == earlier.summary.number; });
        if (!known)
            m_found.append(earlier);
    }
    std::stable_sort(m_found.begin(), m_found.end(), [](const auto& one, const auto& other) { return one.why < other.why; });
    show();
}

void EarlierPane::show()
{
    clearColumn(m_column);
    setVisible(!m_found.isEmpty());
    emit found(static_cast<int>(m_found.size()));
    if (m_found.isEmpty())
        return;
    auto* title = makeLabel("attention", this, "earlierTitle");
    setText(title, tr("Perhaps the same person; nothing is joined by itself:"));
    m_column->addWidget(title);
    for (const auto& earlier : m_found.first(std::min<qsizetype>(m_found.size(), kMostShown)))
        add(earlier);
    if (m_found.size() <= kMostShown)
        return;
    auto* more = makeLabel("muted", this);
    setText(more, tr("And %1 more: search for the name or the number on the left.").arg(m_found.size() - kMostShown));
    m_column->addWidget(more);
}

void EarlierPane::add(const casefile::EarlierCase& earlier)
{
    using Why = casefile::EarlierCase::Why;
    const QString why = earlier.why == Why::IdentityNumber ? tr("same identity number")
        : earlier.why == Why::Phone                        ? tr("same phone")
        : earlier.why == Why::SameName                     ? tr("same name")
                                                           : tr("similar name");
    const ValueWords words(*m_law, m_phrases);
    const QString& number = earlier.summary.number;
    auto* text = makeLabel("body", this, "earlierCase");
    setText(text, tr("%1 · %2\n%3 · %4", "name, why it may be them; number, state")
                      .arg(earlier.person.value(QLatin1StringView("name")).toString(), why, number, words.state(earlier.summary.state)));
    m_column->addWidget(text);
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* open = makeButton("", row);
    open->setObjectName(QStringLiteral("earlierOpen_") + number);
    open->setProperty("chip", true);
    open->setText(tr("Open"));
    open->setAccessibleName(tr("Open case %1").arg(number));
    line->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this, number] { emit openAsked(number); });
    if (m_continuing) {
        auto* go = makeButton("", row);
        go->setObjectName(QStringLiteral("earlierContinue_") + number);
        go->setProperty("chip", true);
        go->setText(tr("Goes on with this case"));
        go->setAccessibleName(tr("Goes on with case %1").arg(number));
        line->addWidget(go);
        connect(go, &QPushButton::clicked, this, [this, number] { emit continueAsked(number); });
    }
    line->addStretch();
    m_column->addWidget(row);
}

} // namespace hall::desk
