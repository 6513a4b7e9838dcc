// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

#include <functional>

class QGridLayout;

namespace hall::desk {

/// Editors for fields of casework.yaml: of an entry, or of one person in it. Short ones stand two in a row where there is room.
/// Beside each field stands what is wrong with it and the remedy.
class FieldSet : public QWidget
{
    Q_OBJECT

public:
    /// `path`: how the editors are called ("petitioners[0]."), empty for an entry's own.
    FieldSet(const Phrasebook& phrases, const CaseLawPointer& law, const QList<rules::EntryField>& fields, const QString& path, QWidget* parent);

    QJsonObject content() const;
    void setContent(const QJsonObject& content);
    /// Fault texts by the field's code; none: the fields are well.
    void setFaults(const QMap<QString, QString>& faults);
    void setFieldShown(const QString& code, bool shown);
    QString valueOf(const QString& code) const;
    void setToday(const QDate& today) { m_today = today; }
    QWidget* editor(const QString& code) const;
    void focusFirst();

signals:
    void edited();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Field
    {
        rules::EntryField rule;
        QWidget* cell;
        QWidget* editor;
        QLabel* fault;
        std::function<QJsonValue()> read;
        std::function<void(const QJsonValue&)> write;
    };
    void add(const rules::EntryField& rule, const QString& path);
    void makeEditor(Field& field);
    void makeLongText(Field& field);
    void makeLine(Field& field);
    void makeDay(Field& field);
    void makeChoice(Field& field);
    QList<std::pair<QString, QString>> choicesOf(const rules::EntryField& rule) const;
    void told();
    void arrange();
    QString named(const rules::Text& text) const { return m_phrases.text({text.zh, text.en}); }
    const Field* find(const QString& code) const;

    const Phrasebook& m_phrases;
    CaseLawPointer m_law;
    QGridLayout* m_grid;
    QList<Field> m_fields;
    QJsonObject m_kept; ///< what no editor shows
    QStringList m_hidden;
    QDate m_today = QDate::currentDate();
    bool m_two = false;
    bool m_setting = false;
};

} // namespace hall::desk
