// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/rules/opening_hours.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace hall::rules {

/// A text in both languages of the hall.
struct Text
{
    QString zh;
    QString en;
    const QString& in(const QString& language) const { return language == QLatin1StringView("en") ? en : zh; }
    bool operator==(const Text&) const = default;
};

/// One of the hall's blocks (功能区): the shelf on which its services stand.
struct Block
{
    QString code;   ///< "reception"
    QString prefix; ///< of its ticket numbers, one capital letter
    Text name;      ///< official name
    Text words;     ///< in a visitor's words: "I want to complain or petition"
    Text place;     ///< where to go
    bool operator==(const Block&) const = default;
};

struct Service
{
    QString code;
    QString block;
    Text name;
    Text words;                ///< one line that tells a visitor whether this is theirs
    Text bring;                ///< what to have at hand; may be empty
    QList<QString> categories; ///< dispute categories (D01 …) that it takes
    double minutes = 15;       ///< usual length of a visit, for the first estimates
    bool operator==(const Service&) const = default;
};

/// What a visitor shows for a priority class.
struct Proof
{
    QString code;
    Text name;
    bool operator==(const Proof&) const = default;
};

struct PriorityClass
{
    QString code;
    Text name;
    Text words;
    QList<Proof> proofs;   ///< empty: nothing to show
    bool atKiosk = true;   ///< whether a visitor may choose it (a booking chooses its own)
    bool operator==(const PriorityClass&) const = default;
};

struct DeskPlan
{
    int number = 0;
    Text name;
    QList<QString> services; ///< what it usually serves
    bool operator==(const DeskPlan&) const = default;
};

/// "I am not sure": plain questions that lead to a block. The first question is where it starts.
struct Answer
{
    Text text;
    QString question; ///< the next question, or
    QString block;    ///< where it ends
    bool operator==(const Answer&) const = default;
};
struct Question
{
    QString code;
    Text text;
    QList<Answer> answers;
    bool operator==(const Question&) const = default;
};

/// One of the categories of dispute (resources/catalogue/dispute_categories.csv).
struct DisputeCategory
{
    QString code;
    Text name;
    QString firstDestination;
    bool operator==(const DisputeCategory&) const = default;
};

/// Everything a hall may want to change about itself without a programmer.
struct Catalogue
{
    Text hallName;
    Text guideDesk;                 ///< "the guide desk on your left"
    int mostRepresentatives = 5;    ///< who may go in of a joint visit (信访工作条例 Art 20)
    OpeningHours hours;
    QList<Block> blocks;
    QList<Service> services;
    QList<PriorityClass> classes;
    QList<DeskPlan> desks;
    QList<Question> guide;
    QList<DisputeCategory> categories;
    QMap<QString, Text> texts;      ///< messages of kiosk and board by code

    const Block* block(const QString& code) const;
    const Service* service(const QString& code) const;
    const PriorityClass* priorityClass(const QString& code) const;
    const DeskPlan* desk(int number) const;
    const Question* question(const QString& code) const;
    QList<Service> servicesOf(const QString& block) const;
    /// The text of a code in a language; empty when the catalogue has none.
    QString text(const QString& code, const QString& language) const;
    bool operator==(const Catalogue&) const = default;
};

/// Reads a folder of catalogue files (*.yaml, dispute_categories.csv, and holidays.csv where the
/// hall's days differ from the law's; a folder of the disk or ":/catalogue").
/// All complaints are listed, a line each: "desks.yaml:12: there is no service \"X\"". Error: CatalogueInvalid,
/// FileUnreadable. Nothing is half read.
base::Result<Catalogue> readCatalogue(const QString& folder);

QJsonObject toJson(const Catalogue& catalogue);
/// Of what toJson wrote; CatalogueInvalid for anything else.
base::Result<Catalogue> catalogueFromJson(const QJsonObject& object);

} // namespace hall::rules
