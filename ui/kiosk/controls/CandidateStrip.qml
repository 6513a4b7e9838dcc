// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! What a visitor may have meant, likeliest first, turned page by page with two buttons: no swiping is needed, and nothing is
    shown that is cut. */
Item {
    id: strip

    required property var candidates
    required property real keyWidth
    required property real keyHeight
    required property real gap

    signal chosen(int index)

    /*! How many lines of candidates there is room for. */
    property int lines: 1
    property int first: 0
    property var earlier: []
    readonly property real turners: 2 * (strip.keyWidth + strip.gap)
    /*! The candidates from `first` on that have room: for each line a list of words and the place of its first. */
    readonly property var page: strip.fill(strip.candidates, strip.first, strip.lines, strip.width)
    readonly property int next: strip.page.length === 0 ? 0 : strip.page[strip.page.length - 1].end
    readonly property bool hasMore: strip.next < strip.candidates.length

    implicitHeight: strip.lines * strip.keyHeight + (strip.lines - 1) * strip.gap

    onCandidatesChanged: {
        strip.first = 0
        strip.earlier = []
    }

    function widthOf(words: string): real {
        return Math.min(Math.max(strip.keyWidth, Math.ceil(measure.advanceWidth(words)) + 2 * Theme.space.m), strip.width - strip.turners)
    }
    function fill(candidates: var, first: int, lines: int, width: real): var {
        const filled = []
        let index = first
        for (let line = 0; line < lines && index < candidates.length; ++line) {
            const room = width - (line === lines - 1 ? strip.turners : 0)
            const begin = index
            for (let used = 0; index < candidates.length; ++index) {
                used += strip.widthOf(candidates[index])
                if (index > begin && used > room)
                    break
                used += strip.gap
            }
            filled.push({begin: begin, end: index, words: candidates.slice(begin, index)})
        }
        return filled
    }

    FontMetrics {
        id: measure
        font.family: Theme.fontFamily
        font.pixelSize: Math.round(38 * Theme.unit)
    }

    component Key: HallButton {
        kind: HallButton.Quiet
        height: strip.keyHeight
        leftPadding: 0
        rightPadding: 0
        topPadding: 0
        bottomPadding: 0
        focusPolicy: Qt.NoFocus
        font.pixelSize: Math.round(38 * Theme.unit)
    }

    Repeater {
        model: strip.page

        Row {
            id: line
            required property int index
            required property var modelData
            y: line.index * (strip.keyHeight + strip.gap)
            spacing: strip.gap

            Repeater {
                model: line.modelData.words

                Key {
                    id: candidate
                    required property int index
                    required property string modelData
                    readonly property int place: line.modelData.begin + candidate.index
                    objectName: "candidate." + (candidate.place - strip.first)
                    text: candidate.modelData
                    width: strip.widthOf(candidate.modelData)
                    onClicked: strip.chosen(candidate.place)
                }
            }
        }
    }
    Row {
        anchors { right: parent.right; bottom: parent.bottom }
        spacing: strip.gap
        Key {
            objectName: "candidates.fewer"
            width: strip.keyWidth
            iconName: "back"
            text: ""
            Accessible.name: qsTr("Earlier characters")
            enabled: strip.first > 0
            onClicked: {
                const pages = strip.earlier.slice()
                strip.first = pages.pop()
                strip.earlier = pages
            }
        }
        Key {
            objectName: "candidates.more"
            width: strip.keyWidth
            iconName: "forward"
            text: ""
            Accessible.name: qsTr("More characters")
            enabled: strip.hasMore
            onClicked: {
                strip.earlier = strip.earlier.concat([strip.first])
                strip.first = strip.next
            }
        }
    }
}
