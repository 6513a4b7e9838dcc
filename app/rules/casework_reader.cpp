// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/casework.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <functional>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

const QMap<QString, FieldType> kTypes = {
    {QStringLiteral("text"), FieldType::Text},     {QStringLiteral("number"), FieldType::Number},
    {QStringLiteral("yes-no"), FieldType::YesNo},  {QStringLiteral("date"), FieldType::Date},
    {QStringLiteral("choice"), FieldType::Choice}, {QStringLiteral("people"), FieldType::People},
    {QStringLiteral("rule"), FieldType::Rule},     {QStringLiteral("category"), FieldType::Category},
    {QStringLiteral("time"), FieldType::Time},     {QStringLiteral("case"), FieldType::Case},
    {QStringLiteral("identity"), FieldType::Identity}, {QStringLiteral("phone"), FieldType::Phone}};

class CaseworkReader
{
public:
    explicit CaseworkReader(const DeadlineBook& deadlines)
        : m_deadlines(deadlines)
    {
    }

    Result<CaseworkBook> read(const QString& path, const QString& choicesPath)
    {
        HALL_TRY(readFile(path, [this](YamlMap& top) { readCasework(top); }));
        HALL_TRY(readFile(choicesPath, [this](YamlMap& top) { readChoices(top); }));
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return m_book;
    }

private:
    Status readFile(const QString& path, const std::function<void(YamlMap&)>& read)
    {
        m_file = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
        try {
            const YAML::Node root = YAML::Load(file.readAll().toStdString());
            YamlMap top(root, m_file, m_complaints);
            read(top);
        } catch (const YAML::Exception& exception) {
            m_complaints.add(m_file, exception.mark.line + 1, QString::fromStdString(exception.msg));
        }
        return {};
    }

    void readCasework(YamlMap& top)
    {
        readLimits(top);
        top.each("person", true, [this](YamlMap& map) { m_book.person.append(readField(map)); });
        top.each("states", true, [this](YamlMap& map) { readState(map); });
        top.each("kinds", true, [this](YamlMap& map) { readKind(map); });
        readContinuing(top);
        top.each("workspaces", false, [this](YamlMap& map) { readWorkspace(map); });
        top.each("reasons", false, [this](YamlMap& map) { m_book.reasons.append({map.string("code"), map.text("name")}); });
        checkWhole(top);
    }

    void readChoices(YamlMap& top)
    {
        top.each("choices", true, [this](YamlMap& map) {
            const QString code = map.string("code");
            if (m_book.choiceNames.contains(code))
                map.complain(tr("the choice \"%1\" is there already").arg(code));
            m_book.choiceNames.insert(code, map.text("name"));
        });
        checkNamed(top, m_book.person);
        for (const EntryKind& kind : std::as_const(m_book.kinds))
            checkNamed(top, kind.fields);
    }

    void checkNamed(YamlMap& top, const QList<EntryField>& fields)
    {
        for (const EntryField& field : fields) {
            for (const QString& code : field.choices) {
                if (!m_book.choiceNames.contains(code) && !m_book.choiceNames.contains(field.code + QLatin1Char('.') + code))
                    top.complain(tr("the choice \"%1\" of the field \"%2\" has no name").arg(code, field.code));
            }
        }
    }

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
        map.each("fields", false, [&](YamlMap& item) {
            kind.fields.append(readField(item));
            if (kind.field(kind.fields.last().code) != &kind.fields.last())
                item.complain(tr("the field \"%1\" is there already").arg(kind.fields.last().code));
        });
        map.each("demands", false, [&](YamlMap& item) {
            kind.demands.append({readWanted(item, "when", kind), readWanted(item, "must", kind), item.text("say")});
        });
        map.each("starts", false, [&](YamlMap& item) { readClock(item, kind); });
        readStops(map, kind);
        kind.suspends = map.strings("suspends", false);
        checkRules(map, kind.suspends);
        kind.resumes = map.boolean("resumes", false);
        readWindow(map, kind);
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

    EntryField readField(YamlMap& map)
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
        field.expected = map.boolean("expected", false);
        field.isLong = map.boolean("long", false);
        if (field.isLong && field.type != FieldType::Text)
            map.complainAt("long", tr("only a text has several lines"));
        field.otherwise = map.string("otherwise", false);
        return field;
    }

    void readLimits(YamlMap& top)
    {
        const YAML::Node limits = top.raw("limits");
        if (!limits.IsDefined())
            return;
        YamlMap map(limits, m_file, m_complaints);
        m_book.limits.representatives = map.integer("representatives", m_book.limits.representatives);
        m_book.limits.guardianBelow = map.integer("guardian_below", m_book.limits.guardianBelow);
    }

    void readContinuing(YamlMap& top)
    {
        const YAML::Node node = top.raw("continuing");
        if (!node.IsDefined())
            return;
        YamlMap map(node, m_file, m_complaints);
        m_book.continuing = {map.string("field"), map.strings("concluded"), map.string("needs"), map.text("say")};
        const EntryKind* opening = m_book.opening();
        for (const QString& field : {m_book.continuing.field, m_book.continuing.needs}) {
            if (opening && !opening->field(field))
                map.complain(tr("\"%1\" is no field of this kind").arg(field));
        }
        for (const QString& state : std::as_const(m_book.continuing.concluded)) {
            if (!m_book.state(state))
                map.complain(tr("there is no state \"%1\"").arg(state));
        }
    }

    void readWorkspace(YamlMap& map)
    {
        const EntryKind none;
        const EntryKind* opening = m_book.opening();
        const Workspace workspace{map.string("code"), map.text("name"), map.string("prefix"),
                                  readWanted(map, "takes", opening ? *opening : none), map.string("accused", false)};
        if (workspace.prefix.size() != 1 || !workspace.prefix.front().isUpper())
            map.complainAt("prefix", tr("must be one capital letter"));
        if (workspace.takes.isEmpty())
            map.complain(tr("a workspace says which registrations go there"));
        if (opening && !workspace.accused.isEmpty() && !opening->field(workspace.accused))
            map.complain(tr("\"%1\" is no field of this kind").arg(workspace.accused));
        for (const Workspace& other : std::as_const(m_book.workspaces)) {
            if (other.code == workspace.code || other.prefix == workspace.prefix)
                map.complain(tr("the workspace \"%1\" is there already").arg(workspace.code));
        }
        m_book.workspaces.append(workspace);
    }

    void readWindow(YamlMap& map, EntryKind& kind)
    {
        const YAML::Node node = map.raw("within");
        if (!node.IsDefined())
            return;
        YamlMap window(node, m_file, m_complaints);
        kind.withinDays = window.integer("days", 0);
        kind.withinOf = window.strings("of");
        m_windows.append({window.line(), kind.withinOf});
    }

    /// Fields and their values, one or a list of them.
    Wanted readWanted(YamlMap& map, const char* key, const EntryKind& kind)
    {
        Wanted wanted;
        const YAML::Node node = map.raw(key);
        if (!node.IsDefined())
            return wanted;
        for (const auto& item : node) {
            const QString field = QString::fromStdString(item.first.as<std::string>());
            const QString rule = field.startsWith(QLatin1StringView("clock.")) ? field.mid(6) : QString();
            if (!rule.isEmpty())
                checkRules(map, {rule});
            else if (!field.startsWith(QLatin1StringView("case.")) && !kind.field(field))
                map.complainAt(key, tr("\"%1\" is no field of this kind").arg(field));
            QStringList& values = wanted[field];
            if (item.second.IsScalar())
                values.append(QString::fromStdString(item.second.as<std::string>()));
            for (const auto& value : item.second)
                values.append(QString::fromStdString(value.as<std::string>()));
        }
        return wanted;
    }

    void readClock(YamlMap& map, EntryKind& kind)
    {
        StartedClock clock;
        clock.rule = map.string("rule", false);
        clock.ruleField = map.string("rule_field", false);
        clock.on = map.string("on", false);
        clock.at = map.string("at", false);
        clock.needs = map.string("needs", false);
        if (!clock.rule.isEmpty())
            checkRules(map, {clock.rule});
        checkFieldType(map, kind, clock.ruleField, FieldType::Rule, tr("\"%1\" is no deadline that this kind asks for"));
        checkFieldType(map, kind, clock.on, FieldType::Date, tr("\"%1\" is no date that this kind asks for"));
        checkFieldType(map, kind, clock.at, FieldType::Time, tr("\"%1\" is no time that this kind asks for"));
        checkFieldType(map, kind, clock.needs.section(QLatin1Char('.'), 0, 0), FieldType::People,
                       tr("\"%1\" is no list of people that this kind asks for"));
        if (clock.rule.isEmpty() == clock.ruleField.isEmpty())
            map.complain(tr("a clock has either a rule or a rule_field"));
        clock.when = readWanted(map, "when", kind);
        clock.unless = readWanted(map, "unless", kind);
        kind.starts.append(clock);
    }

    static void checkFieldType(YamlMap& map, const EntryKind& kind, const QString& code, FieldType type, const QString& complaint)
    {
        const EntryField* field = code.isEmpty() ? nullptr : kind.field(code);
        if (!code.isEmpty() && (!field || field->type != type))
            map.complain(complaint.arg(code));
    }

    void readStops(YamlMap& map, EntryKind& kind)
    {
        kind.stops = map.strings("stops", false);
        checkRules(map, kind.stops);
        kind.stopsField = map.string("stops_field", false);
        kind.extends = map.string("extends", false);
        kind.explains = map.string("explains", false);
        kind.recuses = map.string("recuses", false);
        kind.readmits = map.string("readmits", false);
        kind.shares = map.string("shares", false);
        for (const QString& field : {kind.stopsField, kind.extends, kind.explains})
            checkFieldType(map, kind, field, FieldType::Rule, tr("\"%1\" is no deadline that this kind asks for"));
        for (const QString& field : {kind.recuses, kind.readmits, kind.shares})
            checkFieldType(map, kind, field, FieldType::Text, tr("\"%1\" is no text that this kind asks for"));
    }

    void checkRules(YamlMap& map, const QStringList& rules)
    {
        for (const QString& rule : rules) {
            if (rule != QLatin1StringView("all") && !m_deadlines.rule(rule))
                map.complain(tr("there is no deadline rule \"%1\"").arg(rule));
        }
    }

    void checkWhole(YamlMap& top)
    {
        const auto opening = std::count_if(m_book.kinds.begin(), m_book.kinds.end(), [](const EntryKind& k) { return k.opens; });
        if (opening != 1)
            top.complain(tr("one kind must open a case; here are %1").arg(opening));
        for (const auto& [line, kinds] : std::as_const(m_windows)) {
            for (const QString& code : kinds) {
                if (!m_book.kind(code))
                    m_complaints.add(m_file, line, tr("there is no kind of entry \"%1\"").arg(code));
            }
        }
        QSet<QString> reached;
        for (const EntryKind& kind : std::as_const(m_book.kinds))
            reached.insert(kind.to);
        for (const CaseState& state : std::as_const(m_book.states)) {
            if (!reached.contains(state.code))
                top.complain(tr("no kind of entry leads to the state \"%1\"").arg(state.code));
        }
    }

    const DeadlineBook& m_deadlines;
    QList<std::pair<int, QStringList>> m_windows; ///< line, kinds; checked when all are known
    QString m_file;
    Complaints m_complaints;
    CaseworkBook m_book;
};

} // namespace

Result<CaseworkBook> readCasework(const QString& folder, const DeadlineBook& deadlines)
{
    return CaseworkReader(deadlines).read(lawFile(folder, QStringLiteral("casework.yaml")), lawFile(folder, QStringLiteral("choices.yaml")));
}

} // namespace hall::rules
