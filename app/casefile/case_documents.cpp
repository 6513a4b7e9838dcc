// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casefile/case_documents.h"

#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "app/casefile/case_keys.h"
#include "app/casefile/case_rows.h"
#include "app/casefile/document_numbers.h"
#include "app/sql/connection.h"

#include <QBuffer>
#include <algorithm>

namespace hall::casefile {

using base::Result;

CaseDocuments::CaseDocuments(store::CaseOffice& office, const store::SignedIn& person, const CaseRules& rules,
                             const rules::Router& router, const document::FormBook& forms)
    : m_office(office)
    , m_person(person)
    , m_rules(rules)
    , m_router(router)
    , m_forms(forms)
{
}

Result<CaseDocuments::Draft> CaseDocuments::draft(const DocumentOrder& order)
{
    HALL_ASSIGN(const document::Form form, m_forms.find(order.form));
    CaseFiles files(m_office, m_person, m_rules, order.language);
    HALL_ASSIGN(const CaseFile file, files.show(order.number, order.reason));
    const FactSource source{file, m_rules, m_router, base::hallDay(m_office.clock().now()), order.language, order.route};
    HALL_ASSIGN(const document::Facts facts, caseFacts(source, m_forms));
    return Draft{form, facts};
}

Result<document::Pages> CaseDocuments::preview(const DocumentOrder& order)
{
    HALL_ASSIGN(const Draft draft, this->draft(order));
    return document::compose(m_forms, draft.form, draft.facts, QString(), order.signatures, order.language);
}

Result<CaseDocuments::Drawn> CaseDocuments::draw(const Draft& draft, const DocumentOrder& order, qint64 number) const
{
    const QString words = m_forms.number(draft.form, base::hallDay(m_office.clock().now()).year(), number);
    HALL_ASSIGN(const document::Pages pages,
                document::compose(m_forms, draft.form, draft.facts, words, order.signatures, order.language));
    HALL_ASSIGN(const QByteArray pdf, document::pdf(pages));
    return Drawn{words, pages, pdf};
}

Result<MadeDocument> CaseDocuments::make(const DocumentOrder& order)
{
    HALL_ASSIGN(const Draft draft, this->draft(order));
    sql::Connection& cases = m_office.store().connection();
    const int year = base::hallDay(m_office.clock().now()).year();
    // Drawing takes its time, so it is done before anybody has to wait, with the number that will most likely be given.
    HALL_ASSIGN(qint64 drawnFor, likelyDocumentNumber(cases, year, draft.form.series));
    HALL_ASSIGN(Drawn drawn, draw(draft, order, drawnFor));
    return cases.transaction(sql::Mode::Write, [&]() -> Result<MadeDocument> {
        HALL_ASSIGN(const qint64 number, takeDocumentNumber(cases, year, draft.form.series));
        if (number != drawnFor) {
            HALL_ASSIGN(drawn, draw(draft, order, number));
            drawnFor = number;
        }
        NewAttachment attachment;
        attachment.name = draft.form.title.in(order.language) + QStringLiteral(" ") + drawn.number + QStringLiteral(".pdf");
        attachment.mediaType = QStringLiteral("application/pdf");
        attachment.kind = QStringLiteral("document");
        attachment.content = {{QStringLiteral("form"), draft.form.code},
                              {QStringLiteral("title"), draft.form.title.in(order.language)},
                              {QStringLiteral("number"), drawn.number},
                              {QStringLiteral("language"), order.language},
                              {QStringLiteral("pages"), qint64(drawn.pages.pages.size())},
                              {QStringLiteral("signatures"), document::toJson(order.signatures)}};
        QBuffer source(&drawn.pdf);
        source.open(QIODevice::ReadOnly);
        CaseFiles files(m_office, m_person, m_rules, order.language);
        Attachments attachments(files, m_office, m_person);
        HALL_ASSIGN(const CaseEntry entry, attachments.add(order.number, attachment, source, {}, order.after));
        return MadeDocument{draft.form.code, drawn.number, drawn.pages.pages.size(), drawn.pages, drawn.pdf, entry};
    });
}

base::Status CaseDocuments::notePrinted(const QString& number, qint64 sequence)
{
    HALL_ASSIGN(const store::Trust trust, m_office.staff().trust());
    HALL_ASSIGN(const CaseSummary summary, readSummary(m_office.store().connection(), number));
    CaseKeys keys(m_office.staff(), m_office.store().connection(), m_person, trust);
    HALL_ASSIGN(const Standing theirs, keys.standing(summary));
    if (theirs == Standing::Stranger) {
        HALL_TRY(m_office.audit().append(kCaseRefused, m_person.person.login, number));
        return summary.inWorkspace() ? noSuchCase(number) : notTheirs();
    }
    return m_office.audit().append(kDocumentPrinted, m_person.person.login, QStringLiteral("%1 %2").arg(number, QString::number(sequence)));
}

Result<QList<FormOffer>> formOffers(const FactSource& source, const document::FormBook& forms)
{
    HALL_ASSIGN(const document::Facts facts, caseFacts(source, forms));
    QList<FormOffer> offers;
    for (const document::Form& form : forms.forms) {
        const base::Status lacks = document::checkFacts(form, facts, forms, source.language);
        offers.append({form.code, form.title, form.basis, form.delivery, form.places, lacks.ok() ? QString() : lacks.error().message});
    }
    std::stable_partition(offers.begin(), offers.end(), [](const FormOffer& offer) { return offer.missing.isEmpty(); });
    return offers;
}

} // namespace hall::casefile
