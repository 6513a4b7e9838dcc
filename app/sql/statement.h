// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <variant>

namespace hall::sql {

/// What a column can hold: nothing, a whole number, a real one, text, bytes.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// A prepared statement of one engine. Parameters are numbered from 1 and written `$1`, `$2`, … in the text; columns
/// are numbered from 0. Used through Connection and Rows; only the engines implement it.
class Statement
{
public:
    virtual ~Statement() = default;

    virtual void bindNull(int parameter) = 0;
    virtual void bindInteger(int parameter, qint64 value) = 0;
    virtual void bindReal(int parameter, double value) = 0;
    virtual void bindText(int parameter, const QString& value) = 0;
    virtual void bindBlob(int parameter, const QByteArray& value) = 0;

    /// Runs to the next row: true when there is one, false at the end.
    virtual base::Result<bool> step() = 0;
    /// Ends the run and forgets the parameters; the statement can be used again.
    virtual void reset() = 0;

    virtual int columns() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray blob(int column) const = 0;
    /// As it is stored, whatever it is.
    virtual Value any(int column) const = 0;
};

} // namespace hall::sql
