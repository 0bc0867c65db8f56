// SPDX-License-Identifier: Apache-2.0
// What somebody looks for: terms, and how they are combined. A line matches or does not.
#pragma once

#include <QList>
#include <QString>

namespace search {

enum class Syntax { Literal, Regex };
enum class Case { Sensitive, Insensitive };
enum class Words { Any, Whole }; ///< Whole: no letter, digit or `_` right before or after.
enum class Sense { Wanted, Unwanted };

struct Term
{
    QString text;
    Syntax syntax = Syntax::Literal;
    Case letters = Case::Sensitive;
    Words words = Words::Any;
    Sense sense = Sense::Wanted;

    friend bool operator==(const Term &, const Term &) = default;
};

enum class Combine { All, Any };

/// A line matches when all (or any) of the wanted terms are in it, and none of the unwanted.
struct Query
{
    QList<Term> terms;
    Combine combine = Combine::All;

    friend bool operator==(const Query &, const Query &) = default;
};

} // namespace search
