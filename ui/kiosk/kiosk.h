// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/choice_model.h"
#include "ui/kiosk/composer.h"
#include "ui/kiosk/hall_gateway.h"
#include "ui/kiosk/idle_watch.h"
#include "ui/kiosk/ticket_card.h"
#include "ui/kiosk/visit_session.h"

#include <QVariantMap>
#include <QtQml/qqml.h>

namespace hall::kiosk {

struct SessionForeign
{
    Q_GADGET
    QML_FOREIGN(hall::kiosk::VisitSession)
    QML_NAMED_ELEMENT(Visit)
    QML_UNCREATABLE("Made by the kiosk")
};
struct IdleForeign
{
    Q_GADGET
    QML_FOREIGN(hall::kiosk::IdleWatch)
    QML_NAMED_ELEMENT(IdleWatch)
    QML_UNCREATABLE("Made by the kiosk")
};

/// The kiosk as its window sees it: brings session, hall and idle watch together, and says everything in the visitor's
/// language. QML shows these properties and calls these functions; it decides nothing.
class Kiosk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made in main")
    // clang-format off
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(hall::kiosk::VisitSession::Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    Q_PROPERTY(bool underWay READ underWay NOTIFY pageChanged)
    Q_PROPERTY(int step READ step NOTIFY pageChanged)
    Q_PROPERTY(int steps READ steps CONSTANT)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY wordsChanged)
    Q_PROPERTY(bool elder READ elder WRITE setElder NOTIFY comfortChanged)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY comfortChanged)
    Q_PROPERTY(bool seated READ seated WRITE setSeated NOTIFY comfortChanged)
    Q_PROPERTY(QString hallName READ hallName NOTIFY wordsChanged)
    Q_PROPERTY(QString guideDesk READ guideDesk NOTIFY wordsChanged)
    Q_PROPERTY(QString opensAgain READ opensAgain NOTIFY wordsChanged)
    Q_PROPERTY(QString block READ block NOTIFY draftChanged)
    Q_PROPERTY(QString blockTitle READ blockTitle NOTIFY draftChanged)
    Q_PROPERTY(bool guided READ guided NOTIFY pageChanged)
    Q_PROPERTY(bool hasGuide READ hasGuide NOTIFY wordsChanged)
    Q_PROPERTY(QString question READ question NOTIFY pageChanged)
    Q_PROPERTY(int people READ people WRITE setPeople NOTIFY draftChanged)
    Q_PROPERTY(int mostPeople READ mostPeople CONSTANT)
    Q_PROPERTY(int representatives READ representatives NOTIFY wordsChanged)
    Q_PROPERTY(bool jointVisit READ jointVisit NOTIFY draftChanged)
    Q_PROPERTY(QString priorityTitle READ priorityTitle NOTIFY draftChanged)
    Q_PROPERTY(bool booked READ booked NOTIFY draftChanged)
    Q_PROPERTY(QVariantMap summary READ summary NOTIFY draftChanged)
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY problemsChanged)
    Q_PROPERTY(QString refusal READ refusal NOTIFY pageChanged)
    Q_PROPERTY(QString code READ code NOTIFY codeChanged)
    Q_PROPERTY(QString codeProblem READ codeProblem NOTIFY codeChanged)
    Q_PROPERTY(bool looking READ looking NOTIFY codeChanged)
    Q_PROPERTY(bool hasPrinter READ hasPrinter NOTIFY printerChanged)
    Q_PROPERTY(QString helpText READ helpText NOTIFY pageChanged)
    Q_PROPERTY(hall::kiosk::ChoiceModel* blocks READ blocks CONSTANT)
    Q_PROPERTY(hall::kiosk::ChoiceModel* services READ services CONSTANT)
    Q_PROPERTY(hall::kiosk::ChoiceModel* answers READ answers CONSTANT)
    Q_PROPERTY(hall::kiosk::ChoiceModel* classes READ classes CONSTANT)
    Q_PROPERTY(hall::kiosk::ChoiceModel* proofs READ proofs CONSTANT)
    Q_PROPERTY(hall::kiosk::IdleWatch* idle READ idle CONSTANT)
    Q_PROPERTY(hall::kiosk::TicketCard* ticket READ ticket CONSTANT)
    Q_PROPERTY(hall::kiosk::Composer* composer READ composer CONSTANT)
    // clang-format on

public:
    /// What the whole window shows. Visit: the session's page.
    enum class Stage { Starting, Away, Closed, Visit };
    Q_ENUM(Stage)

    Kiosk(HallGateway& hall, const base::Clock& clock, Composer* composer = nullptr, QObject* parent = nullptr);

    Stage stage() const;
    VisitSession::Page page() const { return m_session.page(); }
    bool canGoBack() const { return m_session.canGoBack(); }
    bool underWay() const { return m_session.underWay(); }
    int step() const { return m_session.step(); }
    int steps() const { return VisitSession::kSteps; }
    QString language() const { return m_language; }
    void setLanguage(const QString& language);
    /// What every new visitor is greeted in.
    void setHomeLanguage(const QString& language);
    bool elder() const { return m_elder; }
    void setElder(bool elder);
    bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool highContrast);
    bool seated() const { return m_seated; }
    void setSeated(bool seated);
    QString hallName() const { return say(m_session.menu().hallName); }
    QString guideDesk() const;
    QString opensAgain() const;
    QString block() const { return m_session.block(); }
    QString blockTitle() const;
    bool guided() const { return m_session.guided(); }
    bool hasGuide() const { return !m_session.menu().guide.isEmpty(); }
    QString question() const;
    int people() const { return m_session.people(); }
    void setPeople(int people) { m_session.setPeople(people); }
    int mostPeople() const { return VisitSession::kMostPeople; }
    int representatives() const { return m_session.menu().mostRepresentatives; }
    bool jointVisit() const { return people() > representatives(); }
    QString priorityTitle() const;
    bool booked() const { return !m_session.booking().service.isEmpty(); }
    QVariantMap summary() const;
    QVariantMap problems() const;
    QString refusal() const { return m_session.refusal(); }
    QString code() const { return m_code; }
    QString codeProblem() const { return m_codeProblem; }
    bool looking() const { return m_looking; }
    bool hasPrinter() const { return m_hall.hasPrinter(); }
    QString helpText() const;
    ChoiceModel* blocks() { return &m_blocks; }
    ChoiceModel* services() { return &m_services; }
    ChoiceModel* answers() { return &m_answers; }
    ChoiceModel* classes() { return &m_classes; }
    ChoiceModel* proofs() { return &m_proofs; }
    IdleWatch* idle() { return &m_idle; }
    TicketCard* ticket() { return &m_ticket; }
    Composer* composer() { return m_composer; }
    VisitSession& session() { return m_session; }

    Q_INVOKABLE void chooseBlock(const QString& code) { m_session.chooseBlock(code); }
    Q_INVOKABLE void askTheGuide() { m_session.askTheGuide(); }
    Q_INVOKABLE void answer(int index) { m_session.answer(index); }
    Q_INVOKABLE void chooseService(const QString& code) { m_session.chooseService(code); }
    Q_INVOKABLE void confirmPeople() { m_session.confirmPeople(); }
    Q_INVOKABLE void choosePriority(const QString& code) { m_session.choosePriority(code); }
    Q_INVOKABLE void chooseProof(const QString& code) { m_session.chooseProof(code); }
    Q_INVOKABLE void tellMore() { m_session.tellMore(); }
    Q_INVOKABLE void edit(const QString& what);
    /// What a field holds when its page opens again: name, phone, identity, matter.
    Q_INVOKABLE QString typedText(const QString& field) const;
    Q_INVOKABLE void type(const QString& field, const QString& text);
    /// How much of a text's end is one character for people.
    Q_INVOKABLE int lastCharacterLength(const QString& text) const { return kiosk::lastCharacterLength(text); }
    Q_INVOKABLE void confirmField() { m_session.confirmField(); }
    Q_INVOKABLE void skipField() { m_session.skipField(); }
    Q_INVOKABLE void openBooking() { m_session.openBooking(); }
    Q_INVOKABLE void openFind() { m_session.openFind(); }
    Q_INVOKABLE void openHelp() { m_session.openHelp(); }
    Q_INVOKABLE void back() { m_session.back(); }
    /// The same visitor begins anew: language and view stay. On the ticket page the visitor is done.
    Q_INVOKABLE void startAgain();
    /// The visitor is gone or done: everything goes back to what the next one expects.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void takeTicket() { m_session.takeTicket(); }
    /// Keys of the booking code (six digits) or of the receipt code; the last one looks it up.
    Q_INVOKABLE void codeKey(const QString& key);
    Q_INVOKABLE void codeErase();
    Q_INVOKABLE void printAgain();
    /// A touch or a key, anywhere.
    Q_INVOKABLE void touched();

signals:
    void stageChanged();
    void pageChanged();
    void draftChanged();
    void problemsChanged();
    void wordsChanged();
    void comfortChanged();
    void codeChanged();
    void printerChanged();
    /// The program speaks this language from now on: change the translations before returning.
    void languageWanted(const QString& language);
    /// The visitor is gone: whatever else holds what was typed forgets it.
    void wiped();

private:
    QString say(const rules::Text& words) const { return words.in(m_language); }
    void readMenu();
    void showChoices();
    void onPage();
    void onEnded(const QUuid& unseenKey);
    void onLink();
    void issue();
    void onIssued(const QUuid& key, const base::Result<GivenTicket>& given);
    void withdrawUnseen();
    void watchHours();
    void watchVisitor();
    void lookUpBooking();
    void lookUpTicket();
    void setCodeProblem(const QString& problem);
    void forgetCode();
    void print(bool copy);
    bool storeAway() const;

    HallGateway& m_hall;
    const base::Clock& m_clock;
    VisitSession m_session;
    IdleWatch m_idle;
    TicketCard m_ticket;
    Composer* m_composer;
    ChoiceModel m_blocks, m_services, m_answers, m_classes, m_proofs;
    QTimer m_hours;   ///< looks whether the hall is open
    QTimer m_again;   ///< asks once more for a ticket or a withdrawal that the store could not give
    QString m_home = QStringLiteral("zh");
    QString m_language = QStringLiteral("zh");
    bool m_elder = false;
    bool m_highContrast = false;
    bool m_seated = false;
    bool m_haveMenu = false;
    bool m_open = true;
    bool m_trouble = false; ///< the store answers, and cannot do its work
    bool m_asking = false;
    QString m_code;
    QString m_codeProblem;
    bool m_looking = false;
    QList<QUuid> m_unseen; ///< tickets asked for by visitors who left before they saw one
    bool m_withdrawing = false;
    quint64 m_visit = 0; ///< counts visits: an answer to a visitor who is gone is not shown to the next
};

} // namespace hall::kiosk
