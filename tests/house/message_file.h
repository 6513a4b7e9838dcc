// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace hall::tests {

/// The messages of one .ts file. Keys name context, source text and disambiguation.
class MessageFile
{
public:
    struct Message {
        QString source;
        QStringList translations; ///< one, or one a plural form
        bool finished = true;
        bool gone = false; ///< the source no longer has it
    };

    /// Empty where the file is missing or no XML: ask `isEmpty()`. `byRoom`: contexts "hall::queue::Queue" count as
    /// "hall::queue", the one context that a room without QObjects uses (translations/update.sh writes it so).
    static MessageFile read(const QString& path, bool byRoom = false);

    bool isEmpty() const { return m_messages.isEmpty(); }
    const QMap<QString, Message>& messages() const { return m_messages; }

    /// One line for each of `sources` that this file lacks.
    QStringList missing(const MessageFile& sources) const;
    /// One line for each message that is unfinished, empty, obsolete, or whose %1, %n … differ from its source's.
    QStringList faults() const;

private:
    QMap<QString, Message> m_messages;
};

} // namespace hall::tests
