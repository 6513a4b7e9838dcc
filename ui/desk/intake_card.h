// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/intake_keeper.h"
#include "ui/desk/parts.h"

class QGridLayout;

namespace hall::desk {

/// What the visitor typed at the kiosk. The identity number stays masked until it is asked for, and is masked again for
/// the next visitor.
class IntakeCard : public QFrame
{
    Q_OBJECT

public:
    explicit IntakeCard(IntakeKeeper& keeper, QWidget* parent = nullptr);

    static QString masked(const QString& idNumber); ///< 330681********1234
    void toggleReveal();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void placeReveal();

    IntakeKeeper& m_keeper;
    QLabel* m_title;
    QLabel* m_message;
    QPushButton* m_retry;
    QWidget* m_fields;
    QGridLayout* m_grid;
    QLabel *m_nameLabel, *m_name, *m_phoneLabel, *m_phone, *m_idLabel, *m_id, *m_textLabel, *m_text;
    QPushButton* m_reveal;
    bool m_revealed = false;
};

} // namespace hall::desk
