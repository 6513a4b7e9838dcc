// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include <QMetaProperty>
#include <QRegularExpression>

namespace hall::theme {
namespace {

// $name is a colour of the palette; #8 is eight pixels at 100 %; @title is a size of the desk's type.
constexpr auto kTemplate = R"(
QWidget { color: $ink; }
QMainWindow, QDialog, QScrollArea, QScrollArea > QWidget > QWidget { background: $paper; border: none; }
QToolTip { color: $paper; background: $ink; border: none; padding: #6; }

QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[look="title"] { font-size: @titlept; font-weight: 700; }
QLabel[look="heading"] { font-size: @headingpt; font-weight: 700; }
QLabel[look="number"] { font-size: @numberpt; font-weight: 700; color: $call; }
QLabel[look="muted"] { color: $inkMuted; }
QLabel[look="small"] { color: $inkMuted; font-size: @smallpt; }
QLabel[look="danger"] { color: $danger; font-weight: 700; }
QLabel[look="attention"] { color: $attention; }
QLabel[look="good"] { color: $good; }
QLabel[look="key"] { font-size: @smallpt; color: $inkMuted; background: $surface; border: 1px solid $outline;
    border-radius: #4; padding: #1 #6; }

.QFrame[look="card"] { background: $surface; border: 1px solid $hairline; border-radius: #12; }
.QFrame[look="sunken"] { background: $surfaceSunken; border: none; border-radius: #12; }
.QFrame[look="info"] { background: $primarySoft; border: 1px solid $primary; border-radius: #12; }
.QFrame[look="attention"] { background: $attentionSoft; border: 1px solid $attention; border-radius: #12; }
.QFrame[look="danger"] { background: $dangerSoft; border: 1px solid $danger; border-radius: #12; }
.QFrame[look="good"] { background: $goodSoft; border: 1px solid $good; border-radius: #12; }

QPushButton, QToolButton { background: $surface; color: $ink; border: 1px solid $outline; border-radius: #8;
    padding: #7 #14; min-height: #22; }
QPushButton:hover, QToolButton:hover { background: $primarySoft; border-color: $primary; }
QPushButton:pressed, QToolButton:pressed { background: $surfaceSunken; }
QPushButton:focus, QToolButton:focus { border: 3px solid $focus; padding: #5 #12; }
QPushButton:disabled, QToolButton:disabled { background: $disabled; color: $onDisabled; border-color: $disabled; }
QPushButton:checked, QToolButton:checked { background: $primarySoft; color: $primary; border-color: $primary; }
QPushButton[look="primary"] { background: $primary; color: $onPrimary; border: 1px solid $primary; font-weight: 700; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: $primaryPressed; }
QPushButton[look="primary"]:focus { border: 3px solid $focus; }
QPushButton[look="primary"]:disabled { background: $disabled; color: $onDisabled; border-color: $disabled; }
QPushButton[look="danger"] { background: $surface; color: $danger; border: 1px solid $danger; }
QPushButton[look="danger"]:hover, QPushButton[look="danger"]:pressed { background: $danger; color: $onDanger; }
QPushButton[look="danger"]:focus { border: 3px solid $focus; }
QPushButton[look="danger"]:disabled { background: $disabled; color: $onDisabled; border-color: $disabled; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border: 1px solid transparent; color: $primary; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $primarySoft; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 3px solid $focus; }
QPushButton[look="quiet"]:disabled, QToolButton[look="quiet"]:disabled { color: $onDisabled; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $ink;
    border: 1px solid $outline; border-radius: #8; padding: #6 #10; min-height: #22;
    selection-background-color: $primary; selection-color: $onPrimary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 3px solid $focus; padding: #4 #8; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: $disabled; color: $onDisabled; border-color: $disabled; }
QLineEdit[look="wrong"], QPlainTextEdit[look="wrong"], QComboBox[look="wrong"] { border: 2px solid $danger; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: #28; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/hall/icons/indicator-down.svg); width: #14; height: #14; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: #24; }
QAbstractSpinBox::up-arrow { image: url(:/hall/icons/indicator-up.svg); width: #12; height: #12; }
QAbstractSpinBox::down-arrow { image: url(:/hall/icons/indicator-down.svg); width: #12; height: #12; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $outline; padding: #4;
    selection-background-color: $primarySoft; selection-color: $ink; }

QCheckBox, QRadioButton { spacing: #8; padding: #4; border: 3px solid transparent; border-radius: #6; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator {
    width: #16; height: #16; border: 2px solid $outline; border-radius: #4; background: $surface; }
QRadioButton::indicator { border-radius: #9; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
    background: $primary; border-color: $primary; image: url(:/hall/icons/%tick.svg); }
QRadioButton::indicator:checked { background: $primary; border-color: $primary; image: url(:/hall/icons/%dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $onDisabled; background: $disabled; }
QCheckBox:disabled, QRadioButton:disabled { color: $onDisabled; }

QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $paper; border: 1px solid $hairline;
    border-radius: #12; gridline-color: $hairline; outline: none; padding: #2;
    selection-background-color: $primarySoft; selection-color: $ink; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 3px solid $focus; padding: 0; }
QTableView::item, QTreeView::item, QListView::item { padding: #6 #8; border: none; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $primarySoft; color: $ink; }
QTableView::item:selected:focus, QListView::item:selected:focus { border: 2px solid $primary; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $inkMuted; border: none; border-bottom: 1px solid $hairline;
    padding: #6 #8; font-size: @smallpt; }
QTableCornerButton::section { background: $surface; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: $inkMuted; padding: #10 #16; border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $primary; border-bottom-color: $primary; font-weight: 700; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $focus; border-bottom-color: $focus; }

QMenuBar { background: $paper; color: $ink; }
QMenuBar::item { padding: #6 #10; background: transparent; border-radius: #6; }
QMenuBar::item:selected { background: $primarySoft; }
QMenu { background: $surface; color: $ink; border: 1px solid $outline; border-radius: #8; padding: #6; }
QMenu::item { padding: #8 #28 #8 #12; border-radius: #6; }
QMenu::item:selected { background: $primary; color: $onPrimary; }
QMenu::item:disabled { color: $onDisabled; }
QMenu::separator { height: 1px; background: $hairline; margin: #6 #8; }

QStatusBar { background: $surface; color: $inkMuted; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $inkMuted; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $hairline; }
QGroupBox { background: $surface; border: 1px solid $hairline; border-radius: #12; margin-top: #22; padding: #12; }
QGroupBox::title { subcontrol-origin: margin; left: #4; color: $inkMuted; }

QProgressBar { background: $surfaceSunken; border: 1px solid $hairline; border-radius: #6; min-height: #10; max-height: #10;
    color: $ink; text-align: center; }
QProgressBar::chunk { background: $primary; border-radius: #5; }
QScrollBar:vertical { background: transparent; width: #12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #12; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: #4; margin: #2; }
QScrollBar::handle:vertical { min-height: #32; }
QScrollBar::handle:horizontal { min-width: #32; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QString styleSheet(const Palette& palette, const Tokens& tokens, int textPercent)
{
    // Style sheets cannot tint a drawing: the tick and the dot come in white and in black.
    const QString on = palette.onPrimary.lightnessF() > 0.5 ? QStringLiteral("white-") : QStringLiteral("black-");
    const QString source = QString::fromUtf8(kTemplate).replace(u'%', QStringLiteral("indicator-") + on);
    static const QRegularExpression pattern(QStringLiteral("\\$([A-Za-z]+)|#([0-9]+)|@(title|heading|number|body|small)"));
    QString sheet;
    qsizetype last = 0;
    for (auto it = pattern.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        if (match.hasCaptured(1)) {
            const QColor colour = colourNamed(palette, match.captured(1));
            Q_ASSERT_X(colour.isValid(), "styleSheet", qUtf8Printable(match.captured(1)));
            sheet += colour.name();
        } else if (match.hasCaptured(2)) {
            sheet += QString::number(match.captured(2).toInt() * textPercent / 100) + QStringLiteral("px");
        } else {
            const int index = DeskType::staticMetaObject.indexOfProperty(match.captured(3).toLatin1().constData());
            const qreal points = DeskType::staticMetaObject.property(index).readOnGadget(&tokens.desk).toDouble();
            sheet += QString::number(points * textPercent / 100.0, 'f', 1);
        }
    }
    sheet += QStringView(source).mid(last);
    return sheet;
}

} // namespace hall::theme
