// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QColor>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

namespace hall::theme {

/// The colours of one theme. Each member is a key of ui/theme/tokens.json; reading fails when one is missing.
struct Palette {
    Q_GADGET
    // clang-format off
    Q_PROPERTY(QColor paper MEMBER paper)
    Q_PROPERTY(QColor surface MEMBER surface)
    Q_PROPERTY(QColor surfaceSunken MEMBER surfaceSunken)
    Q_PROPERTY(QColor ink MEMBER ink)
    Q_PROPERTY(QColor inkMuted MEMBER inkMuted)
    Q_PROPERTY(QColor primary MEMBER primary)
    Q_PROPERTY(QColor onPrimary MEMBER onPrimary)
    Q_PROPERTY(QColor primaryPressed MEMBER primaryPressed)
    Q_PROPERTY(QColor primarySoft MEMBER primarySoft)
    Q_PROPERTY(QColor danger MEMBER danger)
    Q_PROPERTY(QColor onDanger MEMBER onDanger)
    Q_PROPERTY(QColor dangerPressed MEMBER dangerPressed)
    Q_PROPERTY(QColor dangerSoft MEMBER dangerSoft)
    Q_PROPERTY(QColor attention MEMBER attention)
    Q_PROPERTY(QColor attentionSoft MEMBER attentionSoft)
    Q_PROPERTY(QColor good MEMBER good)
    Q_PROPERTY(QColor goodSoft MEMBER goodSoft)
    Q_PROPERTY(QColor outline MEMBER outline)
    Q_PROPERTY(QColor hairline MEMBER hairline)
    Q_PROPERTY(QColor focus MEMBER focus)
    Q_PROPERTY(QColor shadow MEMBER shadow)
    Q_PROPERTY(QColor call MEMBER call)
    Q_PROPERTY(QColor disabled MEMBER disabled)
    Q_PROPERTY(QColor onDisabled MEMBER onDisabled)
    Q_PROPERTY(QColor blockReception MEMBER blockReception)
    Q_PROPERTY(QColor blockLegal MEMBER blockLegal)
    Q_PROPERTY(QColor blockMediation MEMBER blockMediation)
    Q_PROPERTY(QColor blockExperts MEMBER blockExperts)
    Q_PROPERTY(QColor onBlock MEMBER onBlock)
    Q_PROPERTY(QColor blockReceptionSoft MEMBER blockReceptionSoft)
    Q_PROPERTY(QColor blockLegalSoft MEMBER blockLegalSoft)
    Q_PROPERTY(QColor blockMediationSoft MEMBER blockMediationSoft)
    Q_PROPERTY(QColor blockExpertsSoft MEMBER blockExpertsSoft)
    // clang-format on

public:
    QColor paper;         ///< the page
    QColor surface;       ///< cards, fields, tables
    QColor surfaceSunken; ///< wells: header rows, inactive areas
    QColor ink, inkMuted;
    QColor primary, onPrimary, primaryPressed, primarySoft; ///< the one accent; soft: what is selected
    QColor danger, onDanger, dangerPressed, dangerSoft;     ///< late, destructive
    QColor attention, attentionSoft;
    QColor good, goodSoft;
    QColor outline;  ///< edges of controls (3:1 and more)
    QColor hairline; ///< dividers; carries no meaning
    QColor focus;    ///< the focus ring
    QColor shadow;
    QColor call; ///< the number that is called now
    QColor disabled, onDisabled;
    QColor blockReception, blockLegal, blockMediation, blockExperts, onBlock;
    QColor blockReceptionSoft, blockLegalSoft, blockMediationSoft, blockExpertsSoft;
};

/// Sizes of text at the kiosk in pixels of a 1080 wide screen.
struct TypeScale {
    Q_GADGET
    Q_PROPERTY(qreal hero MEMBER hero)
    Q_PROPERTY(qreal display MEMBER display)
    Q_PROPERTY(qreal title MEMBER title)
    Q_PROPERTY(qreal heading MEMBER heading)
    Q_PROPERTY(qreal body MEMBER body)
    Q_PROPERTY(qreal small MEMBER small)
    Q_PROPERTY(qreal lineHeight MEMBER lineHeight)

public:
    qreal hero = 0;       ///< the ticket's number
    qreal display = 0;    ///< the name of the hall, a countdown
    qreal title = 0;      ///< the question of a screen
    qreal heading = 0;    ///< the title of a card
    qreal body = 0;
    qreal small = 0;      ///< the smallest that a kiosk may show
    qreal lineHeight = 0; ///< factor
};

/// Sizes of text at the desk in points at 100 %.
struct DeskType {
    Q_GADGET
    Q_PROPERTY(qreal number MEMBER number)
    Q_PROPERTY(qreal title MEMBER title)
    Q_PROPERTY(qreal heading MEMBER heading)
    Q_PROPERTY(qreal body MEMBER body)
    Q_PROPERTY(qreal small MEMBER small)

public:
    qreal number = 0; ///< the visitor's ticket
    qreal title = 0;
    qreal heading = 0;
    qreal body = 0;
    qreal small = 0;
};

/// Sizes of text on the board in pixels of a 1920×1080 screen.
struct BoardType {
    Q_GADGET
    Q_PROPERTY(qreal now MEMBER now)
    Q_PROPERTY(qreal nowDesk MEMBER nowDesk)
    Q_PROPERTY(qreal recent MEMBER recent)
    Q_PROPERTY(qreal title MEMBER title)
    Q_PROPERTY(qreal body MEMBER body)
    Q_PROPERTY(qreal small MEMBER small)

public:
    qreal now = 0;
    qreal nowDesk = 0;
    qreal recent = 0;
    qreal title = 0;
    qreal body = 0;
    qreal small = 0;
};

/// Distances in pixels of the design, on a grid of 8.
struct Space {
    Q_GADGET
    Q_PROPERTY(qreal xs MEMBER xs)
    Q_PROPERTY(qreal s MEMBER s)
    Q_PROPERTY(qreal m MEMBER m)
    Q_PROPERTY(qreal l MEMBER l)
    Q_PROPERTY(qreal xl MEMBER xl)
    Q_PROPERTY(qreal xxl MEMBER xxl)

public:
    qreal xs = 0, s = 0, m = 0, l = 0, xl = 0, xxl = 0;
};

struct Size {
    Q_GADGET
    Q_PROPERTY(qreal target MEMBER target)
    Q_PROPERTY(qreal gap MEMBER gap)
    Q_PROPERTY(qreal icon MEMBER icon)
    Q_PROPERTY(qreal control MEMBER control)
    Q_PROPERTY(qreal card MEMBER card)
    Q_PROPERTY(qreal focusRing MEMBER focusRing)
    Q_PROPERTY(qreal focusGap MEMBER focusGap)
    Q_PROPERTY(qreal stroke MEMBER stroke)

public:
    qreal target = 0;    ///< the least side of anything that is touched
    qreal gap = 0;       ///< the least distance between two targets
    qreal icon = 0;
    qreal control = 0;   ///< corner radius of controls
    qreal card = 0;      ///< corner radius of cards
    qreal focusRing = 0; ///< width; never scaled below this
    qreal focusGap = 0;
    qreal stroke = 0;    ///< outline of controls
};

/// Milliseconds; all zero when less motion is asked for.
struct Motion {
    Q_GADGET
    Q_PROPERTY(int quick MEMBER quick)
    Q_PROPERTY(int calm MEMBER calm)

public:
    int quick = 0;
    int calm = 0;
};

/// How one of the four blocks looks everywhere.
struct BlockLook {
    QString code;
    QString letter;      ///< prefix of its tickets
    QString icon;        ///< name of its drawing
    QString colour;      ///< key of its hue in the palette
    QString soft;        ///< key of the tint behind it
    QString zh, en;      ///< official name, used where no catalogue is at hand
};

/// Everything that ui/theme/tokens.json says: the one place where looks are decided.
struct Tokens {
    static base::Result<Tokens> parse(const QByteArray& json);
    /// The file that is compiled in. A broken one is a defect of the build, not of the run: it stops the program.
    static Tokens builtIn();

    QMap<QString, Palette> palettes; ///< "light", "dark", "boardDark", "highContrast"
    QStringList families;            ///< first one that is installed wins
    QStringList unbroken;            ///< words that no line break may tear apart
    TypeScale type;
    DeskType desk;
    BoardType board;
    Space space;
    Size size;
    Motion motion;
    qreal elderScale = 1;
    QList<BlockLook> blocks; ///< in the order A to D
};

/// The text with its words from `words` glued together (U+2060), so that a line never breaks inside them.
QString unbroken(const QString& text, const QStringList& words);
/// A colour by its token's name; invalid when there is none.
QColor colourNamed(const Palette& palette, const QString& token);
/// Contrast of two opaque colours by WCAG 2.2, 1 to 21.
qreal contrast(const QColor& one, const QColor& other);
/// True where the desktop asks for no animations (environment HALL_REDUCED_MOTION, KDE, GTK).
bool systemAsksForLessMotion();

} // namespace hall::theme
