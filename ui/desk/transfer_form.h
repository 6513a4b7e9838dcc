// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/form_panel.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace hall::desk {

class Look;

/// Which service the visitor is handed on to: a list that narrows while one types.
class TransferForm : public FormPanel
{
    Q_OBJECT

public:
    TransferForm(DeskSession& session, const Look& look, QWidget* parent = nullptr);

protected:
    QVariantMap content() const override;
    void setContent(const QVariantMap& content) override;
    QString read(Step& step) override;
    QWidget* firstField() override;
    void retranslate() override;
    QString titleText() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void selectFirst();

    const Look& m_look;
    QLabel* m_hint;
    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_services;
    QSortFilterProxyModel* m_found;
};

} // namespace hall::desk
