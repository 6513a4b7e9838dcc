// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! One question with a list of answers. */
Page {
    id: page

    required property ChoiceModel model
    property string prefix
    property int columns: page.wide ? (page.model.count > 6 ? 4 : page.model.count > 4 ? 3 : 2) : page.model.count > 4 ? 2 : 1
    /// One more answer under the others: "none of these".
    property string otherText
    property string otherName

    /// Lying screens have no height to spare: the last answer stands in the row of the leaves.
    readonly property bool shares: page.wide && page.kiosk.elder && page.otherText !== ""

    signal chosen(string code)
    signal other()

    // Without asking how high the page came out: that follows from this.
    neededHeight: (page.model.count <= (page.wide && !page.kiosk.elder ? 6 : 4) ? choices.needed : Math.min(choices.needed, choices.tallest + Theme.size.target + Theme.size.gap))
                  + (other.visible && !page.shares ? other.implicitHeight + Theme.size.gap : 0)

    Choices {
        id: choices
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: page.height - (other.visible && !page.shares ? other.height + Theme.size.gap : 0)
        model: page.model
        columns: page.columns
        prefix: page.prefix
        block: page.block
        preferredCell: Math.round(180 * Theme.unit)
        onChosen: code => page.chosen(code)
    }
    HallButton {
        id: other
        objectName: page.otherName
        visible: page.otherText !== ""
        anchors { left: parent.left; bottom: parent.bottom }
        width: page.shares ? page.width - choices.pagerWidth - Theme.size.gap : page.width
        height: page.shares ? Theme.size.target : Math.max(implicitHeight, Math.round(120 * Theme.unit))
        text: page.otherText
        iconName: "forward"
        iconAfter: true
        font.pixelSize: Theme.type.heading
        onClicked: page.other()
    }
}
