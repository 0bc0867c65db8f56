// SPDX-License-Identifier: Apache-2.0
// A column of a table as data: what it says of a row, in which role. Models keep what is no column's matter: the key of
// a row, its kind.
#pragma once

#include "models/roles.h"

#include <QCoreApplication>
#include <QVariant>

namespace models {

/// `Context` is what a cell needs beside its row.
template <typename Row, typename Context> struct ColumnSpec
{
    using Cell = QVariant (*)(const Row &, const Context &);

    const char *key;   ///< Under which a view keeps its width and place.
    const char *title; ///< Source text.
    Qt::AlignmentFlag alignment = Qt::AlignLeft;
    Cell display = nullptr;
    Cell raw = nullptr; ///< Where the text is not the value.
    Cell secondary = nullptr;
    Cell statusKey = nullptr;
    Cell icon = nullptr;
    Cell bars = nullptr;
    Cell fraction = nullptr;
    Cell expected = nullptr;
    Cell dimmed = nullptr;
    Cell home = nullptr;
    Cell accessible = nullptr; ///< Where the text does not say it.
};

namespace parts {

template <typename AnyColumn> QVariant alignmentOf(const AnyColumn &column)
{
    return QVariant::fromValue(Qt::Alignment(column.alignment | Qt::AlignVCenter));
}

} // namespace parts

template <typename Row, typename Context>
QVariant cellOf(const ColumnSpec<Row, Context> &column, int role, const Row &row, const Context &context)
{
    const auto say = [&](typename ColumnSpec<Row, Context>::Cell cell) {
        return cell ? cell(row, context) : QVariant();
    };
    switch (role) {
    case Qt::DisplayRole:
        return say(column.display);
    case RawRole:
        return say(column.raw ? column.raw : column.display);
    case SecondaryTextRole:
        return say(column.secondary);
    case StatusKeyRole:
        return say(column.statusKey);
    case IconNameRole:
        return say(column.icon);
    case BarsRole:
        return say(column.bars);
    case FractionRole:
        return say(column.fraction);
    case ExpectedFractionRole:
        return say(column.expected);
    case DimmedRole:
        return say(column.dimmed);
    case HomeRole:
        return say(column.home);
    case Qt::AccessibleTextRole:
        return say(column.accessible);
    case Qt::TextAlignmentRole:
        return parts::alignmentOf(column);
    default:
        return {};
    }
}

/// `context` is that of the translations.
template <typename AnyColumn> QVariant headerOf(const AnyColumn &column, int role, const char *context)
{
    switch (role) {
    case Qt::DisplayRole:
        return QCoreApplication::translate(context, column.title);
    case KeyRole:
        return QString::fromLatin1(column.key);
    case Qt::TextAlignmentRole:
        return parts::alignmentOf(column);
    default:
        return {};
    }
}

} // namespace models
