// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Hall.Theme

/*! One answer to the question of a screen: drawing, the visitor's words, the official name under them.
    With `checkable` it stays chosen and shows a tick (a colour alone says nothing). `tall` stacks drawing over words. */
T.AbstractButton {
    id: tile

    property string title
    property string officialName
    property string iconName
    property string letter
    property color accent: Theme.colour.primary
    property color accentSoft: Theme.colour.primarySoft
    property string block
    property bool tall: false
    property bool showsWay: !tile.checkable

    readonly property var blockLook: tile.block === "" ? undefined : Theme.blocks[tile.block]
    readonly property color hue: tile.blockLook ? tile.blockLook.colour : tile.accent
    readonly property color tint: tile.blockLook ? tile.blockLook.soft : tile.accentSoft
    readonly property real badgeSide: Math.round(112 * Theme.unit)

    function choose() {
        if (tile.checkable)
            tile.checked = tile.autoExclusive || !tile.checked
        tile.clicked()
    }

    implicitWidth: Math.max(Math.round(360 * Theme.unit), implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.size.target + Theme.space.l, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.space.m
    rightPadding: Theme.space.l
    leftPadding: Theme.space.m + Theme.space.xs
    focusPolicy: Qt.StrongFocus
    text: tile.title
    Keys.onReturnPressed: tile.choose()
    Keys.onEnterPressed: tile.choose()

    Accessible.role: tile.checkable ? (tile.autoExclusive ? Accessible.RadioButton : Accessible.CheckBox) : Accessible.Button
    Accessible.name: tile.officialName === "" ? tile.title : tile.title + ", " + tile.officialName
    Accessible.checkable: tile.checkable
    Accessible.checked: tile.checked

    contentItem: GridLayout {
        columns: tile.tall ? 1 : 3
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        Rectangle {
            visible: tile.iconName !== "" || tile.blockLook !== undefined
            radius: Theme.size.control
            color: !tile.enabled ? Theme.colour.disabled : tile.checked ? Theme.colour.surface : tile.tint
            border.width: Theme.name === Theme.HighContrast ? Theme.size.stroke : 0
            border.color: tile.hue
            Layout.preferredWidth: tile.badgeSide
            Layout.preferredHeight: tile.badgeSide
            Layout.alignment: Qt.AlignVCenter | Qt.AlignLeft

            HallIcon {
                anchors.centerIn: parent
                width: Math.round(parent.width * 0.58)
                height: width
                name: tile.iconName !== "" ? tile.iconName : tile.blockLook ? tile.blockLook.icon : ""
                colour: tile.enabled ? tile.hue : Theme.colour.onDisabled
            }
        }
        ColumnLayout {
            spacing: Theme.space.xs
            Layout.fillWidth: true
            Layout.fillHeight: tile.tall
            Layout.alignment: Qt.AlignVCenter

            Text {
                text: Theme.unbroken(tile.title)
                color: tile.enabled ? Theme.colour.ink : Theme.colour.onDisabled
                font.family: Theme.fontFamily
                font.pixelSize: Theme.type.heading
                font.weight: Font.Bold
                lineHeight: 0.92
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }
            Text {
                visible: tile.officialName !== ""
                text: Theme.unbroken(tile.officialName)
                color: tile.enabled ? Theme.colour.inkMuted : Theme.colour.onDisabled
                font.family: Theme.fontFamily
                font.pixelSize: Theme.type.small
                lineHeight: 0.92
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }
        }
        HallIcon {
            visible: !tile.tall && (tile.showsWay || tile.checkable)
            opacity: tile.checkable && !tile.checked ? 0 : 1
            name: tile.checkable ? "check-circle" : "forward"
            colour: tile.checkable ? Theme.colour.primary : tile.hue
            Layout.preferredWidth: Theme.size.icon
            Layout.preferredHeight: Theme.size.icon
        }
    }

    background: Card {
        colour: !tile.enabled ? Theme.colour.disabled : tile.down || tile.checked ? tile.tint : Theme.colour.surface
        edge: tile.checked ? Theme.colour.primary : Theme.colour.outline
        edgeWidth: tile.checked ? Theme.size.stroke * 2 : Theme.size.stroke
        raised: !tile.down && tile.enabled

        FocusRing { control: tile; cornerRadius: Theme.size.card }
        HallIcon {
            visible: tile.tall && tile.checkable && tile.checked
            anchors { right: parent.right; top: parent.top; margins: Theme.space.m }
            width: Theme.size.icon
            height: width
            name: "check-circle"
            colour: Theme.colour.primary
        }
    }
}
