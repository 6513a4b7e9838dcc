// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/composer.h"

#include <QTemporaryDir>
#include <QVector>
#include <cstdint>
#include <functional>
#include <thread>

namespace hall::kiosk {

/// Chinese through librime with the distribution's dictionaries: 朙月拼音 in simplified characters, with the sounds that a southern
/// accent merges (zh/z, l/n, ing/in), and 五笔画. The engine keeps no user dictionary; its folder is private, holds only
/// what it reckoned from the dictionaries, and goes with the composer. One composer may live in a process at a time.
class RimeComposer : public Composer
{
    Q_OBJECT

public:
    /// @param dataFolder the distribution's dictionaries; without them the composer stays unavailable
    explicit RimeComposer(QString dataFolder = systemDataFolder(), QObject* parent = nullptr);
    ~RimeComposer() override;

    static QString systemDataFolder();

    /// Candidates for which this is false are left out: a character that no font here can draw is of no use to anybody.
    void setDrawable(std::function<bool(const QString&)> drawable) { m_drawable = std::move(drawable); }

    /// Reads the dictionaries on a thread of its own, some three seconds; `changed` tells when `available` turned true.
    void start();
    QString privateFolder() const { return m_folder.path(); }

    bool available() const override { return m_session != 0; }
    bool knowsStrokes() const override { return m_knowsStrokes; }
    Method method() const override { return m_method; }
    QString preedit() const override { return m_preedit; }
    QStringList candidates() const override { return m_candidates; }
    void use(Method method) override;
    bool key(const QString& character) override;
    bool erase() override;
    void choose(int index) override;
    void finish() override;
    void reset() override;

signals:
    /// The dictionaries were read, or cannot be: `available` says which.
    void started();

private:
    bool writeSchemas() const;
    void open();
    bool select(Method method);
    bool press(int code);
    void passOn();
    void look();
    void forget();

    QString m_dataFolder;
    QTemporaryDir m_folder;
    std::jthread m_reader;
    bool m_engineUp = false;
    std::uintptr_t m_session = 0;
    Method m_method = Method::Pinyin;
    bool m_knowsStrokes = false;
    QString m_preedit;
    QStringList m_candidates;
    QVector<std::size_t> m_places; ///< of the candidates in the engine's own list
    std::function<bool(const QString&)> m_drawable;
};

} // namespace hall::kiosk
