// SPDX-License-Identifier: Apache-2.0
#include "app/store/sql/schema.h"

#include "app/store/tables/audittable.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr quint32 applicationId = 0x53674278; // "SgBx", offset 68 of the file
constexpr qsizetype headerSize = 100;
constexpr int auditChainStep = 10; // SQL alone can't hash
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

base::Error notOurs(const QString &path)
{
    return {.code = base::ErrorCode::Corrupt,
            .context = {},
            .detail = u"the file is not a database of Signalbox: %1"_s.arg(path),
            .field = {}};
}

base::Status checkVersion(qint64 version, int newest, const QString &path)
{
    if (version <= newest) {
        return {};
    }
    return base::Error{
        .code = base::ErrorCode::Unsupported,
        .context = {},
        .detail = u"the store was written by a newer Signalbox (schema %1, this one knows %2): %3"_s.arg(version)
                      .arg(newest)
                      .arg(path),
        .field = {}};
}

QByteArray quoted(const QString &text)
{
    return "'" + text.toUtf8().replace("'", "''") + "'";
}

base::Status copyTo(Connection &db, const QString &target)
{
    const QString partial = target + u".partial"_s;
    QFile::remove(partial);
    CHECK(db.script("VACUUM INTO " + quoted(partial)));
    QFile::setPermissions(partial, ownerOnly);
    QFile::remove(target);
    if (!QFile::rename(partial, target)) {
        return base::unavailable(u"copying the store before its migration"_s, u"can't write %1"_s.arg(target));
    }
    return {};
}

base::Status apply(Connection &db, const SchemaStep &step)
{
    const QByteArray stamp = "PRAGMA application_id = " + QByteArray::number(applicationId) +
                             "; PRAGMA user_version = " + QByteArray::number(step.version) + ";";
    CHECK(db.script("BEGIN IMMEDIATE"));
    base::Status status = db.script(step.sql);
    if (status && step.version == auditChainStep) {
        status = chainAudit(db);
    }
    if (status) {
        status = db.script(stamp);
    }
    if (status) {
        status = db.script("COMMIT");
    }
    if (!status && db.inTransaction()) {
        (void)db.script("ROLLBACK").has_value();
    }
    return status;
}

} // namespace

base::Result<QList<SchemaStep>> schemaSteps()
{
    QList<SchemaStep> steps;
    const QDir folder(u":/sql"_s);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        const int version = name.section(u'-', 0, 0).toInt();
        if (version != steps.size() + 1 || !file.open(QIODevice::ReadOnly)) {
            return base::internal(u"the steps of the schema compiled in have a gap at %1"_s.arg(name));
        }
        steps.append({version, file.readAll()});
    }
    if (steps.isEmpty()) {
        return base::internal(u"no steps of the schema are compiled in"_s);
    }
    return steps;
}

base::Status checkHeader(const QString &path, int newest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable({}, u"the file can't be read: %1 (%2)"_s.arg(path, file.errorString()));
    }
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty()) {
        return {};
    }
    if (header.size() < headerSize || !header.startsWith("SQLite format 3")) {
        return notOurs(path);
    }
    const auto field = [&header](int offset) { return qFromBigEndian<quint32>(header.constData() + offset); };
    constexpr int versionOffset = 60;
    constexpr int applicationOffset = 68;
    if (field(applicationOffset) != applicationId && field(applicationOffset) != 0) {
        return notOurs(path);
    }
    return checkVersion(field(versionOffset), newest, path);
}

base::Result<int> schemaVersion(Connection &db, int newest)
{
    TRY(const qint64 version, db.number("PRAGMA user_version"));
    TRY(const qint64 owner, db.number("PRAGMA application_id"));
    TRY(const qint64 tables, db.number("SELECT count(*) FROM sqlite_schema"));
    const bool empty = version == 0 && owner == 0 && tables == 0;
    if (!empty && owner != qint64(applicationId)) {
        return notOurs(db.path());
    }
    CHECK(checkVersion(version, newest, db.path()));
    return static_cast<int>(version);
}

base::Status migrate(Connection &db, const QList<SchemaStep> &steps)
{
    TRY(const int version, schemaVersion(db, steps.last().version));
    if (version > 0 && version < steps.last().version) {
        CHECK(copyTo(db, u"%1.before-%2"_s.arg(db.path()).arg(version + 1)));
    }
    for (const SchemaStep &step : steps) {
        if (step.version > version) {
            CHECK(apply(db, step));
        }
    }
    return {};
}

base::Status quickCheck(Connection &db)
{
    TRY(Query check, db.query("PRAGMA quick_check(1)"));
    TRY(const bool answered, check.next());
    if (!answered || check.text(0) != "ok"_L1) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = {},
                           .detail = u"the file is damaged: %1 (%2)"_s.arg(db.path(), check.text(0)),
                           .field = {}};
    }
    return {};
}

} // namespace store
