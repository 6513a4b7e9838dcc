// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/documents_pane.h"

#include "ui/desk/cases/column.h"
#include "ui/desk/cases/save_dialog.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

namespace hall::desk {

using base::Result;

namespace {

constexpr double kSheetWidthInches = 210 / 25.4;

} // namespace

DocumentsPane::DocumentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, const base::Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_phrases(phrases)
    , m_look(look)
    , m_clock(clock)
    , m_formLabel(makeLabel("caption", this))
    , m_form(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_about(makeLabel("muted", this, "documentAbout"))
    , m_places(new QVBoxLayout)
    , m_preview(makeButton("documentPreview", this))
    , m_make(makeButton("documentMake", this, true))
    , m_print(makeButton("documentPrint", this))
    , m_said(makeLabel("body", this, "documentSaid"))
    , m_pages(new QVBoxLayout)
    , m_madeTitle(makeLabel("title", this))
    , m_made(new QVBoxLayout)
{
    setObjectName(QStringLiteral("documentsPane"));
    m_form->setObjectName(QStringLiteral("documentForm"));
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(10);
    m_language->setObjectName(QStringLiteral("documentLanguage"));
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_formLabel);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_form, 1);
    choice->addWidget(m_language);
    column->addLayout(choice);
    column->addWidget(m_about);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_make, m_preview, m_print})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_said);
    column->addLayout(m_places);
    column->addLayout(m_pages);
    column->addWidget(m_madeTitle);
    column->addLayout(m_made);
    column->addStretch();
    connect(m_form, &QComboBox::currentIndexChanged, this, &DocumentsPane::choose);
    connect(m_language, &QComboBox::currentIndexChanged, this, &DocumentsPane::choose);
    connect(m_preview, &QPushButton::clicked, this, &DocumentsPane::preview);
    connect(m_make, &QPushButton::clicked, this, &DocumentsPane::make);
    connect(m_print, &QPushButton::clicked, this, &DocumentsPane::choosePrinter);
    retranslate();
    wipe();
}

void DocumentsPane::wipe()
{
    ++m_epoch;
    m_view = {};
    m_reason = {};
    m_shown = {};
    m_last.reset();
    m_signs.clear();
    m_busy = false;
    {
        const QSignalBlocker quiet(m_form);
        m_form->clear();
    }
    for (QVBoxLayout* layout : {m_places, m_pages, m_made})
        clearColumn(layout);
    for (QLabel* label : {m_about, m_said, m_madeTitle})
        setText(label, {}, true);
    setBusy(false);
}

void DocumentsPane::show(const CaseView& view, const casefile::Reason& reason)
{
    const bool same = m_view.file.summary.number == view.file.summary.number;
    if (!same)
        wipe();
    const bool grown = !same || m_view.file.entries.size() != view.file.entries.size() || m_form->count() == 0;
    m_view = view;
    m_reason = reason;
    if (grown)
        listForms();
    listMade();
}

void DocumentsPane::listForms()
{
    const QString before = m_form->currentData().toString();
    {
        const QSignalBlocker quiet(m_form);
        m_form->clear();
        m_form->addItem(tr("(choose a document)"), QString());
        for (const auto& form : std::as_const(m_view.forms)) {
            const QString title = m_phrases.text({form.title.zh, form.title.en});
            m_form->addItem(form.missing.isEmpty() ? title : tr("%1 – not yet", "title of a document that cannot be made now").arg(title), form.code);
        }
        m_form->setCurrentIndex(std::max(0, m_form->findData(before)));
    }
    if (m_form->currentIndex() == 0 || before.isEmpty())
        choose();
}

/// A form that lacks something says what, and how to mend it.
void DocumentsPane::choose()
{
    ++m_epoch;
    m_shown = {};
    clearColumn(m_pages);
    clearColumn(m_places);
    m_signs.clear();
    const QString code = m_form->currentData().toString();
    const auto form = std::find_if(m_view.forms.begin(), m_view.forms.end(), [&](const auto& each) { return each.code == code; });
    setText(m_said, {}, true);
    if (form == m_view.forms.end()) {
        setText(m_about, code.isEmpty() && !m_view.forms.isEmpty() ? tr("Documents are filled from the case; nothing is typed again.") : QString(), true);
        setBusy(false);
        return;
    }
    const QString basis = m_phrases.text({form->basis.zh, form->basis.en});
    const QString delivery = m_phrases.text({form->delivery.zh, form->delivery.en});
    setText(m_about, form->missing.isEmpty() ? tr("%1 · %2", "article; how it is handed over").arg(basis, delivery) : form->missing, true);
    if (form->missing.isEmpty()) {
        offerPlaces(*form);
        preview();
    }
    setBusy(false);
}

void DocumentsPane::offerPlaces(const casefile::FormOffer& form)
{
    for (const auto& place : form.places) {
        auto* box = new QWidget(this);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        const QString name = m_phrases.text({place.name.zh, place.name.en});
        auto* open = makeButton("", box);
        open->setObjectName(QStringLiteral("signHere_") + place.code);
        open->setProperty("chip", true);
        open->setCheckable(true);
        open->setText(tr("%1: sign on the screen", "whose signature").arg(name));
        auto* fields = new QWidget(box);
        auto* inner = new QVBoxLayout(fields);
        inner->setContentsMargins(0, 0, 0, 0);
        auto* signer = new QLineEdit(fields);
        signer->setObjectName(QStringLiteral("signer_") + place.code);
        signer->setPlaceholderText(tr("Name of who signs"));
        signer->setAccessibleName(tr("Name of who signs: %1").arg(name));
        auto* pad = new SignaturePad(m_look, fields);
        pad->setObjectName(QStringLiteral("sign_") + place.code);
        pad->setAccessibleName(tr("Signature: %1").arg(name));
        auto* again = makeButton("", fields);
        again->setObjectName(QStringLiteral("signAgain_") + place.code);
        again->setProperty("look", QLatin1StringView("quiet"));
        again->setText(tr("Sign anew"));
        connect(again, &QPushButton::clicked, pad, &SignaturePad::clear);
        column->addWidget(open, 0, Qt::AlignLeft);
        auto* row = new QHBoxLayout;
        row->addWidget(signer, 1);
        row->addWidget(again);
        inner->addLayout(row);
        inner->addWidget(pad);
        column->addWidget(fields);
        fields->hide();
        connect(open, &QPushButton::toggled, fields, &QWidget::setVisible);
        m_places->addWidget(box);
        m_signs.append({place.code, signer, pad});
        connect(pad, &SignaturePad::changed, this, &DocumentsPane::preview);
    }
}

casefile::DocumentOrder DocumentsPane::order() const
{
    casefile::DocumentOrder order;
    order.number = m_view.file.summary.number;
    order.form = m_form->currentData().toString();
    order.language = m_language->currentData().toString();
    order.after = m_view.file.entries.isEmpty() ? 0 : m_view.file.entries.last().sequence;
    order.reason = m_reason;
    for (const Place& place : m_signs) {
        if (!place.pad->isEmpty())
            order.signatures.append({place.code, place.signer->text().trimmed(), m_clock.now(), place.pad->strokes()});
    }
    return order;
}

void DocumentsPane::preview()
{
    const auto wanted = order();
    if (wanted.form.isEmpty() || m_busy)
        return;
    m_gateway.preview(wanted).then(this, [this, epoch = m_epoch](const Result<document::Pages>& pages) {
        if (epoch != m_epoch)
            return;
        if (!pages.ok()) {
            say(m_phrases.remedy(pages.error()), false);
            return;
        }
        m_shown = *pages;
        drawPages();
    });
}

void DocumentsPane::drawPages()
{
    clearColumn(m_pages);
    const int room = std::max(m_look.px(240), width() - 12);
    for (qsizetype i = 0; i < m_shown.pages.size(); ++i) {
        auto* sheet = makeLabel("body", this, "documentPage");
        const QPixmap picture = QPixmap::fromImage(document::image(m_shown.pages[i], room / kSheetWidthInches));
        sheet->setPixmap(picture);
        sheet->setMaximumWidth(picture.width() + 2);
        sheet->setAccessibleName(tr("Page %1 of %2").arg(i + 1).arg(m_shown.pages.size()));
        sheet->setAccessibleDescription(m_shown.pages[i].plainText());
        sheet->setFrameShape(QFrame::Box);
        sheet->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a narrower window draws it anew
        m_pages->addWidget(sheet);
    }
}

void DocumentsPane::make()
{
    const auto wanted = order();
    if (wanted.form.isEmpty() || m_busy)
        return;
    for (const Place& place : std::as_const(m_signs)) {
        if (!place.pad->isEmpty() && place.signer->text().trimmed().isEmpty()) {
            say(tr("Write the name of who signed."), false);
            place.signer->setFocus();
            return;
        }
    }
    setBusy(true);
    m_gateway.makeDocument(wanted).then(this, [this, epoch = m_epoch, number = wanted.number](const Result<casefile::MadeDocument>& document) {
        if (epoch != m_epoch)
            return;
        setBusy(false);
        if (!document.ok()) {
            say(document.error().code == base::ErrorCode::EntryConflict
                    ? tr("Somebody wrote into this case meanwhile. Look at the preview again, then make the document once more.")
                    : m_phrases.remedy(document.error()), false);
            if (document.error().code == base::ErrorCode::EntryConflict)
                emit made(number); // read it anew
            return;
        }
        m_last = *document;
        m_shown = document->drawn;
        clearColumn(m_places);
        m_signs.clear();
        drawPages();
        setBusy(false);
        say(tr("%1 was made as entry %2: print it, or save it as PDF below.").arg(document->number).arg(document->entry.sequence), true);
        emit made(number);
    });
}

void DocumentsPane::listMade()
{
    clearColumn(m_made);
    int shown = 0;
    const auto& entries = m_view.file.entries;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        const auto facts = casefile::attachmentOf(*entry);
        if (facts && entry->kind == QLatin1StringView("document")) {
            addMade(*entry, *facts);
            ++shown;
        }
    }
    setText(m_madeTitle, shown > 0 ? tr("Made so far") : QString(), true);
}

void DocumentsPane::addMade(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts)
{
    const auto said = [&](const char* field) { return entry.content.value(QLatin1StringView(field)); };
    m_made->addWidget(makeRule(this));
    auto* title = makeLabel("strong", this, "documentMade");
    setText(title, said("title").toString() + QStringLiteral("  ") + said("number").toString());
    m_made->addWidget(title);
    auto* about = makeLabel("caption", this);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setText(about, tr("Entry %1 · pages: %2 · signatures: %3 · %4 %5 · %6", "numbers; date, time, who")
                       .arg(entry.sequence).arg(said("pages").toInteger()).arg(said("signatures").toArray().size())
                       .arg(m_phrases.date(base::hallDay(entry.at)), m_phrases.clock(entry.at), m_phrases.person(entry.author))
                       + u'\n' + tr("Hash %1").arg(QString::fromLatin1(facts.hash.toHex().left(32))));
    m_made->addWidget(about);
    auto* save = makeButton("", this);
    save->setObjectName(QStringLiteral("documentSave_%1").arg(entry.sequence));
    save->setText(tr("Save as PDF…"));
    save->setAccessibleName(tr("Save %1 as PDF").arg(said("number").toString()));
    connect(save, &QPushButton::clicked, this, [this, sequence = entry.sequence, name = facts.name] { chooseTarget(sequence, name); });
    m_made->addWidget(save, 0, Qt::AlignLeft);
}

void DocumentsPane::chooseTarget(qint64 sequence, const QString& name)
{
    askWhereToSave(this, tr("Save as PDF"), name, [this, sequence](const QString& path) { saveTo(sequence, path); });
}

void DocumentsPane::saveTo(qint64 sequence, const QString& path)
{
    m_gateway.saveAttachment(m_view.file.summary.number, sequence, path, m_reason, std::make_shared<LongWork>())
        .then(this, [this, epoch = m_epoch](const Result<bool>& saved) {
            if (epoch == m_epoch)
                say(saved.ok() ? tr("Saved outside the vault, and the audit trail says so. Delete it when it is no longer needed.")
                               : m_phrases.remedy(saved.error()), saved.ok());
        });
}

void DocumentsPane::choosePrinter()
{
    if (!m_last)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] { printTo(*printer); });
    dialog->open();
}

bool DocumentsPane::printTo(QPagedPaintDevice& device)
{
    if (!m_last)
        return false;
    const base::Status printed = document::print(m_last->drawn, device);
    if (!printed.ok()) {
        say(m_phrases.remedy(printed.error()), false);
        return true;
    }
    say(tr("%1 went to the printer.").arg(m_last->number), true);
    m_gateway.notePrinted(m_view.file.summary.number, m_last->entry.sequence).then(this, [this, epoch = m_epoch](const Result<bool>& noted) {
        if (epoch == m_epoch && !noted.ok())
            say(m_phrases.remedy(noted.error()), false);
    });
    return true;
}

void DocumentsPane::setBusy(bool busy)
{
    m_busy = busy;
    const QString code = m_form->currentData().toString();
    const auto form = std::find_if(m_view.forms.begin(), m_view.forms.end(), [&](const auto& each) { return each.code == code; });
    const bool fits = form != m_view.forms.end() && form->missing.isEmpty();
    m_make->setEnabled(fits && !busy);
    m_preview->setEnabled(fits && !busy);
    m_print->setVisible(m_last.has_value());
    if (busy)
        say(tr("The document is being made …"), true);
}

void DocumentsPane::say(const QString& words, bool good)
{
    setTone(m_said, "type", good ? QStringLiteral("good") : QStringLiteral("error"));
    setText(m_said, words, true);
}

void DocumentsPane::retranslate()
{
    setText(m_formLabel, tr("Document"));
    m_form->setAccessibleName(tr("Document"));
    m_language->setAccessibleName(tr("Language of the document"));
    m_preview->setText(tr("Preview"));
    m_make->setText(tr("Make it, with a number"));
    m_print->setText(tr("Print…"));
}

void DocumentsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_view.file.summary.number.isEmpty()) {
        listForms();
        listMade();
    }
}

void DocumentsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !m_shown.pages.isEmpty())
        drawPages();
}

} // namespace hall::desk
