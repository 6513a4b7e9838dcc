// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_rows.h"
#include "app/store/staff.h"

namespace hall::casefile {

/// Walks the entries of one case in their order. Needs no key: the headers are in plain sight, and everything is signed.
class CaseChain
{
public:
    /// `writers`: blocks whose members write into the case (CaseGrants::writers()).
    CaseChain(const store::Trust& trust, const CaseSummary& summary, const QStringList& writers);

    /// Why this row does not follow from the ones before it; empty when it does. An entry follows when its header belongs to
    /// this hall, this case and this place, names the hash of the entry before, and was signed by somebody who served
    /// one of the blocks when the roster stood as they said (the first of a workspace's case: by anybody on the roster); nobody may claim an older roster than the entry before them.
    QString take(const EntryRow& row);

    const QByteArray& head() const { return m_head; }
    qint64 count() const { return m_count; }
    /// Of the entry taken last.
    const seal::EntryHeader& header() const { return m_header; }
    const QString& author() const { return m_author; }

private:
    QString whyNot(const EntryRow& row);

    const store::Trust& m_trust;
    const CaseSummary& m_summary;
    QStringList m_writers;
    QByteArray m_head;
    qint64 m_count = 0;
    qsizetype m_roster = 0; ///< position of the roster record that the last author knew
    seal::EntryHeader m_header;
    QString m_author;
};

/// What binds an entry to its hall: 16 bytes of the roster's first record.
QByteArray storeId(const store::Trust& trust);

} // namespace hall::casefile
