// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/pages.h"
#include "app/document/type_face.h"

#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace hall;
using namespace hall::document;

namespace {

const QString kZh = QStringLiteral("zh");

/// Every fact that any form asks for.
Facts everything(const FormBook& book)
{
    Facts facts;
    for (const Field& field : book.fields) {
        if (field.list)
            facts.lists.insert(field.code, {QStringLiteral("第一项"), QStringLiteral("第二项")});
        else
            facts.values.insert(field.code, field.name.zh);
    }
    facts.values.insert(QStringLiteral("petitioner"), QStringLiteral("𠮷小明"));
    facts.values.insert(QStringLiteral("today"), QStringLiteral("2026年3月5日"));
    return facts;
}

QString textOf(const Pages& pages)
{
    QString text;
    for (const Page& page : pages.pages)
        text += page.plainText() + QLatin1Char('\n');
    return text.remove(QLatin1Char('\n'));
}

const TextPiece* pieceWith(const Page& page, const QString& words)
{
    const auto found = std::find_if(page.texts.begin(), page.texts.end(), [&](const TextPiece& piece) { return piece.text.contains(words); });
    return found == page.texts.end() ? nullptr : &*found;
}

Signature signature(const QString& place)
{
    return {place, QStringLiteral("王小明"), base::fromIso(QStringLiteral("2026-03-05T10:00:00+08:00")).value(),
            {{{0, 0, 0}, {40, 20, 80}, {90, 5, 160}}, {{20, 30, 400}, {70, 34, 500}}}};
}

} // namespace

/// Pages by the numbers of GB/T 9704-2012.
class PagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto book = readForms({});
        QVERIFY2(book.ok(), book.ok() ? "" : qPrintable(book.error().message));
        m_book = *book;
        m_facts = everything(m_book);
    }

    void everyFormHasItsPages_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("language");
        const auto book = readForms({});
        QVERIFY(book.ok());
        for (const Form& form : book->forms) {
            for (const QString& language : {kZh, QStringLiteral("en")})
                QTest::newRow(qPrintable(form.code + language)) << form.code << language;
        }
    }
    void everyFormHasItsPages()
    {
        QFETCH(QString, code);
        QFETCH(QString, language);
        const Pages pages = made(code, m_facts, {}, language);
        const Form form = *m_book.find(code);
        const QString text = textOf(pages);
        QVERIFY(text.contains(form.title.in(language)));
        QVERIFY(text.contains(QStringLiteral("〔2026〕1号")));
        QVERIFY(!text.contains(QLatin1String("{{")));
        for (const SignPlace& place : form.places)
            QVERIFY(text.contains(place.name.in(language)));
        insideTheSheet(pages);
    }

    void theTypeAreaIsThatOfTheStandard()
    {
        using namespace sheet;
        QCOMPARE(kWidth - kLeft - kTypeWidth, 26.0);   // right margin
        QCOMPARE(kHeight - kTop - kTypeHeight, 35.0); // lower margin
        // 28 characters fill a line, and the 29th begins the next.
        const QString line(28, QChar(0x4fe1));
        QCOMPARE(brokenInto({}, line, Face::Song, kBodyPoints).size(), 1);
        const QStringList two = brokenInto({}, line + QChar(0x8bbf), Face::Song, kBodyPoints);
        QCOMPARE(two.size(), 2);
        QCOMPARE(two.first().size(), 28);
        QVERIFY(std::abs(widthOf(line, Face::Song, kBodyPoints) - kTypeWidth) < 0.5);
    }
    void aPageHas22Lines()
    {
        Facts facts = m_facts;
        facts.values.insert(QStringLiteral("opinion_facts"), QString(3000, QChar(0x4fe1)));
        const Pages pages = made(QStringLiteral("opinion"), facts);
        QVERIFY(pages.pages.size() >= 5);
        const Page& middle = pages.pages.at(2);
        QCOMPARE(middle.texts.size(), sheet::kLines + 1); // and the page's number
        for (int i = 1; i < sheet::kLines; ++i)
            QVERIFY(std::abs(middle.texts.at(i).baseline.y() - middle.texts.at(i - 1).baseline.y() - sheet::kLine) < 1e-6);
        QCOMPARE(middle.texts.at(3).text.size(), sheet::kCharacters);
        QVERIFY(textOf(pages).count(QChar(0x4fe1)) >= 3000);
        insideTheSheet(pages);
    }
    void theHeadIsThatOfALetter()
    {
        const Pages pages = made(QStringLiteral("opinion"), m_facts);
        const Page& page = pages.pages.first();
        const TextPiece* mark = pieceWith(page, m_book.organ.zh);
        QVERIFY(mark && mark->red);
        const TextPiece* title = pieceWith(page, QStringLiteral("处理意见书"));
        QVERIFY(title);
        QCOMPARE(title->points, 22.0);
        const auto rule = std::find_if(page.rules.begin(), page.rules.end(), [](const RulePiece& piece) { return piece.red; });
        QVERIFY(rule != page.rules.end());
        QCOMPARE(rule->line.length(), 156.0);
        QCOMPARE(pieceWith(page, QStringLiteral("— 1 —"))->points, 14.0);
        // The date ends four characters from the right.
        const Page& last = pages.pages.last();
        const TextPiece* date = pieceWith(last, QStringLiteral("2026年3月5日"));
        QVERIFY(date);
        const double end = date->baseline.x() + widthOf(date->text, date->face, date->points);
        QVERIFY(std::abs(end - (sheet::kLeft + sheet::kTypeWidth - 4 * sheet::kCharacter)) < 0.1);
    }
    /// Whatever the length of the text: what is signed stands above the signature, on the same page, and nothing is lost.
    void noPageHoldsSignaturesAlone()
    {
        for (int length = 1; length < 900; length += 23) {
            Facts facts = m_facts;
            facts.values.insert(QStringLiteral("opinion_facts"), QString(length, QChar(0x4fe1)));
            const Pages pages = made(QStringLiteral("opinion"), facts);
            const Page& last = pages.pages.last();
            const TextPiece* organ = nullptr;
            qsizetype before = 0;
            for (const TextPiece& piece : last.texts) {
                if (piece.text == m_book.organ.zh && !piece.red) {
                    organ = &piece;
                    break;
                }
                ++before;
            }
            QVERIFY2(organ && before >= 2, qPrintable(QString::number(length)));
            QVERIFY(pieceWith(last, QStringLiteral("信访人签收")));
            insideTheSheet(pages);
        }
    }
    void aTableGoesOnOverThePage()
    {
        Facts facts = m_facts;
        facts.values.insert(QStringLiteral("facts"), QString(4000, QChar(0x4fe1)));
        const Pages pages = made(QStringLiteral("registration"), facts);
        QVERIFY(pages.pages.size() >= 4);
        QVERIFY(textOf(pages).count(QChar(0x4fe1)) >= 4000);
        insideTheSheet(pages);
    }

    void aSignatureIsInk()
    {
        const QString place = QStringLiteral("petitioner");
        const Pages plain = made(QStringLiteral("opinion"), m_facts);
        const Pages pages = made(QStringLiteral("opinion"), m_facts, {signature(place)});
        const Page& last = pages.pages.last();
        QCOMPARE(last.inks.size(), 1);
        const QRectF box = last.inks.first().box;
        const QRectF drawn = signature(place).path(box).boundingRect();
        QVERIFY(box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(drawn));
        QVERIFY(std::abs(drawn.width() / drawn.height() - 90.0 / 34.0) < 0.01); // its proportions are kept
        QVERIFY(last.plainText().contains(QStringLiteral("王小明，2026年3月5日")));
        const QImage with = image(last, 100);
        const QImage without = image(plain.pages.last(), 100);
        const double scale = 100 / 25.4;
        const QRect there(int(box.x() * scale), int(box.y() * scale), int(box.width() * scale), int(box.height() * scale));
        QVERIFY(with.copy(there) != without.copy(there));
        const auto refused = compose(m_book, *m_book.find(QStringLiteral("opinion")), m_facts, {}, {signature(QStringLiteral("mayor"))}, kZh);
        QCOMPARE(refused.error().code, base::ErrorCode::InvalidArgument);
        QCOMPARE(Signature::fromJson(signature(place).toJson()).value(), signature(place));
        QVERIFY(!signaturesFromJson(QJsonObject{{QStringLiteral("place"), place}}).ok());
    }

    void thePdfEmbedsItsFonts()
    {
        const Pages pages = made(QStringLiteral("opinion"), m_facts, {signature(QStringLiteral("petitioner"))});
        const auto bytes = pdf(pages);
        QVERIFY(bytes.ok());
        QVERIFY(bytes->startsWith("%PDF-"));
        QVERIFY(bytes->count("/FontDescriptor") > 0);
        // Each descriptor has its font's file with it.
        QCOMPARE(bytes->count("/Type /FontDescriptor"), bytes->count("/FontFile"));
        QVERIFY(!bytes->contains("/tmp") && !bytes->contains("/home"));
        QCOMPARE(qsizetype(bytes->count("/Type /Page\n")), pages.pages.size());
        QVERIFY(image(pages.pages.first(), 60) != image(Page(), 60));
    }
    void theRareCharacterIsThere()
    {
        const QFontMetricsF metrics(fontOf(Face::Song, 16));
        QVERIFY(metrics.inFontUcs4(0x20bb7));
        QVERIFY(textOf(made(QStringLiteral("opinion"), m_facts)).contains(QStringLiteral("𠮷小明")));
    }
    void aFileIsForItsOwnerAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.pdf"));
        QVERIFY(save(QByteArray("%PDF-"), path).ok());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!save(QByteArray("%PDF-"), folder.filePath(QStringLiteral("none/a.pdf"))).ok());
    }

private:
    Pages made(const QString& code, const Facts& facts, const QList<Signature>& signatures = {}, const QString& language = kZh)
    {
        const Form form = *m_book.find(code);
        const auto pages = compose(m_book, form, facts, m_book.number(form, 2026, 1), signatures, language);
        if (!pages.ok())
            qFatal("%s", qPrintable(pages.error().message));
        return *pages;
    }
    static void insideTheSheet(const Pages& pages)
    {
        for (const Page& page : pages.pages) {
            for (const TextPiece& piece : page.texts) {
                const double end = piece.baseline.x() + widthOf(piece.text.trimmed(), piece.face, piece.points);
                QVERIFY2(piece.baseline.x() >= sheet::kLeft - 0.01 && end <= sheet::kLeft + sheet::kTypeWidth + 0.6, qPrintable(piece.text));
                const bool number = piece.text.startsWith(QChar(0x2014));
                QVERIFY2(piece.baseline.y() > sheet::kTop && (number || piece.baseline.y() < sheet::kTop + sheet::kTypeHeight + 0.01),
                         qPrintable(piece.text));
            }
        }
    }

    FormBook m_book;
    Facts m_facts;
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
