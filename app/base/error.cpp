// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

namespace hall::base {

QLatin1StringView errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return QLatin1StringView("invalid-argument");
    case ErrorCode::FileUnreadable: return QLatin1StringView("file-unreadable");
    case ErrorCode::FileInvalid: return QLatin1StringView("file-invalid");
    case ErrorCode::TextTooLong: return QLatin1StringView("text-too-long");
    case ErrorCode::Cancelled: return QLatin1StringView("cancelled");
    case ErrorCode::Internal: return QLatin1StringView("internal-error");
    case ErrorCode::StoreNotFound: return QLatin1StringView("store-not-found");
    case ErrorCode::StoreExists: return QLatin1StringView("store-exists");
    case ErrorCode::StoreLocked: return QLatin1StringView("store-locked");
    case ErrorCode::StoreNewer: return QLatin1StringView("store-newer");
    case ErrorCode::StoreNotEncrypted: return QLatin1StringView("store-not-encrypted");
    case ErrorCode::StoreDamaged: return QLatin1StringView("store-damaged");
    case ErrorCode::StoreUnavailable: return QLatin1StringView("store-unavailable");
    case ErrorCode::WrongKey: return QLatin1StringView("wrong-key");
    case ErrorCode::KeyMissing: return QLatin1StringView("key-missing");
    case ErrorCode::DiskFull: return QLatin1StringView("disk-full");
    case ErrorCode::ConstraintViolated: return QLatin1StringView("constraint-violated");
    case ErrorCode::CatalogueInvalid: return QLatin1StringView("catalogue-invalid");
    case ErrorCode::PolicyInvalid: return QLatin1StringView("policy-invalid");
    case ErrorCode::BlockUnknown: return QLatin1StringView("block-unknown");
    case ErrorCode::ServiceUnknown: return QLatin1StringView("service-unknown");
    case ErrorCode::ServiceClosed: return QLatin1StringView("service-closed");
    case ErrorCode::PriorityClassUnknown: return QLatin1StringView("priority-class-unknown");
    case ErrorCode::TicketNotFound: return QLatin1StringView("ticket-not-found");
    case ErrorCode::TicketStateConflict: return QLatin1StringView("ticket-state-conflict");
    case ErrorCode::DeskUnknown: return QLatin1StringView("desk-unknown");
    case ErrorCode::DeskClosed: return QLatin1StringView("desk-closed");
    case ErrorCode::DeskBusy: return QLatin1StringView("desk-busy");
    case ErrorCode::AppointmentNotFound: return QLatin1StringView("appointment-not-found");
    case ErrorCode::ReasonMissing: return QLatin1StringView("reason-missing");
    case ErrorCode::UndoExpired: return QLatin1StringView("undo-expired");
    case ErrorCode::HallClosed: return QLatin1StringView("hall-closed");
    case ErrorCode::PermissionDenied: return QLatin1StringView("permission-denied");
    case ErrorCode::PassphraseWrong: return QLatin1StringView("passphrase-wrong");
    case ErrorCode::AccountLocked: return QLatin1StringView("account-locked");
    case ErrorCode::StaffUnknown: return QLatin1StringView("staff-unknown");
    case ErrorCode::StaffExists: return QLatin1StringView("staff-exists");
    case ErrorCode::SealInvalid: return QLatin1StringView("seal-invalid");
    case ErrorCode::SignatureInvalid: return QLatin1StringView("signature-invalid");
    case ErrorCode::NotAPackage: return QLatin1StringView("not-a-package");
    case ErrorCode::CaseNotFound: return QLatin1StringView("case-not-found");
    case ErrorCode::EntryConflict: return QLatin1StringView("entry-conflict");
    case ErrorCode::RuleUnknown: return QLatin1StringView("rule-unknown");
    case ErrorCode::PrinterUnavailable: return QLatin1StringView("printer-unavailable");
    case ErrorCode::SpeechUnavailable: return QLatin1StringView("speech-unavailable");
    }
    return QLatin1StringView("internal-error");
}

} // namespace hall::base
