// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text/table.h"

#include "app/base/clock.h"
#include "app/cli/text/output.h"
#include "app/cli/text/terminal.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - columns(text)), u' ');
}

QString aligned(const QStringList &cells, const QList<int> &widths)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool last = i + 1 == cells.size();
        line += last ? cells.at(i) : padded(cells.at(i), widths.at(i)) + u"  "_s;
    }
    return line;
}

bool isTimeField(const QString &name)
{
    return name.endsWith("_at"_L1) || name == "planned_for"_L1 || name == "next_run"_L1 || name == "last_run"_L1;
}

QString compact(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

QString valueText(const QString &name, const QJsonValue &value)
{
    if (isTimeField(name)) {
        if (const auto instant = base::parseIso(value.toString()); value.isString() && instant) {
            return base::isoLocal(*instant);
        }
        if (value.isDouble()) {
            return localSeconds(value);
        }
    }
    if (value.isNull() || value.isUndefined()) {
        return u"-"_s;
    }
    return value.isString() ? value.toString() : compact(value);
}

} // namespace

void Table::add(QStringList cells)
{
    for (QString &cell : cells) {
        cell = cell.isEmpty() ? u"-"_s : visible(cell);
    }
    m_rows.append(std::move(cells));
}

void Table::print(Output &output) const
{
    if (m_rows.isEmpty()) {
        return;
    }
    QList<int> widths;
    for (qsizetype column = 0; column < m_heading.size(); ++column) {
        int width = columns(m_heading.at(column));
        for (const QStringList &row : m_rows) {
            width = std::max(width, columns(row.at(column)));
        }
        widths.append(width);
    }
    const QString heading = aligned(m_heading, widths);
    output.line(output.isTerminal() ? u"\x1b[1m"_s + heading + u"\x1b[0m"_s : heading);
    for (const QStringList &row : m_rows) {
        output.line(aligned(row, widths));
    }
}

void printObject(Output &output, const QJsonObject &object, const QStringList &order)
{
    QStringList names;
    for (const QString &name : order) {
        if (object.contains(name)) {
            names.append(name);
        }
    }
    for (const QString &name : object.keys()) {
        if (!order.contains(name)) {
            names.append(name);
        }
    }
    int width = 0;
    for (const QString &name : names) {
        width = std::max(width, columns(visible(name)));
    }
    for (const QString &name : names) {
        const QString value = visible(valueText(name, object.value(name)));
        output.line(padded(visible(name), width) + u"  "_s + (value.isEmpty() ? u"-"_s : value));
    }
}

QString localSeconds(const QJsonValue &time)
{
    QDateTime moment;
    if (time.isDouble()) {
        moment = QDateTime::fromSecsSinceEpoch(time.toInteger());
    } else if (const auto instant = base::parseIso(time.toString())) {
        moment = QDateTime::fromMSecsSinceEpoch(base::toMillis(*instant));
    } else {
        return {};
    }
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace cli
