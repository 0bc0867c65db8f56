// SPDX-License-Identifier: Apache-2.0
// The roles under which a model gives values that a screen, a sort, an export or a screen reader needs beside the text.
// Models hand over values; what they look like is decided by whoever paints.
#pragma once

#include <Qt>

namespace models {

enum Role {
    /// The value itself, for sorting and export: qint64, double, QString or QDateTime.
    RawRole = Qt::UserRole + 1,
    /// QString, vocabulary and state of a status: `run.failed`, `automation.paused`, `window.open`,
    /// `connection.offline`.
    StatusKeyRole,
    /// QString, a second, quieter text after the first: the time after the word of a status.
    SecondaryTextRole,
    /// bool, the row is paused, disabled or not allowed: its text steps back.
    DimmedRole,
    /// QVariantList, oldest first, at most 20; each entry a QVariantList {double height 0 to 1, QString status key}.
    /// A slot that a window skipped is `window.open`. A running bar may carry a third number: the share of its usual
    /// time that has passed, 0 to 1.
    BarsRole,
    /// double 0 to 1, how long a bar is drawn: the duration as share of the automation's own 95th percentile.
    FractionRole,
    /// double 0 to 1, up to where a running bar is expected to grow; absent when unknown.
    ExpectedFractionRole,
    /// QString, name of the drawing before the text: a kind (`script`, `http`), an icon (`clock`) or a remote's `fa-…`.
    IconNameRole,
    /// int, how many things of the row wait or run: the badge at its end; 0 or absent draws none.
    CountRole,
    /// QString, colour family of the badge: `active`, `ask`, `bad`, `late`, `good`, `window`, `neutral`.
    CountFamilyRole,
    /// int, what a row of a rail or a grouped list is, see RowKind.
    RowKindRole,
    /// QString, the key by which a row is found again after a reload.
    KeyRole,
    /// QString, the name of the connection where the thing lives: the badge after its name; absent for this machine.
    HomeRole,
    FirstFreeRole = Qt::UserRole + 64 ///< Roles of one model alone begin here.
};

enum RowKind {
    ItemRow,      ///< Can be chosen.
    CaptionRow,   ///< A heading over the rows below; its model gives it no item flags.
    SeparatorRow, ///< A hairline; no item flags either.
    ViewRow,      ///< A smaller item without a drawing: a saved view.
    FoldedRow,    ///< An item that stands for several.
    UnfoldedRow,  ///< The same, and they are listed below it.
    InnerRow,     ///< One of those.
};

} // namespace models
