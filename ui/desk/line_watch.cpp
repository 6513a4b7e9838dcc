// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/line_watch.h"

#include <algorithm>
#include <chrono>

namespace hall::desk {

LineWatch::LineWatch(DeskGateway& gateway, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    using namespace std::chrono_literals;
    m_pulse.setInterval(10s);
    connect(&m_pulse, &QTimer::timeout, this, &LineWatch::refresh);
    connect(&m_gateway, &DeskGateway::changed, this, [this](Changes what) {
        if (what.testFlag(Change::Catalogue))
            readCatalogue();
        refresh();
    });
    connect(&m_gateway, &DeskGateway::connectionChanged, this, [this] {
        emit connectionChanged();
        if (connected()) {
            readCatalogue();
            refresh();
        }
    });
}

void LineWatch::setDesk(int desk)
{
    m_desk = desk;
    m_active = true;
    m_pulse.start();
    refresh();
}

void LineWatch::follow(queue::TicketId ticket)
{
    if (ticket == m_followed)
        return;
    m_followed = ticket;
    m_history.clear();
    emit historyChanged();
    readHistory();
}

void LineWatch::setDay(const QDate& day)
{
    m_dayShown = day;
    readDay();
}

void LineWatch::forget()
{
    ++m_epoch;
    m_active = false;
    m_reading = false;
    m_again = false;
    m_pulse.stop();
    m_picture = {};
    m_hasPicture = false;
    m_history.clear();
    m_day.clear();
    m_followed = {};
    m_dayShown = {};
    m_desk = 0;
    emit pictureChanged();
    emit historyChanged();
    emit dayChanged();
}

void LineWatch::refresh()
{
    if (!m_active || !connected())
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    readPicture();
    readHistory();
    readDay();
}

void LineWatch::apply(const queue::Ticket& ticket)
{
    using queue::TicketState;
    const bool here = ticket.desk == m_desk && m_desk != 0
                      && (ticket.state == TicketState::Called || ticket.state == TicketState::Serving);
    if (here)
        m_picture.current = ticket;
    else if (m_picture.current && m_picture.current->id == ticket.id)
        m_picture.current.reset();
    const auto row = std::find_if(m_picture.line.begin(), m_picture.line.end(),
                                  [&](const queue::Ticket& t) { return t.id == ticket.id; });
    if (row != m_picture.line.end() && queue::isOpen(ticket.state))
        *row = ticket;
    else if (row != m_picture.line.end())
        m_picture.line.erase(row);
    emit pictureChanged();
}

void LineWatch::readPicture()
{
    m_gateway.picture(m_desk).then(this, [this, epoch = m_epoch](const base::Result<Picture>& picture) {
        if (epoch != m_epoch)
            return;
        m_reading = false;
        if (picture.ok()) {
            m_picture = picture.value();
            m_hasPicture = true;
            emit pictureChanged();
        }
        if (std::exchange(m_again, false))
            refresh();
    });
}

void LineWatch::readHistory()
{
    if (m_followed.isNull() || !connected())
        return;
    m_gateway.history(m_followed)
        .then(this, [this, epoch = m_epoch, ticket = m_followed](const base::Result<QList<queue::TicketEvent>>& history) {
            if (epoch != m_epoch || ticket != m_followed || !history.ok() || history.value() == m_history)
                return;
            m_history = history.value();
            emit historyChanged();
        });
}

void LineWatch::readDay()
{
    if (!m_dayShown.isValid() || m_desk == 0 || !connected())
        return;
    m_gateway.day(m_desk, m_dayShown).then(this, [this, epoch = m_epoch](const base::Result<QList<DayEntry>>& day) {
        if (epoch != m_epoch || !day.ok() || day.value() == m_day)
            return;
        m_day = day.value();
        emit dayChanged();
    });
}

void LineWatch::readCatalogue()
{
    m_gateway.catalogue().then(this, [this](const base::Result<CatalogueView>& catalogue) {
        if (!catalogue.ok() || catalogue.value() == m_catalogue)
            return;
        m_catalogue = catalogue.value();
        emit catalogueChanged();
    });
}

} // namespace hall::desk
