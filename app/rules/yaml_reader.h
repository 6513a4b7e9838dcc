// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/rules/catalogue.h"

#include <QStringList>
#include <functional>
#include <optional>
#include <yaml-cpp/yaml.h>

namespace hall::rules {

/// Collects what is wrong with the catalogue, with file and line, so that one look shows everything there is to mend.
class Complaints
{
public:
    void add(const QString& file, int line, const QString& reason);
    void add(const QString& file, const YAML::Node& node, const QString& reason);
    /// What another reader complained of: lines that name file and line already.
    void add(const base::Error& error) { m_lines.append(error.message.split(QLatin1Char('\n'))); }
    bool isEmpty() const { return m_lines.isEmpty(); }
    QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    QStringList m_lines;
};

/// One mapping of a YAML file, read key by key; keys that nobody asked for are complained about at the end.
class YamlMap
{
public:
    YamlMap(YAML::Node node, QString file, Complaints& complaints);
    ~YamlMap();
    YamlMap(const YamlMap&) = delete;
    YamlMap& operator=(const YamlMap&) = delete;

    QString string(const char* key, bool required = true);
    Text text(const char* key, bool required = true);
    int integer(const char* key, int otherwise);
    double number(const char* key, double otherwise);
    bool boolean(const char* key, bool otherwise);
    QStringList strings(const char* key, bool required = true);
    /// Calls `read` with each mapping of a list.
    void each(const char* key, bool required, const std::function<void(YamlMap&)>& read);
    YAML::Node raw(const char* key);

    void complain(const QString& reason);
    void complainAt(const char* key, const QString& reason);
    const QString& file() const { return m_file; }
    int line() const;

private:
    YAML::Node take(const char* key, bool required);
    QString scalar(const YAML::Node& node, const char* key);

    YAML::Node m_node;
    QString m_file;
    Complaints& m_complaints;
    QStringList m_asked;
};

} // namespace hall::rules
