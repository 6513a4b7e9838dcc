// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/visit_session.h"

#include <algorithm>

namespace hall::kiosk {
namespace {

const QString kOrdinary = QStringLiteral("ordinary");
const QString kBooked = QStringLiteral("booked");

} // namespace

VisitSession::VisitSession(const base::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void VisitSession::setMenu(const rules::Catalogue& menu)
{
    if (underWay()) {
        m_nextMenu = menu;
        return;
    }
    m_nextMenu.reset();
    if (m_menu == menu)
        return;
    m_menu = menu;
    emit menuChanged();
}

bool VisitSession::canGoBack() const
{
    return m_pages.size() > 1 && page() != Page::Issuing && page() != Page::Ticket;
}

bool VisitSession::isChosen(const rules::PriorityClass& priority)
{
    return priority.atKiosk && priority.code != kOrdinary && priority.code != kBooked;
}

bool VisitSession::offersPriority() const
{
    return std::any_of(m_menu.classes.begin(), m_menu.classes.end(), isChosen);
}

QString VisitSession::text(Field field) const
{
    switch (field) {
    case Field::Name:
        return m_details.name;
    case Field::Phone:
        return m_details.phone;
    case Field::Identity:
        return m_details.identity;
    case Field::Matter:
        return m_details.matter;
    }
    return {};
}

int VisitSession::step() const
{
    switch (page()) {
    case Page::Service:
        return 1;
    case Page::People:
        return 2;
    case Page::Priority:
    case Page::Proof:
        return 3;
    case Page::Review:
        return 4;
    default:
        return 0;
    }
}

std::optional<Field> VisitSession::fieldOf(Page page)
{
    switch (page) {
    case Page::Name:
        return Field::Name;
    case Page::Phone:
        return Field::Phone;
    case Page::Identity:
        return Field::Identity;
    case Page::Matter:
        return Field::Matter;
    default:
        return std::nullopt;
    }
}

VisitSession::Page VisitSession::pageOf(Field field)
{
    switch (field) {
    case Field::Name:
        return Page::Name;
    case Field::Phone:
        return Page::Phone;
    case Field::Identity:
        return Page::Identity;
    case Field::Matter:
        break;
    }
    return Page::Matter;
}

void VisitSession::go(Page page)
{
    m_pages.append(page);
    emit pageChanged();
}

void VisitSession::replace(Page page)
{
    m_pages.last() = page;
    emit pageChanged();
}

/// A choice that is changed from the review leads back there, any other on to the next question.
void VisitSession::afterChoice(Page next)
{
    const auto review = m_pages.indexOf(Page::Review);
    if (review >= 0) {
        m_pages.resize(review + 1);
        emit pageChanged();
    } else {
        go(next);
    }
}

void VisitSession::chooseBlock(const QString& code)
{
    if ((page() != Page::Welcome && page() != Page::Guide) || !m_menu.block(code))
        return;
    m_block = code;
    m_service.clear();
    const QList<rules::Service> services = m_menu.servicesOf(code);
    if (services.isEmpty())
        return;
    if (services.size() == 1)
        m_service = services.first().code;
    emit draftChanged();
    go(services.size() == 1 ? Page::People : Page::Service);
}

void VisitSession::askTheGuide()
{
    if (page() != Page::Welcome || m_menu.guide.isEmpty())
        return;
    m_questionsBefore.clear();
    m_question = m_menu.guide.first().code;
    m_guided = true;
    go(Page::Guide);
}

void VisitSession::answer(int index)
{
    const rules::Question* question = m_menu.question(m_question);
    if (page() != Page::Guide || !question || index < 0 || index >= question->answers.size())
        return;
    const rules::Answer& chosen = question->answers.at(index);
    if (!chosen.question.isEmpty() && m_menu.question(chosen.question)) {
        m_questionsBefore.append(m_question);
        m_question = chosen.question;
        emit pageChanged();
    } else {
        chooseBlock(chosen.block);
    }
}

void VisitSession::chooseService(const QString& code)
{
    const rules::Service* service = m_menu.service(code);
    if (page() != Page::Service || !service || service->block != m_block)
        return;
    m_service = code;
    emit draftChanged();
    afterChoice(Page::People);
}

void VisitSession::setPeople(int count)
{
    if (page() != Page::People)
        return;
    m_people = std::clamp(count, 1, kMostPeople);
    emit draftChanged();
}

void VisitSession::confirmPeople()
{
    if (page() == Page::People)
        afterChoice(offersPriority() ? Page::Priority : Page::Review);
}

void VisitSession::choosePriority(const QString& code)
{
    if (page() != Page::Priority)
        return;
    const rules::PriorityClass* chosen = m_menu.priorityClass(code);
    if (code == kOrdinary)
        chosen = nullptr;
    else if (!chosen || !isChosen(*chosen))
        return;
    m_class = code;
    m_proof = chosen && chosen->proofs.size() == 1 ? chosen->proofs.first().code : QString();
    emit draftChanged();
    if (chosen && chosen->proofs.size() > 1)
        go(Page::Proof);
    else
        afterChoice(Page::Review);
}

void VisitSession::chooseProof(const QString& code)
{
    const rules::PriorityClass* chosen = m_menu.priorityClass(m_class);
    if (page() != Page::Proof || !chosen)
        return;
    const bool offered = std::any_of(chosen->proofs.begin(), chosen->proofs.end(),
                                     [&](const rules::Proof& proof) { return proof.code == code; });
    if (!offered)
        return;
    m_proof = code;
    emit draftChanged();
    afterChoice(Page::Review);
}

void VisitSession::tellMore()
{
    if (page() != Page::Review)
        return;
    m_single = false;
    go(Page::Name);
}

void VisitSession::edit(Field field)
{
    if (page() != Page::Review)
        return;
    m_single = true;
    go(pageOf(field));
}

void VisitSession::editChoice(Page to)
{
    if (page() != Page::Review || !m_booking.service.isEmpty())
        return;
    if (to == Page::Service || to == Page::People || to == Page::Priority)
        go(to);
}

void VisitSession::type(Field field, const QString& text)
{
    if (fieldOf(page()) != field)
        return;
    QString* place = nullptr;
    switch (field) {
    case Field::Name:
        place = &m_details.name;
        break;
    case Field::Phone:
        place = &m_details.phone;
        break;
    case Field::Identity:
        place = &m_details.identity;
        break;
    case Field::Matter:
        place = &m_details.matter;
        break;
    }
    if (*place == text)
        return;
    wipe(*place);
    *place = text;
    if (m_problems.remove(field) > 0)
        emit problemsChanged();
    emit draftChanged();
}

void VisitSession::confirmField()
{
    const std::optional<Field> field = fieldOf(page());
    if (!field)
        return;
    const QString problem = fieldProblem(*field, text(*field), base::hallDay(m_clock.now()));
    if (!problem.isEmpty()) {
        m_problems.insert(*field, problem);
        emit problemsChanged();
        return;
    }
    static constexpr std::array kOrder{Page::Name, Page::Phone, Page::Identity, Page::Matter};
    const auto here = std::find(kOrder.begin(), kOrder.end(), page());
    if (m_single || std::next(here) == kOrder.end())
        afterChoice(Page::Review);
    else
        go(*std::next(here));
}

void VisitSession::skipField()
{
    const std::optional<Field> field = fieldOf(page());
    if (!field)
        return;
    type(*field, QString());
    confirmField();
}

void VisitSession::openBooking()
{
    if (page() == Page::Welcome)
        go(Page::Booking);
}

void VisitSession::bookingFound(const kiosk::Booking& booking)
{
    const rules::Service* service = m_menu.service(booking.service);
    if (page() != Page::Booking || !service)
        return;
    m_booking = booking;
    m_service = service->code;
    m_block = service->block;
    m_class = kBooked;
    emit draftChanged();
    go(Page::Review);
}

void VisitSession::openFind()
{
    if (page() == Page::Welcome)
        go(Page::Find);
}

void VisitSession::showFound()
{
    if (page() == Page::Find)
        go(Page::Found);
}

void VisitSession::openHelp()
{
    if (page() != Page::Help && page() != Page::Issuing)
        go(Page::Help);
}

void VisitSession::back()
{
    if (page() == Page::Guide && !m_questionsBefore.isEmpty()) {
        m_question = m_questionsBefore.takeLast();
        emit pageChanged();
        return;
    }
    if (page() == Page::Help && m_pages.size() > 1) {
        m_pages.removeLast(); // from the ticket too: help hides nothing that is over
        emit pageChanged();
        return;
    }
    if (!canGoBack())
        return;
    const Page left = m_pages.takeLast();
    if (left == Page::Review && !m_booking.service.isEmpty()) {
        m_booking = {};
        m_class.clear();
        m_service.clear();
        m_block.clear();
    }
    // An unsound field that is left by Back is not kept: what is kept is always sound.
    if (const std::optional<Field> field = fieldOf(left)) {
        if (!fieldProblem(*field, text(*field), base::hallDay(m_clock.now())).isEmpty()) {
            m_pages.append(left);
            type(*field, QString());
            m_pages.removeLast();
        }
    }
    m_refusal.clear();
    if (m_pages.size() == 1) {
        startAgain();
        return;
    }
    emit pageChanged();
}

void VisitSession::takeTicket()
{
    if (page() != Page::Review || m_service.isEmpty())
        return;
    m_key = QUuid::createUuid();
    m_refusal.clear();
    go(Page::Issuing);
    emit ticketWanted();
}

void VisitSession::showTicket()
{
    if (page() != Page::Issuing)
        return;
    m_key = QUuid();
    forgetDraft(); // the ticket needs none of what was typed
    replace(Page::Ticket);
}

void VisitSession::refuseTicket(const QString& reason)
{
    if (page() != Page::Issuing)
        return;
    m_key = QUuid();
    m_refusal = reason;
    m_pages.removeLast();
    emit pageChanged();
}

void VisitSession::forgetDraft()
{
    m_details.wipe();
    m_problems.clear();
    emit draftChanged();
    emit problemsChanged();
}

void VisitSession::startAgain()
{
    const QUuid unseen = std::exchange(m_key, QUuid());
    m_pages = {Page::Welcome};
    m_question.clear();
    m_questionsBefore.clear();
    m_guided = false;
    m_block.clear();
    m_service.clear();
    m_people = 1;
    m_class.clear();
    m_proof.clear();
    m_booking = {};
    m_refusal.clear();
    m_single = false;
    forgetDraft();
    if (m_nextMenu)
        setMenu(*std::exchange(m_nextMenu, std::nullopt));
    emit pageChanged();
    emit ended(unseen);
}

VisitRequest VisitSession::request(const QString& language) const
{
    return {.key = m_key,
            .block = m_block,
            .service = m_service,
            .priorityClass = m_class.isEmpty() ? kOrdinary : m_class,
            .evidence = m_proof,
            .partySize = m_people,
            .language = language,
            .appointment = m_booking.id,
            .details = m_details};
}

} // namespace hall::kiosk
