// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! The ring around what has the focus: 3 px at least, outside the control, on every theme. */
Rectangle {
    id: ring

    required property Item control
    property real cornerRadius: Theme.size.control

    objectName: "focusRing"
    anchors.fill: parent
    anchors.margins: -(Theme.size.focusGap + Theme.size.focusRing)
    radius: ring.cornerRadius + Theme.size.focusGap + Theme.size.focusRing
    color: "transparent"
    border.width: Theme.size.focusRing
    border.color: Theme.colour.focus
    visible: ring.control.activeFocus
}
