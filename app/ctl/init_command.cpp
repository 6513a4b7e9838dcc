// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/hall_maker.h"
#include "app/ctl/texts.h"
#include "app/seal/sodium.h"
#include "app/sql/connection.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace hall::ctl {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

Result<QByteArray> readAll(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, tr("The answers cannot be read from descriptor %1.").arg(descriptor)};
    return file.readAll();
}

/// A ticket's whole way in a throw-away hall, and both stores opened again.
Status tryLine(const QString& folder, const base::Clock& clock)
{
    HALL_ASSIGN(auto line, store::LineStore::open(store::HallPlace(folder)));
    queue::Queue queue(line.connection(), clock);
    HALL_TRY(queue::DeskRegister(line.connection(), clock).open(1, {QStringLiteral("petition-appeal")}, {}));
    queue::IssueRequest request;
    request.key = QUuid::createUuid();
    request.service = QStringLiteral("petition-appeal");
    HALL_ASSIGN(const auto issued, queue.issue(request));
    HALL_ASSIGN(const auto called, queue.callNext(1, {}));
    if (!called.ticket || called.ticket->id != issued.ticket.id)
        return Error{ErrorCode::Internal, tr("The ticket that was issued was not the one that was called.")};
    HALL_TRY(queue.finish(issued.ticket.id, {}));
    HALL_ASSIGN(const auto complaints, line.connection().integrityComplaints());
    if (!complaints.isEmpty())
        return Error{ErrorCode::StoreDamaged, complaints.first()};
    return {};
}

Result<Answer> selfTest(const base::Clock& clock)
{
    QTemporaryDir temporary;
    const QString folder = temporary.filePath(QStringLiteral("hall"));
    QJsonArray parts;
    std::optional<Error> failed;
    const auto part = [&](const char* name, const Status& outcome) {
        parts.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)}, {QStringLiteral("ok"), outcome.ok()}});
        if (!outcome.ok() && !failed)
            failed = outcome.error();
    };
    part("sealing", seal::selfTest());
    const auto made = makeHallFor({folder, false, {}}, clock);
    part("hall", made.ok() ? Status() : Status(made.error()));
    part("line", tryLine(folder, clock));
    const auto office = store::CaseOffice::open(folder, clock);
    part("case-store", office.ok() ? Status() : Status(office.error()));
    if (office.ok()) {
        part("roster", (*office)->staff().verifyRoster());
        const auto trail = (*office)->audit().verify();
        part("audit", trail.ok() && trail->broken.isEmpty()
                 ? Status()
                 : Status(Error{ErrorCode::SignatureInvalid, tr("The audit trail does not hold together.")}));
    }
    if (failed)
        return *failed;
    return Answer{QJsonObject{{QStringLiteral("parts"), parts}}, {}};
}

} // namespace

void addInitCommand(CLI::App& app, CommandContext& context)
{
    struct Options
    {
        bool demo = false;
        int answers = -1;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = context.command(app, "init", "Makes a new hall", [&context, options]() -> Result<Answer> {
        HALL_ASSIGN(const store::HallPlace place, context.place());
        MakeRequest request{place, options->demo, {}};
        if (options->answers >= 0) {
            HALL_ASSIGN(request.answers, readAll(options->answers));
        }
        auto made = makeHallFor(request, context.clock());
        request.answers.fill('\0');
        return made;
    });
    command->add_flag("--demo", options->demo, "Fill it with the demo hall: staff, a year of history, a morning under way");
    command->add_option("--answers-fd", options->answers,
                        "Descriptor from which names and passphrases are read as JSON (default: passphrases are made)");
}

void addSelfTestCommand(CLI::App& app, CommandContext& context)
{
    context.command(app, "self-test", "Opens every part with a throw-away hall",
                    [&context]() -> Result<Answer> { return selfTest(context.clock()); });
}

} // namespace hall::ctl
