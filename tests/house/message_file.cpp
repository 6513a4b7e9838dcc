// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/message_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace hall::tests {
namespace {

QStringList placeMarkers(const QString& text)
{
    static const QRegularExpression kMarker(QStringLiteral("%L?[0-9n]"));
    QStringList found;
    for (auto it = kMarker.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

QString roomOfContext(const QString& context)
{
    static const QRegularExpression kBelow(QStringLiteral("^(hall::[a-z]+)::.*$"));
    return QString(context).replace(kBelow, QStringLiteral("\\1"));
}

MessageFile::Message readTranslation(QXmlStreamReader& xml, MessageFile::Message message)
{
    const QString type = xml.attributes().value(QLatin1StringView("type")).toString();
    message.finished = type != QLatin1StringView("unfinished");
    message.gone = type == QLatin1StringView("vanished") || type == QLatin1StringView("obsolete");
    QString text;
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == QLatin1StringView("translation"))) {
        xml.readNext();
        if (xml.isCharacters())
            text += xml.text();
        if (xml.isEndElement() && xml.name() == QLatin1StringView("numerusform"))
            message.translations << std::exchange(text, {}).trimmed();
    }
    if (message.translations.isEmpty())
        message.translations << text;
    return message;
}

} // namespace

MessageFile MessageFile::read(const QString& path, bool byRoom)
{
    MessageFile out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    QString context;
    QString comment;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1StringView("name"))
            context = byRoom ? roomOfContext(xml.readElementText()) : xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1StringView("message"))
            message = {}, comment.clear();
        else if (xml.isStartElement() && xml.name() == QLatin1StringView("source"))
            message.source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1StringView("comment"))
            comment = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == QLatin1StringView("translation"))
            message = readTranslation(xml, message);
        else if (xml.isEndElement() && xml.name() == QLatin1StringView("message"))
            out.m_messages.insert(QStringList{context, message.source, comment}.join(QStringLiteral(" | ")), message);
    }
    return xml.hasError() ? MessageFile() : out;
}

QStringList MessageFile::missing(const MessageFile& sources) const
{
    QStringList found;
    for (auto it = sources.m_messages.begin(); it != sources.m_messages.end(); ++it) {
        if (!m_messages.contains(it.key()))
            found << QStringLiteral("missing: ") + it.key();
    }
    return found;
}

QStringList MessageFile::faults() const
{
    QStringList found;
    for (auto it = m_messages.begin(); it != m_messages.end(); ++it) {
        const Message& message = it.value();
        if (message.gone)
            found << QStringLiteral("no longer in the source: ") + it.key();
        else if (!message.finished || message.translations.contains(QString()))
            found << QStringLiteral("unfinished: ") + it.key();
        else if (placeMarkers(message.source) != placeMarkers(message.translations.join(u' ')))
            found << QStringLiteral("place markers differ: ") + it.key();
    }
    return found;
}

} // namespace hall::tests
