// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_file.h"
#include "app/seal/case_entry.h"

namespace hall::sql {
class Connection;
class Rows;
}

namespace hall::casefile {

/// The rows of the case store that hold cases; nothing is opened here.

/// `prefix`: of a workspace, which has a series of its own; empty: the ordinary one.
base::Result<QString> nextNumber(sql::Connection& cases, base::Timestamp now, const QString& prefix = {});
/// From the first ten columns: id, number, block, ticket, state, category, handler, opened_at, changed_at, entries.
CaseSummary summaryFrom(const sql::Rows& rows);
/// CaseNotFound.
base::Error noSuchCase(const QString& number);
base::Status insertSummary(sql::Connection& cases, const CaseSummary& summary);
base::Status updateSummary(sql::Connection& cases, const CaseSummary& summary);
/// CaseNotFound where there is no such number.
base::Result<CaseSummary> readSummary(sql::Connection& cases, const QString& number);
/// All cases with a key for one of these, newest change first.
base::Result<QList<CaseSummary>> readSummaries(sql::Connection& cases, const QStringList& recipients);
/// A place in that order: the moment and the number of the case in front of it.
struct CasePlace
{
    base::Timestamp changedAt;
    QString number;
};
/// The next of these blocks' own cases behind a place.
base::Result<QList<CaseSummary>> readSummariesBehind(sql::Connection& cases, const QStringList& blocks, const CasePlace& place, int atMost);
/// Of other blocks, with a key for one of these.
base::Result<QList<CaseSummary>> readShared(sql::Connection& cases, const QStringList& blocks);
base::Result<bool> isSharedWith(sql::Connection& cases, const CaseSummary& summary, const QStringList& blocks);
base::Result<qint64> countSummaries(sql::Connection& cases, const QStringList& blocks);
/// Blocks that have cases; workspaces among them.
base::Result<QStringList> readBlocks(sql::Connection& cases);
base::Result<QList<CaseSummary>> readAllSummaries(sql::Connection& cases);

struct EntryRow
{
    qint64 sequence = 0;
    seal::SealedEntry entry;
};
base::Status insertEntry(sql::Connection& cases, const QByteArray& caseId, const EntryRow& row);
base::Result<QList<EntryRow>> readEntries(sql::Connection& cases, const QByteArray& caseId);
/// The newest; sequence 0 where there is none.
base::Result<EntryRow> lastEntry(sql::Connection& cases, const QByteArray& caseId);

} // namespace hall::casefile
