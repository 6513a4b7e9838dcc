// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/cases/value_words.h"
#include "ui/desk/parts.h"

namespace hall::desk {

/// The people and organisations of a case, as corrected, everything that is known of each in its own line.
class PartiesPane : public QWidget
{
    Q_OBJECT

public:
    PartiesPane(const Phrasebook& phrases, QWidget* parent = nullptr);

    void show(const CaseLaw& law, const QJsonObject& facts);
    void wipe();

private:
    const Phrasebook& m_phrases;
    QVBoxLayout* m_column;
};

} // namespace hall::desk
