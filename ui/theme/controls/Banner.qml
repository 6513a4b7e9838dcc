// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme

/*! What the visitor must know on this screen, with a drawing, at most one way on. */
Item {
    id: banner

    enum Kind { Info, Attention, Danger, Good }

    property int kind: Banner.Info
    property string title
    property string text
    property string actionText

    signal acted()

    readonly property color ink: banner.kind === Banner.Attention ? Theme.colour.attention
        : banner.kind === Banner.Danger ? Theme.colour.danger
        : banner.kind === Banner.Good ? Theme.colour.good : Theme.colour.primary
    readonly property color paper: banner.kind === Banner.Attention ? Theme.colour.attentionSoft
        : banner.kind === Banner.Danger ? Theme.colour.dangerSoft
        : banner.kind === Banner.Good ? Theme.colour.goodSoft : Theme.colour.primarySoft

    implicitWidth: Math.round(640 * Theme.unit)
    implicitHeight: Math.max(Theme.size.target, row.implicitHeight + 2 * Theme.space.m)
    Accessible.role: banner.kind === Banner.Info || banner.kind === Banner.Good ? Accessible.Note : Accessible.AlertMessage
    Accessible.name: banner.title === "" ? banner.text : banner.title + ". " + banner.text

    Rectangle {
        anchors.fill: parent
        radius: Theme.size.card
        color: banner.paper
        border.width: Theme.name === Theme.HighContrast ? Theme.size.stroke : Math.max(1, Math.round(Theme.unit))
        border.color: banner.ink
    }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space.m }
        spacing: Theme.space.m

        HallIcon {
            name: banner.kind === Banner.Attention ? "attention" : banner.kind === Banner.Danger ? "danger"
                : banner.kind === Banner.Good ? "check-circle" : "info"
            colour: banner.ink
            Layout.preferredWidth: Math.round(Theme.size.icon * 1.1)
            Layout.preferredHeight: Layout.preferredWidth
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.space.xs / 2
            Layout.fillWidth: true

            HallLabel {
                value: banner.title
                visible: value !== ""
                color: banner.ink
                font.weight: Font.Bold
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            HallLabel {
                value: banner.text
                visible: value !== ""
                kind: HallLabel.Small
                color: banner.title === "" ? banner.ink : Theme.colour.ink
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
        HallButton {
            objectName: banner.objectName + ".action"
            visible: banner.actionText !== ""
            kind: HallButton.Quiet
            text: banner.actionText
            onClicked: banner.acted()
        }
    }
}
