// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace hall::kiosk {

/// How many characters a person sees: 𠮷 is one, a family emoji is one, e with an accent is one.
int visibleCharacters(const QString& text);

/// The length in UTF-16 units of the last character that people see; 0 for nothing.
int lastCharacterLength(const QString& text);

/// Overwrites the text's memory and empties it. A copy that another owner still holds is not reached.
void wipe(QString& text);
void wipe(QByteArray& bytes);

/// What a visitor may tell about themselves: all of it optional, none of it leaves the kiosk unsealed.
struct Details
{
    QString name;
    QString phone;
    QString identity;
    QString matter;

    bool isEmpty() const { return name.isEmpty() && phone.isEmpty() && identity.isEmpty() && matter.isEmpty(); }
    void wipe();
};

/// The document that is sealed for the desk: UTF-8 JSON with v, name, phone, id_number, text, language. Wipe it after use.
QByteArray intakeDocument(const Details& details, const QString& language);

enum class Field { Name, Phone, Identity, Matter };

/// Most characters that a field takes.
int fieldLimit(Field field);

/// Why a field cannot be used as it is; empty when it can (an empty field can: nothing is required).
/// In the language of the application; says what to do, never blames.
QString fieldProblem(Field field, const QString& text, const QDate& today);

} // namespace hall::kiosk
