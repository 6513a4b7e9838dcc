// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/demo_page.h"

#include "app/store/line_store.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

namespace hall::setup {

DemoPage::DemoPage(HallctlRunner& runner, QString folder, QWidget* parent)
    : SetupPage(QStringLiteral("demo"), parent)
    , m_runner(runner)
    , m_folder(std::move(folder))
    , m_progress(new QProgressBar(this))
    , m_table(new QTableWidget(this))
    , m_copy(new QPushButton(this))
    , m_anew(new QPushButton(this))
{
    m_progress->setObjectName(QStringLiteral("demo.progress"));
    m_progress->setTextVisible(false);
    m_table->setObjectName(QStringLiteral("demo.staff"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->setMinimumHeight(240);
    m_table->setTabKeyNavigation(false);
    m_copy->setObjectName(QStringLiteral("demo.copy"));
    m_anew->setObjectName(QStringLiteral("demo.anew"));
    m_copy->setAutoDefault(false);
    m_anew->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addWidget(m_anew);
    row->addStretch();
    content()->addWidget(m_progress);
    content()->addWidget(m_table, 1);
    content()->addLayout(row);

    connect(nextButton(), &QPushButton::clicked, this, &DemoPage::goOn);
    connect(m_anew, &QPushButton::clicked, this, &DemoPage::makeAnew);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QString lines;
        for (const MadePerson& person : m_staff)
            lines += person.name + u'\t' + person.login + u'\t' + roleName(person.role) + u'\t' + person.passphrase + u'\n';
        QGuiApplication::clipboard()->setText(lines);
        m_copy->setText(tr("Copied"));
    });
    connect(&m_runner, &HallctlRunner::progressed, this, [this](int percent) {
        m_progress->setRange(0, 100);
        m_progress->setValue(percent);
    });
    connect(&m_runner, &HallctlRunner::made, this, [this](const QList<MadePerson>& staff) {
        if (m_stage != Stage::Working)
            return;
        m_staff = staff;
        turnTo(Stage::Made);
    });
    connect(&m_runner, &HallctlRunner::failed, this, [this](const base::Error& error) {
        if (m_stage != Stage::Working)
            return;
        turnTo(Stage::Offer);
        say("danger", tr("The demo hall was not made. %1").arg(error.message));
    });
    retranslate();
}

void DemoPage::enter()
{
    turnTo(QFileInfo::exists(store::HallFiles{m_folder}.line()) ? Stage::Exists : Stage::Offer);
}

void DemoPage::turnTo(Stage stage)
{
    m_stage = stage;
    say("danger", {});
    m_progress->setVisible(stage == Stage::Working);
    m_table->setVisible(stage == Stage::Made);
    m_copy->setVisible(stage == Stage::Made);
    m_anew->setVisible(stage == Stage::Exists);
    retranslate();
    nextButton()->setFocus(Qt::OtherFocusReason);
    emit turned();
    if (stage == Stage::Made)
        say("attention", tr("These passphrases are shown this once. Write them down, or copy them, before you go on."));
}

void DemoPage::goOn()
{
    if (m_stage == Stage::Offer) {
        turnTo(Stage::Working);
        m_progress->setRange(0, 0);
        QDir().mkpath(QFileInfo(m_folder).absolutePath());
        m_runner.makeDemo(m_folder, m_language);
    } else if (m_stage != Stage::Working) {
        m_staff.clear();
        m_table->clearContents();
        emit ready(m_folder);
    }
}

void DemoPage::makeAnew()
{
    // The old one is kept beside it: nothing that somebody tried out is thrown away.
    const QString aside = m_folder + QDateTime::currentDateTime().toString(QStringLiteral("'-'yyyyMMdd-HHmmss"));
    if (!QDir().rename(m_folder, aside)) {
        say("danger", tr("%1 could not be put aside. Close the programs that use it.").arg(m_folder));
        return;
    }
    m_stage = Stage::Offer;
    goOn();
}

QString DemoPage::roleName(const QString& role) const
{
    // The hall's roles; a word that is newer than this program is shown as it is.
    static const QHash<QString, const char*> names{
        {QStringLiteral("system-administrator"), QT_TR_NOOP("System administrator")},
        {QStringLiteral("security-administrator"), QT_TR_NOOP("Security administrator")},
        {QStringLiteral("audit-administrator"), QT_TR_NOOP("Audit administrator")},
        {QStringLiteral("guide"), QT_TR_NOOP("Guide")},
        {QStringLiteral("reception"), QT_TR_NOOP("Petition reception")},
        {QStringLiteral("legal-talker"), QT_TR_NOOP("Legal channels")},
        {QStringLiteral("mediator"), QT_TR_NOOP("Mediator")},
        {QStringLiteral("expert"), QT_TR_NOOP("Expert")},
        {QStringLiteral("supervisor"), QT_TR_NOOP("Supervisor")},
    };
    if (const auto known = names.constFind(role); known != names.constEnd())
        return tr(*known);
    return role;
}

void DemoPage::showStaff()
{
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Sign-in name"), tr("Role"), tr("Passphrase")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setRowCount(int(m_staff.size()));
    for (int row = 0; row < m_staff.size(); ++row) {
        const MadePerson& person = m_staff[row];
        const QStringList cells{person.name, person.login, roleName(person.role), person.passphrase};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_table->setColumnHidden(1, std::all_of(m_staff.begin(), m_staff.end(), [](const MadePerson& p) { return p.login.isEmpty(); }));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("People of the demo hall and their passphrases"));
}

void DemoPage::retranslate()
{
    switch (m_stage) {
    case Stage::Offer:
        setHeading(tr("Try the demo"),
                   tr("A hall with the four blocks, eight desks, staff of every role and a year of invented visits is made in "
                      "%1. It takes up to a minute.")
                       .arg(m_folder));
        nextButton()->setText(tr("Make the demo hall"));
        break;
    case Stage::Exists:
        setHeading(tr("Your demo hall is there already"),
                   tr("Its passphrases were shown when it was made. If they are lost, make it anew; the old one is kept beside it."));
        nextButton()->setText(tr("Open the demo hall"));
        break;
    case Stage::Working:
        setHeading(tr("The demo hall is being made"), tr("A year of visits is written. This takes up to a minute."));
        break;
    case Stage::Made:
        setHeading(tr("The demo hall is ready"), tr("These people can sign in at a desk."));
        nextButton()->setText(tr("Open the demo hall"));
        showStaff();
        break;
    }
    nextButton()->setVisible(m_stage != Stage::Working);
    backButton()->setVisible(m_stage == Stage::Offer || m_stage == Stage::Exists);
    backButton()->setText(tr("Back"));
    m_copy->setText(tr("Copy all"));
    m_anew->setText(tr("Make it anew"));
    m_progress->setAccessibleName(tr("The demo hall is being made"));
}

} // namespace hall::setup
