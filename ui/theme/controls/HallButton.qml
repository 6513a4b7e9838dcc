// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Hall.Theme

/*! A button with words on it. Primary: the one way on; Quiet: everything else; Danger: what cannot be undone. */
T.Button {
    id: button

    enum Kind { Primary, Quiet, Danger }

    property int kind: HallButton.Primary
    property string iconName
    property bool iconAfter: false

    readonly property color fill: !button.enabled ? Theme.colour.disabled
        : button.kind === HallButton.Primary ? (button.down ? Theme.colour.primaryPressed : Theme.colour.primary)
        : button.kind === HallButton.Danger ? (button.down ? Theme.colour.dangerPressed : Theme.colour.danger)
        : button.down ? Theme.colour.primarySoft : Theme.colour.surface
    readonly property color words: !button.enabled ? Theme.colour.onDisabled
        : button.kind === HallButton.Primary ? Theme.colour.onPrimary
        : button.kind === HallButton.Danger ? Theme.colour.onDanger
        : Theme.colour.primary

    implicitWidth: Math.max(Theme.size.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.size.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space.l
    rightPadding: Theme.space.l
    topPadding: Theme.space.s
    bottomPadding: Theme.space.s
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.type.body
    font.weight: button.kind === HallButton.Quiet ? Font.Normal : Font.Bold
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Accessible.role: Accessible.Button
    Accessible.name: button.text

    contentItem: Item {
        id: content

        readonly property real iconSide: button.iconName === "" ? 0 : Math.round(button.font.pixelSize * 1.2)
        readonly property real gap: button.iconName === "" || button.text === "" ? 0 : Theme.space.s

        // Measured, not asked of the text: what wraps says less than it wants.
        readonly property real wanted: button.text === "" ? 0 : Math.ceil(measure.advanceWidth) + 2

        implicitWidth: content.iconSide + content.gap + content.wanted
        implicitHeight: Math.max(content.iconSide, words.implicitHeight)

        TextMetrics {
            id: measure
            font: button.font
            text: button.text
        }
        Row {
            anchors.centerIn: parent
            spacing: content.gap
            layoutDirection: button.iconAfter ? Qt.RightToLeft : Qt.LeftToRight

            HallIcon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.iconName !== ""
                width: content.iconSide
                height: content.iconSide
                name: button.iconName
                colour: button.words
            }
            Text {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                visible: button.text !== ""
                width: Math.min(content.wanted, Math.max(1, content.width - content.iconSide - content.gap))
                text: Theme.unbroken(button.text)
                color: button.words
                font: button.font
                wrapMode: Text.WordWrap
                horizontalAlignment: button.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
                textFormat: Text.PlainText
            }
        }
    }

    background: Rectangle {
        radius: Theme.size.control
        color: button.fill
        border.width: button.kind === HallButton.Quiet || !button.enabled ? Theme.size.stroke : 0
        border.color: button.enabled ? Theme.colour.outline : Theme.colour.onDisabled

        Behavior on color { ColorAnimation { duration: Theme.motion.quick } }
        FocusRing { control: button }
    }
}
