// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

class QCheckBox;
class QComboBox;

namespace hall::desk {

class DeskSession;
class Look;

/// Which desk, and for what. What was chosen last time stands there already: Enter is enough.
class OpenDeskPage : public QWidget
{
    Q_OBJECT

public:
    OpenDeskPage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const Look& look);
    void fill();
    void fillDesks();
    void fillServices();
    void suggestSkills();
    void refresh();
    void submit();
    QStringList chosen() const;

    DeskSession& m_session;
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_deskLabel;
    QComboBox* m_desk;
    QLabel* m_deskNote;
    QLabel* m_skillsLabel;
    QWidget* m_skills;
    QList<QCheckBox*> m_boxes;
    QLabel* m_error;
    QPushButton* m_go;
    QPushButton* m_out;
    QStringList m_wanted;
    bool m_filling = false;
};

} // namespace hall::desk
