// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/made_documents.h"

#include "ui/desk/cases/column.h"
#include "ui/desk/cases/save_dialog.h"

#include <QPrintDialog>
#include <QPrinter>

namespace hall::desk {

using base::Result;

namespace {

constexpr qint64 kLargestDocument = 24 << 20; ///< bytes

QString contentOf(const casefile::CaseEntry& entry, const char* field)
{
    return entry.content.value(QLatin1StringView(field)).toVariant().toString();
}

} // namespace

MadeDocuments::MadeDocuments(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_phrases(phrases)
    , m_title(makeLabel("title", this))
    , m_rows(new QVBoxLayout)
    , m_view(new PaperView(look, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    m_view->hide();
}

void MadeDocuments::wipe()
{
    ++m_epoch;
    m_file = {};
    m_reason = {};
    m_opened.reset();
    m_looking = 0;
    list();
}

void MadeDocuments::show(const casefile::CaseFile& file, const casefile::Reason& reason, const QString& form)
{
    if (m_file.summary.number != file.summary.number)
        wipe();
    const bool grown = m_file.entries.size() != file.entries.size() || m_form != form;
    m_file = file;
    m_reason = reason;
    m_form = form;
    if (grown)
        list();
}

void MadeDocuments::take(const casefile::MadeDocument& made)
{
    m_opened = Opened{made.entry.sequence, made.number, document::Paper(made.drawn)};
    m_looking = made.entry.sequence;
    tellLooking();
}

/// The sheets stand below the document that they are of, so they are kept while the rows are made anew.
void MadeDocuments::list()
{
    m_rows->removeWidget(m_view);
    clearColumn(m_rows);
    int shown = 0;
    for (auto entry = m_file.entries.crbegin(); entry != m_file.entries.crend(); ++entry) {
        const auto facts = casefile::attachmentOf(*entry);
        if (!facts || entry->kind != QLatin1StringView("document") || (!m_form.isEmpty() && contentOf(*entry, "form") != m_form))
            continue;
        addRow(*entry, *facts);
        ++shown;
    }
    setText(m_title, shown > 0 ? tr("Made so far") : QString(), true);
    tellLooking();
}

void MadeDocuments::addRow(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts)
{
    const qint64 sequence = entry.sequence;
    const QString number = contentOf(entry, "number");
    m_rows->addWidget(makeRule(this));
    auto* title = makeLabel("strong", this, "documentMade");
    setText(title, contentOf(entry, "title") + QStringLiteral("  ") + number);
    m_rows->addWidget(title);
    auto* about = makeLabel("caption", this);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setText(about, tr("Entry %1 · pages: %2 · signatures: %3 · %4 %5 · %6", "numbers; date, time, who")
                       .arg(sequence).arg(contentOf(entry, "pages")).arg(entry.content.value(QLatin1StringView("signatures")).toArray().size())
                       .arg(m_phrases.date(base::hallDay(entry.at)), m_phrases.clock(entry.at), m_phrases.person(entry.author))
                       + u'\n' + tr("Hash %1").arg(QString::fromLatin1(facts.hash.toHex().left(32))));
    m_rows->addWidget(about);
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto* look = addButton(row, QStringLiteral("documentLook_%1"), sequence, tr("Look at it"), tr("Look at %1").arg(number));
    look->setCheckable(true);
    connect(look, &QPushButton::clicked, this, [this, sequence] { this->look(sequence); });
    auto* print = addButton(row, QStringLiteral("documentPrint_%1"), sequence, tr("Print…"), tr("Print %1").arg(number));
    connect(print, &QPushButton::clicked, this, [this, sequence] { open(sequence, [this] { choosePrinter(); }); });
    auto* save = addButton(row, QStringLiteral("documentSave_%1"), sequence, tr("Save as PDF…"), tr("Save %1 as PDF").arg(number));
    connect(save, &QPushButton::clicked, this, [this, sequence, name = facts.name] {
        askWhereToSave(this, tr("Save as PDF"), name, [this, sequence](const QString& path) { saveTo(sequence, path); });
    });
    row->addStretch();
    m_rows->addWidget(buttons);
}

QPushButton* MadeDocuments::addButton(QHBoxLayout* row, const QString& name, qint64 sequence, const QString& words, const QString& what)
{
    auto* button = makeButton("", this);
    button->setObjectName(name.arg(sequence));
    button->setText(words);
    button->setAccessibleName(what);
    row->addWidget(button);
    return button;
}

/// Reads it where it is not the one that is opened.
void MadeDocuments::open(qint64 sequence, const std::function<void()>& then)
{
    if (m_opened && m_opened->sequence == sequence) {
        then();
        return;
    }
    QString number;
    QString title;
    for (const auto& entry : std::as_const(m_file.entries)) {
        if (entry.sequence != sequence)
            continue;
        number = contentOf(entry, "number");
        title = contentOf(entry, "title");
    }
    m_gateway.readAttachment(m_file.summary.number, sequence, kLargestDocument, m_reason)
        .then(this, [this, sequence, number, title, then, epoch = m_epoch](const Result<QByteArray>& bytes) {
            if (epoch != m_epoch)
                return;
            const auto paper = bytes.ok() ? document::Paper::fromPdf(*bytes, title + u' ' + number) : Result<document::Paper>(bytes.error());
            if (!paper.ok()) {
                tellLooking();
                emit said(m_phrases.remedy(paper.error()), false);
                return;
            }
            m_opened = Opened{sequence, number, *paper};
            if (m_looking != sequence)
                m_looking = 0; // one is open at a time
            then();
            tellLooking();
        });
}

void MadeDocuments::look(qint64 sequence)
{
    if (m_looking == sequence) {
        m_looking = 0;
        tellLooking();
        return;
    }
    open(sequence, [this, sequence] {
        m_looking = sequence;
        tellLooking();
    });
}

void MadeDocuments::tellLooking()
{
    m_view->wipe();
    for (auto* button : findChildren<QPushButton*>()) {
        const bool its = button->objectName() == QStringLiteral("documentLook_%1").arg(m_looking);
        if (button->isCheckable())
            button->setChecked(its);
        if (!its || !m_opened || m_opened->sequence != m_looking)
            continue;
        m_rows->removeWidget(m_view);
        m_rows->insertWidget(m_rows->indexOf(button->parentWidget()) + 1, m_view);
        m_view->show(m_opened->paper);
    }
}

void MadeDocuments::saveTo(qint64 sequence, const QString& path)
{
    m_gateway.saveAttachment(m_file.summary.number, sequence, path, m_reason, std::make_shared<LongWork>())
        .then(this, [this, epoch = m_epoch](const Result<bool>& saved) {
            if (epoch == m_epoch)
                emit said(saved.ok() ? tr("Saved outside the vault, and the audit trail says so. Delete it when it is no longer needed.")
                                     : m_phrases.remedy(saved.error()), saved.ok());
        });
}

/// What is printed is what was asked for, whatever is opened while the dialog stands there.
void MadeDocuments::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, false); // that is saving, and the audit trail calls it so
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, paper = *m_opened, epoch = m_epoch] {
        if (epoch == m_epoch)
            print(paper, *printer);
    });
    dialog->open();
}

bool MadeDocuments::printTo(QPagedPaintDevice& device)
{
    if (m_opened)
        print(*m_opened, device);
    return m_opened.has_value();
}

void MadeDocuments::print(const Opened& opened, QPagedPaintDevice& device)
{
    const base::Status printed = opened.paper.print(device);
    if (!printed.ok()) {
        emit said(m_phrases.remedy(printed.error()), false);
        return;
    }
    emit said(tr("%1 went to the printer.").arg(opened.number), true);
    m_gateway.notePrinted(m_file.summary.number, opened.sequence).then(this, [this, epoch = m_epoch](const Result<bool>& noted) {
        if (epoch == m_epoch && !noted.ok())
            emit said(m_phrases.remedy(noted.error()), false);
    });
}

void MadeDocuments::retranslate() { list(); }

} // namespace hall::desk
