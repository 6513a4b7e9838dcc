// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_facts.h"
#include "app/document/pages.h"

namespace hall::casefile {

/// Which document is wanted.
struct DocumentOrder
{
    QString number; ///< of the case
    QString form;
    QString language = QStringLiteral("zh");
    QList<document::Signature> signatures = {};
    rules::Facts route = {}; ///< of a legal-channel conversation; empty: what the case keeps
    qint64 after = 0;        ///< as in CaseFiles::append
    Reason reason = {};      ///< as in CaseFiles::show
};

struct MadeDocument
{
    QString form;
    QString number;
    qsizetype pages = 0;
    document::Pages drawn; ///< for a printer
    QByteArray pdf;
    CaseEntry entry;
};

/// A form, and whether the case says what it needs.
struct FormOffer
{
    QString code;
    document::Words title;
    document::Words basis;
    document::Words delivery;
    QList<document::SignPlace> places;
    QString missing; ///< what the case lacks, and what to do; empty: it can be made now
};

/// All forms, those that can be made now first, each group in the book's order. Reads nothing from the store.
base::Result<QList<FormOffer>> formOffers(const FactSource& source, const document::FormBook& forms);

inline const QString kDocumentPrinted = QStringLiteral("document-printed");

/// Official documents of a case: filled from what the case says, numbered, kept as a sealed attachment whose entry names form,
/// number, hash, pages and signatures. Number, attachment and entry are of one transaction: all of them or none.
/// Errors: those of CaseFiles, Attachments and document::compose.
class CaseDocuments
{
public:
    CaseDocuments(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules, const rules::Router& router,
                  const document::FormBook& forms);

    /// As it would be made now, without a number; leaves the audit record of a case opened.
    base::Result<document::Pages> preview(const DocumentOrder& order);
    base::Result<MadeDocument> make(const DocumentOrder& order);
    /// The audit record of a print: which case, which entry. Errors: PermissionDenied, CaseNotFound (not theirs to read).
    base::Status notePrinted(const QString& number, qint64 sequence);

private:
    struct Draft
    {
        document::Form form;
        document::Facts facts;
    };
    struct Drawn
    {
        QString number;
        document::Pages pages;
        QByteArray pdf;
    };
    base::Result<Draft> draft(const DocumentOrder& order);
    base::Result<Drawn> draw(const Draft& draft, const DocumentOrder& order, qint64 number) const;

    store::CaseOffice& m_office;
    const store::SignedIn& m_person;
    const CaseRules& m_rules;
    const rules::Router& m_router;
    const document::FormBook& m_forms;
};

} // namespace hall::casefile
