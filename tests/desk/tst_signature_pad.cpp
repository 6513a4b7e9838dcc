// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/signature_pad.h"

#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace hall::desk;

/// Signing by mouse, finger and pen gives the same line; a second finger and a mouse that only passes over give none.
class TestSignaturePad : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_pad = std::make_unique<SignaturePad>(m_look);
        m_pad->resize(360, 130);
        m_pad->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pad.get()));
    }

    void byMouse()
    {
        const QSignalSpy changed(m_pad.get(), &SignaturePad::changed);
        QTest::mouseMove(m_pad.get(), {5, 5});
        QVERIFY(m_pad->isEmpty());
        QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, {20, 40});
        QTest::mouseMove(m_pad.get(), {60, 50});
        QTest::mouseRelease(m_pad.get(), Qt::LeftButton, {}, {60, 50});
        QTest::mouseMove(m_pad.get(), {200, 50});
        isTheLine();
        QCOMPARE(changed.size(), 1);
    }
    void byFinger()
    {
        const QSignalSpy changed(m_pad.get(), &SignaturePad::changed);
        QTest::touchEvent(m_pad.get(), m_screen.get()).press(0, {20, 40}, m_pad.get());
        QTest::touchEvent(m_pad.get(), m_screen.get()).move(0, {60, 50}, m_pad.get()).press(1, {300, 100}, m_pad.get());
        QTest::touchEvent(m_pad.get(), m_screen.get()).release(0, {60, 50}, m_pad.get()).release(1, {300, 100}, m_pad.get());
        isTheLine();
        QCOMPARE(changed.size(), 1);
    }
    void byPen()
    {
        const QSignalSpy changed(m_pad.get(), &SignaturePad::changed);
        pen(QEvent::TabletMove, {5, 5});
        QVERIFY(m_pad->isEmpty());
        pen(QEvent::TabletPress, {20, 40});
        pen(QEvent::TabletMove, {60, 50});
        pen(QEvent::TabletRelease, {60, 50});
        pen(QEvent::TabletMove, {200, 50});
        isTheLine();
        QCOMPARE(changed.size(), 1);
    }
    void anInterruptedTouchEndsTheLine()
    {
        QTest::touchEvent(m_pad.get(), m_screen.get()).press(0, {20, 40}, m_pad.get());
        QTouchEvent cancelled(QEvent::TouchCancel, m_screen.get());
        QApplication::sendEvent(m_pad.get(), &cancelled);
        QTest::touchEvent(m_pad.get(), m_screen.get()).press(0, {100, 40}, m_pad.get());
        QTest::touchEvent(m_pad.get(), m_screen.get()).release(0, {100, 40}, m_pad.get());
        QCOMPARE(m_pad->strokes().size(), 2);
    }
    void clearedItIsEmpty()
    {
        QTest::mouseClick(m_pad.get(), Qt::LeftButton, {}, {20, 40});
        QVERIFY(!m_pad->isEmpty());
        const QImage signedImage = m_pad->grab().toImage();
        m_pad->clear();
        QVERIFY(m_pad->isEmpty());
        QVERIFY(m_pad->grab().toImage() != signedImage);
    }

private:
    void pen(QEvent::Type type, const QPointF& at)
    {
        QTabletEvent event(type, &m_stylus, at, m_pad->mapToGlobal(at), type == QEvent::TabletRelease ? 0 : 0.5, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                           Qt::LeftButton);
        QApplication::sendEvent(m_pad.get(), &event);
        QVERIFY(event.isAccepted());
    }
    void isTheLine()
    {
        QCOMPARE(m_pad->strokes().size(), 1);
        const auto& line = m_pad->strokes().first();
        QVERIFY(line.size() >= 2);
        QCOMPARE(QPointF(line.first().x, line.first().y), QPointF(20, 40));
        QCOMPARE(QPointF(line.last().x, line.last().y), QPointF(60, 50));
        QVERIFY(line.last().ms >= line.first().ms);
    }

    Preferences m_preferences;
    Look m_look{*qApp, m_preferences};
    std::unique_ptr<QPointingDevice> m_screen{QTest::createTouchDevice()};
    QPointingDevice m_stylus{QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                             QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1};
    std::unique_ptr<SignaturePad> m_pad;
};

QTEST_MAIN(TestSignaturePad)
#include "tst_signature_pad.moc"
