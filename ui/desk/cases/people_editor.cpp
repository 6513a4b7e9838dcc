// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/people_editor.h"

#include <QComboBox>
#include <QJsonArray>
#include <algorithm>

namespace hall::desk {

PeopleEditor::PeopleEditor(const Phrasebook& phrases, const CaseLawPointer& law, const rules::EntryField& field, int minimum, QWidget* parent)
    : QWidget(parent)
    , m_phrases(phrases)
    , m_law(law)
    , m_field(field)
    , m_minimum(minimum)
    , m_column(new QVBoxLayout(this))
    , m_fault(makeLabel("error", this))
    , m_more(makeButton("", this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_more->setObjectName(QStringLiteral("more_") + field.code);
    m_more->setProperty("chip", true);
    m_more->setText(tr("Add: %1", "one more of these people").arg(phrases.text({field.name.zh, field.name.en})));
    m_fault->hide();
    m_column->addWidget(m_fault);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] {
        add({});
        m_cards.last().fields->focusFirst();
        emit edited();
    });
    setContent({});
}

void PeopleEditor::add(const QJsonObject& person)
{
    auto* frame = new QFrame(this);
    frame->setProperty("look", QLatin1StringView("form"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 10, 12, 12);
    auto* head = new QHBoxLayout;
    Card card{frame, makeLabel("strong", frame), makeLabel("error", frame), makeButton("", frame), nullptr};
    const auto at = m_cards.size();
    card.remove->setObjectName(QStringLiteral("remove_%1_%2").arg(m_field.code).arg(at));
    card.remove->setProperty("look", QLatin1StringView("quiet"));
    head->addWidget(card.title, 1);
    head->addWidget(card.remove);
    column->addLayout(head);
    column->addWidget(card.fault);
    card.fault->hide();
    card.fields = new FieldSet(m_phrases, m_law, m_law->casework().person, QStringLiteral("%1[%2].").arg(m_field.code).arg(at), frame);
    card.fields->setToday(m_today);
    card.fields->setContent(person);
    column->addWidget(card.fields);
    m_cards.append(card);
    m_column->insertWidget(m_column->count() - 1, frame);
    connect(card.remove, &QPushButton::clicked, this, [this, frame] { remove(frame); });
    connect(card.fields, &FieldSet::edited, this, [this, card] {
        fit(card);
        emit edited();
    });
    fit(card);
    tell();
}

void PeopleEditor::remove(QFrame* frame)
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&](const Card& card) { return card.frame == frame; });
    if (found == m_cards.end())
        return;
    m_cards.erase(found);
    frame->hide();
    frame->deleteLater();
    while (m_cards.size() < m_minimum)
        add({});
    tell();
    emit edited();
}

void PeopleEditor::fit(const Card& card)
{
    const bool organisation = card.fields->valueOf(QStringLiteral("kind")) == QLatin1StringView("organisation");
    const bool guardian = card.fields->valueOf(QStringLiteral("role")) == QLatin1StringView("guardian");
    for (const char* code : {"birth", "gender"})
        card.fields->setFieldShown(QString::fromLatin1(code), !organisation);
    for (const char* code : {"guards", "consent"})
        card.fields->setFieldShown(QString::fromLatin1(code), guardian);
}

void PeopleEditor::tell()
{
    const QString name = m_phrases.text({m_field.name.zh, m_field.name.en});
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        const QString title = m_cards.size() == 1 ? name : tr("%1 %2", "petitioners, which one").arg(name).arg(i + 1);
        setText(m_cards[i].title, title);
        m_cards[i].remove->setText(tr("Take out", "a person of the list"));
        m_cards[i].remove->setAccessibleName(tr("Take out: %1").arg(title));
        m_cards[i].remove->setVisible(m_cards.size() > m_minimum);
    }
}

QJsonArray PeopleEditor::content() const
{
    QJsonArray people;
    for (const Card& card : m_cards) {
        if (const QJsonObject person = card.fields->content(); !person.isEmpty())
            people.append(person);
    }
    return people;
}

void PeopleEditor::setContent(const QJsonArray& people)
{
    for (const Card& card : std::as_const(m_cards))
        delete card.frame;
    m_cards.clear();
    for (const auto& person : people)
        add(person.toObject());
    while (m_cards.size() < m_minimum)
        add({});
    setText(m_fault, {}, true);
}

void PeopleEditor::setToday(const QDate& today)
{
    m_today = today;
    for (const Card& card : std::as_const(m_cards))
        card.fields->setToday(today);
}

void PeopleEditor::setFaults(const QMap<QString, QString>& faults)
{
    setText(m_fault, faults.value(m_field.code), true);
    qsizetype said = 0; // empty cards are not in the list that was checked
    for (const Card& card : std::as_const(m_cards)) {
        QMap<QString, QString> own;
        QString whole;
        if (!card.fields->content().isEmpty()) {
            const QString path = QStringLiteral("%1[%2]").arg(m_field.code).arg(++said);
            whole = faults.value(path).replace(path, card.title->text());
            for (auto it = faults.cbegin(); it != faults.cend(); ++it) {
                if (it.key().startsWith(path + u'.'))
                    own.insert(it.key().mid(path.size() + 1), it.value());
            }
        }
        setText(card.fault, whole, true);
        card.fields->setFaults(own);
    }
}

} // namespace hall::desk
