// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/put_away.h"

#include <QAbstractItemDelegate>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QPixmap>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>

namespace hall::desk {

void putAwayWhatQtKeeps()
{
    // QCommonStyle remembers the option, with its text, of the row whose layout it reckoned last. Another row takes its
    // place.
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(QStringLiteral(" ")));
    QListView list;
    list.setModel(&model);
    list.resize(200, 80);
    list.grab();
    // A delegate keeps the data of the row that it was asked about last.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        const auto* view = qobject_cast<QAbstractItemView*>(widget);
        if (view && view->itemDelegate()) // the header of a table has none
            view->itemDelegate()->sizeHint(QStyleOptionViewItem(), model.index(0, 0));
    }
    QClipboard* clipboard = QApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const bool ours = mode == QClipboard::Clipboard ? clipboard->ownsClipboard() : clipboard->ownsSelection();
        if (ours)
            clipboard->clear(mode);
    }
}

} // namespace hall::desk
