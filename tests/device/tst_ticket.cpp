// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/fake_printer.h"
#include "app/device/printer_condition.h"
#include "app/device/qr_code.h"
#include "app/device/system_ticket_printer.h"
#include "app/device/ticket_layout.h"
#include "app/station/translations.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace hall::device;

namespace {

TicketSlip chineseSlip()
{
    TicketSlip slip;
    slip.hallName = u"诸暨市社会矛盾纠纷调处化解中心"_qs;
    slip.otherHallName = u"Zhuji Centre for Settling Social Disputes"_qs;
    slip.number = u"A017"_qs;
    slip.service = u"来访登记"_qs;
    slip.otherService = u"Registering a petition"_qs;
    slip.block = u"信访接待"_qs;
    slip.where = u"请在北厅 1–40 号座位等候"_qs;
    slip.ahead = 3;
    slip.wait = u"10–25 分钟"_qs;
    slip.issued = QDateTime(QDate(2026, 3, 5), QTime(9, 12));
    slip.receiptCode = u"K7M3QX9T"_qs;
    slip.bring = {u"居民身份证原件"_qs, u"与诉求有关的材料(合同、判决书、答复意见书等),有复印件的请一并带上"_qs};
    slip.closing = u"如需暂时离开,请告知导服台。"_qs;
    return slip;
}

TicketSlip englishSlip()
{
    TicketSlip slip = chineseSlip();
    slip.language = u"en"_qs;
    std::swap(slip.hallName, slip.otherHallName);
    std::swap(slip.service, slip.otherService);
    slip.number = u"C1204"_qs;
    slip.block = u"Mediation of disputes"_qs;
    slip.where = u"Please wait in the north hall, seats 1 to 40"_qs;
    slip.wait = u"10–25 minutes"_qs;
    slip.bring = {u"Your identity card"_qs, u"Papers that belong to the matter: contracts, judgments, earlier replies"_qs};
    slip.closing = u"If you have to leave for a while, please tell the guide desk."_qs;
    slip.copy = true;
    return slip;
}

int inkInRow(const QImage& image, int y)
{
    int dark = 0;
    for (int x = 0; x < image.width(); ++x)
        dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return dark;
}

} // namespace

class TestTicket : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_translations.use(u"en"_qs); } // the kiosk speaks English; Chinese tickets stay Chinese
    void qrCodesHaveTheirMarks();
    void qrCodesRefuseTooMuchAndNothing();
    void ticketsFitTheRoll_data();
    void ticketsFitTheRoll();
    void longAndRareTextIsWrapped();
    void printingToAFileIsAsynchronous();
    void noPrinterIsSaidWithRemedy();
    void aPrinterThatHangsIsGivenUp();
    void conditions_data();
    void conditions();
    void fakePrinterFailsOnCommand();

private:
    void keep(const QImage& image, const QString& name);

    station::Translations m_translations;
};

/// HALL_PICTURES names a folder in which the pictures are kept for looking at.
void TestTicket::keep(const QImage& image, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("HALL_PICTURES"); !folder.isEmpty())
        image.save(folder + u'/' + name + u".png"_qs);
}

void TestTicket::qrCodesHaveTheirMarks()
{
    const auto matrix = qrCode("K7M3QX9T");
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->size, 21);
    // The finder pattern in the corner: dark frame, light ring, dark heart.
    QVERIFY(matrix->at(0, 0) && matrix->at(6, 0) && !matrix->at(1, 1) && matrix->at(3, 3) && !matrix->at(7, 0));
    const QImage image = qrImage(*matrix, 4);
    QCOMPARE(image.size(), QSize((21 + 8) * 4, (21 + 8) * 4));
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(image.pixelColor(16, 16), QColor(Qt::black));
}

void TestTicket::qrCodesRefuseTooMuchAndNothing()
{
    QCOMPARE(qrCode({}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(qrCode(QByteArray(2332, 'x')).error().code, base::ErrorCode::TextTooLong);
    QVERIFY(qrCode(QByteArray(2331, 'x')).ok());
    QVERIFY(qrCode(QString(u"𠮷㐂🙂"_qs).toUtf8()).ok());
}

void TestTicket::ticketsFitTheRoll_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<int>("paper");
    QTest::newRow("zh-80") << true << 80;
    QTest::newRow("zh-58") << true << 58;
    QTest::newRow("en-80") << false << 80;
    QTest::newRow("en-58") << false << 58;
}

void TestTicket::ticketsFitTheRoll()
{
    QFETCH(bool, chinese);
    QFETCH(int, paper);
    const QImage image = ticketImage(chinese ? chineseSlip() : englishSlip(), paper);
    keep(image, u"ticket-"_qs + QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(image.width(), paper == 80 ? 568 : 376);
    const double mm = image.height() / (203 / 25.4);
    QVERIFY2(mm > 80 && mm < 220, qPrintable(QString::number(mm)));
    // The number is the biggest thing: some band of rows is as tall as it should be.
    int tallest = 0;
    int run = 0;
    for (int y = 0; y < image.height() / 2; ++y) {
        run = inkInRow(image, y) > 0 ? run + 1 : 0;
        tallest = std::max(tallest, run);
    }
    QVERIFY2(tallest > 90, qPrintable(QString::number(tallest)));
    // The last rows are white: nothing is cut off.
    for (int y = image.height() - 10; y < image.height(); ++y)
        QCOMPARE(inkInRow(image, y), 0);
}

void TestTicket::longAndRareTextIsWrapped()
{
    TicketSlip slip = chineseSlip();
    const int before = ticketImage(slip, 58).height();
    slip.service = QString(u"𠮷㐂"_qs).repeated(60);
    slip.closing = QString(u'W').repeated(400);
    slip.number = u"A0000000017"_qs;
    const QImage image = ticketImage(slip, 58);
    keep(image, u"ticket-long"_qs);
    QVERIFY(image.height() > before + 300);
    slip.bring = QStringList(200, u"很长的一行很长的一行很长的一行"_qs);
    QVERIFY(ticketImage(slip, 58).height() > 4000);
    QVERIFY(!ticketImage(TicketSlip{}, 80).isNull());
}

void TestTicket::printingToAFileIsAsynchronous()
{
    QTemporaryDir folder;
    SystemTicketPrinter::Options options;
    options.pdfFolder = folder.path();
    SystemTicketPrinter printer(options);
    QVERIFY(printer.isSetUp());
    QElapsedTimer time;
    time.start();
    auto answer = printer.print(chineseSlip());
    QVERIFY2(time.elapsed() < 50, "print() held up its caller");
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 10000);
    QVERIFY2(answer.result().ok(), "printing failed");
    QFile file(folder.path() + u"/A017.pdf"_qs);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("/MediaBox [0 0 22")); // 80 mm are 227 points
}

void TestTicket::noPrinterIsSaidWithRemedy()
{
    SystemTicketPrinter::Options options;
    options.printer = u"no-such-printer"_qs;
    SystemTicketPrinter printer(options);
    QVERIFY(!printer.isSetUp());
    auto answer = printer.print(chineseSlip());
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 10000);
    QCOMPARE(answer.result().error().code, base::ErrorCode::PrinterUnavailable);
    QVERIFY(!answer.result().error().message.isEmpty());
}

void TestTicket::aPrinterThatHangsIsGivenUp()
{
    // A print system that never answers.
    QTemporaryDir bin;
    QFile lpstat(bin.path() + u"/lpstat"_qs);
    QVERIFY(lpstat.open(QIODevice::WriteOnly));
    lpstat.write("#!/bin/sh\nexec sleep 2\n");
    lpstat.close();
    lpstat.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(bin.path()) + ':' + path);
    SystemTicketPrinter::Options options;
    options.printer = u"slow"_qs;
    options.timeout = std::chrono::milliseconds(200);
    SystemTicketPrinter printer(options);
    QElapsedTimer time;
    time.start();
    auto first = printer.print(chineseSlip());
    QTRY_VERIFY(first.isFinished());
    QVERIFY2(time.elapsed() < 1500, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(first.result().error().code, base::ErrorCode::PrinterUnavailable);
    auto second = printer.print(chineseSlip());
    QVERIFY2(second.isFinished(), "the next visitor is told at once");
    qputenv("PATH", path);
}

void TestTicket::conditions_data()
{
    QTest::addColumn<QString>("report");
    QTest::addColumn<QString>("word");
    QTest::newRow("idle") << u"printer T is idle.  enabled since Thu\n\tAlerts: none\n"_qs << QString();
    QTest::newRow("paper") << u"printer T now printing T-12.\n\tAlerts: media-empty-error\n"_qs << u"paper"_qs;
    QTest::newRow("cover") << u"printer T is idle.\n\tAlerts: cover-open\n"_qs << u"cover"_qs;
    QTest::newRow("cable") << u"printer T is idle.\n\tAlerts: offline-report\n"_qs << u"cable"_qs;
    QTest::newRow("stopped") << u"printer T disabled since Thu -\n\tPaused\n"_qs << u"stopped"_qs;
    QTest::newRow("unknown") << u"lpstat: Invalid destination name in list \"T\".\n"_qs << u"name"_qs;
    QTest::newRow("empty") << QString() << QString();
}

void TestTicket::conditions()
{
    QFETCH(QString, report);
    QFETCH(QString, word);
    const base::Status status = printerCondition(u"T"_qs, report);
    QCOMPARE(status.ok(), word.isEmpty());
    if (!word.isEmpty()) {
        QCOMPARE(status.error().code, base::ErrorCode::PrinterUnavailable);
        QVERIFY2(status.error().message.contains(word), qPrintable(status.error().message));
    }
}

void TestTicket::fakePrinterFailsOnCommand()
{
    FakePrinter printer;
    QVERIFY(printer.print(chineseSlip()).result().ok());
    QCOMPARE(printer.printed.size(), 1);
    printer.outcome = base::Status(base::ErrorCode::PrinterUnavailable, u"out of paper"_qs);
    QVERIFY(!printer.print(chineseSlip()).result().ok());
    QCOMPARE(printer.printed.size(), 1);
    printer.hangs = true;
    auto hanging = printer.print(chineseSlip());
    QVERIFY(!hanging.isFinished());
    printer.answerAll();
    QVERIFY(hanging.result().ok());
}

QTEST_MAIN(TestTicket)
#include "tst_ticket.moc"
