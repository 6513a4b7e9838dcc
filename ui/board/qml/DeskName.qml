// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! A desk: its number as large as the ticket's beside it, its words in two languages stacked next to the number. */
Row {
    id: desk

    property string number
    property string words
    property string secondWords
    property bool wordsLead: false
    property real pixelSize: Theme.board.nowDesk
    property color colour: Theme.colour.ink
    property real maximumWidth: Math.round(1200 * Theme.unit) // of a name without a number; longer ones become smaller

    layoutDirection: desk.wordsLead ? Qt.RightToLeft : Qt.LeftToRight
    spacing: Math.round(desk.pixelSize * 0.1)
    Accessible.role: Accessible.StaticText
    Accessible.name: desk.wordsLead ? desk.words + " " + desk.number : desk.number + desk.words

    CapText {
        visible: text !== ""
        anchors.verticalCenter: parent.verticalCenter
        text: desk.number
        color: desk.colour
        pixelSize: desk.pixelSize
        Accessible.ignored: true
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter

        Text {
            visible: desk.number !== ""
            text: desk.words
            color: desk.colour
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(desk.pixelSize * 0.46)
            font.weight: Font.Bold
            lineHeight: Math.round(font.pixelSize * 1.2)
            lineHeightMode: Text.FixedHeight
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            visible: desk.number === ""
            width: desk.maximumWidth
            height: Math.round(desk.pixelSize * 0.86)
            text: desk.words
            color: desk.colour
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(desk.pixelSize * 0.7)
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.round(desk.pixelSize * 0.24)
            lineHeight: 0.9
            wrapMode: Text.WordWrap
            verticalAlignment: Text.AlignVCenter
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
        Text {
            visible: text !== ""
            text: desk.secondWords
            width: desk.number === "" ? desk.maximumWidth : implicitWidth
            color: Theme.colour.inkMuted
            font.family: Theme.fontFamily
            font.pixelSize: Math.round(desk.pixelSize * 0.3)
            fontSizeMode: desk.number === "" ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Math.round(desk.pixelSize * 0.18)
            lineHeight: Math.round(font.pixelSize * 1.2)
            lineHeightMode: Text.FixedHeight
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}
