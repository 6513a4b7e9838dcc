// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/rules/catalogue.h"
#include "ui/kiosk/typed_text.h"

#include <QObject>
#include <QStringList>
#include <QUuid>
#include <array>
#include <optional>

namespace hall::kiosk {

/// What the kiosk asks the hall for when the visitor takes the ticket.
struct VisitRequest
{
    QUuid key; ///< the same key is the same ticket, however often it is asked for
    QString block;
    QString service;
    QString priorityClass;
    QString evidence;
    int partySize = 1;
    QString language;
    qint64 appointment = 0;
    Details details; ///< in plain sight: to be sealed before it is written, and wiped
};

struct Booking
{
    qint64 id = 0;
    QString service;
    base::Timestamp due;
};

/// One visitor's way through the kiosk, from the welcome to the ticket: which page, what was chosen, what was typed.
/// Knows no window, no store and no clock but the one it is handed; everything a page shows is decided here.
class VisitSession : public QObject
{
    Q_OBJECT

public:
    enum class Page {
        Welcome, Guide, Service, People, Priority, Proof, Review, Name, Phone, Identity, Matter, Booking, Issuing, Ticket,
        Find, Found, Help
    };
    Q_ENUM(Page)

    explicit VisitSession(const base::Clock& clock, QObject* parent = nullptr);

    /// The catalogue of the next visits. While a visitor is under way the old one stays, and is left at the end.
    void setMenu(const rules::Catalogue& menu);
    const rules::Catalogue& menu() const { return m_menu; }

    Page page() const { return m_pages.last(); }
    bool underWay() const { return m_pages.size() > 1 || page() != Page::Welcome; }
    bool canGoBack() const;
    /// Whether visitors say themselves that they belong to it.
    static bool isChosen(const rules::PriorityClass& priority);
    bool offersPriority() const;

    // What was chosen
    QString block() const { return m_block; }
    QString service() const { return m_service; }
    int people() const { return m_people; }
    QString priorityClass() const { return m_class; }
    QString proof() const { return m_proof; }
    QString questionCode() const { return m_question; }
    bool guided() const { return m_guided; }
    const Booking& booking() const { return m_booking; }
    const Details& details() const { return m_details; }
    QString text(Field field) const;
    QString problem(Field field) const { return m_problems.value(field); }
    QUuid key() const { return m_key; }
    /// 1-based place among the steps that everybody passes (service, people, priority, review); 0 elsewhere.
    int step() const;
    static constexpr int kSteps = 4;

    // What the visitor does. Each is ignored where the present page does not offer it.
    void chooseBlock(const QString& code);
    void askTheGuide();
    void answer(int index);
    void chooseService(const QString& code);
    void setPeople(int count);
    void confirmPeople();
    void choosePriority(const QString& code);
    void chooseProof(const QString& code);
    void tellMore();
    void edit(Field field);
    void editChoice(Page page);
    /// Keeps what the field holds while it is typed; the old problem goes away.
    void type(Field field, const QString& text);
    /// On to the next field, or stays with a problem beside the field.
    void confirmField();
    /// Empties the field and goes on.
    void skipField();
    void openBooking();
    void bookingFound(const kiosk::Booking& booking);
    void openFind();
    void showFound();
    void openHelp();
    void back();
    void takeTicket();
    void showTicket();
    /// The ticket could not be given although the store answered: back to the review, with the reason.
    void refuseTicket(const QString& reason);
    QString refusal() const { return m_refusal; }

    /// Ends the visit: everything typed is overwritten, the welcome page shows, a newer catalogue comes into force.
    void startAgain();

    VisitRequest request(const QString& language) const;

    static constexpr int kMostPeople = 99;

signals:
    void pageChanged();
    void draftChanged();
    void problemsChanged();
    /// The visitor wants the ticket; `request()` says which.
    void ticketWanted();
    /// The visit is over and wiped. `key` is that of a ticket asked for and not shown, else null.
    void ended(const QUuid& unseenKey);
    void menuChanged();

private:
    void go(Page page);
    void replace(Page page);
    void afterChoice(Page page);
    void forgetDraft();
    static std::optional<Field> fieldOf(Page page);
    static Page pageOf(Field field);

    const base::Clock& m_clock;
    rules::Catalogue m_menu;
    std::optional<rules::Catalogue> m_nextMenu;
    QList<Page> m_pages{Page::Welcome};
    QString m_question;
    QStringList m_questionsBefore;
    bool m_guided = false;
    QString m_block;
    QString m_service;
    int m_people = 1;
    QString m_class;
    QString m_proof;
    kiosk::Booking m_booking;
    Details m_details;
    QHash<Field, QString> m_problems;
    QUuid m_key;
    QString m_refusal;
    bool m_single = false; ///< one field is being changed from the review, so Next leads back to it
};

} // namespace hall::kiosk
