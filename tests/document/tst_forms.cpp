// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/form.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace hall::document;

/// The forms that the programs come with, and what a hall's own forms are refused for.
class FormsTest : public QObject
{
    Q_OBJECT

private slots:
    void theOwnFormsAreWhole()
    {
        const auto book = readForms({});
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message));
        QStringList codes;
        for (const Form& form : book->forms) {
            codes.append(form.code);
            QVERIFY(form.basis.zh.contains(QStringLiteral("《信访工作条例》第")));
        }
        for (const char* wanted : {"registration", "notice-receipt", "notice-transfer", "transfer-letter", "redirect-notice",
                                   "legal-channel-notice", "extension-notice", "opinion", "review-opinion", "re-examination-opinion",
                                   "delivery-receipt"})
            QVERIFY2(codes.contains(QString::fromLatin1(wanted)), wanted);
        QCOMPARE(book->number(*book->find(QStringLiteral("opinion")), 2026, 12), QStringLiteral("拱信访意〔2026〕12号"));
        QCOMPARE(book->find(QStringLiteral("gossip")).error().code, base::ErrorCode::InvalidArgument);
    }

    void aBrokenFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* name, const char* from, const char* to, const char* fault) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(fault);
        };
        row("unknown key", "layout: letter", "laiout: letter", "own.form:4: ");
        row("unknown layout", "layout: letter", "layout: poster", "own.form:4: ");
        row("no title", "title zh: 自制函", "", "own.form:1: ");
        row("title twice", "title en: Own letter", "title zh: x", "own.form:2: ");
        row("unknown field", "{{petitioner}}：", "{{petitoner}}：", "own.form:13: ");
        row("may be missing", "needs: petitioner", "needs: request", "own.form:13: ");
        row("unknown need", "needs: petitioner", "needs: petitioner, luck", "own.form:7: ");
        row("unknown condition", "?facts", "?fakts", "own.form:14: ");
        row("condition without end", "?end", "", "own.form:14: ");
        row("end without condition", "?facts", "?end", "own.form:14: ");
        row("no such place", "@sign petitioner", "@sign mayor", "own.form:18: ");
        row("unknown closing", "@organ", "@stamp", "own.form:17: ");
        row("place in one language", "place petitioner en: Petitioner", "", "own.form:1: ");
        row("one language alone", "[en]\n> {{petitioner}}:", "", "own.form:1: ");
        row("a row of three", "@organ", "| a | b | c", "own.form:17: ");
        row("a row too high", "@organ", "|| a | b | 99", "own.form:17: ");
        row("no list", "@organ", "* request", "own.form:17: ");
        row("a series of another form", "series: 自", "series: 意", "own.form");
    }
    void aBrokenFormIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        const QByteArray whole = "title zh: 自制函\ntitle en: Own letter\nseries: 自\nlayout: letter\nbasis zh: 《信访工作条例》第二十二条\n"
                                 "basis en: Art 22\nneeds: petitioner\nplace petitioner zh: 信访人\nplace petitioner en: Petitioner\n"
                                 "delivery zh: 送达\ndelivery en: by hand\n[zh]\n> {{petitioner}}：\n?facts\n{{facts}}\n?end\n"
                                 "@organ\n@sign petitioner\n[en]\n> {{petitioner}}:\n";
        const auto good = readWith(whole);
        QVERIFY2(good.ok(), good.ok() ? "" : qPrintable(good.error().message));
        QVERIFY(whole.contains(from));
        QByteArray broken = whole;
        broken.replace(broken.indexOf(from), from.size(), to);
        const auto read = readWith(broken);
        QVERIFY2(!read.ok() && read.error().code == base::ErrorCode::FileInvalid, "not refused");
        QVERIFY2(read.error().message.contains(fault), qPrintable(read.error().message));
    }

    void whatIsMissingIsNamed()
    {
        const auto book = readForms({});
        const Form opinion = *book->find(QStringLiteral("opinion"));
        Facts facts;
        for (const QString& need : opinion.needs)
            facts.values.insert(need, QStringLiteral("x"));
        QVERIFY(checkFacts(opinion, facts, *book, QStringLiteral("en")).ok());
        facts.values.remove(QStringLiteral("legal_basis"));
        const auto refused = checkFacts(opinion, facts, *book, QStringLiteral("en"));
        QCOMPARE(refused.error().code, base::ErrorCode::InvalidArgument);
        QVERIFY2(refused.error().message.contains(QLatin1String("legal basis (add an entry \"Opinion given\"")),
                 qPrintable(refused.error().message));
    }

    /// Braces in what a visitor wrote are what they wrote.
    void factsAreNotFormsThemselves()
    {
        const auto book = readForms({});
        Facts facts;
        facts.values.insert(QStringLiteral("request"), QStringLiteral("{{facts}} | ?end"));
        facts.values.insert(QStringLiteral("facts"), QStringLiteral("secret"));
        Form form;
        form.zh = {Block{BlockKind::Paragraph, QStringLiteral("“{{request}}”"), {}, 1, {}},
                   Block{BlockKind::Paragraph, QStringLiteral("a"), {}, 1, {QStringLiteral("!facts")}},
                   Block{BlockKind::Paragraph, QStringLiteral("b"), {}, 1, {QStringLiteral("facts")}}};
        const QList<Block> blocks = filled(form, facts, QStringLiteral("zh"));
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks.at(0).text, QStringLiteral("“{{facts}} | ?end”"));
        QCOMPARE(blocks.at(1).text, QStringLiteral("b"));
    }

private:
    static base::Result<FormBook> readWith(const QByteArray& form)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("own.form")));
        if (!file.open(QIODevice::WriteOnly) || file.write(form) != form.size())
            return base::Error{base::ErrorCode::Internal, {}};
        file.close();
        return readForms(folder.path());
    }
};

QTEST_APPLESS_MAIN(FormsTest)
#include "tst_forms.moc"
