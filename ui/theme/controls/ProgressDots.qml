// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme

/*! Where I am: `current` counts from 1. */
Row {
    id: dots

    property int count: 1
    property int current: 1

    spacing: Theme.space.s
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Step %1 of %2").arg(dots.current).arg(dots.count)

    Repeater {
        model: dots.count

        Rectangle {
            required property int index
            readonly property bool here: index + 1 === dots.current
            width: Math.round((here ? 48 : 16) * Theme.unit)
            height: Math.round(16 * Theme.unit)
            radius: height / 2
            color: index < dots.current ? Theme.colour.primary : "transparent"
            border.width: index < dots.current ? 0 : Theme.size.stroke
            border.color: Theme.colour.outline

            Behavior on width { NumberAnimation { duration: Theme.motion.calm; easing.type: Easing.OutCubic } }
        }
    }
}
