// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/catalogue_page.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QStringListModel>

namespace hall::desk {

CataloguePage::CataloguePage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_complaintModel(new QStringListModel(this))
{
    setObjectName(QStringLiteral("cataloguePage"));
    setProperty("page", true);
    build();
    connect(m_browse, &QPushButton::clicked, this, &CataloguePage::browse);
    connect(m_check, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_load, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_folder, &QLineEdit::returnPressed, this, [this] { start(false); });
    connect(m_folder, &QLineEdit::textChanged, this, &CataloguePage::refresh);
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &CataloguePage::refresh);
    connect(&session, &DeskSession::situationChanged, this, &CataloguePage::refresh);
    connect(&session, &DeskSession::wiped, this, [this] { m_result->hide(); });
    refresh();
}

void CataloguePage::build()
{
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(14);
    m_title = makeLabel("page", this);
    m_inForce = makeLabel("muted", this, "catalogueInForce");
    column->addWidget(m_title);
    column->addWidget(m_inForce);
    auto* card = new Card(this, 20, 10);
    m_loadTitle = makeLabel("title", card);
    m_loadHint = makeLabel("muted", card);
    m_folderLabel = makeLabel("strong", card);
    m_folder = new QLineEdit(card);
    m_folder->setObjectName(QStringLiteral("catalogueFolder"));
    m_folderLabel->setBuddy(m_folder);
    m_browse = makeButton("catalogueBrowse", card);
    m_check = makeButton("catalogueCheck", card);
    m_load = makeButton("catalogueLoad", card, true);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(QStringLiteral("catalogueProgress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_result = new QFrame(card);
    m_result->setObjectName(QStringLiteral("catalogueResult"));
    auto* resultColumn = new QVBoxLayout(m_result);
    resultColumn->setContentsMargins(14, 10, 14, 10);
    m_resultText = makeLabel("body", m_result, "catalogueResultText");
    resultColumn->addWidget(m_resultText);
    m_complaints = new QListView(card);
    m_complaints->setObjectName(QStringLiteral("catalogueComplaints"));
    m_complaints->setModel(m_complaintModel);
    m_complaints->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_complaints->setWordWrap(true);
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(m_browse);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_check);
    buttons->addWidget(m_load);
    buttons->addStretch();
    auto* c = card->column();
    c->addWidget(m_loadTitle);
    c->addWidget(m_loadHint);
    c->addWidget(m_folderLabel);
    c->addLayout(folderRow);
    c->addLayout(buttons);
    c->addWidget(m_progress);
    c->addWidget(m_result);
    c->addWidget(m_complaints, 1);
    column->addWidget(card);
    column->addStretch();
    m_progress->hide();
    m_result->hide();
    m_complaints->hide();
}

void CataloguePage::refresh()
{
    const Phrasebook& p = m_session.phrases();
    const CatalogueView& catalogue = m_session.watch().catalogue();
    setText(m_title, tr("Catalogue"));
    const auto day = base::hallDay(catalogue.publishedAt);
    setText(m_inForce, catalogue.version == 0
                           ? tr("No catalogue is in force yet. Load one below.")
                           : tr("Version %1 is in force since %2 %3: %4 blocks, %5 services, %6 desks.")
                                 .arg(catalogue.version)
                                 .arg(p.date(day), p.clock(catalogue.publishedAt))
                                 .arg(catalogue.blocks.size())
                                 .arg(catalogue.services.size())
                                 .arg(catalogue.desks.size()));
    setText(m_loadTitle, tr("Check or load a catalogue"));
    setText(m_loadHint, tr("Check changes nothing. Load puts the catalogue in force at once, at every kiosk, board and desk; "
                           "a faulty one is refused and the one in force stays."));
    setText(m_folderLabel, tr("Folder of the catalogue"));
    m_folder->setAccessibleName(tr("Folder of the catalogue"));
    m_folder->setPlaceholderText(tr("The folder that holds the catalogue's YAML files"));
    m_browse->setText(tr("Browse…"));
    m_browse->setAccessibleName(tr("Browse for the catalogue's folder"));
    m_check->setText(tr("Check"));
    m_check->setAccessibleName(tr("Check the catalogue"));
    m_load->setText(tr("Load"));
    m_load->setAccessibleName(tr("Load the catalogue and put it in force"));
    m_progress->setAccessibleName(tr("Reading the catalogue"));
    m_complaints->setAccessibleName(tr("What is wrong with the catalogue"));
    const bool can = !m_busy && m_session.watch().connected() && !m_folder->text().trimmed().isEmpty();
    m_check->setEnabled(can);
    m_load->setEnabled(can);
    m_progress->setVisible(m_busy);
}

void CataloguePage::start(bool publish)
{
    if (m_busy || m_folder->text().trimmed().isEmpty())
        return;
    m_busy = true;
    refresh();
    m_session.gateway().readCatalogue(m_folder->text().trimmed(), publish)
        .then(this, [this, publish](const base::Result<CatalogueReport>& report) { finished(publish, report); });
}

void CataloguePage::finished(bool publish, const base::Result<CatalogueReport>& report)
{
    m_busy = false;
    QStringList complaints;
    if (!report.ok()) {
        setTone(m_result, "look", QStringLiteral("danger"));
        setText(m_resultText, m_session.phrases().remedy(report.error()));
    } else if (!report.value().ok()) {
        complaints = report.value().complaints;
        setTone(m_result, "look", QStringLiteral("danger"));
        setText(m_resultText, tr("Refused: the catalogue in force stays. Correct these and check again."));
    } else {
        const CatalogueReport& r = report.value();
        setTone(m_result, "look", QStringLiteral("good"));
        setText(m_resultText, publish ? tr("Version %1 is in force now.").arg(r.version)
                                      : tr("Nothing wrong: %1 blocks, %2 services, %3 desks. Load puts it in force.")
                                            .arg(r.blocks)
                                            .arg(r.services)
                                            .arg(r.desks));
    }
    m_complaintModel->setStringList(complaints);
    m_complaints->setVisible(!complaints.isEmpty());
    m_result->show();
    refresh();
}

void CataloguePage::browse()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the catalogue"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void CataloguePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_result->hide();
        refresh();
    }
}

} // namespace hall::desk
