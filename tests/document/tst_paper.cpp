// SPDX-License-Identifier: GPL-3.0-or-later
// A document that was kept as PDF is shown and printed again as it was made.
#include "app/document/paper.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QTest>

using namespace hall;
using namespace hall::document;

namespace {

/// A notice of several pages.
Pages made()
{
    const FormBook book = readForms({}).value();
    Facts facts;
    for (const Field& field : book.fields) {
        if (field.list)
            facts.lists.insert(field.code, QStringList(12, QStringLiteral("带上身份证、劳动合同和工资记录，原件与复印件各一份")));
        else
            facts.values.insert(field.code, field.name.zh);
    }
    facts.values.insert(QStringLiteral("route_title"), QStringLiteral("劳动争议仲裁𠮷"));
    return compose(book, book.find(QStringLiteral("legal-channel-notice")).value(), facts, QStringLiteral("拱信访途〔2026〕3号"), {},
                   QStringLiteral("zh"))
        .value();
}

/// Mean difference of two pictures, 0 to 255, looked at from afar, so that smoothed edges do not count.
double difference(const QImage& one, const QImage& other)
{
    const QImage a = one.scaled(60, 85, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    const QImage b = other.scaled(60, 85, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (a.width() * a.height());
}

} // namespace

class PaperTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasKeptLooksAsItWasDrawn()
    {
        const Pages pages = made();
        QVERIFY(pages.pages.size() > 1);
        const auto kept = Paper::fromPdf(pdf(pages).value(), QStringLiteral("告知单"));
        QVERIFY2(kept.ok(), kept.ok() ? "" : qPrintable(kept.error().message));
        QCOMPARE(kept->count(), pages.pages.size());
        const Paper drawn(pages);
        for (qsizetype i = 0; i < pages.pages.size(); ++i) {
            const QSize off = kept->image(i, 96).size() - drawn.image(i, 96).size(); // a PDF counts in whole points
            QVERIFY(std::abs(off.width()) <= 1 && std::abs(off.height()) <= 1);
            QVERIFY2(difference(kept->image(i, 96), drawn.image(i, 96)) < 5, qPrintable(QString::number(difference(kept->image(i, 96), drawn.image(i, 96)))));
        }
        QVERIFY2(difference(kept->image(0, 96), kept->image(1, 96)) > 10, qPrintable(QString::number(difference(kept->image(0, 96), kept->image(1, 96))))); // so the measure tells pages apart
        QCOMPARE(kept->image(0, 96).pixel(2, 2), qRgb(255, 255, 255));
        QCOMPARE(kept->plainText(0), QStringLiteral("告知单"));
        QVERIFY(drawn.plainText(0).contains(QStringLiteral("𠮷")));
    }

    void whatWasKeptIsPrintedAgain()
    {
        const Pages pages = made();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        {
            QPdfWriter printer(&buffer);
            printer.setResolution(600);
            QVERIFY(Paper::fromPdf(pdf(pages).value())->print(printer).ok());
        }
        const auto printed = Paper::fromPdf(bytes);
        QVERIFY(printed.ok());
        QCOMPARE(printed->count(), pages.pages.size());
        for (qsizetype i = 0; i < pages.pages.size(); ++i)
            QVERIFY(difference(printed->image(i, 96), Paper(pages).image(i, 96)) < 5);
    }

    void whatIsNoPdfIsRefused()
    {
        const QByteArray whole = pdf(made()).value();
        for (const QByteArray& bytes : {QByteArray(), QByteArray("not a paper"), whole.left(300), QByteArray("%PDF-1.4\n%%EOF\n")}) {
            const auto paper = Paper::fromPdf(bytes);
            QVERIFY2(!paper.ok(), bytes.left(20).constData());
            QCOMPARE(paper.error().code, base::ErrorCode::FileInvalid);
        }
        QCOMPARE(Paper().count(), 0);
    }
};

QTEST_MAIN(PaperTest)
#include "tst_paper.moc"
