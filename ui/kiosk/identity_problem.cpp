// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/identity_problem.h"

#include "app/rules/identity_number.h"

#include <QCoreApplication>

namespace hall::kiosk {
namespace {

struct SayOfNumber
{
    Q_DECLARE_TR_FUNCTIONS(hall::kiosk::IdentityProblem)
};

} // namespace

QString identityProblem(const QString& text, const QDate& today)
{
    switch (rules::checkIdentityNumber(text, today).fault) {
    case rules::IdentityFault::None:
        return {};
    case rules::IdentityFault::WrongLength:
        return SayOfNumber::tr("An identity number has 18 characters. Please compare it with the card.");
    case rules::IdentityFault::BadCharacter:
        return SayOfNumber::tr("An identity number has 17 figures, then a figure or an X. Please compare it with the card.");
    case rules::IdentityFault::UnknownRegion:
        return SayOfNumber::tr("The first two figures name no province. Please compare the beginning with the card.");
    case rules::IdentityFault::ImpossibleDate:
        return SayOfNumber::tr("Figures 7 to 14 are the date of birth, and this date cannot be. Please compare them with the card.");
    case rules::IdentityFault::WrongCheckDigit:
        return SayOfNumber::tr("One figure does not fit the others. Please compare each with the card.");
    }
    return {};
}

} // namespace hall::kiosk
