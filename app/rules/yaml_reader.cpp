// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/yaml_reader.h"

#include "app/rules/texts.h"

namespace hall::rules {

namespace {

constexpr qsizetype kLongestText = 600;

} // namespace

void Complaints::add(const QString& file, int line, const QString& reason)
{
    m_lines.append(QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(reason));
}

void Complaints::add(const QString& file, const YAML::Node& node, const QString& reason)
{
    add(file, node.IsDefined() ? node.Mark().line + 1 : 1, reason);
}

YamlMap::YamlMap(YAML::Node node, QString file, Complaints& complaints)
    : m_node(std::move(node))
    , m_file(std::move(file))
    , m_complaints(complaints)
{
    if (!m_node.IsMap())
        m_complaints.add(m_file, m_node, tr("expected \"key: value\" lines"));
}

YamlMap::~YamlMap()
{
    if (!m_node.IsMap())
        return;
    QStringList seen;
    for (const auto& entry : m_node) {
        const QString key = QString::fromStdString(entry.first.Scalar());
        if (seen.contains(key))
            m_complaints.add(m_file, entry.first, tr("\"%1\" stands here twice").arg(key));
        else if (!m_asked.contains(key))
            m_complaints.add(m_file, entry.first, tr("\"%1\" is not known here").arg(key));
        seen.append(key);
    }
}

int YamlMap::line() const
{
    return m_node.Mark().line + 1;
}

void YamlMap::complain(const QString& reason)
{
    m_complaints.add(m_file, m_node, reason);
}

void YamlMap::complainAt(const char* key, const QString& reason)
{
    const YAML::Node value = m_node.IsMap() ? m_node[key] : YAML::Node();
    m_complaints.add(m_file, value.IsDefined() ? value : m_node, reason);
}

YAML::Node YamlMap::take(const char* key, bool required)
{
    m_asked.append(QString::fromLatin1(key));
    if (!m_node.IsMap())
        return YAML::Node(YAML::NodeType::Undefined);
    const YAML::Node value = m_node[key];
    if (!value.IsDefined() || value.IsNull()) {
        if (required)
            complain(tr("\"%1\" is missing").arg(QString::fromLatin1(key)));
        return YAML::Node(YAML::NodeType::Undefined);
    }
    return value;
}

YAML::Node YamlMap::raw(const char* key)
{
    return take(key, false);
}

QString YamlMap::scalar(const YAML::Node& node, const char* key)
{
    if (!node.IsScalar()) {
        m_complaints.add(m_file, node, tr("\"%1\" must be a text").arg(QString::fromLatin1(key)));
        return {};
    }
    const QString value = QString::fromStdString(node.Scalar()).trimmed();
    if (value.size() > kLongestText)
        m_complaints.add(m_file, node, tr("\"%1\" is longer than %2 characters").arg(QString::fromLatin1(key)).arg(kLongestText));
    return value;
}

QString YamlMap::string(const char* key, bool required)
{
    const YAML::Node value = take(key, required);
    if (!value.IsDefined())
        return {};
    const QString text = scalar(value, key);
    if (required && text.isEmpty())
        m_complaints.add(m_file, value, tr("\"%1\" is empty").arg(QString::fromLatin1(key)));
    return text;
}

Text YamlMap::text(const char* key, bool required)
{
    const YAML::Node value = take(key, required);
    if (!value.IsDefined())
        return {};
    if (!value.IsMap()) {
        m_complaints.add(m_file, value, tr("\"%1\" must have zh and en").arg(QString::fromLatin1(key)));
        return {};
    }
    YamlMap languages(value, m_file, m_complaints);
    return {languages.string("zh"), languages.string("en")};
}

int YamlMap::integer(const char* key, int otherwise)
{
    const double value = number(key, otherwise);
    if (value != static_cast<int>(value))
        complainAt(key, tr("\"%1\" must be a whole number").arg(QString::fromLatin1(key)));
    return static_cast<int>(value);
}

double YamlMap::number(const char* key, double otherwise)
{
    const YAML::Node value = take(key, false);
    if (!value.IsDefined())
        return otherwise;
    bool ok = false;
    const double parsed = scalar(value, key).toDouble(&ok);
    if (!ok || parsed < 0 || parsed > 1e9)
        m_complaints.add(m_file, value, tr("\"%1\" must be a number of 0 or more").arg(QString::fromLatin1(key)));
    return ok ? parsed : otherwise;
}

bool YamlMap::boolean(const char* key, bool otherwise)
{
    const YAML::Node value = take(key, false);
    if (!value.IsDefined())
        return otherwise;
    const QString word = scalar(value, key);
    if (word == QLatin1StringView("true") || word == QLatin1StringView("yes"))
        return true;
    if (word != QLatin1StringView("false") && word != QLatin1StringView("no"))
        m_complaints.add(m_file, value, tr("\"%1\" must be yes or no").arg(QString::fromLatin1(key)));
    return false;
}

QStringList YamlMap::strings(const char* key, bool required)
{
    const YAML::Node value = take(key, required);
    QStringList list;
    if (!value.IsDefined())
        return list;
    if (!value.IsSequence()) {
        m_complaints.add(m_file, value, tr("\"%1\" must be a list").arg(QString::fromLatin1(key)));
        return list;
    }
    for (const YAML::Node& item : value)
        list.append(scalar(item, key));
    return list;
}

void YamlMap::each(const char* key, bool required, const std::function<void(YamlMap&)>& read)
{
    const YAML::Node value = take(key, required);
    if (!value.IsDefined())
        return;
    if (!value.IsSequence()) {
        m_complaints.add(m_file, value, tr("\"%1\" must be a list").arg(QString::fromLatin1(key)));
        return;
    }
    for (const YAML::Node& item : value) {
        YamlMap map(item, m_file, m_complaints);
        if (item.IsMap())
            read(map);
    }
}

} // namespace hall::rules
