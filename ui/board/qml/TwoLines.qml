// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! A text in the language that the hall reads first, the other one small beneath it. */
Column {
    id: lines

    property var texts
    property real pixelSize: Theme.board.body
    property real secondSize: Math.max(Math.round(lines.pixelSize * 0.62), Math.round(Theme.board.small * 0.86))
    property color colour: Theme.colour.ink
    property color secondColour: Theme.colour.inkMuted
    property int weight: Font.Bold
    property int alignment: Text.AlignLeft
    property bool fits: false  // one line, smaller where it must be
    property bool wraps: false // as many lines as it takes

    Accessible.role: Accessible.StaticText
    Accessible.name: lines.texts ? lines.texts.first + " " + lines.texts.second : ""

    Text {
        width: lines.fits || lines.wraps ? lines.width : Math.max(implicitWidth, lines.width)
        text: lines.texts ? Theme.unbroken(lines.texts.first) : ""
        color: lines.colour
        font.family: Theme.fontFamily
        font.pixelSize: lines.pixelSize
        font.weight: lines.weight
        wrapMode: lines.wraps ? Text.WordWrap : Text.NoWrap
        fontSizeMode: lines.fits ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Math.round(lines.pixelSize * 0.6)
        lineHeight: Math.round(lines.pixelSize * 1.24)
        lineHeightMode: Text.FixedHeight
        horizontalAlignment: lines.alignment
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    Text {
        width: lines.fits || lines.wraps ? lines.width : Math.max(implicitWidth, lines.width)
        visible: text !== ""
        text: lines.texts ? Theme.unbroken(lines.texts.second) : ""
        color: lines.secondColour
        font.family: Theme.fontFamily
        font.pixelSize: lines.secondSize
        wrapMode: lines.wraps ? Text.WordWrap : Text.NoWrap
        fontSizeMode: lines.fits ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Math.round(lines.secondSize * 0.6)
        lineHeight: Math.round(lines.secondSize * 1.24)
        lineHeightMode: Text.FixedHeight
        horizontalAlignment: lines.alignment
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
