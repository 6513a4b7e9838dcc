// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hall::setup {

/// Gives a widget one of the looks of ui/theme's style sheet, also at run time.
void setLook(QWidget* widget, const char* look);
/// A label that wraps; `look` as in ui/theme, nullptr for plain text.
QLabel* textLabel(QWidget* parent, const char* look = nullptr);

/// A field with its name above and, below, a hint or what is wrong with it.
class LabelledField : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name of the field; its label is "<name>.label".
    LabelledField(const QString& name, QWidget* parent);

    QLineEdit* edit() const { return m_edit; }
    QString text() const { return m_edit->text().trimmed(); }
    void setWords(const QString& label, const QString& hint = {});
    /// Empty: nothing is wrong.
    void setError(const QString& error);
    bool hasError() const { return m_isWrong; }
    /// Hides what is typed; a button beside the field shows it.
    void makeSecret();
    void setSecretWords(const QString& show, const QString& hide);

signals:
    void edited();

private:
    void showEye();

    QLabel* m_label;
    QLineEdit* m_edit;
    QLabel* m_note;
    QHBoxLayout* m_row;
    QToolButton* m_eye = nullptr;
    QString m_hint;
    QString m_show;
    QString m_hide;
    bool m_isWrong = false;
};

} // namespace hall::setup
