// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/story_list.h"

#include "ui/desk/parts.h"

#include <QGridLayout>

namespace hall::desk {

StoryList::StoryList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(1, 1);
}

void StoryList::setRows(const QList<Row>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int at = 0;
    for (const Row& row : rows) {
        auto* left = makeLabel("muted", this);
        left->setWordWrap(false);
        setText(left, row.left);
        m_grid->addWidget(left, at, 0, Qt::AlignTop);
        auto* middle = makeLabel("body", this);
        setText(middle, row.middle);
        m_grid->addWidget(middle, at, 1, Qt::AlignTop);
        if (!row.right.isEmpty()) {
            auto* right = makeLabel("body", this);
            right->setWordWrap(false);
            right->setAlignment(Qt::AlignRight);
            setText(right, row.right);
            m_grid->addWidget(right, at, 2, Qt::AlignTop);
        }
        ++at;
        if (!row.detail.isEmpty()) {
            auto* detail = makeLabel("caption", this);
            setText(detail, row.detail);
            m_grid->addWidget(detail, at++, 1, 1, 2, Qt::AlignTop);
        }
    }
    updateGeometry();
}

} // namespace hall::desk
