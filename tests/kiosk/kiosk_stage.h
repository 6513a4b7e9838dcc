// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/translations.h"
#include "tests/kiosk/fake_hall.h"
#include "ui/kiosk/guard.h"
#include "ui/kiosk/kiosk.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <memory>

namespace hall::kiosk::test {

/// The kiosk's window before a fake hall, with real clicks and keys, and an eye for what is wrong on a screen.
class KioskStage : public QObject
{
    Q_OBJECT

public:
    KioskStage(QSize size, const QString& language, HallGateway* hall = nullptr, Composer* composer = nullptr);
    ~KioskStage() override;

    /// Finds a visible item by its objectName; fails the test by answering nullptr.
    QQuickItem* item(const QString& name) const;
    bool isThere(const QString& name) const { return item(name) != nullptr; }
    /// A real press and release in the middle of the item. False when it is not there or not enabled.
    bool click(const QString& name);
    void type(const QString& text);
    /// Lets bindings, layouts and futures come to rest.
    void settle();
    void shoot(const QString& name);

    /// What is wrong on this screen: roles, names, sizes, places, overlaps, cut texts. Empty: all is well.
    QStringList faults();
    /// Every text on the screen.
    QStringList texts() const;

    base::ManualClock clock;
    FakeHall fake;
    std::unique_ptr<Kiosk> kiosk;
    std::unique_ptr<station::Translations> translations;
    std::unique_ptr<QQmlApplicationEngine> engine;
    QQuickWindow* window = nullptr;
};

} // namespace hall::kiosk::test
