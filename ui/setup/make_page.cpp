// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/make_page.h"

#include "app/station/station_config.h"
#include "ui/setup/hallctl_runner.h"
#include "ui/setup/labelled_field.h"
#include "ui/setup/person_form.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace hall::setup {

namespace {

const QStringList& roles()
{
    static const QStringList all{QStringLiteral("system-administrator"), QStringLiteral("security-administrator"),
                                 QStringLiteral("audit-administrator")};
    return all;
}

} // namespace

MakePage::MakePage(HallctlRunner& runner, QWidget* parent)
    : SetupPage(QStringLiteral("make"), parent)
    , m_runner(runner)
    , m_steps(new QStackedWidget(this))
    , m_progress(new QProgressBar(this))
{
    m_steps->addWidget(hallStep());
    for (const QString& role : roles()) {
        m_people << new PersonForm(role, m_steps);
        m_steps->addWidget(m_people.last());
    }
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setObjectName(QStringLiteral("make.progress"));
    auto* working = new QWidget(m_steps);
    auto* column = new QVBoxLayout(working);
    column->addWidget(m_progress);
    column->addStretch();
    m_steps->addWidget(working);
    content()->addWidget(m_steps);

    backButton()->disconnect();
    connect(backButton(), &QPushButton::clicked, this, [this] {
        if (m_step == HallStep)
            emit backWanted();
        else
            turnTo(m_step - 1);
    });
    connect(nextButton(), &QPushButton::clicked, this, &MakePage::goOn);
    connect(&m_runner, &HallctlRunner::progressed, this, [this](int percent) {
        m_progress->setRange(0, 100);
        m_progress->setValue(percent);
    });
    connect(&m_runner, &HallctlRunner::made, this, [this] {
        if (std::exchange(m_isMaking, false))
            emit madeIn(QDir::cleanPath(m_folder->text()));
    });
    connect(&m_runner, &HallctlRunner::failed, this, [this](const base::Error& error) {
        if (std::exchange(m_isMaking, false))
            end(error);
    });
    retranslate();
}

QWidget* MakePage::hallStep()
{
    auto* step = new QWidget(m_steps);
    m_nameZh = new LabelledField(QStringLiteral("make.nameZh"), step);
    m_nameEn = new LabelledField(QStringLiteral("make.nameEn"), step);
    m_folder = new LabelledField(QStringLiteral("make.folder"), step);
    m_choose = new QPushButton(step);
    m_choose->setObjectName(QStringLiteral("make.choose"));
    m_choose->setAutoDefault(false);
    m_folder->edit()->setText(QDir::homePath() + QStringLiteral("/accord-hall"));
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_nameZh);
    column->addWidget(m_nameEn);
    column->addWidget(m_folder);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder for the new hall"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
            m_folder->edit()->setText(folder);
            m_folder->setError({});
        });
        dialog->open();
    });
    return step;
}

void MakePage::enter()
{
    say("info", {});
    turnTo(HallStep);
}

void MakePage::turnTo(int step)
{
    m_step = step;
    m_steps->setCurrentIndex(step);
    if (step != Working)
        say("danger", {});
    retranslate();
    if (step == HallStep)
        m_nameZh->edit()->setFocus(Qt::OtherFocusReason);
    else if (step <= LastPerson)
        m_people[step - FirstPerson]->focusFirst();
    emit turned();
}

void MakePage::goOn()
{
    if (m_step == HallStep) {
        if (checkHall())
            turnTo(FirstPerson);
        return;
    }
    QStringList taken;
    for (int other = 0; other < m_step - FirstPerson; ++other)
        taken << m_people[other]->login();
    if (!m_people[m_step - FirstPerson]->check(taken, hallNames()))
        return;
    if (m_step < LastPerson)
        turnTo(m_step + 1);
    else
        make();
}

QStringList MakePage::hallNames() const
{
    return {m_nameZh->text(), m_nameEn->text()};
}

bool MakePage::checkHall()
{
    m_nameZh->setError(m_nameZh->text().isEmpty() ? tr("Type the hall's name in Chinese.") : QString());
    m_nameEn->setError(m_nameEn->text().isEmpty() ? tr("Type the hall's name in English.") : QString());
    const QFileInfo folder(m_folder->text());
    const QFileInfo above(folder.absolutePath());
    QString wrong;
    if (!folder.isAbsolute())
        wrong = tr("Type the whole path, beginning with a slash.");
    else if (folder.exists() && !folder.isDir())
        wrong = tr("This is a file. Choose a folder.");
    else if (folder.exists() && !QDir(folder.absoluteFilePath()).isEmpty())
        wrong = tr("This folder is not empty. Choose an empty one, or a name that does not exist yet.");
    else if (folder.exists() ? !folder.isWritable() : !above.isWritable())
        wrong = tr("This account may not write there. Choose another folder, or ask for the right.");
    m_folder->setError(wrong);
    for (LabelledField* field : {m_nameZh, m_nameEn, m_folder}) {
        if (field->hasError()) {
            field->edit()->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void MakePage::make()
{
    NewHall hall{QDir::cleanPath(m_folder->text()), m_nameZh->text(), m_nameEn->text(), {}};
    for (PersonForm* form : m_people) {
        hall.administrators << form->person();
        form->clearSecrets();
    }
    m_isMaking = true;
    m_progress->setRange(0, 0);
    turnTo(Working);
    m_runner.makeHall(hall);
}

void MakePage::end(const base::Error& error)
{
    turnTo(HallStep);
    say("danger", tr("The hall was not made. %1 The passphrases have been forgotten and must be typed again.").arg(error.message));
}

void MakePage::retranslate()
{
    m_nameZh->setWords(tr("Name of the hall in Chinese"), tr("Stands on tickets, board and documents."));
    m_nameEn->setWords(tr("Name of the hall in English"));
    m_folder->setWords(tr("Folder"), tr("On a disk of this machine that is backed up. It is made if it does not exist."));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the folder"));
    for (PersonForm* form : m_people)
        form->retranslate();
    m_progress->setAccessibleName(tr("The hall is being made"));

    const QString count = tr("Step %1 of 4").arg(std::min(m_step + 1, 4));
    switch (m_step) {
    case HallStep:
        setHeading(tr("Make a hall: its name and place"), count);
        break;
    case FirstPerson:
        setHeading(tr("The system administrator"),
                   count + u'\n' + tr("Keeps stations, services and backups. Reads no case and removes no audit record."));
        break;
    case FirstPerson + 1:
        setHeading(tr("The security administrator"),
                   count + u'\n' + tr("Decides who has an account and which role. Please let this person sit down now."));
        break;
    case LastPerson:
        setHeading(tr("The audit administrator"),
                   count + u'\n' + tr("Reads and verifies the audit trail and changes nothing. Please let this person sit down now."));
        break;
    default:
        setHeading(tr("The hall is being made"), tr("Keys are made and the catalogue is put in force. This takes a few seconds."));
        break;
    }
    backButton()->setText(tr("Back"));
    backButton()->setVisible(m_step != Working);
    nextButton()->setText(m_step == LastPerson ? tr("Make the hall") : tr("Next"));
    nextButton()->setVisible(m_step != Working);
}

} // namespace hall::setup
