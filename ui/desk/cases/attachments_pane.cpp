// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/attachments_pane.h"

#include "ui/desk/cases/column.h"
#include "ui/desk/cases/save_dialog.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <algorithm>

namespace hall::desk {

using base::Result;

namespace {

constexpr qint64 kLargestShown = 24 << 20; ///< bytes of a picture that is shown here
constexpr int kTickMs = 120;

} // namespace

QString sizeWord(qint64 bytes) { return QLocale(QLocale::English).formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

AttachmentsPane::AttachmentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_phrases(phrases)
    , m_look(look)
    , m_hint(makeLabel("muted", this, "attachmentHint"))
    , m_add(makeButton("attachmentAdd", this))
    , m_working(new QWidget(this))
    , m_workWord(makeLabel("caption", m_working, "attachmentProgress"))
    , m_bar(new QProgressBar(m_working))
    , m_cancel(makeButton("attachmentCancel", m_working))
    , m_said(makeLabel("body", this, "attachmentSaid"))
    , m_rows(new QVBoxLayout)
    , m_picture(makeLabel("body", this, "attachmentPicture"))
{
    setObjectName(QStringLiteral("attachmentsPane"));
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_hint);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    auto* work = new QVBoxLayout(m_working);
    work->setContentsMargins(0, 0, 0, 0);
    work->addWidget(m_workWord);
    auto* row = new QHBoxLayout;
    m_bar->setTextVisible(false);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    work->addLayout(row);
    column->addWidget(m_working);
    column->addWidget(m_said);
    column->addLayout(m_rows);
    column->addWidget(m_picture);
    column->addStretch();
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &AttachmentsPane::tick);
    connect(m_add, &QPushButton::clicked, this, &AttachmentsPane::chooseFiles);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_waiting.clear();
        if (m_work)
            m_work->stop = true;
        m_cancel->setEnabled(false);
    });
    retranslate();
    wipe();
}

void AttachmentsPane::wipe()
{
    ++m_epoch;
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    m_waiting.clear();
    m_timer.stop();
    m_file = {};
    m_reason = {};
    clearColumn(m_rows);
    m_working->hide();
    m_picture->clear();
    m_picture->hide();
    setText(m_said, {}, true);
}

void AttachmentsPane::show(const casefile::CaseFile& file, const casefile::Reason& reason)
{
    if (m_file.summary.number != file.summary.number)
        wipe();
    m_file = file;
    m_reason = reason;
    clearColumn(m_rows);
    int shown = 0;
    for (auto entry = file.entries.crbegin(); entry != file.entries.crend(); ++entry) {
        const auto facts = casefile::attachmentOf(*entry);
        if (!facts || entry->kind == QLatin1StringView("document"))
            continue;
        addRow(*entry, *facts);
        ++shown;
    }
    setText(m_hint, shown > 0 ? tr("Drop files here, or choose them. What is put in stays; it is never changed.")
                              : tr("Nothing was put in yet. Drop photographs, papers or sound here, or choose files."));
}

void AttachmentsPane::addRow(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts)
{
    m_rows->addWidget(makeRule(this));
    auto* name = makeLabel("strong", this, "attachmentName");
    setText(name, facts.name);
    m_rows->addWidget(name);
    auto* about = makeLabel("caption", this);
    setText(about, tr("Entry %1 · %2 · %3\n%4 %5 · %6", "number, kind of file, size; date, time, who")
                       .arg(entry.sequence).arg(facts.mediaType, sizeWord(facts.size), m_phrases.date(base::hallDay(entry.at)),
                                                m_phrases.clock(entry.at), m_phrases.person(entry.author))
                       + u'\n' + tr("Hash %1").arg(QString::fromLatin1(facts.hash.toHex().left(32))));
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows->addWidget(about);
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    const qint64 sequence = entry.sequence;
    if (facts.mediaType.startsWith(QLatin1StringView("image/")) && facts.size <= kLargestShown) {
        auto* look = makeButton("", row);
        look->setObjectName(QStringLiteral("attachmentShow_%1").arg(sequence));
        look->setText(tr("Show"));
        look->setAccessibleName(tr("Show %1").arg(facts.name));
        connect(look, &QPushButton::clicked, this, [this, sequence] { showPicture(sequence); });
        line->addWidget(look);
    }
    auto* save = makeButton("", row);
    save->setObjectName(QStringLiteral("attachmentSave_%1").arg(sequence));
    save->setText(tr("Save a copy…"));
    save->setAccessibleName(tr("Save a copy of %1").arg(facts.name));
    connect(save, &QPushButton::clicked, this, [this, sequence, name = facts.name] { chooseTarget(sequence, name); });
    line->addWidget(save);
    line->addStretch();
    m_rows->addWidget(row);
}

void AttachmentsPane::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Put files into the case"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentsPane::add);
    dialog->open();
}

void AttachmentsPane::chooseTarget(qint64 sequence, const QString& name)
{
    askWhereToSave(this, tr("Save a copy outside the vault"), name, [this, sequence](const QString& path) { saveTo(sequence, path); });
}

void AttachmentsPane::add(const QStringList& paths)
{
    if (m_file.summary.number.isEmpty())
        return;
    m_waiting += paths;
    if (!m_work)
        next();
}

void AttachmentsPane::next()
{
    if (m_waiting.isEmpty())
        return;
    const QString path = m_waiting.takeFirst();
    begin(QFileInfo(path).fileName());
    m_gateway.attach(m_file.summary.number, path, m_work)
        .then(this, [this, epoch = m_epoch, number = m_file.summary.number](const Result<casefile::CaseEntry>& entry) {
            if (epoch != m_epoch)
                return;
            end(entry.ok() ? tr("%1 was put in as entry %2.").arg(m_what).arg(entry->sequence)
                           : entry.error().code == base::ErrorCode::Cancelled ? tr("Stopped; nothing of %1 stays in the case.").arg(m_what)
                                                                              : m_phrases.remedy(entry.error()),
                entry.ok());
            if (entry.ok())
                emit added(number);
            next();
        });
}

void AttachmentsPane::saveTo(qint64 sequence, const QString& path)
{
    if (m_work) {
        setText(m_said, tr("One thing at a time: wait for what runs, or stop it."), true);
        return;
    }
    begin(QFileInfo(path).fileName());
    m_gateway.saveAttachment(m_file.summary.number, sequence, path, m_reason, m_work).then(this, [this, epoch = m_epoch](const Result<bool>& saved) {
        if (epoch != m_epoch)
            return;
        end(saved.ok() ? tr("A copy was saved outside the vault, and the audit trail says so. Delete it when it is no longer needed.")
            : saved.error().code == base::ErrorCode::Cancelled ? tr("Stopped; no file was left behind.")
                                                               : m_phrases.remedy(saved.error()),
            saved.ok());
        next();
    });
}

void AttachmentsPane::showPicture(qint64 sequence)
{
    m_gateway.readAttachment(m_file.summary.number, sequence, kLargestShown, m_reason).then(this, [this, epoch = m_epoch](const Result<QByteArray>& bytes) {
        if (epoch != m_epoch)
            return;
        QPixmap picture;
        if (!bytes.ok() || !picture.loadFromData(*bytes)) {
            setText(m_said, bytes.ok() ? tr("This picture cannot be shown here. Save a copy and open it with its program.") : m_phrases.remedy(bytes.error()), true);
            return;
        }
        const int room = std::max(m_look.px(200), width() - 8);
        m_picture->setPixmap(picture.width() > room ? picture.scaledToWidth(room, Qt::SmoothTransformation) : picture);
        m_picture->setAccessibleName(tr("Picture of the attachment"));
        m_picture->show();
    });
}

void AttachmentsPane::begin(const QString& what)
{
    m_what = what;
    m_work = std::make_shared<LongWork>();
    m_since.start();
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    setText(m_workWord, what);
    setText(m_said, {}, true);
    m_working->show();
    m_timer.start();
}

void AttachmentsPane::end(const QString& words, bool good)
{
    m_work.reset();
    m_timer.stop();
    m_working->hide();
    setTone(m_said, "type", good ? QStringLiteral("good") : QStringLiteral("error"));
    setText(m_said, words, true);
}

void AttachmentsPane::tick()
{
    if (!m_work)
        return;
    const qint64 done = m_work->done;
    const qint64 whole = m_work->whole;
    if (whole <= 0 || done <= 0)
        return;
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(done * 1000 / whole));
    const auto left = base::Milliseconds(m_since.elapsed() * (whole - done) / done);
    setText(m_workWord, tr("%1: %2 of %3, %4 to go").arg(m_what, sizeWord(done), sizeWord(whole), m_phrases.duration(left)));
}

void AttachmentsPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void AttachmentsPane::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        setText(m_said, tr("Only files can be put in, not folders or addresses."), true);
    event->acceptProposedAction();
    add(paths);
}

void AttachmentsPane::retranslate()
{
    m_add->setText(tr("Choose files…"));
    m_cancel->setText(tr("Stop", "putting a file in"));
    m_bar->setAccessibleName(tr("How much is done"));
}

void AttachmentsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (!m_file.summary.number.isEmpty())
        show(casefile::CaseFile(m_file), casefile::Reason(m_reason));
}

} // namespace hall::desk
