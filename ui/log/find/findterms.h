// SPDX-License-Identifier: Apache-2.0
// Several things looked for at once, written in one line: `timeout "connection reset" !retry`. Pure.
#pragma once

#include "app/search/query.h"

namespace ui {

/// Each word, or text in quotes, is a term like `model`; one with `!` before it must not be in the line.
search::Query termsOf(const QString &text, const search::Term &model, search::Combine combine);

/// How somebody looks for something, as the bar of a search shows it.
struct FindState
{
    QString text;
    bool letters = false; ///< Upper and lower case are different.
    bool words = false;   ///< Whole words only.
    bool regex = false;
    bool several = false; ///< The text is several terms.
    bool any = false;     ///< Of them, one is enough.

    friend bool operator==(const FindState &, const FindState &) = default;
};

/// No terms while nothing is written.
search::Query queryOf(const FindState &state);
/// To keep it, and back; what can't be read is nothing.
QString toText(const FindState &state);
FindState findStateFrom(const QString &text);

} // namespace ui
