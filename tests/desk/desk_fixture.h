// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/translations.h"
#include "tests/desk/store_gateway.h"
#include "ui/desk/line_page.h"
#include "ui/desk/look.h"
#include "ui/desk/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace hall::tests {

/// A clerk's window on a small hall: the store, the gateway and the program's objects as main makes them.
class DeskFixture
{
public:
    explicit DeskFixture(bool chinese = false)
        : gateway(hall)
        , preferences(m_folder.path() + QStringLiteral("/desk.ini"))
    {
        gateway.view = fixtureCatalogue();
        preferences.setChinese(chinese);
        translations.use(chinese ? QStringLiteral("zh") : QStringLiteral("en"));
        for (int number : {1, 2}) {
            const auto closed = hall.desks.close(number, QStringLiteral("clerk"));
            Q_ASSERT(closed.ok());
        }
        look = std::make_unique<desk::Look>(*static_cast<QApplication*>(QCoreApplication::instance()), preferences);
        session = std::make_unique<desk::DeskSession>(gateway, preferences, hall.clock);
        QObject::connect(&preferences, &desk::Preferences::languageChanged, session.get(),
                         [this] { translations.use(preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en")); });
        window = std::make_unique<desk::MainWindow>(*session, *look);
        window->resize(1366, 800);
        window->show();
        QCoreApplication::processEvents();
    }

    template <class T = QWidget>
    T* find(const char* name)
    {
        for (T* widget : window->findChildren<T*>(QLatin1StringView(name))) {
            if (widget->isVisible())
                return widget;
        }
        return window->findChild<T*>(QLatin1StringView(name));
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    void click(const char* button)
    {
        QTest::mouseClick(find(button), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const char* field, const QString& text)
    {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void signIn(const QString& login = QStringLiteral("lina"))
    {
        type("signInName", login);
        type("signInPassphrase", QStringLiteral("correct horse"));
        key(Qt::Key_Return);
    }
    void openDesk()
    {
        signIn();
        click("openDesk");
        QCoreApplication::processEvents();
    }

    LineFixture hall;
    StoreGateway gateway;
    QTemporaryDir m_folder;
    desk::Preferences preferences;
    station::Translations translations;
    std::unique_ptr<desk::Look> look;
    std::unique_ptr<desk::DeskSession> session;
    std::unique_ptr<desk::MainWindow> window;
};

} // namespace hall::tests
