// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! Text that a visitor reads. Lines break at words: the hall's own words (信访, 调解 …) are never torn apart. */
Text {
    id: label

    enum Kind { Body, Title, Heading, Small, Display }

    property int kind: HallLabel.Body
    property bool muted: false
    property string value

    text: Theme.unbroken(label.value)
    color: label.muted ? Theme.colour.inkMuted : Theme.colour.ink
    font.family: Theme.fontFamily
    font.pixelSize: label.kind === HallLabel.Title ? Theme.type.title
                  : label.kind === HallLabel.Heading ? Theme.type.heading
                  : label.kind === HallLabel.Small ? Theme.type.small
                  : label.kind === HallLabel.Display ? Theme.type.display
                  : Theme.type.body
    font.weight: label.kind === HallLabel.Body || label.kind === HallLabel.Small ? Font.Normal : Font.Bold
    // Of the font's own line, which is 1.45 em in Noto Sans CJK: 1.38 em for text, 1.3 em for titles.
    lineHeight: (label.kind === HallLabel.Body || label.kind === HallLabel.Small ? Theme.type.lineHeight : 1.3) / 1.45
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText

    Accessible.role: label.kind === HallLabel.Title || label.kind === HallLabel.Heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: label.value
    Accessible.ignored: label.value === ""
}
