// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/kiosk_stage.h"

#include "ui/theme/quick_theme.h"

#include <QAccessible>
#include <QDir>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Hall_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Hall_KioskPlugin)

namespace hall::kiosk::test {
namespace {

bool isInteractive(const QQuickItem& item)
{
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextEdit") || item.inherits("QQuickTextInput");
}

QRectF sceneRect(const QQuickItem& item)
{
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

bool isShown(const QQuickItem& item)
{
    return item.isVisible() && item.width() > 0 && item.height() > 0 && item.opacity() > 0.01;
}

bool isInsideButton(const QQuickItem& item)
{
    for (const QQuickItem* above = item.parentItem(); above; above = above->parentItem()) {
        if (isInteractive(*above))
            return true;
    }
    return false;
}

template <class Visit>
void walk(QQuickItem* item, Visit visit)
{
    if (!item->isVisible())
        return;
    visit(*item);
    for (QQuickItem* child : item->childItems())
        walk(child, visit);
}

QString whoIs(const QQuickItem& item)
{
    return item.objectName().isEmpty() ? QString::fromLatin1(item.metaObject()->className()) : item.objectName();
}

} // namespace

KioskStage::KioskStage(QSize size, const QString& language, HallGateway* hall, Composer* composer)
    : clock(*base::fromIso(u"2026-03-05T09:00:00"_qs))
    , kiosk(std::make_unique<Kiosk>(hall ? *hall : fake, clock, composer))
    , translations(std::make_unique<station::Translations>())
    , engine(std::make_unique<QQmlApplicationEngine>())
{
    translations->use(language);
    connect(kiosk.get(), &Kiosk::languageWanted, this, [this](const QString& wanted) {
        translations->use(wanted);
        engine->retranslate();
    });
    kiosk->setHomeLanguage(language);
    engine->addImportPath(u"qrc:/qt/qml"_qs);
    engine->setInitialProperties({{u"kiosk"_qs, QVariant::fromValue(kiosk.get())},
                                  {u"width"_qs, size.width()},
                                  {u"height"_qs, size.height()},
                                  {u"locked"_qs, false},
                                  {u"visible"_qs, true}});
    if (theme::Theme* looks = theme::Theme::of(*engine))
        looks->setReducedMotion(true);
    engine->load(QUrl(u"qrc:/qt/qml/Hall/Kiosk/KioskWindow.qml"_qs));
    if (engine->rootObjects().isEmpty())
        qFatal("KioskWindow.qml does not load");
    window = qobject_cast<QQuickWindow*>(engine->rootObjects().first());
    auto* guard = new Guard(*kiosk, this);
    window->installEventFilter(guard);
    (void)QTest::qWaitForWindowExposed(window);
    window->requestActivate();
    (void)QTest::qWaitForWindowActive(window);
    settle();
}

KioskStage::~KioskStage()
{
    engine.reset();
}

QQuickItem* KioskStage::item(const QString& name) const
{
    QQuickItem* found = nullptr;
    walk(window->contentItem(), [&](QQuickItem& item) {
        if (item.objectName() == name && isShown(item))
            found = &item;
    });
    return found;
}

bool KioskStage::click(const QString& name)
{
    settle();
    QQuickItem* target = item(name);
    if (!target || !target->isEnabled()) {
        qWarning("nothing to click: %s", qPrintable(name));
        return false;
    }
    QTest::mouseClick(window, Qt::LeftButton, {}, sceneRect(*target).center().toPoint());
    settle();
    return true;
}

void KioskStage::type(const QString& text)
{
    for (const QChar c : text)
        QTest::keyClick(window, c.unicode() < 0x80 ? c.toLatin1() : '?');
    settle();
}

void KioskStage::settle()
{
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

void KioskStage::shoot(const QString& name)
{
    settle();
    QDir().mkpath(u"screenshots/kiosk"_qs);
    const QString folder = qEnvironmentVariable("HALL_SCREENSHOTS", u"screenshots/kiosk"_qs);
    QDir().mkpath(folder);
    window->grabWindow().save(folder + u'/' + name + u".png"_qs);
}

QStringList KioskStage::texts() const
{
    QStringList found;
    walk(window->contentItem(), [&](QQuickItem& item) {
        if (item.inherits("QQuickText") || isInteractive(item)) {
            const QString text = item.property("text").toString();
            if (!text.isEmpty())
                found.append(text);
        }
    });
    return found;
}

namespace {

using Places = QList<QPair<QString, QRectF>>;

/// Words that a target lies over.
QStringList covered(const Places& words, const Places& targets)
{
    QStringList faults;
    for (const auto& [text, place] : words) {
        for (const auto& [who, rect] : targets) {
            if (place.adjusted(1, 1, -1, -1).intersects(rect))
                faults.append(u"%1 covers: %2"_qs.arg(who, text));
        }
    }
    return faults;
}

} // namespace

QStringList KioskStage::faults()
{
    settle();
    QStringList faults;
    const qreal unit = std::min(window->width(), window->height()) / 1080.0;
    const QRectF screen(0, 0, window->width(), window->height());
    QList<QPair<QString, QRectF>> targets;
    QList<QPair<QString, QRectF>> words;
    walk(window->contentItem(), [&](QQuickItem& item) {
        const QRectF rect = sceneRect(item);
        if (item.inherits("QQuickText") && isShown(item) && !item.property("text").toString().isEmpty()) {
            const QString text = item.property("text").toString().left(24);
            if (item.property("truncated").toBool())
                faults.append(u"cut: "_qs + text);
            if (item.property("contentWidth").toReal() > item.width() + 1 || item.property("contentHeight").toReal() > item.height() + 0.3 * item.property("font").value<QFont>().pixelSize())
                faults.append(u"larger than its place: "_qs + text);
            if (!screen.adjusted(-1, -1, 1, 1).contains(rect))
                faults.append(u"outside the screen: "_qs + text);
            if (!isInsideButton(item))
                words.append({text, QRectF(rect.topLeft(), QSizeF(rect.width(), item.property("contentHeight").toReal()))});
            const qreal least = (kiosk->elder() ? 30 : 28) * unit;
            if (item.property("font").value<QFont>().pixelSize() < std::floor(least))
                faults.append(u"too small to read: "_qs + text);
        }
        if (!isInteractive(item) || !isShown(item))
            return;
        const QString who = whoIs(item);
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&item);
        if (item.objectName().isEmpty())
            faults.append(u"has no objectName: "_qs + who);
        if (!access || access->role() == QAccessible::NoRole || access->role() == QAccessible::Client)
            faults.append(u"has no role: "_qs + who);
        if (!access || access->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(u"has no name: "_qs + who);
        // Keys of the keyboard stand as far apart as ten in a row can.
        const bool key = item.objectName().startsWith(u"key."_qs) || item.objectName().startsWith(u"code.key"_qs)
                      || item.objectName().startsWith(u"candidate"_qs);
        // A field's text stands inside its frame, which is the target.
        const qreal side = (item.inherits("QQuickTextEdit") ? 60 : 96) * unit;
        if (rect.width() < side - 1 || rect.height() < side - 1)
            faults.append(u"%1 is %2×%3"_qs.arg(who).arg(rect.width()).arg(rect.height()));
        if (!screen.adjusted(-1, -1, 1, 1).contains(rect))
            faults.append(u"%1 is outside the screen"_qs.arg(who));
        // Larger letters, and a keyboard on a lying screen, begin a little higher rather than being cut.
        const bool wide = window->width() > window->height();
        const qreal reach = kiosk->elder() ? 0.385 : !kiosk->seated() || wide ? 0.4 : 0.49;
        if (item.inherits("QQuickAbstractButton") && rect.top() < window->height() * (reach - 0.01))
            faults.append(u"%1 is out of reach: begins at %2 of the height"_qs.arg(who).arg(rect.top() / window->height()));
        for (const auto& [other, place] : std::as_const(targets)) {
            const qreal gap = key ? 0 : 8 * unit;
            if (place.adjusted(-gap, -gap, gap, gap).intersects(rect))
                faults.append(u"%1 and %2 are too close"_qs.arg(who, other));
        }
        targets.append({who, rect});
    });
    faults += covered(words, targets);
    faults.removeDuplicates();
    return faults;
}

} // namespace hall::kiosk::test
