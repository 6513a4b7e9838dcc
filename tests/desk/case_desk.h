// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/catalogue_shelf.h"
#include "app/rules/catalogue.h"
#include "app/station/translations.h"
#include "app/store/key_ring.h"
#include "tests/casefile/case_hall.h"
#include "ui/desk/cases/cases_page.h"
#include "ui/desk/cases/worker_case_gateway.h"
#include "ui/desk/worker_gateway.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

namespace hall::tests {

inline QString s(const char* text) { return QString::fromUtf8(text); }

inline QJsonObject person(const char* name, const char* phone = "")
{
    QJsonObject person{{s("name"), s(name)}};
    if (*phone)
        person.insert(s("phone"), s(phone));
    return person;
}

inline QJsonObject registration(const char* name, const char* request, const char* phone = "")
{
    return {{s("request"), s(request)}, {s("facts"), s("三月一日起厨房顶部渗水")}, {s("type"), s("appeal")}, {s("channel"), s("visit")},
            {s("petitioners"), QJsonArray{person(name, phone)}}};
}

inline void choose(QComboBox* box, const QString& code)
{
    QVERIFY2(box->findData(code) >= 0, qPrintable(code));
    box->setCurrentIndex(box->findData(code));
}

/// The hall of the case tests has an empty line; a desk needs one with desks.
inline bool furnish(CaseHall& hall)
{
    auto key = store::KeyRing(hall.place().files()).read(store::KeyName::Line);
    auto line = store::LineStore::open(hall.place().url(), QByteArray(key.value().view().data(), key.value().view().size()));
    QFile file(QStringLiteral(":/catalogue/policy.json"));
    if (!line.ok() || !file.open(QIODevice::ReadOnly))
        return false;
    return queue::CatalogueShelf(line->connection(), hall.clock)
        .publish(rules::readCatalogue(QStringLiteral(":/catalogue")).value(),
                 queue::readPolicy(file.readAll(), QStringLiteral("policy.json")).value(), QStringLiteral("test"))
        .ok();
}

/// One clerk's page, signed in.
class CaseDesk
{
public:
    CaseDesk(const QString& url, const base::Clock& clock, const QString& folder, const QString& login, bool chinese = true)
        : preferences(folder + u'/' + login + QStringLiteral(".ini"))
        , worker(config(url, login), clock)
        , gateway(worker)
        , cases(worker, clock, law)
        , look((preferences.setChinese(chinese), *qApp), preferences)
        , session(gateway, preferences, clock)
        , page(cases, session, look)
    {
        translations.use(chinese ? QStringLiteral("zh") : QStringLiteral("en"));
        QObject::connect(&preferences, &desk::Preferences::languageChanged, &session,
                         [this] { translations.use(preferences.chinese() ? QStringLiteral("zh") : QStringLiteral("en")); });
        page.resize(1366, 900);
        page.show();
        [[maybe_unused]] const bool there = QTest::qWaitFor([this] { return session.watch().catalogue().version > 0; });
        signIn(login);
    }
    void signIn(const QString& login)
    {
        session.signIn(login, login.toUtf8());
        [[maybe_unused]] const bool in = QTest::qWaitFor([this] { return session.phase() == desk::DeskSession::Phase::ChoosingDesk || session.working(); });
        if (!session.working())
            session.openDesk(number(login), {session.watch().catalogue().services.value(0).code});
        [[maybe_unused]] const bool at = QTest::qWaitFor([this] { return session.working(); });
    }
    static int number(const QString& login) { return login == u"li" ? 1 : login == u"wang" ? 2 : 3; }
    static station::StationConfig config(const QString& url, const QString& login)
    {
        station::StationConfig config;
        config.storeUrl = url;
        config.stationName = QStringLiteral("desk-") + login;
        return config;
    }
    CaseDesk(CaseHall& hall, const QString& folder, const QString& login, bool chinese = true)
        : CaseDesk(hall.place().url(), hall.clock, folder, login, chinese)
    {
    }
    template <class T>
    T* find(const char* name) { return page.findChild<T*>(QLatin1StringView(name)); }
    QString text(const char* name) { return find<QLabel>(name)->text(); }
    QPushButton* button(const QString& name) { return page.findChild<QPushButton*>(name); }
    void openFirst()
    {
        auto* list = find<QListView>("caseList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    /// Everything that a label or a list shows.
    QString shown()
    {
        QString all;
        for (auto* label : page.findChildren<QLabel*>())
            all += label->text() + u'\n';
        auto* model = find<QListView>("caseList")->model();
        for (int i = 0; i < model->rowCount(); ++i)
            all += model->index(i, 0).data().toString() + u'\n';
        return all;
    }

    station::Translations translations;
    desk::Preferences preferences;
    station::DeskWorker worker;
    desk::WorkerGateway gateway;
    std::shared_ptr<desk::LawShelf> law = std::make_shared<desk::LawShelf>();
    desk::WorkerCaseGateway cases;
    desk::Look look;
    desk::DeskSession session;
    desk::CasesPage page;
};

} // namespace hall::tests
