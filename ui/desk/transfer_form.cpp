// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/transfer_form.h"

#include "ui/desk/look.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

namespace hall::desk {

namespace {
constexpr int kCodeRole = Qt::UserRole;
constexpr int kSearchRole = Qt::UserRole + 1;
} // namespace

TransferForm::TransferForm(DeskSession& session, const Look& look, QWidget* parent)
    : FormPanel(session, Action::Transfer, parent)
    , m_look(look)
    , m_hint(makeLabel("muted", this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_services(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("transferForm"));
    m_search->setObjectName(QStringLiteral("transferSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("transferList"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_found->setSourceModel(m_services);
    m_found->setFilterRole(kSearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    fields()->addWidget(m_hint);
    fields()->addWidget(m_search);
    fields()->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_found->setFilterFixedString(text.trimmed());
        selectFirst();
    });
    connect(m_search, &QLineEdit::textEdited, this, &TransferForm::changed);
    connect(m_list, &QListView::clicked, this, &TransferForm::changed);
    connect(m_list, &QListView::doubleClicked, this, &TransferForm::submit);
    connect(&m_look, &Look::changed, this, [this] { m_list->setFixedHeight(m_look.px(190)); });
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &TransferForm::fill);
    m_list->setFixedHeight(m_look.px(190));
    retranslate();
}

void TransferForm::fill()
{
    const auto chosen = m_list->currentIndex().data(kCodeRole);
    m_services->clear();
    const CatalogueView& catalogue = session().watch().catalogue();
    for (const BlockInfo& block : catalogue.blocks) {
        for (const ServiceInfo& service : catalogue.services) {
            if (service.block != block.code || service.code == ticket().service)
                continue;
            auto* item = new QStandardItem(session().phrases().text(service.name));
            item->setIcon(theme::icon(m_look.theme().blockIcon(block.code), m_look.theme().blockColour(block.code)));
            item->setData(service.code, kCodeRole);
            item->setData(QStringList{service.name.zh, service.name.en, block.name.zh, block.name.en}.join(u' '), kSearchRole);
            item->setData(session().phrases().text(service.name) + QStringLiteral(", ") + session().phrases().text(block.name),
                          Qt::AccessibleTextRole);
            item->setToolTip(session().phrases().text(block.name));
            m_services->appendRow(item);
        }
    }
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (chosen.isValid() && m_found->index(row, 0).data(kCodeRole) == chosen)
            m_list->setCurrentIndex(m_found->index(row, 0));
    }
}

void TransferForm::selectFirst()
{
    if (!m_list->currentIndex().isValid() && m_found->rowCount() > 0)
        m_list->setCurrentIndex(m_found->index(0, 0));
}

QVariantMap TransferForm::content() const
{
    return {{QStringLiteral("search"), m_search->text()},
            {QStringLiteral("service"), m_list->currentIndex().data(kCodeRole).toString()}};
}

void TransferForm::setContent(const QVariantMap& content)
{
    m_search->setText(content.value(QStringLiteral("search")).toString());
    m_list->setCurrentIndex({});
    fill();
    const auto service = content.value(QStringLiteral("service")).toString();
    for (int row = 0; row < m_found->rowCount(); ++row) {
        if (!service.isEmpty() && m_found->index(row, 0).data(kCodeRole).toString() == service)
            m_list->setCurrentIndex(m_found->index(row, 0));
    }
}

QString TransferForm::read(Step& step)
{
    step.service = m_list->currentIndex().data(kCodeRole).toString();
    if (!step.service.isEmpty())
        return {};
    return m_found->rowCount() == 0 ? tr("No service has this in its name. Shorten what you search for.")
                                    : tr("Choose the service in the list.");
}

QWidget* TransferForm::firstField() { return m_search; }

QString TransferForm::titleText() const { return tr("Transfer %1 to which service?").arg(ticket().number); }

void TransferForm::retranslate()
{
    FormPanel::retranslate();
    setText(m_hint, tr("Number and arrival time stay: the visitor loses no waiting time."));
    m_search->setPlaceholderText(tr("Search a service or a block"));
    m_search->setAccessibleName(tr("Search a service or a block"));
    m_list->setAccessibleName(tr("Services"));
    fill();
}

bool TransferForm::eventFilter(QObject* watched, QEvent* event)
{
    // Up and down choose in the list while one types.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
            const int row = std::clamp(now + (key->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_found->rowCount() - 1));
            m_list->setCurrentIndex(m_found->index(row, 0));
            changed();
            return true;
        }
    }
    return FormPanel::eventFilter(watched, event);
}

} // namespace hall::desk
