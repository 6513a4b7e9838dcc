// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk.h"

#include "app/rules/identity_number.h"

#include <algorithm>
#include <utility>

namespace hall::kiosk {
namespace {

using Page = VisitSession::Page;
using Link = HallGateway::Link;

constexpr int kBookingDigits = 6;
constexpr int kReceiptLetters = 8;
constexpr base::Milliseconds kQuiet{60'000};
constexpr base::Milliseconds kQuietElder{90'000};
constexpr int kAskAgainMs = 2'000;
constexpr int kLookAtHoursMs = 5'000;

const QString kChinese = QStringLiteral("zh");
const QString kEnglish = QStringLiteral("en");

/// Those that mean "not now": the same request may well succeed in a moment.
bool comesBack(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::ServiceUnknown:
    case base::ErrorCode::ServiceClosed:
    case base::ErrorCode::BlockUnknown:
    case base::ErrorCode::PriorityClassUnknown:
    case base::ErrorCode::AppointmentNotFound:
    case base::ErrorCode::TicketStateConflict:
    case base::ErrorCode::InvalidArgument:
    case base::ErrorCode::HallClosed:
        return false;
    default:
        return true;
    }
}

std::optional<Field> fieldNamed(const QString& name)
{
    if (name == QLatin1String("name"))
        return Field::Name;
    if (name == QLatin1String("phone"))
        return Field::Phone;
    if (name == QLatin1String("identity"))
        return Field::Identity;
    if (name == QLatin1String("matter"))
        return Field::Matter;
    return std::nullopt;
}

/// Classes that a hall adds have no drawing of their own.
QString drawingOf(const QString& priorityClass)
{
    static const QHash<QString, QString> kDrawings{
        {QStringLiteral("elderly"), QStringLiteral("elder")},       {QStringLiteral("disabled"), QStringLiteral("disabled")},
        {QStringLiteral("pregnant"), QStringLiteral("pregnant")},   {QStringLiteral("infant"), QStringLiteral("infant")},
        {QStringLiteral("serviceman"), QStringLiteral("serviceman")}, {QStringLiteral("other-by-law"), QStringLiteral("law")},
    };
    return kDrawings.value(priorityClass, QStringLiteral("person"));
}

} // namespace

Kiosk::Kiosk(HallGateway& hall, const base::Clock& clock, Composer* composer, QObject* parent)
    : QObject(parent)
    , m_hall(hall)
    , m_clock(clock)
    , m_session(clock)
    , m_idle(clock)
    , m_composer(composer ? composer : new Composer(this))
{
    connect(&m_session, &VisitSession::pageChanged, this, &Kiosk::onPage);
    connect(&m_session, &VisitSession::draftChanged, this, &Kiosk::draftChanged);
    connect(&m_session, &VisitSession::problemsChanged, this, &Kiosk::problemsChanged);
    connect(&m_session, &VisitSession::ticketWanted, this, &Kiosk::issue);
    connect(&m_session, &VisitSession::ended, this, &Kiosk::onEnded);
    connect(&m_session, &VisitSession::menuChanged, this, [this] {
        const bool first = !std::exchange(m_haveMenu, true);
        showChoices();
        emit wordsChanged();
        watchHours();
        if (first)
            emit stageChanged();
    });
    connect(&m_idle, &IdleWatch::timeUp, this, &Kiosk::leave);
    connect(&m_idle, &IdleWatch::changed, this, [this] {
        if (m_idle.warning() && !m_session.underWay())
            leave(); // nothing is lost on the welcome page: only its language and its looks go back
    });
    connect(&m_hall, &HallGateway::linkChanged, this, &Kiosk::onLink);
    connect(&m_hall, &HallGateway::menuChanged, this, &Kiosk::readMenu);
    connect(&m_hall, &HallGateway::printerChanged, this, &Kiosk::printerChanged);
    m_hours.setInterval(kLookAtHoursMs);
    connect(&m_hours, &QTimer::timeout, this, &Kiosk::watchHours);
    m_hours.start();
    m_again.setInterval(kAskAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_session.page() == Page::Issuing)
            issue();
        else
            withdrawUnseen();
    });
    onLink();
}

// ---- What the whole window shows

bool Kiosk::storeAway() const
{
    return m_hall.link() == Link::Away || m_trouble;
}

Kiosk::Stage Kiosk::stage() const
{
    // A ticket that was given stays on the screen whatever happens to the store.
    const bool keepsPage = !m_ticket.isEmpty();
    if (storeAway() && !keepsPage)
        return Stage::Away;
    if (!m_haveMenu)
        return Stage::Starting;
    if (!m_open && !m_session.underWay())
        return Stage::Closed;
    return Stage::Visit;
}

void Kiosk::onLink()
{
    if (m_hall.link() == Link::Connected || m_hall.link() == Link::Apart) {
        readMenu();
        if (m_session.page() == Page::Issuing)
            issue();
        withdrawUnseen();
    }
    emit stageChanged();
}

void Kiosk::readMenu()
{
    if (m_hall.link() != Link::Connected && m_hall.link() != Link::Apart)
        return;
    m_hall.menu().then(this, [this](const base::Result<rules::Catalogue>& menu) {
        if (menu)
            m_session.setMenu(*menu);
    });
}

void Kiosk::watchHours()
{
    const rules::OpeningHours& hours = m_session.menu().hours;
    const bool open = hours.week.isEmpty() || hours.isOpen(base::toHallTime(m_clock.now()));
    if (open == m_open)
        return;
    m_open = open;
    emit wordsChanged();
    emit stageChanged();
}

// ---- Choices and words

void Kiosk::showChoices()
{
    const rules::Catalogue& menu = m_session.menu();
    QList<Choice> blocks, services, answers, classes, proofs;
    for (const rules::Block& block : menu.blocks)
        blocks.append({block.code, say(block.words), say(block.name), block.code, {}});
    for (const rules::Service& service : menu.servicesOf(m_session.block()))
        services.append({service.code, say(service.name), say(service.words), service.block, {}});
    if (const rules::Question* question = menu.question(m_session.questionCode())) {
        for (const rules::Answer& answer : question->answers)
            answers.append({QString::number(answers.size()), say(answer.text), {}, {}, {}});
    }
    for (const rules::PriorityClass& priority : menu.classes) {
        if (!VisitSession::isChosen(priority))
            continue;
        QStringList names;
        for (const rules::Proof& proof : priority.proofs)
            names.append(say(proof.name));
        const QString hint = names.isEmpty() ? say(priority.words) : names.join(tr(" or ", "between proofs"));
        classes.append({priority.code, say(priority.name), hint, {}, drawingOf(priority.code)});
    }
    if (const rules::PriorityClass* chosen = menu.priorityClass(m_session.priorityClass())) {
        for (const rules::Proof& proof : chosen->proofs)
            proofs.append({proof.code, say(proof.name), {}, {}, QStringLiteral("id-card")});
    }
    m_blocks.set(blocks);
    m_services.set(services);
    m_answers.set(answers);
    m_classes.set(classes);
    m_proofs.set(proofs);
}

void Kiosk::setLanguage(const QString& language)
{
    const QString wanted = language == kEnglish ? kEnglish : kChinese;
    if (wanted == m_language)
        return;
    m_language = wanted;
    m_ticket.setLanguage(wanted);
    emit languageWanted(wanted);
    watchVisitor();
    showChoices();
    emit wordsChanged();
    emit draftChanged();
    emit pageChanged();
}

void Kiosk::setHomeLanguage(const QString& language)
{
    m_home = language == kEnglish ? kEnglish : kChinese;
    setLanguage(m_home);
}

void Kiosk::setElder(bool elder)
{
    if (std::exchange(m_elder, elder) == elder)
        return;
    watchVisitor();
    emit comfortChanged();
}

void Kiosk::setHighContrast(bool highContrast)
{
    if (std::exchange(m_highContrast, highContrast) == highContrast)
        return;
    watchVisitor();
    emit comfortChanged();
}

void Kiosk::setSeated(bool seated)
{
    if (std::exchange(m_seated, seated) == seated)
        return;
    watchVisitor();
    emit comfortChanged();
}

QString Kiosk::guideDesk() const
{
    const QString where = say(m_session.menu().guideDesk);
    return where.isEmpty() ? tr("beside the entrance") : where;
}

QString Kiosk::opensAgain() const
{
    const std::optional<QDateTime> opens = m_session.menu().hours.nextOpening(base::toHallTime(m_clock.now()));
    if (!opens)
        return {};
    const QDateTime& local = *opens;
    const QDate today = base::hallDay(m_clock.now());
    const QString time = local.toString(QStringLiteral("HH:mm"));
    if (local.date() == today)
        return tr("We open again today at %1.").arg(time);
    if (local.date() == today.addDays(1))
        return tr("We open again tomorrow at %1.").arg(time);
    const QLocale locale(m_language == kEnglish ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                : QLocale(QLocale::Chinese, QLocale::China));
    const QString day = m_language == kEnglish ? locale.toString(local.date(), QStringLiteral("dddd, d MMMM"))
                                               : locale.toString(local.date(), QStringLiteral("M月d日 dddd"));
    return tr("We open again on %1 at %2.").arg(day, time);
}

QString Kiosk::blockTitle() const
{
    const rules::Block* block = m_session.menu().block(m_session.block());
    return block ? say(block->name) : QString();
}

QString Kiosk::question() const
{
    const rules::Question* question = m_session.menu().question(m_session.questionCode());
    return question ? say(question->text) : QString();
}

QString Kiosk::priorityTitle() const
{
    const rules::PriorityClass* priority = m_session.menu().priorityClass(m_session.priorityClass());
    return priority ? say(priority->name) : QString();
}

QVariantMap Kiosk::summary() const
{
    const rules::Service* service = m_session.menu().service(m_session.service());
    const Details& details = m_session.details();
    QString priority = priorityTitle();
    if (booked())
        priority = tr("Booked for %1").arg(base::toHallTime(m_session.booking().due).toString(QStringLiteral("HH:mm")));
    else if (priority.isEmpty())
        priority = tr("In order of arrival");
    const int written = visibleCharacters(details.matter.trimmed());
    return {{QStringLiteral("service"), service ? say(service->name) : QString()},
            {QStringLiteral("block"), blockTitle()},
            {QStringLiteral("people"), people() == 1 ? tr("1 person") : tr("%1 people").arg(people())},
            {QStringLiteral("priority"), priority},
            {QStringLiteral("name"), details.name.trimmed()},
            {QStringLiteral("phone"), rules::maskedPhone(details.phone)},
            {QStringLiteral("identity"), rules::maskedIdentityNumber(details.identity.trimmed())},
            {QStringLiteral("matter"), written == 0 ? QString() : tr("%1 characters written").arg(written)},
            {QStringLiteral("any"), !details.isEmpty()}};
}

QVariantMap Kiosk::problems() const
{
    return {{QStringLiteral("name"), m_session.problem(Field::Name)},
            {QStringLiteral("phone"), m_session.problem(Field::Phone)},
            {QStringLiteral("identity"), m_session.problem(Field::Identity)},
            {QStringLiteral("matter"), m_session.problem(Field::Matter)}};
}

QString Kiosk::helpText() const
{
    return tr("Touch one answer on each screen. At the end you get a number; the board calls it and names the desk. "
              "Nothing you type is needed to get a ticket, and it can be read only by the clerk who serves you.");
}

// ---- The visitor's way

void Kiosk::edit(const QString& what)
{
    if (const std::optional<Field> field = fieldNamed(what))
        m_session.edit(*field);
    else if (what == QLatin1String("service"))
        m_session.editChoice(Page::Service);
    else if (what == QLatin1String("people"))
        m_session.editChoice(Page::People);
    else if (what == QLatin1String("priority"))
        m_session.editChoice(Page::Priority);
}

QString Kiosk::typedText(const QString& field) const
{
    const std::optional<Field> known = fieldNamed(field);
    return known ? m_session.text(*known) : QString();
}

void Kiosk::type(const QString& field, const QString& text)
{
    if (const std::optional<Field> known = fieldNamed(field))
        m_session.type(*known, text);
}

void Kiosk::touched()
{
    m_idle.touch();
}

void Kiosk::watchVisitor()
{
    const bool watched = m_session.underWay() || m_language != m_home || m_elder || m_highContrast || m_seated;
    if (!watched)
        m_idle.stop();
    else if (!m_idle.running())
        m_idle.start(m_elder ? kQuietElder : kQuiet);
    else
        m_idle.setQuiet(m_elder ? kQuietElder : kQuiet);
}

void Kiosk::onPage()
{
    showChoices();
    forgetCode();
    m_composer->reset();
    const Page page = m_session.page();
    if (page != Page::Ticket && page != Page::Found && page != Page::Help)
        m_ticket.clear();
    watchVisitor();
    emit pageChanged();
    emit draftChanged();
    emit stageChanged();
}

void Kiosk::onEnded(const QUuid& unseenKey)
{
    m_composer->reset();
    m_composer->use(Composer::Method::Pinyin);
    ++m_visit;
    if (!unseenKey.isNull())
        m_unseen.append(unseenKey);
    m_asking = false;
    m_trouble = false;
    m_ticket.clear();
    watchHours();
    withdrawUnseen();
    emit wiped();
    emit stageChanged();
}

void Kiosk::startAgain()
{
    if (m_session.page() == Page::Ticket)
        leave();
    else
        m_session.startAgain();
}

void Kiosk::leave()
{
    m_idle.stop();
    m_elder = m_highContrast = m_seated = false;
    emit comfortChanged();
    setLanguage(m_home);
    m_session.startAgain();
}

// ---- The ticket

void Kiosk::issue()
{
    if (m_asking || m_session.page() != Page::Issuing || m_hall.link() == Link::Away)
        return;
    m_asking = true;
    const QUuid key = m_session.key();
    m_hall.issue(m_session.request(m_language)).then(this, [this, key](const base::Result<GivenTicket>& given) {
        onIssued(key, given);
    });
}

void Kiosk::onIssued(const QUuid& key, const base::Result<GivenTicket>& given)
{
    if (key != m_session.key() || m_session.page() != Page::Issuing)
        return; // the visitor has gone; the ticket, if it was given, is in m_unseen
    m_asking = false;
    if (given) {
        m_trouble = false;
        m_again.stop();
        m_ticket.show(*given, m_session.menu(), m_session.proof());
        m_session.showTicket();
        print(false);
        return;
    }
    if (!comesBack(given.error().code)) {
        m_trouble = false;
        readMenu();
        m_session.refuseTicket(tr("What is on offer has just changed. Please choose again, or ask at the guide desk."));
        return;
    }
    // The same key is asked for again, so there is never a second ticket.
    m_trouble = true;
    m_again.start();
    emit stageChanged();
}

/// Takes back the tickets of visitors who left before they saw one: nobody would come when they are called.
void Kiosk::withdrawUnseen()
{
    if (m_unseen.isEmpty()) {
        if (m_session.page() != Page::Issuing)
            m_again.stop();
        return;
    }
    if (m_withdrawing || m_hall.link() != Link::Connected) {
        m_again.start();
        return;
    }
    m_withdrawing = true;
    const QUuid key = m_unseen.first();
    m_hall.withdraw(key).then(this, [this, key](const base::Result<bool>& done) {
        m_withdrawing = false;
        if (done || !comesBack(done.error().code))
            m_unseen.removeAll(key);
        if (done && !m_unseen.isEmpty())
            withdrawUnseen();
        else if (!m_unseen.isEmpty())
            m_again.start();
    });
}

void Kiosk::print(bool copy)
{
    if (!m_hall.hasPrinter() || m_ticket.isEmpty()) {
        m_ticket.setPaper(TicketCard::Paper::None);
        return;
    }
    m_ticket.setPaper(TicketCard::Paper::Printing);
    const quint64 visit = m_visit;
    m_hall.print(m_ticket.slip(copy)).then(this, [this, visit](const base::Status& printed) {
        if (visit == m_visit)
            m_ticket.setPaper(printed ? TicketCard::Paper::Printed : TicketCard::Paper::Failed);
    });
}

void Kiosk::printAgain()
{
    if (m_ticket.paper() != TicketCard::Paper::Printing)
        print(true);
}

// ---- Codes

void Kiosk::codeKey(const QString& key)
{
    const bool booking = m_session.page() == Page::Booking;
    const int length = booking ? kBookingDigits : kReceiptLetters;
    if (m_looking || key.size() != 1 || m_code.size() >= length || (!booking && m_session.page() != Page::Find))
        return;
    const QChar letter = key.at(0).toUpper();
    if (letter.unicode() > 0x7f || !(booking ? letter.isDigit() : letter.isLetterOrNumber()))
        return;
    m_code.append(letter);
    m_codeProblem.clear();
    emit codeChanged();
    if (m_code.size() == length)
        booking ? lookUpBooking() : lookUpTicket();
}

void Kiosk::codeErase()
{
    if (m_looking || m_code.isEmpty())
        return;
    m_code.chop(1);
    m_codeProblem.clear();
    emit codeChanged();
}

void Kiosk::setCodeProblem(const QString& problem)
{
    m_looking = false;
    wipe(m_code);
    m_codeProblem = problem;
    emit codeChanged();
}

void Kiosk::forgetCode()
{
    m_looking = false;
    wipe(m_code);
    m_codeProblem.clear();
    emit codeChanged();
}

void Kiosk::lookUpBooking()
{
    m_looking = true;
    emit codeChanged();
    const quint64 visit = m_visit;
    m_hall.booking(m_code).then(this, [this, visit](const base::Result<Booking>& booking) {
        if (visit != m_visit || m_session.page() != Page::Booking)
            return;
        if (!booking) {
            setCodeProblem(comesBack(booking.error().code)
                               ? tr("We cannot look it up at the moment. Please ask at the guide desk.")
                               : tr("We have no open booking under this code. Please check the six digits, or ask at the "
                                    "guide desk."));
            return;
        }
        const QDate day = base::hallDay(booking->due);
        if (day != base::hallDay(m_clock.now())) {
            setCodeProblem(tr("This booking is for another day: %1. You can take a ticket without it today.")
                               .arg(QLocale(m_language == kEnglish ? QLocale::English : QLocale::Chinese)
                                        .toString(day, QLocale::LongFormat)));
            return;
        }
        m_session.bookingFound(*booking);
        if (m_session.page() == Page::Booking)
            setCodeProblem(tr("The booked service is not offered at this kiosk. Please ask at the guide desk."));
    });
}

void Kiosk::lookUpTicket()
{
    m_looking = true;
    emit codeChanged();
    const quint64 visit = m_visit;
    m_hall.find(m_code).then(this, [this, visit](const base::Result<GivenTicket>& found) {
        if (visit != m_visit || m_session.page() != Page::Find)
            return;
        if (!found) {
            setCodeProblem(found.error().code == base::ErrorCode::TicketNotFound
                               ? tr("We have no ticket of today with this code. Please compare it with your ticket.")
                               : tr("We cannot look it up at the moment. Please ask at the guide desk."));
            return;
        }
        m_ticket.show(*found, m_session.menu(), {});
        m_session.showFound();
    });
}

} // namespace hall::kiosk
