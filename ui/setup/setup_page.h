// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace hall::setup {

/// One page of the window: a title, what it is for, the content, and a row of buttons at the foot (Back on the left, the
/// way on at the right).
class SetupPage : public QWidget
{
    Q_OBJECT

public:
    explicit SetupPage(const QString& name, QWidget* parent = nullptr);

    /// Sets every word anew after the language has changed.
    virtual void retranslate() = 0;
    /// The page is shown: where the keyboard starts.
    virtual void enter() {}

signals:
    void backWanted();
    /// The page shows something else: it is read from its top.
    void turned();

protected:
    QVBoxLayout* content() const { return m_content; }
    void setHeading(const QString& title, const QString& introduction);
    QPushButton* backButton() const { return m_back; }
    QPushButton* nextButton() const { return m_next; }
    /// Says in a coloured frame what went wrong, or what to mind; `look` "danger", "attention", "good" or "info". Empty hides it.
    void say(const char* look, const QString& text);

private:
    QLabel* m_title;
    QLabel* m_introduction;
    QFrame* m_banner;
    QLabel* m_bannerText;
    QVBoxLayout* m_content;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace hall::setup
