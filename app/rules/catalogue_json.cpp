// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/catalogue.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace hall::rules {

namespace {

constexpr int kFormat = 1;

QJsonArray strings(const QStringList& list)
{
    return QJsonArray::fromStringList(list);
}

QStringList stringsFrom(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& item : value.toArray())
        list.append(item.toString());
    return list;
}

QJsonObject json(const Text& text)
{
    return {{QStringLiteral("zh"), text.zh}, {QStringLiteral("en"), text.en}};
}

Text textFrom(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return {object.value(QLatin1StringView("zh")).toString(), object.value(QLatin1StringView("en")).toString()};
}

template <class T, class F>
QJsonArray array(const QList<T>& list, F toObject)
{
    QJsonArray result;
    for (const T& item : list)
        result.append(toObject(item));
    return result;
}

template <class T, class F>
QList<T> listFrom(const QJsonValue& value, F fromObject)
{
    QList<T> result;
    for (const QJsonValue& item : value.toArray())
        result.append(fromObject(item.toObject()));
    return result;
}

QJsonArray dates(const QSet<QDate>& days)
{
    QStringList list;
    for (const QDate& day : days)
        list.append(day.toString(Qt::ISODate));
    list.sort();
    return strings(list);
}

QSet<QDate> datesFrom(const QJsonValue& value)
{
    QSet<QDate> days;
    for (const QString& day : stringsFrom(value))
        days.insert(QDate::fromString(day, Qt::ISODate));
    return days;
}

QJsonObject json(const OpeningHours& hours)
{
    QJsonObject week;
    for (auto [day, intervals] : hours.week.asKeyValueRange()) {
        week.insert(QString::number(day), array(intervals, [](const Interval& interval) {
            return QJsonArray{interval.from.toString(QStringLiteral("HH:mm")), interval.to.toString(QStringLiteral("HH:mm"))};
        }));
    }
    return {{QStringLiteral("week"), week},
            {QStringLiteral("days_off"), dates(hours.daysOff)},
            {QStringLiteral("workdays"), dates(hours.workdays)}};
}

OpeningHours hoursFrom(const QJsonObject& object)
{
    OpeningHours hours;
    const QJsonObject week = object.value(QLatin1StringView("week")).toObject();
    for (const QString& day : week.keys()) {
        for (const QJsonValue& span : week.value(day).toArray()) {
            const QJsonArray ends = span.toArray();
            hours.week[day.toInt()].append({QTime::fromString(ends.at(0).toString(), QStringLiteral("HH:mm")),
                                            QTime::fromString(ends.at(1).toString(), QStringLiteral("HH:mm"))});
        }
    }
    hours.daysOff = datesFrom(object.value(QLatin1StringView("days_off")));
    hours.workdays = datesFrom(object.value(QLatin1StringView("workdays")));
    return hours;
}

QJsonObject json(const Block& block)
{
    return {{QStringLiteral("code"), block.code},
            {QStringLiteral("prefix"), block.prefix},
            {QStringLiteral("name"), json(block.name)},
            {QStringLiteral("words"), json(block.words)},
            {QStringLiteral("place"), json(block.place)}};
}

QJsonObject json(const Service& service)
{
    return {{QStringLiteral("code"), service.code},
            {QStringLiteral("block"), service.block},
            {QStringLiteral("name"), json(service.name)},
            {QStringLiteral("words"), json(service.words)},
            {QStringLiteral("bring"), json(service.bring)},
            {QStringLiteral("categories"), strings(service.categories)},
            {QStringLiteral("minutes"), service.minutes}};
}

QJsonObject json(const PriorityClass& c)
{
    const auto proof = [](const Proof& p) {
        return QJsonObject{{QStringLiteral("code"), p.code}, {QStringLiteral("name"), json(p.name)}};
    };
    return {{QStringLiteral("code"), c.code},
            {QStringLiteral("name"), json(c.name)},
            {QStringLiteral("words"), json(c.words)},
            {QStringLiteral("proofs"), array(c.proofs, proof)},
            {QStringLiteral("at_kiosk"), c.atKiosk}};
}

QJsonObject json(const DeskPlan& desk)
{
    return {{QStringLiteral("number"), desk.number},
            {QStringLiteral("name"), json(desk.name)},
            {QStringLiteral("services"), strings(desk.services)}};
}

QJsonObject json(const Question& question)
{
    const auto answer = [](const Answer& a) {
        return QJsonObject{{QStringLiteral("text"), json(a.text)},
                           {QStringLiteral("question"), a.question},
                           {QStringLiteral("block"), a.block}};
    };
    return {{QStringLiteral("code"), question.code},
            {QStringLiteral("text"), json(question.text)},
            {QStringLiteral("answers"), array(question.answers, answer)}};
}

QString string(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key)).toString();
}

Text text(const QJsonObject& object, const char* key)
{
    return textFrom(object.value(QLatin1StringView(key)));
}

Block blockFrom(const QJsonObject& o)
{
    return {string(o, "code"), string(o, "prefix"), text(o, "name"), text(o, "words"), text(o, "place")};
}

Service serviceFrom(const QJsonObject& o)
{
    return {string(o, "code"),
            string(o, "block"),
            text(o, "name"),
            text(o, "words"),
            text(o, "bring"),
            stringsFrom(o.value(QLatin1StringView("categories"))),
            o.value(QLatin1StringView("minutes")).toDouble()};
}

PriorityClass classFrom(const QJsonObject& o)
{
    const auto proof = [](const QJsonObject& p) { return Proof{string(p, "code"), text(p, "name")}; };
    return {string(o, "code"), text(o, "name"), text(o, "words"),
            listFrom<Proof>(o.value(QLatin1StringView("proofs")), proof), o.value(QLatin1StringView("at_kiosk")).toBool()};
}

DeskPlan deskFrom(const QJsonObject& o)
{
    return {o.value(QLatin1StringView("number")).toInt(), text(o, "name"),
            stringsFrom(o.value(QLatin1StringView("services")))};
}

Question questionFrom(const QJsonObject& o)
{
    const auto answer = [](const QJsonObject& a) {
        return Answer{text(a, "text"), string(a, "question"), string(a, "block")};
    };
    return {string(o, "code"), text(o, "text"), listFrom<Answer>(o.value(QLatin1StringView("answers")), answer)};
}

} // namespace

QJsonObject toJson(const Catalogue& catalogue)
{
    const auto category = [](const DisputeCategory& c) {
        return QJsonObject{{QStringLiteral("code"), c.code},
                           {QStringLiteral("name"), json(c.name)},
                           {QStringLiteral("first"), c.firstDestination}};
    };
    const auto write = [](const auto& item) { return json(item); };
    QJsonObject texts;
    for (auto [code, value] : catalogue.texts.asKeyValueRange())
        texts.insert(code, json(value));
    return {{QStringLiteral("format"), kFormat},
            {QStringLiteral("hall_name"), json(catalogue.hallName)},
            {QStringLiteral("guide_desk"), json(catalogue.guideDesk)},
            {QStringLiteral("most_representatives"), catalogue.mostRepresentatives},
            {QStringLiteral("hours"), json(catalogue.hours)},
            {QStringLiteral("blocks"), array(catalogue.blocks, write)},
            {QStringLiteral("services"), array(catalogue.services, write)},
            {QStringLiteral("classes"), array(catalogue.classes, write)},
            {QStringLiteral("desks"), array(catalogue.desks, write)},
            {QStringLiteral("guide"), array(catalogue.guide, write)},
            {QStringLiteral("categories"), array(catalogue.categories, category)},
            {QStringLiteral("texts"), texts}};
}

base::Result<Catalogue> catalogueFromJson(const QJsonObject& object)
{
    if (object.value(QLatin1StringView("format")).toInt() != kFormat)
        return base::Error{base::ErrorCode::CatalogueInvalid,
                           QCoreApplication::translate("hall::rules", "The store's catalogue has a format that this program "
                                                                      "does not know. Update this machine.")};
    for (const char* list : {"blocks", "services", "classes", "desks", "guide", "categories"}) {
        if (!object.value(QLatin1StringView(list)).isArray())
            return base::Error{base::ErrorCode::CatalogueInvalid,
                               QCoreApplication::translate("hall::rules", "The store's catalogue is damaged: \"%1\" is no list. "
                                                                          "Load the catalogue again.").arg(QLatin1StringView(list))};
    }
    Catalogue catalogue;
    catalogue.hallName = text(object, "hall_name");
    catalogue.guideDesk = text(object, "guide_desk");
    catalogue.mostRepresentatives = object.value(QLatin1StringView("most_representatives")).toInt();
    catalogue.hours = hoursFrom(object.value(QLatin1StringView("hours")).toObject());
    catalogue.blocks = listFrom<Block>(object.value(QLatin1StringView("blocks")), blockFrom);
    catalogue.services = listFrom<Service>(object.value(QLatin1StringView("services")), serviceFrom);
    catalogue.classes = listFrom<PriorityClass>(object.value(QLatin1StringView("classes")), classFrom);
    catalogue.desks = listFrom<DeskPlan>(object.value(QLatin1StringView("desks")), deskFrom);
    catalogue.guide = listFrom<Question>(object.value(QLatin1StringView("guide")), questionFrom);
    catalogue.categories =
        listFrom<DisputeCategory>(object.value(QLatin1StringView("categories")), [](const QJsonObject& o) {
            return DisputeCategory{string(o, "code"), text(o, "name"), string(o, "first")};
        });
    const QJsonObject texts = object.value(QLatin1StringView("texts")).toObject();
    for (const QString& code : texts.keys())
        catalogue.texts.insert(code, textFrom(texts.value(code)));
    return catalogue;
}

} // namespace hall::rules
