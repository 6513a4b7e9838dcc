// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/join_page.h"

#include "app/station/station_config.h"
#include "ui/setup/labelled_field.h"
#include "ui/theme/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent/QtConcurrentRun>

namespace hall::setup {

JoinPage::JoinPage(const QString& kind, const QString& stationName, QWidget* parent)
    : SetupPage(QStringLiteral("join"), parent)
    , m_kind(kind)
    , m_folder(new LabelledField(QStringLiteral("join.folder"), this))
    , m_station(new LabelledField(QStringLiteral("join.station"), this))
    , m_choose(new QPushButton(this))
    , m_look(new QPushButton(this))
    , m_findings(new QFrame(this))
    , m_rows(new QGridLayout(m_findings))
    , m_keys(textLabel(this, "small"))
{
    m_choose->setObjectName(QStringLiteral("join.choose"));
    m_look->setObjectName(QStringLiteral("join.look"));
    m_findings->setObjectName(QStringLiteral("join.findings"));
    m_findings->setProperty("look", QStringLiteral("card"));
    m_choose->setAutoDefault(false);
    m_look->setAutoDefault(true);
    m_station->edit()->setText(stationName);
    m_rows->setColumnStretch(1, 1);
    m_rows->setHorizontalSpacing(12);
    m_rows->setContentsMargins(20, 16, 20, 16);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_look);
    buttons->addStretch();
    content()->addWidget(m_folder);
    content()->addLayout(buttons);
    content()->addWidget(m_findings);
    content()->addWidget(m_station);
    content()->addWidget(m_keys);
    m_findings->hide();

    connect(m_folder, &LabelledField::edited, this, &JoinPage::clearFindings);
    connect(m_folder->edit(), &QLineEdit::returnPressed, this, &JoinPage::look);
    connect(m_look, &QPushButton::clicked, this, &JoinPage::look);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder of the hall"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
            m_folder->edit()->setText(folder);
            look();
        });
        dialog->open();
    });
    connect(nextButton(), &QPushButton::clicked, this, [this] {
        m_station->setError(m_station->text().isEmpty() ? tr("Give this station a name.") : QString());
        if (m_station->hasError())
            m_station->edit()->setFocus(Qt::OtherFocusReason);
        else
            emit joined(m_check.folder, m_station->text());
    });
    retranslate();
    clearFindings();
}

void JoinPage::enter()
{
    m_folder->edit()->setFocus(Qt::OtherFocusReason);
}

void JoinPage::clearFindings()
{
    ++m_turn;
    m_check = {};
    nextButton()->setEnabled(false);
    m_findings->hide();
    say("info", {});
}

void JoinPage::look()
{
    clearFindings();
    if (m_folder->text().isEmpty()) {
        m_folder->setError(tr("Type the hall's folder or its server's address, or choose a folder."));
        m_folder->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto folder = station::StationConfig::storeAddress(m_folder->text());
    if (!folder.ok()) {
        m_folder->setError(folder.error().message);
        return;
    }
    m_look->setEnabled(false);
    say("info", tr("Looking…"));
    QtConcurrent::run([path = *folder, kind = m_kind] { return HallCheck::of(path, kind); })
        .then(this, [this, turn = m_turn](const HallCheck& check) {
            m_look->setEnabled(true);
            if (turn == m_turn)
                report(check);
        });
}

void JoinPage::report(const HallCheck& check)
{
    m_check = check;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int side = fontMetrics().height() + 4;
    for (int row = 0; row < check.findings.size(); ++row) {
        const HallCheck::Finding& finding = check.findings[row];
        const bool good = finding.outcome == HallCheck::Outcome::Good;
        const bool bad = finding.outcome == HallCheck::Outcome::Bad;
        auto* text = textLabel(m_findings, bad ? "danger" : good ? nullptr : "attention");
        text->setText(finding.text);
        text->setObjectName(QStringLiteral("join.finding.%1").arg(row));
        text->ensurePolished();
        auto* mark = new QLabel(m_findings);
        const QString name = good ? QStringLiteral("check-circle") : bad ? QStringLiteral("danger") : QStringLiteral("attention");
        mark->setPixmap(theme::icon(name, good ? palette().color(QPalette::Highlight) : text->palette().color(QPalette::WindowText)).pixmap(side, side));
        mark->setAccessibleName(good ? tr("In order") : bad ? tr("In the way") : tr("To mind"));
        m_rows->addWidget(mark, row, 0, Qt::AlignTop);
        m_rows->addWidget(text, row, 1);
    }
    m_findings->show();
    nextButton()->setEnabled(check.mayJoin());
    if (check.mayJoin()) {
        say("good", check.hallName.isEmpty() ? tr("This station can join.") : tr("This station can join: %1").arg(check.hallName));
        nextButton()->setFocus(Qt::OtherFocusReason);
    } else {
        say("info", {});
    }
}

void JoinPage::retranslate()
{
    setHeading(tr("Join a hall"), tr("Which folder or server holds the hall? The system administrator knows it."));
    m_folder->setWords(tr("Folder of the hall, or postgresql://…"));
    m_station->setWords(tr("Name of this station"), tr("Stands in the records. A board acknowledges calls under it, so each station has its own."));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the folder"));
    m_look->setText(tr("Look at it"));
    m_keys->setText(m_kind == QStringLiteral("desk")
                        ? tr("A desk's account needs two keys: the line's (line.key) and the case store's (case.key).")
                        : tr("The account of a kiosk or board needs one key: the line's (line.key). It must not be able to read the case store's (case.key)."));
    backButton()->setText(tr("Back"));
    nextButton()->setText(tr("Join this hall"));
    if (!m_check.findings.isEmpty() && m_turn > 0)
        look();
}

} // namespace hall::setup
