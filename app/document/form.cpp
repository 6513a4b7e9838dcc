// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/form.h"

#include "app/document/texts.h"

#include <QRegularExpression>
#include <algorithm>

namespace hall::document {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

template <class T>
const T* byCode(const QList<T>& list, const QString& code)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return item.code == code; });
    return found == list.end() ? nullptr : &*found;
}

/// In one pass: what a visitor wrote is text, even where it has braces.
QString withFacts(const QString& text, const Facts& facts)
{
    static const QRegularExpression field(QStringLiteral("\\{\\{([a-z_]+)\\}\\}"));
    QString done;
    qsizetype from = 0;
    for (auto it = field.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        done += QStringView(text).mid(from, match.capturedStart() - from);
        const QString code = match.captured(1);
        done += facts.lists.contains(code) ? facts.lists.value(code).join(QLatin1Char('\n')) : facts.values.value(code);
        from = match.capturedEnd();
    }
    return done + text.mid(from);
}

bool holds(const QStringList& conditions, const Facts& facts)
{
    return std::all_of(conditions.begin(), conditions.end(), [&](const QString& condition) {
        return condition.startsWith(QLatin1Char('!')) ? !facts.has(condition.mid(1)) : facts.has(condition);
    });
}

} // namespace

const SignPlace* Form::place(const QString& wanted) const
{
    return byCode(places, wanted);
}

const Field* FormBook::field(const QString& code) const
{
    return byCode(fields, code);
}

Result<Form> FormBook::find(const QString& code) const
{
    if (const Form* form = byCode(forms, code))
        return *form;
    QStringList known;
    for (const Form& form : forms)
        known.append(form.code);
    return Error{ErrorCode::InvalidArgument,
                 tr("There is no form \"%1\". Known are: %2.").arg(code, known.join(QLatin1String(", ")))};
}

QString FormBook::number(const Form& form, int year, qint64 n) const
{
    return QStringLiteral("%1%2〔%3〕%4号").arg(word, form.series).arg(year).arg(n);
}

Status checkFacts(const Form& form, const Facts& facts, const FormBook& book, const QString& language)
{
    QStringList missing;
    for (const QString& code : form.needs) {
        if (facts.has(code))
            continue;
        const Field* field = book.field(code);
        missing.append(tr("%1 (%2)").arg(field->name.in(language), field->remedy.in(language)));
    }
    if (missing.isEmpty())
        return {};
    return Error{ErrorCode::InvalidArgument,
                 tr("\"%1\" cannot be made yet. It needs: %2.").arg(form.title.in(language), missing.join(tr("; ")))};
}

QList<Block> filled(const Form& form, const Facts& facts, const QString& language)
{
    QList<Block> lines;
    for (Block block : form.body(language)) {
        if (!holds(block.conditions, facts))
            continue;
        block.conditions.clear();
        if (block.kind == BlockKind::Each) {
            const QStringList items = facts.lists.value(block.text);
            for (const QString& item : items)
                lines.append(Block{BlockKind::Paragraph, item, {}, 1, {}});
            continue;
        }
        if (block.kind != BlockKind::Sign)
            block.text = withFacts(block.text, facts);
        for (QString& cell : block.cells)
            cell = withFacts(cell, facts);
        lines.append(block);
    }
    return lines;
}

} // namespace hall::document
