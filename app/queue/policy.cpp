// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/policy.h"

#include "app/queue/texts.h"

#include <QStringList>
#include <cmath>
#include <optional>
#include <yaml-cpp/yaml.h>

namespace hall::queue {

using base::Error;
using base::ErrorCode;

namespace {

/// JSON is YAML, and YAML's reader knows the line of each value.
class PolicyReader
{
public:
    explicit PolicyReader(QString file)
        : m_file(std::move(file))
    {
    }
    base::Result<Policy> read(const QByteArray& text);

private:
    void complain(const YAML::Node& node, const QString& reason)
    {
        const int line = node.IsDefined() ? node.Mark().line + 1 : 1;
        m_complaints.append(QStringLiteral("%1:%2: %3").arg(m_file).arg(line).arg(reason));
    }
    double number(const YAML::Node& map, const char* key, double otherwise, double least);
    void allowOnly(const YAML::Node& map, const QStringList& keys);
    void readClasses(const YAML::Node& classes);

    QString m_file;
    QStringList m_complaints;
    Policy m_policy;
};

double PolicyReader::number(const YAML::Node& map, const char* key, double otherwise, double least)
{
    const YAML::Node node = map[key];
    if (!node.IsDefined())
        return otherwise;
    bool ok = false;
    const double value = node.IsScalar() ? QString::fromStdString(node.Scalar()).toDouble(&ok) : 0;
    if (!ok || !std::isfinite(value) || value < least || value > 1e9) {
        complain(node, tr("\"%1\" must be a number of at least %2").arg(QString::fromLatin1(key)).arg(least));
        return otherwise;
    }
    return value;
}

void PolicyReader::allowOnly(const YAML::Node& map, const QStringList& keys)
{
    QStringList seen;
    for (const auto& entry : map) {
        const QString key = QString::fromStdString(entry.first.Scalar());
        if (!keys.isEmpty() && !keys.contains(key))
            complain(entry.first, tr("\"%1\" is not known here; known are: %2").arg(key, keys.join(QStringLiteral(", "))));
        if (seen.contains(key))
            complain(entry.first, tr("\"%1\" stands here twice").arg(key));
        seen.append(key);
    }
}

void PolicyReader::readClasses(const YAML::Node& classes)
{
    if (!classes.IsDefined() || !classes.IsMap() || classes.size() == 0)
        return complain(classes, tr("\"classes\" must name at least one priority class"));
    allowOnly(classes, {});
    int rank = 0;
    for (const auto& entry : classes) {
        ClassRule rule;
        rule.code = QString::fromStdString(entry.first.Scalar());
        rule.rank = rank++;
        if (!entry.second.IsMap()) {
            complain(entry.second, tr("the class \"%1\" must be an object").arg(rule.code));
            continue;
        }
        allowOnly(entry.second, {QStringLiteral("rate"), QStringLiteral("head_start_s"), QStringLiteral("rank")});
        rule.rate = number(entry.second, "rate", 1.0, 1e-6);
        rule.headStart = number(entry.second, "head_start_s", 0.0, 0.0);
        rule.rank = static_cast<int>(number(entry.second, "rank", rule.rank, 0.0));
        m_policy.classes.append(rule);
    }
}

base::Result<Policy> PolicyReader::read(const QByteArray& text)
{
    try {
        const YAML::Node root = YAML::Load(text.toStdString());
        if (!root.IsMap())
            return Error{ErrorCode::PolicyInvalid, tr("%1:1: expected an object with \"policy\" and \"classes\"").arg(m_file)};
        allowOnly(root, {QStringLiteral("policy"), QStringLiteral("classes"), QStringLiteral("bound_s"),
                         QStringLiteral("no_show"), QStringLiteral("undo_s")});
        const std::optional<PolicyKind> kind =
            policyFromName(root["policy"].IsDefined() && root["policy"].IsScalar() ? QString::fromStdString(root["policy"].Scalar()) : QString());
        if (kind)
            m_policy.kind = *kind;
        else
            complain(root["policy"], tr("\"policy\" must be accumulating, strict or fifo"));
        readClasses(root["classes"]);
        m_policy.bound = number(root, "bound_s", 0.0, 0.0);
        m_policy.undoSeconds = number(root, "undo_s", 5.0, 0.0);
        if (const YAML::Node noShow = root["no_show"]; noShow.IsDefined() && noShow.IsMap()) {
            allowOnly(noShow, {QStringLiteral("calls"), QStringLiteral("seconds")});
            m_policy.noShowCalls = static_cast<int>(number(noShow, "calls", 3, 1));
            m_policy.noShowSeconds = number(noShow, "seconds", 120, 0);
        } else if (noShow.IsDefined()) {
            complain(noShow, tr("\"no_show\" must be an object with calls and seconds"));
        }
    } catch (const YAML::Exception& exception) {
        m_complaints.append(QStringLiteral("%1:%2: %3")
                                .arg(m_file)
                                .arg(exception.mark.line + 1)
                                .arg(QString::fromStdString(exception.msg)));
    }
    if (!m_complaints.isEmpty())
        return Error{ErrorCode::PolicyInvalid, m_complaints.join(QLatin1Char('\n'))};
    return m_policy;
}

} // namespace

QString policyName(PolicyKind kind)
{
    switch (kind) {
    case PolicyKind::Accumulating: return QStringLiteral("accumulating");
    case PolicyKind::Strict: return QStringLiteral("strict");
    case PolicyKind::Fifo: return QStringLiteral("fifo");
    }
    return {};
}

std::optional<PolicyKind> policyFromName(const QString& name)
{
    for (const PolicyKind kind : {PolicyKind::Accumulating, PolicyKind::Strict, PolicyKind::Fifo}) {
        if (policyName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

const ClassRule* Policy::find(const QString& code) const
{
    for (const ClassRule& rule : classes) {
        if (rule.code == code)
            return &rule;
    }
    return nullptr;
}

ClassRule Policy::effective(const ClassRule& rule) const
{
    ClassRule result = rule;
    if (kind != PolicyKind::Strict)
        result.rank = 0;
    if (kind != PolicyKind::Accumulating) {
        result.rate = 1.0;
        result.headStart = 0;
    }
    return result;
}

base::Result<Policy> readPolicy(const QByteArray& text, const QString& fileName)
{
    return PolicyReader(fileName).read(text);
}

QJsonObject toJson(const Policy& policy)
{
    QJsonObject classes;
    for (const ClassRule& rule : policy.classes)
        classes.insert(rule.code, QJsonObject{{QStringLiteral("rate"), rule.rate},
                                              {QStringLiteral("head_start_s"), rule.headStart},
                                              {QStringLiteral("rank"), rule.rank}});
    return {{QStringLiteral("policy"), policyName(policy.kind)},
            {QStringLiteral("classes"), classes},
            {QStringLiteral("bound_s"), policy.bound},
            {QStringLiteral("no_show"),
             QJsonObject{{QStringLiteral("calls"), policy.noShowCalls}, {QStringLiteral("seconds"), policy.noShowSeconds}}},
            {QStringLiteral("undo_s"), policy.undoSeconds}};
}

} // namespace hall::queue
