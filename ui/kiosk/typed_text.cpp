// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/typed_text.h"

#include "ui/kiosk/identity_problem.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextBoundaryFinder>

namespace hall::kiosk {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(hall::kiosk::Say)
};

/// Letters of any script, marks, and what stands inside names: 阿卜杜拉·买买提, O'Neil, Smith-Jones.
bool isNameCharacter(char32_t c)
{
    static const QString kInside = QStringLiteral(" ·•・.'’-‐");
    return QChar::isLetter(c) || QChar::isMark(c) || (c < 0x10000 && kInside.contains(QChar(static_cast<char16_t>(c))));
}

QString nameProblem(const QString& text)
{
    for (const char32_t c : text.toUcs4()) {
        if (!isNameCharacter(c))
            return Say::tr("A name is written with letters or characters only. Please take out “%1”.")
                .arg(QString::fromUcs4(&c, 1));
    }
    return {};
}

QString phoneProblem(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit() && c.unicode() < 0x80)
            digits.append(c);
        else if (!QStringLiteral("+- ()").contains(c))
            return Say::tr("A phone number is written with digits only. Please take out “%1”.").arg(c);
    }
    if (digits.startsWith(u'1') && !text.startsWith(u'+') && digits.size() != 11)
        return Say::tr("A mobile number has 11 digits. This one has %1. Please check it.").arg(digits.size());
    if (digits.size() < 7)
        return Say::tr("A phone number has at least 7 digits. This one has %1. Please check it.").arg(digits.size());
    if (digits.size() > 15)
        return Say::tr("A phone number has at most 15 digits. This one has %1. Please check it.").arg(digits.size());
    return {};
}

} // namespace

int visibleCharacters(const QString& text)
{
    int count = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    while (finder.toNextBoundary() != -1)
        ++count;
    return count;
}

int lastCharacterLength(const QString& text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.toEnd();
    const qsizetype before = finder.toPreviousBoundary();
    return before < 0 ? 0 : static_cast<int>(text.size() - before);
}

void wipe(QString& text)
{
    text.fill(QChar(0));
    text.clear();
    text.squeeze();
}

void wipe(QByteArray& bytes)
{
    bytes.fill('\0');
    bytes.clear();
    bytes.squeeze();
}

void Details::wipe()
{
    for (QString* text : {&name, &phone, &identity, &matter})
        kiosk::wipe(*text);
}

QByteArray intakeDocument(const Details& details, const QString& language)
{
    QJsonObject document{{QStringLiteral("v"), 1}, {QStringLiteral("language"), language}};
    const auto put = [&](const QString& name, const QString& value) {
        if (!value.isEmpty())
            document.insert(name, value);
    };
    put(QStringLiteral("name"), details.name.trimmed());
    put(QStringLiteral("phone"), details.phone.trimmed());
    put(QStringLiteral("id_number"), details.identity.trimmed());
    put(QStringLiteral("text"), details.matter.trimmed());
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

int fieldLimit(Field field)
{
    switch (field) {
    case Field::Name:
        return 60;
    case Field::Phone:
        return 24;
    case Field::Identity:
        return 24;
    case Field::Matter:
        return 2000;
    }
    return 0;
}

QString fieldProblem(Field field, const QString& text, const QDate& today)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    const int characters = visibleCharacters(trimmed);
    const int limit = fieldLimit(field);
    if (characters > limit)
        return Say::tr("There is room for %1 characters, and this has %2. Please shorten it; nothing was cut off.")
            .arg(limit)
            .arg(characters);
    switch (field) {
    case Field::Name:
        return nameProblem(trimmed);
    case Field::Phone:
        return phoneProblem(trimmed);
    case Field::Identity:
        return identityProblem(trimmed, today);
    case Field::Matter:
        return {};
    }
    return {};
}

} // namespace hall::kiosk
