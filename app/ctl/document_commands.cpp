// SPDX-License-Identifier: GPL-3.0-or-later
// Official documents of a case.
#include "app/casefile/attachments.h"
#include "app/casefile/case_documents.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/commands.h"
#include "app/ctl/texts.h"

#include <QFile>
#include <QJsonDocument>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr qint64 kLargestText = 8 << 20;

struct DocumentOptions
{
    std::string number;
    std::string form;
    std::string out;
    std::string signature;
    std::string facts;
    std::string rules;
    std::string documents;
    bool preview = false;
};

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestText)
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    return file.readAll();
}

Result<Answer> listForms(CommandContext& context, const DocumentOptions& options)
{
    HALL_ASSIGN(const auto book, document::readForms(qs(options.documents)));
    QJsonArray rows;
    for (const document::Form& form : book.forms)
        rows.append(QJsonObject{{QStringLiteral("form"), form.code},
                                {QStringLiteral("title"), form.title.in(context.language())},
                                {QStringLiteral("series"), book.word + form.series},
                                {QStringLiteral("basis"), form.basis.in(context.language())},
                                {QStringLiteral("needs"), QJsonArray::fromStringList(form.needs)}});
    return Answer{rows, {QStringLiteral("form"), QStringLiteral("title"), QStringLiteral("series"), QStringLiteral("basis")}};
}

Result<casefile::DocumentOrder> orderOf(CommandContext& context, const DocumentOptions& options, const rules::Router& router)
{
    casefile::DocumentOrder order{qs(options.number), qs(options.form), context.language()};
    if (!options.signature.empty()) {
        HALL_ASSIGN(const QByteArray text, contentOf(qs(options.signature)));
        const QJsonDocument json = QJsonDocument::fromJson(text);
        const QJsonValue value = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
        HALL_ASSIGN(order.signatures, document::signaturesFromJson(value));
    }
    if (!options.facts.empty()) {
        HALL_ASSIGN(const QByteArray text, contentOf(qs(options.facts)));
        HALL_ASSIGN(order.route, rules::parseFacts(text, qs(options.facts), router));
    }
    return order;
}

Result<Answer> makeDocument(CommandContext& context, PassphraseSource& passphrases, const DocumentOptions& options)
{
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(options.rules)));
    HALL_ASSIGN(const auto forms, document::readForms(qs(options.documents)));
    HALL_ASSIGN(const auto router, rules::readRouter(qs(options.rules), desk.rules().deadlines));
    HALL_ASSIGN(const auto order, orderOf(context, options, router));
    casefile::CaseDocuments documents(desk.office(), desk.person(), desk.rules(), router, forms);
    const QString file = qs(options.out);
    const QStringList columns = {QStringLiteral("form"), QStringLiteral("number"), QStringLiteral("pages"), QStringLiteral("file")};
    if (options.preview) {
        HALL_ASSIGN(const auto pages, documents.preview(order));
        HALL_ASSIGN(const QByteArray pdf, document::pdf(pages));
        HALL_TRY(document::save(pdf, file));
        HALL_TRY(desk.remember());
        return Answer{QJsonObject{{QStringLiteral("form"), order.form},
                                  {QStringLiteral("pages"), qint64(pages.pages.size())},
                                  {QStringLiteral("file"), file},
                                  {QStringLiteral("number"), QJsonValue::Null}},
                      columns};
    }
    HALL_ASSIGN(const auto made, documents.make(order));
    HALL_TRY(desk.remember());
    HALL_TRY(document::save(made.pdf, file));
    const auto facts = casefile::attachmentOf(made.entry);
    return Answer{QJsonObject{{QStringLiteral("form"), made.form},
                              {QStringLiteral("pages"), qint64(made.pages)},
                              {QStringLiteral("file"), file},
                              {QStringLiteral("number"), made.number},
                              {QStringLiteral("entry"), made.entry.sequence},
                              {QStringLiteral("hash"), facts ? QString::fromLatin1(facts->hash.toHex()) : QString()}},
                  columns};
}

} // namespace

void addDocumentCommands(CLI::App& app, CommandContext& context)
{
    auto options = std::make_shared<DocumentOptions>();
    CLI::App* group = app.add_subcommand("document", "Official documents, filled from a case");
    group->require_subcommand(1)->fallthrough();
    group->add_option("--documents", options->documents, "A folder whose forms go before the programs' own");
    group->add_option("--rules", options->rules, "A folder whose rule files go before the programs' own");
    auto passphrases = PassphraseSource::addTo(*group);
    context.command(*group, "list", "The forms that there are", [&context, options] { return listForms(context, *options); });
    CLI::App* make = context.command(*group, "make", "Makes a document: numbered, kept in the case, and saved as PDF",
                                     [&context, options, passphrases] { return makeDocument(context, *passphrases, *options); });
    make->add_option("--case", options->number, "Number of the case")->required();
    make->add_option("--form", options->form, "Which form, as in document list")->required();
    make->add_option("--out", options->out, "The PDF file")->required();
    make->add_option("--signature", options->signature, "JSON: place, signer, at, strokes; one or a list");
    make->add_option("--facts", options->facts, "JSON: the answers of a legal-channel conversation, as for hallctl route");
    make->add_flag("--preview", options->preview, "Without a number, and nothing is written into the case");
}

} // namespace hall::ctl
