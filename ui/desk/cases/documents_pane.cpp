// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/documents_pane.h"

#include "ui/desk/cases/column.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <algorithm>

namespace hall::desk {

using base::Result;

DocumentsPane::DocumentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, const base::Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_phrases(phrases)
    , m_look(look)
    , m_clock(clock)
    , m_formLabel(makeLabel("caption", this))
    , m_form(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_choice(new QHBoxLayout)
    , m_about(makeLabel("muted", this, "documentAbout"))
    , m_places(new QVBoxLayout)
    , m_preview(makeButton("documentPreview", this))
    , m_make(makeButton("documentMake", this, true))
    , m_said(makeLabel("body", this, "documentSaid"))
    , m_pages(new PaperView(look, this))
    , m_made(new MadeDocuments(gateway, phrases, look, this))
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
    m_choice->addWidget(m_form, 1);
    m_choice->addWidget(m_language);
    column->addLayout(m_choice);
    column->addWidget(m_about);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_make, m_preview})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_said);
    column->addLayout(m_places);
    column->addWidget(m_pages);
    column->addWidget(m_made);
    column->addStretch();
    connect(m_form, &QComboBox::currentIndexChanged, this, &DocumentsPane::choose);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        if (!chooseOnly())
            choose();
    });
    connect(m_preview, &QPushButton::clicked, this, [this] {
        if (!chooseOnly())
            preview();
    });
    connect(m_make, &QPushButton::clicked, this, &DocumentsPane::make);
    connect(m_made, &MadeDocuments::said, this, &DocumentsPane::say);
    retranslate();
    wipe();
}

void DocumentsPane::wipe()
{
    ++m_epoch;
    m_view = {};
    m_reason = {};
    m_busy = false;
    {
        const QSignalBlocker quiet(m_form);
        m_form->clear();
    }
    clearForm();
    m_made->wipe();
    for (QLabel* label : {m_about, m_said})
        setText(label, {}, true);
    setBusy(false);
}

void DocumentsPane::offerOnly(const QString& form)
{
    m_only = form;
    m_formLabel->hide();
    m_form->hide();
    m_choice->setAlignment(m_language, Qt::AlignLeft);
}

/// After the only form has served it is chosen anew by looking at it again. False: it is not that.
bool DocumentsPane::chooseOnly()
{
    const int place = m_only.isEmpty() || chosen() ? -1 : m_form->findData(m_only);
    if (place >= 0)
        m_form->setCurrentIndex(place);
    return place >= 0;
}

void DocumentsPane::clearForm()
{
    m_signs.clear();
    clearColumn(m_places);
    m_pages->wipe();
}

const casefile::FormOffer* DocumentsPane::chosen() const
{
    const QString code = m_form->currentData().toString();
    const auto form = std::find_if(m_view.forms.begin(), m_view.forms.end(), [&](const auto& each) { return each.code == code; });
    return form == m_view.forms.end() ? nullptr : &*form;
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
    m_made->show(view.file, reason, m_only);
}

void DocumentsPane::listForms()
{
    const bool had = m_form->count() > 0;
    const QString held = m_form->currentData().toString();
    {
        const QSignalBlocker quiet(m_form);
        m_form->clear();
        m_form->addItem(tr("(choose a document)"), QString());
        for (const auto& form : std::as_const(m_view.forms)) {
            const QString title = m_phrases.text({form.title.zh, form.title.en});
            m_form->addItem(form.missing.isEmpty() ? title : tr("%1 – not yet", "title of a document that cannot be made now").arg(title), form.code);
        }
        m_form->setCurrentIndex(std::max(0, m_form->findData(had ? held : m_only)));
    }
    if (!had || m_form->currentData().toString() != held)
        choose();
}

/// A form that lacks something says what, and how to mend it.
void DocumentsPane::choose()
{
    ++m_epoch;
    clearForm();
    const auto* form = chosen();
    setText(m_said, {}, true);
    if (!form) {
        setText(m_about, m_only.isEmpty() && !m_view.forms.isEmpty() ? tr("Documents are filled from the case; nothing is typed again.") : QString(), true);
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
        m_pages->show(document::Paper(*pages));
    });
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
    setFocus(); // the button is of no use for a while; the keys stay here
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
        taken(*document);
    });
}

/// The form has served: what was made stands below, and making it twice takes a choice of its own.
void DocumentsPane::taken(const casefile::MadeDocument& document)
{
    clearForm();
    {
        const QSignalBlocker quiet(m_form);
        m_form->setCurrentIndex(0);
    }
    m_made->take(document);
    choose();
    say(tr("%1 was made as entry %2; it stands below, to be printed or saved as PDF.").arg(document.number).arg(document.entry.sequence), true);
    emit made(m_view.file.summary.number);
}

void DocumentsPane::setBusy(bool busy)
{
    m_busy = busy;
    const auto* form = chosen();
    const bool fits = form && form->missing.isEmpty();
    m_make->setEnabled(fits && !busy);
    m_preview->setEnabled((fits || (!form && !m_only.isEmpty())) && !busy);
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
}

void DocumentsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_view.file.summary.number.isEmpty()) {
        listForms();
        if (!chosen())
            choose();
        m_made->retranslate();
    }
}

} // namespace hall::desk
