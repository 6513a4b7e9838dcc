// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments of case files: what people bring along, put in and taken out again.
#include "app/casefile/attachments.h"
#include "app/ctl/case_desk.h"
#include "app/ctl/case_json.h"
#include "app/ctl/texts.h"

#include <QFile>
#include <QFileInfo>
#include <cstdio>
#include <unistd.h>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

struct AttachmentOptions
{
    std::string number;
    std::string file;
    std::string name;
    qint64 sequence = 0;
    qint64 after = 0;
    bool overwrite = false;
};

/// On a terminal a line that counts on; nothing otherwise.
casefile::Progress counter()
{
    if (::isatty(STDERR_FILENO) != 1)
        return {};
    return [last = qint64(-1)](qint64 done, qint64 whole) mutable {
        const qint64 mebibytes = done >> 20;
        if (mebibytes != last && whole > 0)
            std::fprintf(stderr, "\r%lld / %lld MiB%s", static_cast<long long>(mebibytes), static_cast<long long>(whole >> 20),
                         done == whole ? "\n" : "");
        last = mebibytes;
        return true;
    };
}

Result<Answer> attach(CommandContext& context, PassphraseSource& passphrases, const std::string& rules, const AttachmentOptions& options)
{
    const QString path = qs(options.file);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("%1 cannot be read. Check the path.").arg(path)};
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(rules)));
    auto files = desk.files();
    casefile::Attachments attachments(files, desk.office(), desk.person());
    const QString name = options.name.empty() ? QFileInfo(path).fileName() : qs(options.name);
    HALL_ASSIGN(const auto entry, attachments.add(qs(options.number), {name}, file, counter(), options.after));
    HALL_TRY(desk.remember());
    return Answer{entryJson(qs(options.number), entry), {QStringLiteral("case"), QStringLiteral("seq"), QStringLiteral("author"), QStringLiteral("at")}};
}

Result<Answer> save(CommandContext& context, PassphraseSource& passphrases, const std::string& rules, const AttachmentOptions& options)
{
    const QString path = qs(options.file);
    if (QFileInfo::exists(path) && !options.overwrite)
        return Error{ErrorCode::InvalidArgument, tr("%1 is there already. Name another file, or say --overwrite.").arg(path)};
    CaseDesk desk(context, passphrases);
    HALL_TRY(desk.open(qs(rules)));
    auto files = desk.files();
    casefile::Attachments attachments(files, desk.office(), desk.person());
    HALL_TRY(attachments.saveTo(qs(options.number), options.sequence, path, counter()));
    HALL_TRY(desk.remember());
    return Answer{QJsonObject{{QStringLiteral("case"), qs(options.number)},
                              {QStringLiteral("seq"), options.sequence},
                              {QStringLiteral("file"), path},
                              {QStringLiteral("size"), QFileInfo(path).size()}},
                  {QStringLiteral("case"), QStringLiteral("seq"), QStringLiteral("file"), QStringLiteral("size")}};
}

} // namespace

void addCaseAttachments(const CaseCommandGroup& cases)
{
    auto options = std::make_shared<AttachmentOptions>();
    CLI::App* attached = cases.context.command(cases.group, "attach", "Puts a file of up to 2 GiB into a case, sealed", [cases, options] {
        return attach(cases.context, *cases.passphrases, *cases.rules, *options);
    });
    attached->add_option("--file", options->file, "The file")->required();
    attached->add_option("--name", options->name, "What people call it (default: the file's name)");
    attached->add_option("--after", options->after, "The newest entry that you have read; refused when there is a newer one");
    CLI::App* saved = cases.context.command(cases.group, "save-attachment", "Writes an attachment into a file, in plain", [cases, options] {
        return save(cases.context, *cases.passphrases, *cases.rules, *options);
    });
    for (CLI::App* command : {attached, saved})
        command->add_option("id", options->number, "Number of the case, such as 2026-000123")->required();
    saved->add_option("seq", options->sequence, "The entry that carries it")->required();
    saved->add_option("--out", options->file, "The file to write")->required();
    saved->add_flag("--overwrite", options->overwrite, "Also where that file is there already");
}

} // namespace hall::ctl
