// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/router.h"
#include "app/rules/texts.h"
#include "app/rules/yaml_reader.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace hall::rules {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

class RouterReader
{
public:
    explicit RouterReader(const DeadlineBook& book)
        : m_book(book)
    {
    }

    Result<Router> read(const QString& path)
    {
        m_file = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
        try {
            const YAML::Node root = YAML::Load(file.readAll().toStdString());
            YamlMap top(root, m_file, m_complaints);
            readTop(top);
        } catch (const YAML::Exception& exception) {
            m_complaints.add(m_file, exception.mark.line + 1, QString::fromStdString(exception.msg));
        }
        if (m_complaints.isEmpty())
            checkWays();
        if (!m_complaints.isEmpty())
            return Error{ErrorCode::FileInvalid, m_complaints.text()};
        return m_router;
    }

private:
    void readTop(YamlMap& top)
    {
        top.each("channels", true, [&](YamlMap& map) {
            const QString code = ownCode(map, QStringLiteral("channel"));
            m_router.channels.append({code, map.text("name")});
        });
        // Dates and questions are both keys of a facts file: no two may be called the same.
        top.each("dates", true, [&](YamlMap& map) {
            const QString code = ownCode(map, QStringLiteral("fact"));
            m_router.dates.append({code, map.text("name")});
        });
        top.each("questions", true, [&](YamlMap& map) { readQuestion(map); });
        top.each("ends", true, [&](YamlMap& map) { readEnd(map); });
        if (m_router.questions.isEmpty())
            top.complain(tr("there is no question"));
    }

    QString ownCode(YamlMap& map, const QString& kind)
    {
        const QString code = map.string("code");
        const QString key = kind + QLatin1Char(' ') + code;
        if (m_lines.contains(key))
            map.complain(tr("\"%1\" is there already, on line %2").arg(code).arg(m_lines.value(key)));
        m_lines.insert(key, map.line());
        return code;
    }

    void readQuestion(YamlMap& map)
    {
        RouterQuestion question;
        question.code = ownCode(map, QStringLiteral("fact"));
        question.text = map.text("text");
        question.help = map.text("help", false);
        map.each("answers", true, [&](YamlMap& item) {
            RouterAnswer answer;
            answer.value = item.string("value");
            answer.text = item.text("text");
            answer.because = item.text("because", false);
            answer.question = item.string("question", false);
            answer.end = item.string("end", false);
            if (answer.question.isEmpty() == answer.end.isEmpty())
                item.complain(tr("an answer leads to a question or to an end: give one of the two"));
            if (question.answer(answer.value))
                item.complain(tr("the answer \"%1\" is there already").arg(answer.value));
            question.answers.append(answer);
        });
        if (question.answers.size() < 2)
            map.complain(tr("a question needs two answers at least"));
        m_router.questions.append(question);
    }

    void readEnd(YamlMap& map)
    {
        RouterEnd end;
        end.code = ownCode(map, QStringLiteral("end"));
        end.channel = map.string("channel");
        end.title = map.text("title");
        end.article = map.text("article");
        end.words = map.text("words");
        end.where = map.text("where");
        map.each("bring", true, [&](YamlMap& item) { end.bring.append({item.string("zh"), item.string("en")}); });
        map.each("notes", false, [&](YamlMap& item) { end.notes.append({item.string("zh"), item.string("en")}); });
        map.each("deadlines", false, [&](YamlMap& item) {
            const RouterDeadline deadline{item.string("rule"), item.string("fact")};
            if (!m_book.rule(deadline.rule))
                item.complainAt("rule", tr("there is no deadline rule \"%1\"").arg(deadline.rule));
            if (!m_router.date(deadline.fact))
                item.complainAt("fact", tr("there is no date \"%1\"").arg(deadline.fact));
            end.deadlines.append(deadline);
        });
        if (!m_router.channel(end.channel))
            map.complainAt("channel", tr("there is no channel \"%1\"").arg(end.channel));
        m_router.ends.append(end);
    }

    void complainOf(const QString& kind, const QString& code, const QString& reason)
    {
        m_complaints.add(m_file, m_lines.value(kind + QLatin1Char(' ') + code, 1), reason);
    }

    /// Follows every answer from a question on; `above` are the questions on the way to it.
    void follow(const QString& code, QStringList above)
    {
        if (above.contains(code))
            return complainOf(QStringLiteral("fact"), code,
                              tr("from \"%1\" the questions go round in a circle").arg(code));
        if (m_seen.contains(code))
            return;
        above.append(code);
        for (const RouterAnswer& answer : m_router.question(code)->answers) {
            if (!answer.end.isEmpty()) {
                m_ended.insert(answer.end);
                if (!m_router.end(answer.end))
                    complainOf(QStringLiteral("fact"), code, tr("there is no end \"%1\"").arg(answer.end));
            } else if (m_router.question(answer.question)) {
                follow(answer.question, above);
            } else {
                complainOf(QStringLiteral("fact"), code, tr("there is no question \"%1\"").arg(answer.question));
            }
        }
        m_seen.insert(code);
    }

    void checkWays()
    {
        follow(m_router.questions.first().code, {});
        for (const RouterQuestion& question : std::as_const(m_router.questions)) {
            if (!m_seen.contains(question.code))
                complainOf(QStringLiteral("fact"), question.code,
                           tr("no answer leads to the question \"%1\"").arg(question.code));
        }
        QSet<QString> dates;
        QSet<QString> channels;
        for (const RouterEnd& end : std::as_const(m_router.ends)) {
            channels.insert(end.channel);
            for (const RouterDeadline& deadline : end.deadlines)
                dates.insert(deadline.fact);
            if (!m_ended.contains(end.code))
                complainOf(QStringLiteral("end"), end.code, tr("no answer leads to the end \"%1\"").arg(end.code));
        }
        for (const RouterName& date : std::as_const(m_router.dates)) {
            if (!dates.contains(date.code))
                complainOf(QStringLiteral("fact"), date.code, tr("no clock runs from the date \"%1\"").arg(date.code));
        }
        for (const RouterName& channel : std::as_const(m_router.channels)) {
            if (!channels.contains(channel.code))
                complainOf(QStringLiteral("channel"), channel.code,
                           tr("nothing ends in the channel \"%1\"").arg(channel.code));
        }
    }

    const DeadlineBook& m_book;
    QString m_file;
    Router m_router;
    Complaints m_complaints;
    QMap<QString, int> m_lines; ///< where each thing was written
    QSet<QString> m_seen;
    QSet<QString> m_ended;
};

} // namespace

Result<Router> readRouter(const QString& folder, const DeadlineBook& book)
{
    return RouterReader(book).read(lawFile(folder, QStringLiteral("router.yaml")));
}

} // namespace hall::rules
