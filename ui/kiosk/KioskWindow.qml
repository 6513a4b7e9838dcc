// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Hall.Theme
import Hall.Kiosk

/*! The whole of the kiosk: hall name above, the question of the screen, its answers within reach, the bar below. */
Window {
    id: window

    required property Kiosk kiosk
    /// A window that a visitor cannot close.
    property bool locked: true

    readonly property bool wide: window.width > window.height
    readonly property real margin: Theme.space.l
    readonly property bool visiting: window.kiosk.stage === Kiosk.Visit

    title: window.kiosk.hallName
    color: Theme.colour.paper
    onClosing: close => close.accepted = !window.locked

    Binding { target: Theme; property: "unit"; value: Math.max(0.25, Math.min(window.width, window.height) / 1080) }
    Binding { target: Theme; property: "elder"; value: window.kiosk.elder }
    Binding { target: Theme; property: "name"; value: window.kiosk.highContrast ? Theme.HighContrast : Theme.Light }

    Item {
        id: sheet
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }

        // Who speaks here.
        Row {
            id: hall
            visible: !(window.wide && visit.visible && visit.whole)
            x: window.margin
            y: Theme.space.l
            spacing: Theme.space.m

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(72 * Theme.unit)
                height: width
                radius: Theme.size.control
                color: Theme.colour.primary
                HallIcon {
                    anchors.centerIn: parent
                    width: Math.round(44 * Theme.unit)
                    height: width
                    name: "home"
                    colour: Theme.colour.onPrimary
                }
            }
            HallLabel {
                objectName: "hall.name"
                anchors.verticalCenter: parent.verticalCenter
                width: sheet.width - 2 * window.margin - Math.round(72 * Theme.unit) - Theme.space.m
                value: window.kiosk.hallName
                kind: HallLabel.Heading
            }
        }

        Item {
            id: visit
            anchors.fill: parent
            visible: window.visiting && !idle.visible

            readonly property real ceiling: visit.whole && window.wide ? Theme.space.l : hall.y + hall.height + Theme.space.m
            readonly property real ground: visit.height - Theme.space.m
            readonly property Page page: pages.item as Page
            readonly property bool whole: visit.page ? visit.page.wholeSheet : false
            /// Where what is touched begins: in the lower 60 % of the screen, in the seated view in its lower half.
            readonly property real headRoom: visit.whole ? 0 : head.implicitHeight + Theme.space.l
            readonly property real reach: window.height * (window.kiosk.seated ? 0.5 : 0.4)
            readonly property real wanted: window.kiosk.seated && visit.page && visit.ground - visit.reach - visit.headRoom >= visit.page.neededHeight
                                           ? visit.reach + visit.headRoom : visit.reach
            readonly property real bodyTop: visit.whole ? visit.ceiling
                : Math.max(visit.ceiling + visit.headRoom, Math.min(visit.wanted, visit.ground - (visit.page ? visit.page.neededHeight : 0)))

            Column {
                id: head
                visible: !visit.whole
                x: window.margin
                y: window.kiosk.seated || window.wide ? visit.bodyTop - height - Theme.space.l
                                                      : Math.max(visit.ceiling, visit.bodyTop - height - Theme.space.xl)
                width: visit.width - 2 * window.margin
                spacing: Theme.space.m

                BlockBadge {
                    visible: block !== "" && !window.wide
                    block: visit.page ? visit.page.block : ""
                    name: window.kiosk.blockTitle
                    side: Math.round(56 * Theme.unit)
                }
                PageHeader {
                    id: header
                    width: parent.width
                    title: visit.page ? visit.page.title : ""
                    subtitle: visit.page ? visit.page.subtitle : ""
                    steps: window.kiosk.step > 0 ? window.kiosk.steps : 0
                    step: window.kiosk.step
                }
            }
            Loader {
                id: pages
                x: window.margin
                y: visit.bodyTop
                width: visit.width - 2 * window.margin
                height: visit.ground - visit.bodyTop
                focus: true
                active: window.visiting
                sourceComponent: {
                    switch (window.kiosk.page) {
                    case Visit.Welcome: return welcome
                    case Visit.Guide: return guide
                    case Visit.Service: return service
                    case Visit.People: return people
                    case Visit.Priority: return priority
                    case Visit.Proof: return proof
                    case Visit.Review: return review
                    case Visit.Name: return name
                    case Visit.Phone: return phone
                    case Visit.Identity: return identity
                    case Visit.Matter: return matter
                    case Visit.Booking: return booking
                    case Visit.Issuing: return issuing
                    case Visit.Ticket: return ticket
                    case Visit.Find: return find
                    case Visit.Found: return found
                    default: return help
                    }
                }
                onLoaded: pages.item.forceActiveFocus()
            }
        }
        Notice {
            anchors { fill: parent; margins: window.margin; topMargin: hall.y + hall.height }
            visible: window.kiosk.stage === Kiosk.Away && !idle.visible
            objectName: "notice.away"
            iconName: "person"
            title: qsTr("Please go to the guide desk")
            text: qsTr("You get your number there: %1.").arg(window.kiosk.guideDesk)
            note: qsTr("This kiosk cannot reach the hall just now. It goes on by itself as soon as it can; what you chose is kept as long as you stay.")
        }
        Notice {
            anchors { fill: parent; margins: window.margin; topMargin: hall.y + hall.height }
            visible: window.kiosk.stage === Kiosk.Closed
            objectName: "notice.closed"
            iconName: "moon"
            title: qsTr("The hall is closed")
            text: window.kiosk.opensAgain
            note: qsTr("If it cannot wait, please ring at the entrance or call 12345.")
        }
        Notice {
            anchors { fill: parent; margins: window.margin; topMargin: hall.y + hall.height }
            visible: window.kiosk.stage === Kiosk.Starting
            objectName: "notice.starting"
            iconName: "clock"
            title: qsTr("One moment …")
            text: qsTr("The kiosk is starting.")
        }
        IdleNotice {
            id: idle
            anchors.fill: parent
            kiosk: window.kiosk
        }
    }

    NavBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        kiosk: window.kiosk
        wide: window.wide
    }

    Component { id: welcome; WelcomePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: guide; GuidePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: service; ServicePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: people; PeoplePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: priority; PriorityPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: proof; ProofPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: review; ReviewPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: name; NamePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: phone; PhonePage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: identity; IdentityPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: matter; MatterPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: booking; BookingPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: issuing; IssuingPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: ticket; TicketPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: find; FindPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: found; FoundPage { kiosk: window.kiosk; wide: window.wide } }
    Component { id: help; HelpPage { kiosk: window.kiosk; wide: window.wide } }
}
