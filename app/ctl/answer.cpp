// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

namespace hall::ctl {

namespace {

constexpr int kGap = 2;

/// Columns that a text takes on a terminal: East Asian wide characters take two.
int width(const QString& text)
{
    int columns = 0;
    for (const uint c : text.toUcs4()) {
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
        columns += wide ? 2 : 1;
    }
    return columns;
}

QString cell(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("–");
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("hall::ctl", "yes")
                              : QCoreApplication::translate("hall::ctl", "no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 12);
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& item : value.toArray())
            parts.append(cell(item));
        return parts.join(QStringLiteral(", "));
    }
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (const QString& key : object.keys())
        parts.append(key + QLatin1Char('=') + cell(object.value(key)));
    return parts.join(QLatin1Char(' '));
}

QString padded(const QString& text, int columns)
{
    return text + QString(std::max(0, columns - width(text)), QLatin1Char(' '));
}

QString rows(const QList<QStringList>& table)
{
    QList<int> widths;
    for (const QStringList& row : table) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (widths.size() <= i)
                widths.append(0);
            widths[i] = std::max(widths[i], width(row.at(i)));
        }
    }
    QString text;
    for (const QStringList& row : table) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += padded(row.at(i), widths.at(i) + kGap);
        text += line;
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace

void printJson(const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    const QByteArray text = document.toJson(QJsonDocument::Indented);
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
}

QJsonValue errorJson(const base::Error& error)
{
    return QJsonObject{{QStringLiteral("error"),
                        QJsonObject{{QStringLiteral("code"), QString(base::errorName(error.code))},
                                    {QStringLiteral("message"), error.message}}}};
}

QString tableText(const Answer& answer)
{
    if (!answer.prose.isEmpty())
        return answer.prose;
    QList<QStringList> table;
    if (answer.json.isArray()) {
        const QJsonArray list = answer.json.toArray();
        if (list.isEmpty())
            return QCoreApplication::translate("hall::ctl", "(nothing)") + QLatin1Char('\n');
        table.append(answer.columns);
        for (const QJsonValue& item : list) {
            QStringList row;
            for (const QString& column : answer.columns)
                row.append(cell(item.toObject().value(column)));
            table.append(row);
        }
        return rows(table);
    }
    const QJsonObject object = answer.json.toObject();
    for (const QString& key : answer.columns.isEmpty() ? object.keys() : answer.columns)
        table.append({key, cell(object.value(key))});
    return rows(table);
}

} // namespace hall::ctl
