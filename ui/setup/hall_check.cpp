// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/hall_check.h"

#include "app/station/line_opener.h"
#include "app/store/line_store.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace hall::setup {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(hall::setup::HallCheck)
};

using Outcome = HallCheck::Outcome;
using Part = HallCheck::Part;

bool isReadable(const QString& path)
{
    const QFileInfo info(path);
    return info.isFile() && info.isReadable();
}

HallCheck::Finding folderFinding(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return {Part::Folder, Outcome::Bad, Words::tr("There is no such folder. Check its name, or whether its drive is there.")};
    if (!info.isDir())
        return {Part::Folder, Outcome::Bad, Words::tr("This is a file. Choose the folder of the hall.")};
    if (!info.isReadable() || !info.isExecutable())
        return {Part::Folder, Outcome::Bad,
                Words::tr("This account may not read the folder. Ask the system administrator to add it to the hall's group.")};
    if (!info.isWritable())
        return {Part::Folder, Outcome::Bad,
                Words::tr("This account may not write in the folder. Ask the system administrator to add it to the hall's group.")};
    return {Part::Folder, Outcome::Good, Words::tr("The folder can be read and written.")};
}

HallCheck::Finding caseKeyFinding(const store::HallFiles& files, const QString& kind)
{
    const bool mayRead = isReadable(files.keys() + QStringLiteral("/case.key"));
    if (kind == QStringLiteral("desk")) {
        if (mayRead)
            return {Part::CaseKey, Outcome::Good, Words::tr("The case store's key can be read: clerks can sign in here.")};
        return {Part::CaseKey, Outcome::Attention,
                Words::tr("The case store's key is not a file of this folder. If the system's keyring holds it, all is well; "
                          "otherwise nobody can sign in at this desk: ask the system administrator.")};
    }
    if (mayRead)
        return {Part::CaseKey, Outcome::Attention,
                Words::tr("This account can read the case store's key. A machine in the lobby should not: take that right away.")};
    return {Part::CaseKey, Outcome::Good, Words::tr("The case files stay closed to this account, as they should.")};
}

/// A desk of a hall on a server signs the audit trail with the hall's station key; nobody else needs it.
HallCheck::Finding stationKeyFinding(const store::HallFiles& own, const QString& kind)
{
    const QString path = own.keys() + QStringLiteral("/station.key");
    const bool mayRead = isReadable(path);
    if (kind == QStringLiteral("desk")) {
        if (mayRead)
            return {Part::CaseKey, Outcome::Good, Words::tr("The station's key can be read: clerks can sign in here.")};
        return {Part::CaseKey, Outcome::Attention, Words::tr("Nobody can sign in at this desk before %1 is there: ask the system administrator.").arg(path)};
    }
    if (mayRead)
        return {Part::CaseKey, Outcome::Attention,
                Words::tr("The station's key lies on this machine. A machine in the lobby needs none: take %1 away.").arg(path)};
    return {Part::CaseKey, Outcome::Good, Words::tr("No key of the case files lies on this machine, as it should be.")};
}

/// Settings hold {"zh","en"} or plain words.
QString hallNameFrom(const QString& setting)
{
    const QJsonObject both = QJsonDocument::fromJson(setting.toUtf8()).object();
    return both.isEmpty() ? setting : both.value(u"zh").toString();
}

} // namespace

bool HallCheck::mayJoin() const
{
    return !findings.isEmpty() && std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.outcome == Outcome::Bad;
    });
}

HallCheck HallCheck::ofServer(const QString& address, const QString& kind)
{
    HallCheck check;
    check.folder = address;
    const store::HallPlace place(address);
    auto line = store::LineStore::open(place);
    if (!line.ok()) {
        check.findings << Finding{Part::Opens, Outcome::Bad, line.error().message};
        return check;
    }
    check.findings << Finding{Part::Opens, Outcome::Good, Words::tr("The server answers, and this login may open the line.")};
    check.hallName = hallNameFrom(line->setting(QStringLiteral("hall_name")).valueOr({}));
    check.findings << stationKeyFinding(place.files(), kind);
    return check;
}

HallCheck HallCheck::of(const QString& folder, const QString& kind)
{
    if (store::HallPlace::isServer(folder))
        return ofServer(folder, kind);
    HallCheck check;
    check.folder = folder;
    check.findings << folderFinding(folder);
    if (check.findings.first().outcome == Outcome::Bad)
        return check;
    const store::HallFiles files{folder};
    if (!QFileInfo::exists(files.line())) {
        check.findings << Finding{Part::Line, Outcome::Bad,
                                  Words::tr("No hall lies in this folder. Choose the folder that holds line.db, or make a hall.")};
        return check;
    }
    check.findings << Finding{Part::Line, Outcome::Good, Words::tr("A hall lies here.")};
    station::StationConfig config;
    config.storeUrl = folder;
    auto line = station::openLine(config);
    if (!line.ok()) {
        const bool isKey = line.error().code == base::ErrorCode::KeyMissing || line.error().code == base::ErrorCode::WrongKey;
        check.findings << Finding{isKey ? Part::LineKey : Part::Opens, Outcome::Bad, line.error().message};
        return check;
    }
    check.findings << Finding{Part::LineKey, Outcome::Good, Words::tr("The line's key is there and fits.")};
    check.hallName = hallNameFrom(line->setting(QStringLiteral("hall_name")).valueOr({}));
    check.findings << caseKeyFinding(files, kind);
    return check;
}

} // namespace hall::setup
