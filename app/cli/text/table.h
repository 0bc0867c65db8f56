// SPDX-License-Identifier: Apache-2.0
// Rows and fields for people: aligned columns under a heading, or a name and a value a line.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace cli {

class Output;

class Table
{
public:
    explicit Table(QStringList heading) : m_heading(std::move(heading)) {}

    /// Cells are made visible; an empty one is shown as `-`.
    void add(QStringList cells);
    /// Nothing at all where there are no rows.
    void print(Output &output) const;

private:
    QStringList m_heading;
    QList<QStringList> m_rows;
};

/// An object, a field a line: the fields of `order` first, then the others by name. Times are shown in the system's zone.
void printObject(Output &output, const QJsonObject &object, const QStringList &order);

/// `2026-10-22T14:32:08+02:00` of an ISO text or of Unix seconds; empty for anything else.
QString localSeconds(const QJsonValue &time);

} // namespace cli
