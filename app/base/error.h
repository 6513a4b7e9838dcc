// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace hall::base {

/// The closed set of what can go wrong. Windows and scripts decide by code; people read the message.
/// `errorName` gives the stable kebab-case word that hallctl prints.
enum class ErrorCode {
    InvalidArgument,
    FileUnreadable,
    FileInvalid,
    TextTooLong,
    Cancelled,
    Internal,
    // Stores
    StoreNotFound,
    StoreExists,
    StoreLocked,
    StoreNewer,
    StoreNotEncrypted,
    StoreDamaged,
    StoreUnavailable,
    WrongKey,
    KeyMissing,
    DiskFull,
    ConstraintViolated,
    // Catalogue and policy
    CatalogueInvalid,
    PolicyInvalid,
    BlockUnknown,
    ServiceUnknown,
    ServiceClosed,
    PriorityClassUnknown,
    // Line
    TicketNotFound,
    TicketStateConflict,
    DeskUnknown,
    DeskClosed,
    DeskBusy,
    AppointmentNotFound,
    ReasonMissing,
    UndoExpired,
    HallClosed,
    // People and keys
    PermissionDenied,
    PassphraseWrong,
    AccountLocked,
    StaffUnknown,
    StaffExists,
    SealInvalid,
    SignatureInvalid,
    NotAPackage,
    // Case files
    CaseNotFound,
    EntryConflict,
    // Law
    RuleUnknown,
    // Devices
    PrinterUnavailable,
    SpeechUnavailable,
};

/// The stable word of a code, e.g. "ticket-not-found".
QLatin1StringView errorName(ErrorCode code);

/// What was tried, on what, and what to do next. Never personal data: an error may be logged and shown in public.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;

    bool operator==(const Error&) const = default;
};

} // namespace hall::base
