// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/spoken_call.h"

#include <QRegularExpression>

namespace hall::board {
namespace {

QString figure(QChar character)
{
    static const QString kFigures = QStringLiteral("零一二三四五六七八九");
    const int value = character.digitValue();
    return value < 0 ? QString(character) : QString(kFigures.at(value));
}

/// The figures of a desk's name as a Chinese number: "3 号窗口" → "三号窗口".
QString chineseDesk(const QString& name)
{
    static const QRegularExpression figures(QStringLiteral("\\s*([0-9]+)\\s*"));
    QString said;
    qsizetype last = 0;
    for (auto it = figures.globalMatch(name); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        said += name.mid(last, match.capturedStart() - last);
        said += chineseNumber(match.captured(1));
        last = match.capturedEnd();
    }
    said += name.mid(last);
    return said;
}

} // namespace

QString chineseNumber(const QString& figures)
{
    bool isNumber = false;
    const int value = figures.toInt(&isNumber);
    if (!isNumber || value > 999 || (figures.size() > 1 && figures.startsWith(u'0'))) {
        QString said;
        for (const QChar each : figures)
            said += figure(each);
        return said;
    }
    const auto word = [](int digit) { return figure(QChar(u'0' + digit)); };
    if (value < 10)
        return word(value);
    QString said;
    if (value >= 100)
        said += word(value / 100) + u'百';
    const int tens = value / 10 % 10;
    const int ones = value % 10;
    if (tens == 1 && value < 20)
        said += u'十';
    else if (tens > 0)
        said += word(tens) + u'十';
    else if (ones > 0)
        said += u'零';
    if (ones > 0)
        said += word(ones);
    return said;
}

QString chineseFigures(const QString& number)
{
    QString said;
    for (const QChar each : number) {
        if (each.isLetter())
            said += each + QStringLiteral(" ");
        else
            said += figure(each);
    }
    return said.trimmed();
}

QString englishFigures(const QString& number)
{
    QStringList said;
    for (const QChar each : number)
        said.append(QString(each));
    return said.join(u' ');
}

QList<device::Utterance> spokenCall(const queue::Announcement& call)
{
    const QString deskZh = call.deskName.isEmpty() ? QStringLiteral("%1号窗口").arg(call.desk) : call.deskName;
    const QString deskEn = call.deskNameEn.isEmpty() ? QStringLiteral("desk %1").arg(call.desk) : call.deskNameEn;
    const QString zh = (call.repeat ? QStringLiteral("再次呼叫，%1号，请到%2") : QStringLiteral("%1号，请到%2"))
                           .arg(chineseFigures(call.number), chineseDesk(deskZh));
    const QString en = (call.repeat ? QStringLiteral("Second call: number %1, please go to %2.")
                                    : QStringLiteral("Number %1, please go to %2."))
                           .arg(englishFigures(call.number), deskEn);
    const device::Utterance chinese{QStringLiteral("zh"), zh};
    const device::Utterance english{QStringLiteral("en"), en};
    if (call.language == QStringLiteral("en"))
        return {english, chinese};
    return {chinese, english};
}

} // namespace hall::board
