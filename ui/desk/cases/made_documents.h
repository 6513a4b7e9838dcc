// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/cases/paper_view.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

class QPagedPaintDevice;

namespace hall::desk {

/// The documents that were made in a case, the newest first: number, entry, hash; each looked at, printed and saved again as
/// often as it is needed. What is taken out of the case for that leaves the audit record of an attachment opened.
class MadeDocuments : public QWidget
{
    Q_OBJECT

public:
    MadeDocuments(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, QWidget* parent = nullptr);

    /// `form`: those of one form alone; empty: all.
    void show(const casefile::CaseFile& file, const casefile::Reason& reason, const QString& form = {});
    void wipe();
    /// The one that was made a moment ago: opened without being read again, and printed as it was drawn.
    void take(const casefile::MadeDocument& made);
    void retranslate();

    /// The one that is opened. False: there is none.
    bool printTo(QPagedPaintDevice& device);
    void saveTo(qint64 sequence, const QString& path);

signals:
    void said(const QString& words, bool good);

private:
    struct Opened
    {
        qint64 sequence = 0;
        QString number;
        document::Paper paper;
    };
    void list();
    void addRow(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts);
    QPushButton* addButton(QHBoxLayout* row, const QString& name, qint64 sequence, const QString& words, const QString& what);
    void open(qint64 sequence, const std::function<void()>& then);
    void look(qint64 sequence);
    void tellLooking();
    void choosePrinter();
    void print(const Opened& opened, QPagedPaintDevice& device);

    CaseGateway& m_gateway;
    const Phrasebook& m_phrases;
    casefile::CaseFile m_file;
    casefile::Reason m_reason;
    QString m_form;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    PaperView* m_view;
    std::optional<Opened> m_opened;
    qint64 m_looking = 0; ///< entry of the document whose sheets show; 0: none
    quint64 m_epoch = 0;
};

} // namespace hall::desk
