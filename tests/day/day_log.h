// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall::tests {

/// What happened on a visitor's day: steps, what was checked at each, and pictures. Writes summary.md for people and
/// summary.json for scripts beside the pictures.
class DayLog
{
public:
    explicit DayLog(QString folder);

    void step(const QString& title);
    /// Notes a check of the present step and says whether it held, so that a driver may stop.
    bool check(bool held, const QString& what);
    void note(const QString& text);
    /// Keeps a picture as NN-name.png; one that is empty or of one colour counts as a check that failed.
    void picture(const QImage& image, const QString& name);

    int failures() const { return m_failures; }
    /// False when a file cannot be written.
    bool write() const;

private:
    struct Check {
        QString what;
        bool held = false;
    };
    struct Step {
        QString title;
        qint64 startedMs = 0;
        QList<Check> checks;
        QStringList notes;
        QStringList pictures;
    };

    QByteArray asMarkdown() const;
    QByteArray asJson() const;

    QString m_folder;
    QElapsedTimer m_clock;
    QList<Step> m_steps;
    int m_failures = 0;
    int m_checks = 0;
    int m_pictures = 0;
};

} // namespace hall::tests
