// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/made_documents.h"
#include "ui/desk/cases/signature_pad.h"

class QComboBox;
class QLineEdit;

namespace hall::desk {

/// The official documents of a case: which fit now (and what the others lack), a preview, signatures on the screen, made with a
/// number. Those that were made stand below, to be looked at, printed and saved.
class DocumentsPane : public QWidget
{
    Q_OBJECT

public:
    DocumentsPane(CaseGateway& gateway, const Phrasebook& phrases, const Look& look, const base::Clock& clock, QWidget* parent = nullptr);

    /// One form alone, chosen already: for a page where only that one is wanted.
    void offerOnly(const QString& form);
    void show(const CaseView& view, const casefile::Reason& reason);
    void wipe();
    MadeDocuments& madeDocuments() { return *m_made; }

signals:
    void made(const QString& number);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Place
    {
        QString code;
        QLineEdit* signer;
        SignaturePad* pad;
    };
    void retranslate();
    void listForms();
    const casefile::FormOffer* chosen() const;
    bool chooseOnly();
    void clearForm();
    void choose();
    void offerPlaces(const casefile::FormOffer& form);
    casefile::DocumentOrder order() const;
    void preview();
    void make();
    void taken(const casefile::MadeDocument& document);
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
    QHBoxLayout* m_choice;
    QLabel* m_about;
    QVBoxLayout* m_places;
    QPushButton* m_preview;
    QPushButton* m_make;
    QLabel* m_said;
    PaperView* m_pages;
    MadeDocuments* m_made;
    QList<Place> m_signs;
    QString m_only; ///< form; empty: all
    quint64 m_epoch = 0;
    bool m_busy = false;
};

} // namespace hall::desk
