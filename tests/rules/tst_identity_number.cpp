// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/identity_number.h"

#include <QTest>
#include <rapidcheck.h>

using namespace hall::rules;

namespace {

const QDate kToday(2026, 3, 5);

/// A valid number by the standard's own sum, written here a second time.
QString numberOf(int region, QDate birth, int order)
{
    const QString body = QStringLiteral("%1%2%3").arg(region, 6).arg(birth.toString(u"yyyyMMdd")).arg(order, 3, 10, QLatin1Char('0'));
    int sum = 0;
    int weight = 1; // 2^(17-i) mod 11, from the right
    for (qsizetype i = body.size() - 1; i >= 0; --i) {
        weight = weight * 2 % 11;
        sum += weight * body.at(i).digitValue();
    }
    const int check = (12 - sum % 11) % 11;
    return body + (check == 10 ? QStringLiteral("X") : QString::number(check));
}

rc::Gen<QString> validNumber()
{
    return rc::gen::apply(
        [](int region, int days, int order) { return numberOf(region, QDate(1920, 1, 1).addDays(days), order); },
        rc::gen::element(330105, 110105, 440524, 340524, 654321, 810000), rc::gen::inRange(0, 38'000), rc::gen::inRange(0, 1000));
}

} // namespace

class TestIdentityNumber : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* name, const char16_t* typed, const char* fault) {
            QTest::newRow(name) << QString::fromUtf16(typed) << QString::fromLatin1(fault);
        };
        // GB 11643-1999, worked by hand: sums 167, 195 and 189.
        row("X", u"11010519491231002X", "");
        row("4", u"440524188001010014", "");
        row("X again", u"34052419800101001X", "");
        row("small x", u"11010519491231002x", "");
        row("full width", u"１１０１０５１９４９１２３１００２Ｘ", "");
        row("spaces", u" 110105 19491231 002X ", "");
        row("hyphens", u"110105-19491231-002X", "");
        row("ideographic space", u"110105　19491231　002X", "");
        row("wrong check", u"110105194912310021", "wrong-check-digit");
        row("fifteen digits", u"110105491231002", "wrong-length");
        row("nineteen", u"11010519491231002X1", "wrong-length");
        row("nineteen digits", u"4405241880010100140", "wrong-length");
        row("empty", u"", "wrong-length");
        row("X in the middle", u"1101051949123X0021", "bad-character");
        row("letters", u"abcdefghijklmnopqr", "bad-character");
        row("Chinese", u"一一〇一〇五一九四九一二三一〇〇二", "bad-character");
        row("emoji", u"💧💧💧💧💧💧💧💧💧", "bad-character");
        row("region 99", u"990105194912310027", "unknown-region");
        row("month 13", u"110105194913310023", "impossible-date");
        row("29 February 1900", u"110105190002290022", "impossible-date");
        row("tomorrow", u"110105202603060026", "impossible-date");
        row("1879", u"110105187912310020", "impossible-date");
    }
    void vectors()
    {
        QFETCH(QString, typed);
        QFETCH(QString, fault);
        const IdentityCheck check = checkIdentityNumber(typed, kToday);
        QCOMPARE(faultName(check.fault), fault);
        QCOMPARE(check.number.isEmpty(), !fault.isEmpty());
    }

    void whatANumberSays()
    {
        const IdentityCheck woman = checkIdentityNumber(QStringLiteral("11010519491231002x"), kToday);
        QCOMPARE(woman.number, QStringLiteral("11010519491231002X"));
        QCOMPARE(woman.birth, QDate(1949, 12, 31));
        QVERIFY(!woman.male);
        QCOMPARE(woman.ageOn(QDate(2026, 12, 30)), 76);
        QCOMPARE(woman.ageOn(QDate(2026, 12, 31)), 77);
        QVERIFY(checkIdentityNumber(QStringLiteral("440524188001010014"), kToday).male);
        const IdentityCheck leap = checkIdentityNumber(numberOf(330105, QDate(1960, 2, 29), 11), kToday);
        QCOMPARE(leap.ageOn(QDate(2026, 2, 28)), 65);
        QCOMPARE(leap.ageOn(QDate(2026, 3, 1)), 66);
    }

    void tenThousandCharacters()
    {
        QCOMPARE(checkIdentityNumber(QString(10'000, QLatin1Char('1')), kToday).fault, IdentityFault::WrongLength);
    }

    void lawsOfTheCheckCharacter()
    {
        QVERIFY(rc::check("a number made by the standard is valid", [] {
            const QString number = *validNumber();
            RC_ASSERT(checkIdentityNumber(number, kToday).valid());
        }));
        QVERIFY(rc::check("every single wrong digit is caught", [] {
            QString number = *validNumber();
            const int place = *rc::gen::inRange(0, 17);
            const int digit = *rc::gen::inRange(0, 10);
            RC_PRE(number.at(place).digitValue() != digit);
            number[place] = QChar(u'0' + digit);
            RC_ASSERT(!checkIdentityNumber(number, kToday).valid());
        }));
        QVERIFY(rc::check("every swap of unequal neighbours is caught", [] {
            QString number = *validNumber();
            const int place = *rc::gen::inRange(0, 17);
            RC_PRE(number.at(place) != number.at(place + 1));
            std::swap(number[place], number[place + 1]);
            RC_ASSERT(!checkIdentityNumber(number, kToday).valid());
        }));
    }

    void masks()
    {
        QCOMPARE(maskedIdentityNumber(QStringLiteral("33010519580312002X")), QStringLiteral("330105********002X"));
        QVERIFY(!maskedIdentityNumber(QStringLiteral("3301051958031200")).contains(u'3'));
        QCOMPARE(maskedPhone(QStringLiteral("13812345678")), QStringLiteral("138****5678"));
        QCOMPARE(maskedName(QStringLiteral("王建国")), QStringLiteral("王**"));
        QCOMPARE(maskedName(QString::fromUtf16(u"𠮷野")), QString::fromUtf16(u"𠮷*"));
        QCOMPARE(maskedName({}), QString());
    }

    void phones_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits"); // empty: refused
        QTest::newRow("mobile") << QStringLiteral("13812345678") << QStringLiteral("13812345678");
        QTest::newRow("country") << QStringLiteral("+86 138-1234-5678") << QStringLiteral("13812345678");
        QTest::newRow("full width") << QStringLiteral("１３８１２３４５６７８") << QStringLiteral("13812345678");
        QTest::newRow("landline") << QStringLiteral("0571-87654321") << QStringLiteral("057187654321");
        QTest::newRow("short") << QStringLiteral("1381234567") << QString();
        QTest::newRow("12…") << QStringLiteral("12812345678") << QString();
        QTest::newRow("letters") << QStringLiteral("1381234567a") << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void phones()
    {
        QFETCH(QString, typed);
        QFETCH(QString, digits);
        QCOMPARE(normalisedPhone(typed).value_or(QString()), digits);
    }
};

QTEST_GUILESS_MAIN(TestIdentityNumber)
#include "tst_identity_number.moc"
