// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/save_dialog.h"

#include <QFileDialog>

namespace hall::desk {

void askWhereToSave(QWidget* parent, const QString& title, const QString& name, std::function<void(const QString&)> then)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

} // namespace hall::desk
