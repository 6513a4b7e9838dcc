// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/audit_words.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace hall::desk {

using casefile::HallFault;
using store::AuditRecord;
using Part = HallFault::Part;

namespace {

/// How a record's subject is read.
enum class About { Nothing, Case, Outside, Ticket, Person, Grant, Block, Generation, Custodians, Recovery, Seconds, SignIn, Desk, Record, Version, Attempt };

struct Kind
{
    const char* code;
    AuditGroup group;
    About about;
    bool refused;
    const char* words;
};

constexpr std::array kKinds{
    Kind{"signed-in", AuditGroup::SigningIn, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Signed in")},
    Kind{"sign-in-refused", AuditGroup::SigningIn, About::SignIn, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Sign-in refused")},
    Kind{"account-locked", AuditGroup::SigningIn, About::Seconds, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Account locked after wrong passphrases")},
    Kind{"code-refused", AuditGroup::SigningIn, About::Nothing, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "One-time code refused")},
    Kind{"stores-disagree", AuditGroup::SigningIn, About::Nothing, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Line and case store do not agree")},
    Kind{"case-opened", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Opened a case")},
    Kind{"case-opened-outside-duty", AuditGroup::Cases, About::Outside, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Read a case outside their duty")},
    Kind{"case-refused", AuditGroup::Cases, About::Case, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused a case")},
    Kind{"entry-added", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Wrote an entry")},
    Kind{"case-search", AuditGroup::Cases, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Searched the cases")},
    Kind{"attachment-added", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Put an attachment in")},
    Kind{"attachment-opened", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Looked at an attachment")},
    Kind{"attachment-saved", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Saved an attachment as a file")},
    Kind{"document-printed", AuditGroup::Cases, About::Case, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Printed a document")},
    Kind{"intake-taken", AuditGroup::Intakes, About::Ticket, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Took over what a visitor typed")},
    Kind{"intake-opened", AuditGroup::Intakes, About::Ticket, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Opened what a visitor typed")},
    Kind{"intake-refused", AuditGroup::Intakes, About::Ticket, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused what a visitor typed")},
    Kind{"intake-damaged", AuditGroup::Intakes, About::Ticket, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "What a visitor typed does not open")},
    Kind{"intake-handed-over", AuditGroup::Intakes, About::Ticket, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Handed over what a visitor typed")},
    Kind{"account-created", AuditGroup::Keys, About::Person, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Made an account")},
    Kind{"account-closed", AuditGroup::Keys, About::Person, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Closed an account")},
    Kind{"account-reset", AuditGroup::Keys, About::Person, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Gave an account new keys")},
    Kind{"account-refused", AuditGroup::Keys, About::Attempt, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused a change of accounts")},
    Kind{"passphrase-changed", AuditGroup::Keys, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Changed their passphrase")},
    Kind{"second-factor-offered", AuditGroup::Keys, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Asked for one-time codes")},
    Kind{"second-factor-confirmed", AuditGroup::Keys, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Switched one-time codes on")},
    Kind{"second-factor-removed", AuditGroup::Keys, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Switched one-time codes off")},
    Kind{"group-made", AuditGroup::Keys, About::Block, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Made a block's key")},
    Kind{"group-granted", AuditGroup::Keys, About::Grant, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Handed a block's key on")},
    Kind{"group-renewed", AuditGroup::Keys, About::Generation, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Renewed a block's key")},
    Kind{"group-recovered", AuditGroup::Keys, About::Block, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Got a block's keys back")},
    Kind{"group-refused", AuditGroup::Keys, About::Grant, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused a step with a block's key")},
    Kind{"recovery-set-up", AuditGroup::Keys, About::Custodians, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Set recovery up")},
    Kind{"recovery-set-up-refused", AuditGroup::Keys, About::Person, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused to set recovery up")},
    Kind{"recovery-share-opened", AuditGroup::Keys, About::Block, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Opened their half as a custodian")},
    Kind{"recovery-refused", AuditGroup::Keys, About::Recovery, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused a recovery")},
    Kind{"backup-made", AuditGroup::Hall, About::Nothing, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Made a backup")},
    Kind{"calendar-published", AuditGroup::Hall, About::Version, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Published the days off")},
    Kind{"calendar-refused", AuditGroup::Hall, About::Nothing, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused to publish days off")},
    Kind{"desk-refused", AuditGroup::Hall, About::Desk, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused a desk")},
    Kind{"catalogue-refused", AuditGroup::Hall, About::Nothing, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused to load a catalogue")},
    Kind{"audit-countersigned", AuditGroup::Hall, About::Record, false, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Countersigned the audit trail")},
    Kind{"audit-refused", AuditGroup::Hall, About::Nothing, true, QT_TRANSLATE_NOOP("hall::desk::AuditWords", "Was refused the audit trail")},
};

const Kind* kindOf(const QString& code)
{
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return code == QLatin1StringView(kind.code); });
    return found == kKinds.end() ? nullptr : found;
}

} // namespace

bool AuditWords::refused(const QString& kind)
{
    const Kind* known = kindOf(kind);
    return known && known->refused;
}

QString AuditWords::groupName(AuditGroup group)
{
    switch (group) {
    case AuditGroup::Refused: return tr("Refused");
    case AuditGroup::OutsideDuty: return tr("Outside duty");
    case AuditGroup::Keys: return tr("Accounts and keys");
    case AuditGroup::SigningIn: return tr("Signing in");
    case AuditGroup::Cases: return tr("Cases");
    case AuditGroup::Intakes: return tr("Kiosk entries");
    case AuditGroup::Hall: break;
    }
    return tr("Hall and trail");
}

QStringList AuditWords::kinds(AuditGroup group)
{
    QStringList codes;
    for (const Kind& kind : kKinds) {
        const bool wanted = group == AuditGroup::Refused ? kind.refused : group == AuditGroup::OutsideDuty ? kind.about == About::Outside : kind.group == group;
        if (wanted)
            codes.append(QString::fromLatin1(kind.code));
    }
    return codes;
}

QStringList AuditWords::allKinds()
{
    QStringList codes;
    for (const Kind& kind : kKinds)
        codes.append(QString::fromLatin1(kind.code));
    return codes;
}

QString AuditWords::what(const AuditRecord& record) const
{
    const Kind* kind = kindOf(record.kind);
    if (record.kind.isEmpty())
        return tr("(cannot be read)");
    return kind ? tr(kind->words) : record.kind;
}

QString AuditWords::person(const QString& login) const { return m_overview.people.value(login, login); }

QString AuditWords::block(const QString& code) const
{
    if (code == store::kSupervisorsGroup)
        return tr("Supervisors");
    const auto workspace = m_overview.blocks.constFind(code);
    return workspace == m_overview.blocks.constEnd() ? m_phrases.block(code) : m_phrases.text(*workspace);
}

QString AuditWords::who(const AuditRecord& record) const { return record.actor.isEmpty() ? tr("Nobody known") : person(record.actor); }

QString AuditWords::when(const AuditRecord& record) const
{
    const QDateTime at = base::toHallTime(record.at);
    return tr("%1 %2", "day, time").arg(m_phrases.day(at.date()), at.toString(QStringLiteral("HH:mm:ss")));
}

QString AuditWords::caseOf(const QStringList& parts) const
{
    bool isEntry = false;
    const qint64 entry = parts.value(1).toLongLong(&isEntry);
    return isEntry ? tr("Case %1, entry %2").arg(parts.value(0)).arg(entry) : tr("Case %1").arg(parts.value(0));
}

/// "added aud lin": what was tried, who was to countersign it, and whose account.
QString AuditWords::attempt(const QStringList& parts) const
{
    const QString with = person(parts.value(1));
    const QString whose = person(parts.mid(2).join(QLatin1Char(' ')));
    if (parts.value(0) == u"closed")
        return tr("Closing %1, countersigned by %2").arg(whose, with);
    if (parts.value(0) == u"reset")
        return tr("New keys for %1, countersigned by %2").arg(whose, with);
    return tr("Adding %1, countersigned by %2").arg(whose, with);
}

QString AuditWords::about(const AuditRecord& record) const
{
    const Kind* kind = kindOf(record.kind);
    const QString& subject = record.subject;
    if (!kind || subject.isEmpty())
        return subject;
    const QStringList words = subject.split(QLatin1Char(' '));
    const QString first = subject.section(QLatin1Char('/'), 0, 0);
    const QString second = subject.section(QLatin1Char('/'), 1);
    switch (kind->about) {
    case About::Case: return caseOf(words);
    case About::Outside: {
        const QString code = words.last();
        return tr("%1: %2", "case, why it was read").arg(caseOf(words), m_overview.reasons.contains(code) ? m_phrases.text(m_overview.reasons.value(code)) : code);
    }
    case About::Ticket: return second.isEmpty() ? tr("Visit %1").arg(first) : tr("Visit %1, to %2").arg(first, block(second));
    case About::Person: return person(subject);
    case About::Grant: return second.isEmpty() ? block(first) : tr("%1, to %2", "block, person").arg(block(first), person(second));
    case About::Block: return block(subject);
    case About::Generation: return tr("%1, key %2", "block, which key").arg(block(first), second);
    case About::Custodians: {
        QStringList names;
        for (const QString& login : subject.split(QLatin1Char(',')))
            names.append(person(login));
        return m_phrases.joined(names);
    }
    case About::Recovery: return tr("%1, with %2", "block, person").arg(block(second), person(first));
    case About::Seconds: return tr("For %1 seconds").arg(subject);
    case About::SignIn:
        if (subject == u"unknown-login")
            return tr("A name that there is not");
        return subject == u"locked" ? tr("The account was locked") : subject == u"closed" ? tr("The account was closed") : subject;
    case About::Desk: return m_phrases.desk(subject.toInt());
    case About::Record: return tr("Up to record %1").arg(subject);
    case About::Version: return tr("Version %1").arg(words.first());
    case About::Attempt: return attempt(words);
    case About::Nothing: break;
    }
    return subject;
}

QString AuditWords::fault(const HallFault& fault) const
{
    switch (fault.part) {
    case Part::Roster: return tr("Accounts and keys: %1").arg(fault.why);
    case Part::Trail:
        return tr("Record %1 of the audit trail is not as it was written: it was changed, or a record in front of it was taken out or put in.").arg(fault.record);
    case Part::Countersignature: return tr("Record %1 is not the one that the audit administrator countersigned.").arg(fault.record);
    case Part::Case:
        return fault.sequence > 0 ? tr("Case %1, entry %2: %3.").arg(fault.number).arg(fault.sequence).arg(fault.why)
                                  : tr("Case %1: %2.").arg(fault.number, fault.why);
    case Part::Witness: break;
    }
    return tr("Behind record %1: %2").arg(fault.record).arg(fault.why);
}

QString AuditWords::remedy(const QList<HallFault>& faults)
{
    const auto any = [&](std::initializer_list<Part> parts) {
        return std::any_of(faults.begin(), faults.end(), [&](const HallFault& fault) { return std::find(parts.begin(), parts.end(), fault.part) != parts.end(); });
    };
    QStringList steps{tr("Countersign nothing. Let the system administrator set a copy of the hall's folder aside as it is now, before anybody works on: it is the evidence.")};
    if (any({Part::Roster}))
        steps.append(tr("Somebody changed accounts past the two administrators. Let nobody sign in until the security administrator has compared them with what was ordered; the cases could not be verified."));
    if (any({Part::Trail, Part::Countersignature}))
        steps.append(tr("Restore the newest backup to another place (hallctl restore) and read the same record there (hallctl audit list): it tells what was changed. Then find out who could write into the store since the last countersignature."));
    if (any({Part::Case}))
        steps.append(tr("Restore the newest backup to another place and compare these cases with it; ask those who wrote the entries."));
    if (any({Part::Witness}))
        steps.append(tr("The store was put back to an older copy or its end was cut off: look for the newer copy, and do not put a backup over this one."));
    return steps.join(u'\n');
}

} // namespace hall::desk
