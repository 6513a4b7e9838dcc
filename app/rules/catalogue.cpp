// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/catalogue.h"

namespace hall::rules {

namespace {

template <class T, class Key>
const T* findBy(const QList<T>& list, Key T::* member, const Key& key)
{
    for (const T& item : list) {
        if (item.*member == key)
            return &item;
    }
    return nullptr;
}

} // namespace

const Block* Catalogue::block(const QString& code) const
{
    return findBy(blocks, &Block::code, code);
}

const Service* Catalogue::service(const QString& code) const
{
    return findBy(services, &Service::code, code);
}

const PriorityClass* Catalogue::priorityClass(const QString& code) const
{
    return findBy(classes, &PriorityClass::code, code);
}

const DeskPlan* Catalogue::desk(int number) const
{
    return findBy(desks, &DeskPlan::number, number);
}

const Question* Catalogue::question(const QString& code) const
{
    return findBy(guide, &Question::code, code);
}

QList<Service> Catalogue::servicesOf(const QString& block) const
{
    QList<Service> list;
    for (const Service& service : services) {
        if (service.block == block)
            list.append(service);
    }
    return list;
}

QString Catalogue::text(const QString& code, const QString& language) const
{
    return texts.value(code).in(language);
}

} // namespace hall::rules
