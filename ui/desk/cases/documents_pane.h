// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/case_gateway.h"
#include "ui/desk/cases/signature_pad.h"
#include "ui/desk/parts.h"
#include "ui/desk/phrasebook.h"

class QComboBox;
class QLineEdit;
class QPagedPaintDevice;

namespace hall::desk {

/// The official documents of a case: which fit now (and what the others lack), a preview, signatures on the screen, made with a
/// number; then printed and saved as PDF. Those that were made are listed with number, entry and hash.
class DocumentsPane : public QWidget
{
    Q_OBJECT

public:
    DocumentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, const base::Clock& clock, QWidget* parent = nullptr);

    void show(const CaseView& view, const casefile::Reason& reason);
    void wipe();
    /// The document made last. False: there is none.
    bool printTo(QPagedPaintDevice& device);
    void saveTo(qint64 sequence, const QString& path);

signals:
    void made(const QString& number);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place
    {
        QString code;
        QLineEdit* signer;
        SignaturePad* pad;
    };
    void retranslate();
    void listForms();
    void listMade();
    void addMade(const casefile::CaseEntry& entry, const casefile::AttachmentFacts& facts);
    void choose();
    void offerPlaces(const casefile::FormOffer& form);
    casefile::DocumentOrder order() const;
    void preview();
    void drawPages();
    void make();
    void choosePrinter();
    void chooseTarget(qint64 sequence, const QString& name);
    void setBusy(bool busy);
    void say(const QString& words, bool good);

    CaseGateway& m_gateway;
    const Phrasebook& m_phrases;
    const Look& m_look;
    const base::Clock& m_clock;
    CaseView m_view;
    casefile::Reason m_reason;
    QLabel* m_formLabel;
    QComboBox* m_form;
    QComboBox* m_language;
    QLabel* m_about;
    QVBoxLayout* m_places;
    QPushButton* m_preview;
    QPushButton* m_make;
    QPushButton* m_print;
    QLabel* m_said;
    QVBoxLayout* m_pages;
    QLabel* m_madeTitle;
    QVBoxLayout* m_made;
    QList<Place> m_signs;
    document::Pages m_shown;
    std::optional<casefile::MadeDocument> m_last;
    quint64 m_epoch = 0;
    bool m_busy = false;
};

} // namespace hall::desk
