// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace hall::document {

struct Words
{
    QString zh;
    QString en;
    const QString& in(const QString& language) const { return language == QLatin1StringView("en") ? en : zh; }
    bool operator==(const Words&) const = default;
};

/// A fact that forms may ask for, and what to do where a case lacks it.
struct Field
{
    QString code;
    bool list = false; ///< several lines, each printed as a paragraph
    Words name;
    Words remedy;
    bool operator==(const Field&) const = default;
};

enum class Layout { Letter, Notice, Table };
enum class BlockKind { Recipient, Heading, Paragraph, Each, Row, TallRow, Organ, Sign };

/// One line of a form.
struct Block
{
    BlockKind kind = BlockKind::Paragraph;
    QString text;           ///< with {{fields}}; of Each: the list's code; of Sign: the place's code
    QStringList cells;      ///< of rows: label, value, label, value …
    int lines = 1;          ///< of a tall row: how high it is at least, in lines
    QStringList conditions; ///< "x": only where the fact is there; "!x": only where it is not
    bool operator==(const Block&) const = default;
};

struct SignPlace
{
    QString code;
    Words name;
    bool operator==(const SignPlace&) const = default;
};

/// An official document as data: one file of resources/documents. A plain value.
struct Form
{
    QString code;
    Words title;
    QString series; ///< stands in the number between the organ's word and the year; each has a series of its own
    Layout layout = Layout::Notice;
    Words basis;    ///< the article that asks for it
    Words delivery; ///< to whom and how it is handed over
    QStringList needs;
    QList<SignPlace> places;
    QList<Block> zh;
    QList<Block> en;

    const QList<Block>& body(const QString& language) const { return language == QLatin1StringView("en") ? en : zh; }
    const SignPlace* place(const QString& code) const;
    bool operator==(const Form&) const = default;
};

struct FormBook
{
    Words organ;  ///< whose documents they are
    QString word; ///< with which its document numbers begin: 拱信访
    QList<Field> fields;
    QList<Form> forms;

    const Field* field(const QString& code) const;
    /// The form, or InvalidArgument with those that there are.
    base::Result<Form> find(const QString& code) const;
    /// "拱信访意〔2026〕12号" (GB/T 9704-2012, 7.2.5).
    QString number(const Form& form, int year, qint64 n) const;
    bool operator==(const FormBook&) const = default;
};

/// Reads organ.txt, fields.txt and *.form of a folder; what is not there is as the programs come with it. Every fault is named
/// as "file:line: reason" (FileInvalid): a field that nobody fills, a fact that may be missing where the text needs it, a
/// place to sign that is not described, a condition that does not end.
base::Result<FormBook> readForms(const QString& folder);

/// What a form is filled with, in one language.
struct Facts
{
    QMap<QString, QString> values;
    QMap<QString, QStringList> lists;

    bool has(const QString& code) const { return !values.value(code).isEmpty() || !lists.value(code).isEmpty(); }
};

/// InvalidArgument: names each fact that the form needs and the case lacks, and what to do.
base::Status checkFacts(const Form& form, const Facts& facts, const FormBook& book, const QString& language);

/// The form's lines with their facts in place; those whose condition does not hold are left out, and a list is a line each.
QList<Block> filled(const Form& form, const Facts& facts, const QString& language);

} // namespace hall::document
