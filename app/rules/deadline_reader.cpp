// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/deadline_book.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

class DeadlineReader
{
public:
    Result<DeadlineBook> read(const QString& folder)
    {
        if (!QDir(folder).exists())
            return Error{ErrorCode::FileUnreadable, tr("There is no folder %1. Check the path.").arg(folder)};
        readFile(lawFile(folder, QStringLiteral("wording.yaml")));
        readFile(lawFile(folder, QStringLiteral("deadlines.yaml")));
        checkWording();
        if (m_book.rules.isEmpty())
            m_complaints.add(QStringLiteral("deadlines.yaml"), 1, tr("there is no rule"));
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return m_book;
    }

private:
    void readFile(const QString& path)
    {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return m_complaints.add(name, 1, tr("the file cannot be read"));
        try {
            const YAML::Node root = YAML::Load(file.readAll().toStdString());
            YamlMap top(root, name, m_complaints);
            readTop(top);
        } catch (const YAML::Exception& exception) {
            m_complaints.add(name, exception.mark.line + 1, QString::fromStdString(exception.msg));
        }
    }

    void readTop(YamlMap& top)
    {
        top.each("wording", false, [&](YamlMap& map) { readSentence(map); });
        top.each("profiles", false, [&](YamlMap& map) {
            const QString code = map.string("code");
            if (m_book.profile(code))
                map.complain(tr("the profile \"%1\" is there already").arg(code));
            const Text name = map.text("name");
            m_book.profiles.append({code, name, map.boolean("on", false)});
        });
        top.each("matters", false, [&](YamlMap& map) {
            const QString code = map.string("code");
            if (m_book.matter(code))
                map.complain(tr("the matter \"%1\" is there already").arg(code));
            m_book.matters.append({code, map.text("name")});
        });
        top.each("rules", false, [&](YamlMap& map) { readRule(map); });
    }

    void readSentence(YamlMap& map)
    {
        const QString code = map.string("code");
        const Text text = map.text("text");
        const auto wanted = Wording::wanted().constFind(code);
        if (wanted == Wording::wanted().cend())
            return map.complainAt("code", tr("no sentence \"%1\" is asked for").arg(code));
        static const QRegularExpression place(QStringLiteral("%([0-9])"));
        for (const QString& sentence : {text.zh, text.en}) {
            for (auto it = place.globalMatch(sentence); it.hasNext();) {
                const int number = it.next().captured(1).toInt();
                if (number < 1 || number > *wanted)
                    map.complainAt("text", tr("\"%1\" has no value %%2").arg(code).arg(number));
            }
        }
        if (m_book.wording.contains(code))
            map.complain(tr("the sentence \"%1\" is there already").arg(code));
        m_book.wording.add(code, text);
    }

    void readRule(YamlMap& map)
    {
        DeadlineRule rule;
        rule.id = map.string("id");
        rule.matter = map.string("matter");
        rule.trigger = map.text("trigger");
        rule.length = map.integer("length", 0);
        rule.extension = map.integer("extension", 0);
        rule.condition = map.text("condition", false);
        rule.actor = map.text("actor");
        rule.rolls = map.boolean("rolls", false);
        rule.lapses = map.boolean("lapses", rule.rolls);
        rule.profile = map.string("profile", false);
        rule.note = map.text("note", false);
        rule.basis = map.text("basis");
        rule.mark = map.string("mark");
        rule.doubt = map.text("doubt", false);
        if (rule.profile.isEmpty())
            rule.profile = QStringLiteral("national");
        checkRule(rule, map);
        m_book.rules.append(rule);
    }

    void checkRule(DeadlineRule& rule, YamlMap& map)
    {
        const QString unit = map.string("unit");
        if (const auto known = termUnitFromName(unit))
            rule.unit = *known;
        else
            map.complainAt("unit", tr("\"%1\" is none of calendar_day, working_day, hour, month, year").arg(unit));
        if (rule.length < 1 || rule.length > 10000 || rule.extension > 10000)
            map.complainAt("length", tr("a term is 1 to 10000 long"));
        if (rule.extension > 0 && rule.condition.en.isEmpty())
            map.complainAt("extension", tr("an extension needs its condition"));
        if (rule.rolls && rule.unit == TermUnit::Hour)
            map.complainAt("rolls", tr("a term in hours does not roll"));
        if (m_book.rule(rule.id))
            map.complainAt("id", tr("the rule \"%1\" is there already").arg(rule.id));
        if (!m_book.matter(rule.matter))
            map.complainAt("matter", tr("there is no matter \"%1\"").arg(rule.matter));
        if (!m_book.profile(rule.profile))
            map.complainAt("profile", tr("there is no profile \"%1\"").arg(rule.profile));
        static const QRegularExpression mark(QStringLiteral("^(V2?|K|\\?)($|[ ;])"));
        if (!mark.match(rule.mark).hasMatch())
            map.complainAt("mark", tr("\"%1\" does not begin with V, V2, K or ?").arg(rule.mark));
    }

    void checkWording()
    {
        if (!m_complaints.isEmpty())
            return; // of a file that could not be read every sentence would be missing
        QStringList codes = Wording::wanted().keys();
        codes.sort();
        for (const QString& code : codes) {
            if (!m_book.wording.contains(code))
                m_complaints.add(QStringLiteral("wording.yaml"), 1, tr("the sentence \"%1\" is missing").arg(code));
        }
    }

    DeadlineBook m_book;
    Complaints m_complaints;
};

} // namespace

Result<DeadlineBook> readDeadlineBook(const QString& folder)
{
    return DeadlineReader().read(folder);
}

} // namespace hall::rules
