// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

ChoicePage {
    id: page
    title: page.kiosk.guided ? qsTr("This is where you are in good hands. What is it about?") : qsTr("What is it about?")
    subtitle: page.kiosk.guided ? qsTr("By your answers you belong here. If it does not fit, go back.")
                                : qsTr("Touch the line that fits best.")
    block: page.kiosk.block
    model: page.kiosk.services
    prefix: "service"
    onChosen: code => page.kiosk.chooseService(code)
}
