// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Hall.Theme
import Hall.Kiosk

/*! One number to write. */
Page {
    id: page

    required property string field
    property string extra
    readonly property real padWidth: page.wide ? Math.round(640 * Theme.unit) : page.width

    neededHeight: page.wide ? Math.max(pad.implicitHeight, entry.implicitHeight + buttons.implicitHeight + Theme.size.gap)
                            : entry.implicitHeight + pad.implicitHeight + buttons.implicitHeight + 2 * Theme.size.gap

    Field {
        id: entry
        objectName: page.field
        kiosk: page.kiosk
        focus: true
        width: page.wide ? page.width - page.padWidth - Theme.space.xl : page.width
        label: page.title
        hints: Qt.ImhDigitsOnly
        error: page.kiosk.problems[page.field]
        onEdited: page.kiosk.type(page.field, entry.text)
        onAccepted: page.kiosk.confirmField()
        Component.onCompleted: entry.text = page.kiosk.typedText(page.field)
    }
    Keypad {
        id: pad
        objectName: "pad"
        anchors.right: parent.right
        y: page.wide ? 0 : page.height - buttons.height - Theme.size.gap - height
        extra: page.extra
        keyWidth: (page.padWidth - 2 * Theme.size.gap) / 3
        keyHeight: Math.max(Theme.size.target, Math.min(Math.round(112 * Theme.unit), page.wide ? (page.height - 3 * Theme.size.gap) / 4 : 0))
        onTyped: character => entry.insert(character)
        onErased: entry.erase()
    }
    RowLayout {
        id: buttons
        anchors { left: parent.left; bottom: parent.bottom }
        width: entry.width
        spacing: Theme.size.gap

        HallButton {
            objectName: "field.skip"
            kind: HallButton.Quiet
            text: qsTr("Skip")
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.skipField()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        HallButton {
            objectName: "field.next"
            text: qsTr("Next")
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            onClicked: page.kiosk.confirmField()
            Layout.fillWidth: true
            Layout.preferredWidth: 2
        }
    }
}
