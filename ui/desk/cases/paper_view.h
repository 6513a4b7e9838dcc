// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/paper.h"
#include "ui/desk/look.h"

#include <QVBoxLayout>
#include <QWidget>

namespace hall::desk {

/// The sheets of a document one below the other, as wide as there is room and as is good to read.
class PaperView : public QWidget
{
    Q_OBJECT

public:
    explicit PaperView(const Look& look, QWidget* parent = nullptr);

    void show(const document::Paper& paper);
    void wipe() { show({}); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void draw();

    const Look& m_look;
    QVBoxLayout* m_sheets;
    document::Paper m_paper;
};

} // namespace hall::desk
