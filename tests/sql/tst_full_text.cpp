// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/full_text.h"
#include "app/sql/connection.h"
#include "app/sql/sqlcipher/sqlcipher_connection.h"

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

using namespace hall;
using namespace hall::sql;

namespace {

/// Few characters, so that words recur; one outside the first plane, full width, signs, digits and a quotation mark.
const QStringList kLetters = {QStringLiteral("王"), QStringLiteral("建"), QStringLiteral("国"), QStringLiteral("赔"), QStringLiteral("偿"),
                              QStringLiteral("𠮷"), QStringLiteral("Ａ"), QStringLiteral("b"),  QStringLiteral("É"),  QStringLiteral("7"),
                              QStringLiteral("1"),  QStringLiteral("３"), QStringLiteral("，"), QStringLiteral(" "),  QStringLiteral("\""),
                              QStringLiteral("*"),  QStringLiteral("\x02")};

QStringList letters(int atMost)
{
    QStringList list;
    const int size = *rc::gen::inRange(0, atMost);
    for (int i = 0; i < size; ++i)
        list.append(kLetters.at(*rc::gen::inRange<int>(0, static_cast<int>(kLetters.size()))));
    return list;
}

} // namespace

class FullTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        sqlcipher::Options options;
        options.path = m_folder.filePath(QStringLiteral("t.db"));
        options.key = QByteArray(32, 'k');
        options.create = true;
        options.fullText = true;
        auto opened = sqlcipher::SqlCipherConnection::open(options);
        QVERIFY(opened.ok());
        m_db = std::move(opened).value();
        QVERIFY(m_db->script("CREATE VIRTUAL TABLE words USING fts5 (text, content='', contentless_delete=1, detail='none', "
                             "tokenize='hall_grams')").ok());
    }
    void init() { QVERIFY(m_db->execute("INSERT INTO words (words) VALUES ('delete-all')").ok()); }

    void textIsFolded()
    {
        QCOMPARE(fold(u"ＡＢｃ　１２，é"), QStringLiteral("abc 12 e"));
        QCOMPARE(fold(u"、、王、"), QStringLiteral("王 "));
        QCOMPARE(searchedWords(u"  买买提·艾力 "), (QStringList{QStringLiteral("买买提"), QStringLiteral("艾力")}));
        const FoldedText folded = foldWithOrigin(u"x𠮷Ａ");
        QCOMPARE(folded.text, QStringLiteral("x𠮷a"));
        QCOMPARE(folded.origin, (QList<qsizetype>{0, 1, 1, 3, 4}));
    }

    /// Every run of one to six characters of a text that was put in is found.
    void everyPieceIsFound()
    {
        const bool holds = rc::check("every piece is found", [this] {
            const QStringList text = letters(40);
            put(1, text.join(QString()));
            for (qsizetype at = 0; at < text.size(); ++at) {
                for (qsizetype length = 1; length <= 6 && at + length <= text.size(); ++length) {
                    const QString piece = text.mid(at, length).join(QString());
                    if (!searchedWords(piece).isEmpty())
                        RC_ASSERT(find(piece) == QList<qint64>{1});
                }
            }
        });
        QVERIFY(holds);
    }
    /// What the index names, narrowed by looking, is what looking through everything finds; newest first.
    void agreesWithLookingThroughEverything()
    {
        const bool holds = rc::check("agrees with contains()", [this] {
            QStringList texts;
            for (int i = 0; i < 12; ++i)
                texts.append(letters(25).join(QString()));
            RC_ASSERT(m_db->execute("INSERT INTO words (words) VALUES ('delete-all')").ok());
            for (qsizetype i = 0; i < texts.size(); ++i)
                insert(i + 1, texts.at(i));
            const QString typed = letters(9).join(QString());
            const QStringList words = searchedWords(typed);
            if (words.isEmpty())
                return;
            QList<qint64> expected;
            for (qsizetype i = texts.size() - 1; i >= 0; --i) {
                const QString folded = fold(texts.at(i));
                if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return folded.contains(word); }))
                    expected.append(i + 1);
            }
            QList<qint64> found;
            for (const qint64 id : find(typed)) {
                const QString folded = fold(texts.at(id - 1));
                const bool there = std::all_of(words.begin(), words.end(), [&](const QString& word) { return folded.contains(word); });
                if (std::all_of(words.begin(), words.end(), isOneToken))
                    RC_ASSERT(there); // one token needs no second look
                if (there)
                    found.append(id);
            }
            RC_ASSERT(found == expected);
        });
        QVERIFY(holds);
    }
    void phonesAreFoundByAnyPartOfThem()
    {
        put(1, QStringLiteral("电话13812345678，身份证33010219700101123X"));
        for (const char* part : {"138", "2345", "12345678", "13812345678", "0219700101123x", "33010219700101123X"})
            QCOMPARE(find(QString::fromLatin1(part)), (QList<qint64>{1}));
        QCOMPARE(find(QStringLiteral("999")), QList<qint64>());
    }
    void whatIsTypedIsNeverSyntax()
    {
        put(1, QStringLiteral("王建国 OR near"));
        for (const char* typed : {"\"", "*", "a\" OR \"b", "NEAR(", "words:王", "-王", "^", "(", "AND", "NOT 王 x"})
            (void)find(QString::fromUtf8(typed)); // find() fails the test on an error
        QCOMPARE(find(QStringLiteral("or NEAR")), (QList<qint64>{1}));
    }
    void marksAreNotTyped()
    {
        insert(1, QStringLiteral("王"), mark(QStringLiteral("s:closed")));
        insert(2, QStringLiteral("王 s:closed"), mark(QStringLiteral("s:open")));
        QCOMPARE(ids(matching({QStringLiteral("王")}, {{QStringLiteral("s:closed")}})), (QList<qint64>{1}));
        QCOMPARE(ids(matching({}, {{QStringLiteral("s:closed"), QStringLiteral("s:open")}})), (QList<qint64>{2, 1}));
        QCOMPARE(find(QStringLiteral("s:closed")), (QList<qint64>{2}));
        QCOMPARE(find(QStringLiteral("\x02s:closed\x03")), (QList<qint64>{2}));
    }

private:
    void insert(qint64 id, const QString& text, const QString& marks = {})
    {
        const auto status = m_db->execute("INSERT INTO words (rowid, text) VALUES ($1, $2)", id, marks + fold(text));
        if (!status.ok())
            qFatal("%s", qPrintable(status.error().message));
    }
    void put(qint64 id, const QString& text)
    {
        if (!m_db->execute("INSERT INTO words (words) VALUES ('delete-all')").ok())
            qFatal("the index cannot be emptied");
        insert(id, text);
    }
    QList<qint64> ids(const QString& match)
    {
        QList<qint64> list;
        if (match.isEmpty())
            return list;
        auto rows = m_db->query("SELECT rowid FROM words WHERE words MATCH $1 ORDER BY rowid DESC", match);
        while (rows.ok()) {
            const auto more = rows->next();
            if (!more.ok())
                qFatal("%s", qPrintable(more.error().message));
            if (!*more)
                return list;
            list.append(rows->get<qint64>(0));
        }
        qFatal("%s", qPrintable(rows.error().message));
    }
    QList<qint64> find(const QString& typed) { return ids(matching(searchedWords(typed))); }

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_db;
};

QTEST_GUILESS_MAIN(FullTextTest)
#include "tst_full_text.moc"
