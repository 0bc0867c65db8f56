// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/resulttable.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

Value written(const QJsonArray &array)
{
    return array.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

QJsonArray read(const Query &row, int column)
{
    return QJsonDocument::fromJson(row.text(column).toUtf8()).array();
}

} // namespace

base::Status ResultTable::fill(domain::Run &run)
{
    TRY(Query row, m_db.query("SELECT result, artifacts FROM run_result WHERE run_id = ?", {run.id.text()}));
    TRY(const bool found, row.next());
    if (found) {
        run.result = row.isNull(0) ? QJsonValue(QJsonValue::Undefined) : read(row, 0).first();
        run.artifacts = read(row, 1);
    }
    return {};
}

base::Status ResultTable::save(const domain::Run &run)
{
    if (run.result.isUndefined() && run.artifacts.isEmpty()) {
        return {};
    }
    const QJsonArray result = run.result.isUndefined() ? QJsonArray() : QJsonArray{run.result};
    CHECK(m_db.run("INSERT INTO run_result (run_id, result, artifacts) VALUES (?, ?, ?)",
                   {run.id.text(), written(result), written(run.artifacts)}));
    return {};
}

} // namespace store
