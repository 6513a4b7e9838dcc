// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/look.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

#include <QElapsedTimer>
#include <QTimer>

class QProgressBar;

namespace hall::desk {

/// What was put into a case besides words: photographs, papers, sound. Files are added by a dialog or by dropping them here, one
/// after the other beside all other work; what runs shows how far it is and can be stopped.
class AttachmentsPane : public QWidget
{
    Q_OBJECT

public:
    AttachmentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, QWidget* parent = nullptr);

    /// `reason`: with which the case was opened; saving is recorded with it.
    void show(const casefile::CaseFile& file, const casefile::Reason& reason);
    void wipe();
    void add(const QStringList& paths);
    void saveTo(qint64 sequence, const QString& path);

signals:
    /// Something came into the case.
    void added(const QString& number);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void retranslate();
    void addRow(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts);
    void chooseFiles();
    void chooseTarget(qint64 sequence, const QString& name);
    void showPicture(qint64 sequence);
    void next();
    void begin(const QString& what);
    void end(const QString& words, bool good);
    void tick();

    CaseGateway& m_gateway;
    const Phrasebook& m_phrases;
    const Look& m_look;
    casefile::CaseFile m_file;
    casefile::Reason m_reason;
    QLabel* m_hint;
    QPushButton* m_add;
    QWidget* m_working;
    QLabel* m_workWord;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QLabel* m_said;
    QVBoxLayout* m_rows;
    QLabel* m_picture;
    QStringList m_waiting; ///< files still to be put in
    QString m_what;
    std::shared_ptr<LongWork> m_work;
    QTimer m_timer;
    QElapsedTimer m_since;
    quint64 m_epoch = 0;
};

/// "3.4 MB".
QString sizeWord(qint64 bytes);

} // namespace hall::desk
