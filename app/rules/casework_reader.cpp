// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework.h"
#include "app/rules/yaml_reader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <algorithm>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hall::rules", text);
}

const QMap<QString, FieldType> kTypes = {
    {QStringLiteral("text"), FieldType::Text},     {QStringLiteral("number"), FieldType::Number},
    {QStringLiteral("yes-no"), FieldType::YesNo},  {QStringLiteral("date"), FieldType::Date},
    {QStringLiteral("choice"), FieldType::Choice}, {QStringLiteral("people"), FieldType::People},
    {QStringLiteral("rule"), FieldType::Rule},     {QStringLiteral("category"), FieldType::Category}};

class CaseworkReader
{
public:
    explicit CaseworkReader(const DeadlineBook& deadlines)
        : m_deadlines(deadlines)
    {
    }

    Result<CaseworkBook> read(const QString& path)
    {
        m_file = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
        try {
            const YAML::Node root = YAML::Load(file.readAll().toStdString());
            YamlMap top(root, m_file, m_complaints);
            top.each("states", true, [this](YamlMap& map) { readState(map); });
            top.each("kinds", true, [this](YamlMap& map) { readKind(map); });
            checkWhole(top);
        } catch (const YAML::Exception& exception) {
            m_complaints.add(m_file, exception.mark.line + 1, QString::fromStdString(exception.msg));
        }
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return m_book;
    }

private:
    void readState(YamlMap& map)
    {
        const CaseState state{map.string("code"), map.text("name"), map.boolean("closed", false)};
        if (m_book.state(state.code))
            map.complain(tr("the state \"%1\" is there already").arg(state.code));
        m_book.states.append(state);
    }

    void readKind(YamlMap& map)
    {
        EntryKind kind;
        kind.code = map.string("code");
        kind.name = map.text("name");
        kind.basis = map.text("basis", false);
        kind.opens = map.boolean("opens", false);
        kind.anyState = map.boolean("any_state", false);
        kind.from = map.strings("from", false);
        kind.to = map.string("to", false);
        map.each("fields", false, [&](YamlMap& item) { readField(item, kind); });
        map.each("starts", false, [&](YamlMap& item) { readClock(item, kind); });
        readStops(map, kind);
        kind.suspends = map.boolean("suspends", false);
        kind.resumes = map.boolean("resumes", false);
        if (m_book.kind(kind.code))
            map.complain(tr("the kind \"%1\" is there already").arg(kind.code));
        for (const QString& state : kind.from + QStringList(kind.to)) {
            if (!state.isEmpty() && !m_book.state(state))
                map.complain(tr("there is no state \"%1\"").arg(state));
        }
        if (kind.opens && kind.to.isEmpty())
            map.complain(tr("a kind that opens a case says in which state it then is"));
        m_book.kinds.append(kind);
    }

    void readField(YamlMap& map, EntryKind& kind)
    {
        EntryField field;
        field.code = map.string("code");
        field.name = map.text("name");
        const QString type = map.string("type");
        if (!kTypes.contains(type))
            map.complainAt("type", tr("must be one of: %1").arg(kTypes.keys().join(QLatin1String(", "))));
        field.type = kTypes.value(type, FieldType::Text);
        field.choices = map.strings("choices", false);
        if (field.choices.isEmpty() == (field.type == FieldType::Choice))
            map.complain(tr("choices belong to a choice, and to it alone"));
        field.required = map.boolean("required", false);
        if (kind.field(field.code))
            map.complain(tr("the field \"%1\" is there already").arg(field.code));
        kind.fields.append(field);
    }

    void readClock(YamlMap& map, EntryKind& kind)
    {
        StartedClock clock;
        clock.rule = map.string("rule");
        clock.on = map.string("on", false);
        checkRule(map, clock.rule);
        const EntryField* on = clock.on.isEmpty() ? nullptr : kind.field(clock.on);
        if (!clock.on.isEmpty() && (!on || on->type != FieldType::Date))
            map.complainAt("on", tr("\"%1\" is no date that this kind asks for").arg(clock.on));
        const YAML::Node when = map.raw("when");
        if (when.IsDefined()) {
            for (const auto& item : when) {
                const QString field = QString::fromStdString(item.first.as<std::string>());
                if (!kind.field(field))
                    map.complainAt("when", tr("\"%1\" is no field of this kind").arg(field));
                clock.when.insert(field, QString::fromStdString(item.second.as<std::string>()));
            }
        }
        kind.starts.append(clock);
    }

    void readStops(YamlMap& map, EntryKind& kind)
    {
        kind.stops = map.strings("stops", false);
        for (const QString& rule : std::as_const(kind.stops)) {
            if (rule != QLatin1StringView("all"))
                checkRule(map, rule);
        }
        kind.stopsField = map.string("stops_field", false);
        kind.extends = map.string("extends", false);
        for (const QString& field : {kind.stopsField, kind.extends}) {
            const EntryField* named = field.isEmpty() ? nullptr : kind.field(field);
            if (!field.isEmpty() && (!named || named->type != FieldType::Rule))
                map.complain(tr("\"%1\" is no deadline that this kind asks for").arg(field));
        }
    }

    void checkRule(YamlMap& map, const QString& rule)
    {
        if (!m_deadlines.rule(rule))
            map.complain(tr("there is no deadline rule \"%1\"").arg(rule));
    }

    void checkWhole(YamlMap& top)
    {
        const auto opening = std::count_if(m_book.kinds.begin(), m_book.kinds.end(), [](const EntryKind& k) { return k.opens; });
        if (opening != 1)
            top.complain(tr("one kind must open a case; here are %1").arg(opening));
        QSet<QString> reached;
        for (const EntryKind& kind : std::as_const(m_book.kinds))
            reached.insert(kind.to);
        for (const CaseState& state : std::as_const(m_book.states)) {
            if (!reached.contains(state.code))
                top.complain(tr("no kind of entry leads to the state \"%1\"").arg(state.code));
        }
    }

    const DeadlineBook& m_deadlines;
    QString m_file;
    Complaints m_complaints;
    CaseworkBook m_book;
};

} // namespace

Result<CaseworkBook> readCasework(const QString& folder, const DeadlineBook& deadlines)
{
    return CaseworkReader(deadlines).read(lawFile(folder, QStringLiteral("casework.yaml")));
}

} // namespace hall::rules
