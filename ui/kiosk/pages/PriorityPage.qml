// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

ChoicePage {
    id: page
    title: qsTr("Does one of these fit you?")
    subtitle: qsTr("Then you are called earlier. Under each stands what to show at the desk.")
    block: page.kiosk.block
    model: page.kiosk.classes
    prefix: "class"
    columns: page.wide ? 3 : 2
    otherText: qsTr("None of these")
    otherName: "class.ordinary"
    onChosen: code => page.kiosk.choosePriority(code)
    onOther: page.kiosk.choosePriority("ordinary")
}
