// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! One line of figures or capitals whose box is exactly as high as they are: what is set large is then placed by eye,
    not by the font's generous line. */
Item {
    id: cap

    property alias text: words.text
    property alias font: words.font
    property alias color: words.color
    property real pixelSize: Theme.type.title

    implicitWidth: words.implicitWidth
    implicitHeight: Math.round(cap.pixelSize * 0.733)
    baselineOffset: cap.height
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Text {
        id: words
        y: cap.height - baselineOffset
        color: Theme.colour.ink
        font.family: Theme.fontFamily
        font.pixelSize: cap.pixelSize
        font.weight: Font.Bold
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
