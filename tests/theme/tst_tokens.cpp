// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tokens.h"
#include "ui/theme/widgets_theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTest>
#include <QTextLayout>

using namespace hall::theme;

/// The token file against the numbers of the design: contrasts are computed, never believed.
class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void contrasts_data();
    void contrasts();
    void designNumbers();
    void blocksReadable();
    void brokenFileIsRefused();
    void drawingsAreWhole();
    void figuresAreTabular();
    void wordsStayWhole();
    void styleSheetIsComplete();
    void palettesFollowTheTheme();
};

namespace {

struct Pair {
    const char* front;
    const char* back;
    qreal least;
};

QList<Pair> pairsOfEveryTheme()
{
    constexpr qreal kText = 4.5;
    constexpr qreal kEdge = 3.0;
    return {{"ink", "paper", 7}, {"ink", "surface", 7}, {"ink", "surfaceSunken", 7}, {"ink", "primarySoft", 7},
            {"inkMuted", "paper", kText}, {"inkMuted", "surface", kText}, {"inkMuted", "surfaceSunken", kText},
            {"primary", "paper", kText}, {"primary", "surface", kText}, {"primary", "primarySoft", kText},
            {"onPrimary", "primary", 7}, {"onPrimary", "primaryPressed", 7},
            {"danger", "paper", kText}, {"danger", "surface", kText}, {"danger", "dangerSoft", kText},
            {"onDanger", "danger", kText}, {"onDanger", "dangerPressed", kText},
            {"attention", "paper", kText}, {"attention", "attentionSoft", kText}, {"ink", "attentionSoft", 7},
            {"ink", "dangerSoft", 7}, {"ink", "goodSoft", 7},
            {"good", "paper", kText}, {"good", "goodSoft", kText},
            {"outline", "paper", kEdge}, {"outline", "surface", kEdge},
            {"focus", "paper", kEdge}, {"focus", "surface", kEdge},
            {"call", "paper", kText}, {"call", "surface", kText}, {"onDisabled", "disabled", kEdge},
            {"blockReception", "blockReceptionSoft", kText}, {"blockLegal", "blockLegalSoft", kText},
            {"blockMediation", "blockMediationSoft", kText}, {"blockExperts", "blockExpertsSoft", kText}};
}

} // namespace

void TestTokens::contrasts_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("front");
    QTest::addColumn<QString>("back");
    QTest::addColumn<qreal>("least");
    for (const char* theme : {"light", "dark", "boardDark", "highContrast"}) {
        for (const Pair& pair : pairsOfEveryTheme()) {
            QTest::addRow("%s: %s on %s", theme, pair.front, pair.back)
                << QString::fromLatin1(theme) << QString::fromLatin1(pair.front) << QString::fromLatin1(pair.back)
                << pair.least;
        }
    }
}

void TestTokens::contrasts()
{
    QFETCH(QString, theme);
    QFETCH(QString, front);
    QFETCH(QString, back);
    QFETCH(qreal, least);
    const Palette palette = Tokens::builtIn().palettes.value(theme);
    const QColor one = colourNamed(palette, front);
    const QColor other = colourNamed(palette, back);
    QVERIFY(one.isValid() && other.isValid());
    const qreal got = contrast(one, other);
    QVERIFY2(got >= least, qPrintable(QStringLiteral("%1 on %2: %3, asked %4").arg(one.name(), other.name()).arg(got).arg(least)));
}

/// The table of the design document, to its first decimal.
void TestTokens::designNumbers()
{
    const Tokens tokens = Tokens::builtIn();
    const Palette light = tokens.palettes.value(QStringLiteral("light"));
    const Palette board = tokens.palettes.value(QStringLiteral("boardDark"));
    const auto near = [](qreal got, qreal wanted) { return qAbs(got - wanted) < 0.06; };
    QVERIFY(near(contrast(light.ink, light.paper), 14.4));
    QVERIFY(near(contrast(light.inkMuted, light.paper), 6.0));
    QVERIFY(near(contrast(light.primary, light.paper), 7.2));
    QVERIFY(near(contrast(light.onPrimary, light.primary), 7.9));
    QVERIFY(near(contrast(light.danger, light.paper), 5.4));
    QVERIFY(near(contrast(light.attention, light.attentionSoft), 6.5));
    QVERIFY(near(contrast(light.good, light.paper), 5.9));
    QVERIFY(contrast(light.outline, light.paper) >= 3.2);
    QVERIFY(contrast(light.focus, light.paper) >= 5.7);
    QVERIFY(near(contrast(board.ink, board.paper), 16.6));
    QVERIFY(near(contrast(board.inkMuted, board.paper), 8.0));
    QVERIFY(contrast(board.call, board.paper) >= 11.2);
    QVERIFY(tokens.size.target >= 96 && tokens.size.gap >= 24 && tokens.size.focusRing >= 3);
    QVERIFY(tokens.type.title >= 48 && tokens.type.body >= 32 && tokens.type.small >= 28);
    QVERIFY(tokens.board.now >= 160 && tokens.board.recent >= 80);
    QVERIFY(tokens.motion.calm <= 200 && tokens.motion.quick <= 200);
    QCOMPARE(tokens.elderScale, 1.35);
    QVERIFY(tokens.size.control >= 12 && tokens.size.card <= 16);
}

void TestTokens::blocksReadable()
{
    const Tokens tokens = Tokens::builtIn();
    QCOMPARE(tokens.blocks.size(), 4);
    QString letters;
    for (const BlockLook& block : tokens.blocks) {
        letters += block.letter;
        QVERIFY(iconNames().contains(block.icon));
        for (auto it = tokens.palettes.begin(); it != tokens.palettes.end(); ++it) {
            const qreal got = contrast(it->onBlock, colourNamed(*it, block.colour));
            QVERIFY2(got >= 6.7, qPrintable(it.key() + u' ' + block.code + u' ' + QString::number(got)));
        }
    }
    QCOMPARE(letters, QStringLiteral("ABCD"));
}

void TestTokens::brokenFileIsRefused()
{
    const auto notJson = Tokens::parse("{");
    QVERIFY(!notJson);
    const auto empty = Tokens::parse("{}");
    QVERIFY(!empty);
    QVERIFY(empty.error().message.contains(QStringLiteral("light.paper")));
}

void TestTokens::drawingsAreWhole()
{
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 70);
    for (const QString& name : names) {
        QImage image(96, 96, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QVERIFY2(paintIcon(painter, image.rect(), name, Qt::black), qPrintable(name));
        painter.end();
        int inked = 0;
        bool touchesEdge = false;
        for (int y = 0; y < 96; ++y) {
            for (int x = 0; x < 96; ++x) {
                if (qAlpha(image.pixel(x, y)) < 40)
                    continue;
                ++inked;
                touchesEdge = touchesEdge || x == 0 || y == 0 || x == 95 || y == 95;
            }
        }
        QVERIFY2(inked > 60, qPrintable(name + QStringLiteral(" is empty")));
        QVERIFY2(!touchesEdge, qPrintable(name + QStringLiteral(" is cut")));
    }
    QImage none(8, 8, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&none);
    QVERIFY(!paintIcon(painter, none.rect(), QStringLiteral("no-such-drawing"), Qt::black));
}

void TestTokens::figuresAreTabular()
{
    const QFont font = QApplication::font();
    const QFontMetricsF metrics(font);
    for (char figure = '1'; figure <= '9'; ++figure)
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char(figure)), metrics.horizontalAdvance(u'0'));
}

/// However narrow the line, 信访 is never torn apart.
void TestTokens::wordsStayWhole()
{
    const Tokens tokens = Tokens::builtIn();
    const QString text = unbroken(QStringLiteral("我要信访或者投诉,也想问问调解"), tokens.unbroken);
    for (int width = 60; width < 400; width += 7) {
        QTextLayout layout(text, QApplication::font());
        QTextOption option;
        option.setWrapMode(QTextOption::WordWrap);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (line.textStart() > 0) {
                const QChar before = text.at(line.textStart() - 1);
                const QChar after = text.at(line.textStart());
                QVERIFY(!(before == u'信' && after == u'访'));
                QVERIFY2(before != QChar(0x2060) && after != QChar(0x2060), "a word was torn apart");
            }
        }
        layout.endLayout();
    }
}

void TestTokens::styleSheetIsComplete()
{
    const Tokens tokens = Tokens::builtIn();
    for (const Palette& palette : tokens.palettes) {
        for (const int percent : {100, 150, 200}) {
            const QString sheet = styleSheet(palette, tokens, percent);
            QVERIFY(!sheet.contains(u'$') && !sheet.contains(u'@') && !sheet.contains(u'%'));
        }
    }
}

void TestTokens::palettesFollowTheTheme()
{
    WidgetsTheme theme(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    for (const auto name : {WidgetsTheme::Name::Light, WidgetsTheme::Name::Dark, WidgetsTheme::Name::HighContrast}) {
        theme.apply(name, 200);
        const QPalette qt = QApplication::palette();
        QVERIFY(contrast(qt.color(QPalette::WindowText), qt.color(QPalette::Window)) >= 7);
        QVERIFY(contrast(qt.color(QPalette::Text), qt.color(QPalette::Base)) >= 7);
        QVERIFY(contrast(qt.color(QPalette::ButtonText), qt.color(QPalette::Button)) >= 7);
        QVERIFY(contrast(qt.color(QPalette::HighlightedText), qt.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(qt.color(QPalette::PlaceholderText), qt.color(QPalette::Base)) >= 4.5);
        QCOMPARE(theme.font(WidgetsTheme::Text::Body).pointSizeF(), theme.tokens().desk.body * 2);
        QCOMPARE(QApplication::font().pointSizeF(), theme.tokens().desk.body * 2);
    }
}

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    useFonts(application);
    TestTokens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tokens.moc"
