// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/keyvaluestore.h"

#include "app/store/share/filelock.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr std::chrono::seconds longestWait{10};

base::Status waitFor(store::FileLock &lock, const QString &path)
{
    CHECK(lock.open(path));
    const QDeadlineTimer deadline(longestWait);
    while (!lock.tryLock(store::FileLock::Kind::Exclusive)) {
        if (deadline.hasExpired()) {
            return base::unavailable({}, u"the key-value store is in use by another process"_s);
        }
        QThread::msleep(2);
    }
    return {};
}

base::Status checkKey(const QString &key)
{
    if (key.isEmpty() || key.size() > KeyValueStore::longestKey) {
        return base::invalid(u"key"_s, u"a key must have 1 to %1 characters"_s.arg(KeyValueStore::longestKey));
    }
    return {};
}

base::Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return QJsonObject();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    const QByteArray text = file.read(2 * KeyValueStore::mostBytes);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"reading %1"_s.arg(path),
                           .detail = u"it is not a JSON object: %1"_s.arg(problem.errorString())};
    }
    return document.object();
}

QByteArray quoted(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// As `JSON.stringify(object, null, 2)` writes it.
QByteArray pretty(const QJsonObject &object)
{
    QByteArrayList lines;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        lines.append("  " + quoted(it.key()) + ": " + quoted(*it));
    }
    return lines.isEmpty() ? "{}" : "{\n" + lines.join(",\n") + "\n}";
}

base::Status replaceFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    if (!written) {
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    }
    return {};
}

} // namespace

KeyValueStore::KeyValueStore(const QString &folder, const base::Clock &clock)
    : m_file(folder + u"/kvstore.json"_s),
      m_timesFile(folder + u"/kvstore.times.json"_s),
      m_lockFile(folder + u"/kvstore.lock"_s),
      m_clock(clock)
{
}

base::Result<std::optional<QString>> KeyValueStore::get(const QString &key) const
{
    CHECK(checkKey(key));
    TRY(const Contents contents, read());
    if (!contents.values.contains(key) || isExpired(contents, key)) {
        return std::optional<QString>();
    }
    return std::optional(contents.values.value(key).toString());
}

base::Status KeyValueStore::put(const QString &key, const QString &value)
{
    CHECK(checkKey(key));
    if (value.size() > longestValue) {
        return base::invalid(u"value"_s, u"a value may have at most %1 characters"_s.arg(longestValue));
    }
    store::FileLock lock;
    CHECK(waitFor(lock, m_lockFile));
    TRY(Contents contents, read());
    dropExpired(contents);
    contents.values.insert(key, value);
    contents.times.insert(key, base::toMillis(m_clock.now()));
    return write(contents);
}

base::Result<bool> KeyValueStore::remove(const QString &key)
{
    CHECK(checkKey(key));
    store::FileLock lock;
    CHECK(waitFor(lock, m_lockFile));
    TRY(Contents contents, read());
    const bool there = contents.values.contains(key) && !isExpired(contents, key);
    contents.values.remove(key);
    contents.times.remove(key);
    dropExpired(contents);
    CHECK(write(contents));
    return there;
}

base::Result<QList<KeptValue>> KeyValueStore::all() const
{
    TRY(const Contents contents, read());
    QList<KeptValue> values;
    for (auto it = contents.values.constBegin(); it != contents.values.constEnd(); ++it) {
        if (!isExpired(contents, it.key())) {
            const base::Instant written = writtenAt(contents, it.key());
            values.append({it.key(), it->toString(), written, written + life});
        }
    }
    return values;
}

base::Result<KeyValueStore::Contents> KeyValueStore::read() const
{
    TRY(const QJsonObject values, readObject(m_file));
    TRY(const QJsonObject times, readObject(m_timesFile));
    return Contents{.values = values, .times = times};
}

/// The times first: who reads in between sees an old value as fresh, never a fresh one as expired.
base::Status KeyValueStore::write(const Contents &contents)
{
    const QByteArray values = pretty(contents.values);
    if (values.size() > mostBytes) {
        return base::unavailable({}, u"the key-value store is full: its file may have at most 64 MiB"_s);
    }
    CHECK(replaceFile(m_timesFile, pretty(contents.times)));
    return replaceFile(m_file, values);
}

/// A key that another program wrote is as old as the file.
base::Instant KeyValueStore::writtenAt(const Contents &contents, const QString &key) const
{
    const QJsonValue time = contents.times.value(key);
    return base::fromMillis(time.isDouble() ? time.toInteger() : QFileInfo(m_file).lastModified().toMSecsSinceEpoch());
}

bool KeyValueStore::isExpired(const Contents &contents, const QString &key) const
{
    return writtenAt(contents, key) + life <= m_clock.now();
}

void KeyValueStore::dropExpired(Contents &contents) const
{
    const QStringList keys = contents.values.keys();
    for (const QString &key : keys) {
        if (isExpired(contents, key)) {
            contents.values.remove(key);
            contents.times.remove(key);
        } else if (!contents.times.contains(key)) {
            contents.times.insert(key, base::toMillis(writtenAt(contents, key)));
        }
    }
}

} // namespace bundles
