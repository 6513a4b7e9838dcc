// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_chain.h"

#include "app/casefile/texts.h"

#include <algorithm>

namespace hall::casefile {

namespace {

constexpr qsizetype kStoreIdBytes = 16;

} // namespace

QByteArray storeId(const store::Trust& trust)
{
    return trust.root().left(kStoreIdBytes);
}

CaseChain::CaseChain(const store::Trust& trust, const CaseSummary& summary, const QStringList& writers)
    : m_trust(trust)
    , m_summary(summary)
    , m_writers(writers)
    , m_head(seal::kEntryHashBytes, '\0')
{
}

QString CaseChain::take(const EntryRow& row)
{
    const QString fault = whyNot(row);
    ++m_count;
    m_head = row.entry.hash();
    return fault;
}

QString CaseChain::whyNot(const EntryRow& row)
{
    const auto header = seal::readHeader(row.entry);
    if (!header.ok())
        return tr("is not an entry any more");
    m_header = header.value();
    if (m_header.store != storeId(m_trust))
        return tr("belongs to another hall");
    if (m_header.caseId != m_summary.id)
        return tr("belongs to another case");
    if (m_header.sequence != row.sequence || row.sequence != m_count + 1)
        return tr("does not stand in its place; an entry is missing, doubled or moved");
    if (m_header.previous != m_head)
        return tr("does not follow from the entry before it");
    if (!seal::signedByAuthor(row.entry, m_header))
        return tr("was changed after it was signed");
    const qsizetype known = m_trust.indexOf(m_header.rosterHead);
    if (known < m_roster)
        return tr("names a roster that was not in force");
    m_roster = known;
    const auto* author = m_trust.holder(m_header.author, known);
    const bool handedIn = m_summary.inWorkspace() && row.sequence == 1;
    const bool might = author && std::any_of(m_writers.begin(), m_writers.end(), [&](const QString& block) {
        return author->blocks.contains(block);
    });
    if (!author || author->roles.isEmpty() || (!might && !handedIn))
        return tr("was signed by nobody who served this block");
    m_author = author->login;
    return {};
}

} // namespace hall::casefile
