// SPDX-License-Identifier: Apache-2.0
#include "app/store/settings.h"

#include "app/domain/hooks/origin.h"
#include "app/domain/retention/retention.h"
#include "app/store/desk.h"
#include "app/store/logs.h"
#include "app/store/notices/noticeways.h"
#include "app/store/tables/audittable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

const SettingSpec *specOf(const QString &name)
{
    for (const SettingSpec &spec : settingSpecs()) {
        if (spec.key == name) {
            return &spec;
        }
    }
    return nullptr;
}

base::Status checkNumber(const SettingSpec &spec, double number)
{
    if (std::trunc(number) != number || number < spec.least || number > spec.most) {
        return base::invalid(
            spec.key,
            u"%1 must be a whole number from %2 to %3"_s.arg(spec.key).arg(qint64(spec.least)).arg(qint64(spec.most)));
    }
    return {};
}

base::Status checkList(const SettingSpec &spec, const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    const auto isText = [](const QJsonValue &one) { return one.isString(); };
    if (!value.isArray() || list.size() > spec.most || !std::all_of(list.begin(), list.end(), isText)) {
        return base::invalid(spec.key, u"%1 must be a list of at most %2 texts"_s.arg(spec.key).arg(qint64(spec.most)));
    }
    for (const QJsonValue one : list) {
        if (const base::Status fits = spec.checkEach(one.toString()); !fits) {
            return base::invalid(spec.key, fits.error().detail);
        }
    }
    return {};
}

base::Status check(const SettingSpec &spec, const QJsonValue &value)
{
    switch (spec.fallback.type()) {
    case QJsonValue::Bool:
        return value.isBool() ? base::Status() : base::invalid(spec.key, u"%1 must be true or false"_s.arg(spec.key));
    case QJsonValue::Double:
        return checkNumber(spec, value.isDouble() ? value.toDouble() : std::nan(""));
    case QJsonValue::Array:
        return checkList(spec, value);
    default:
        break;
    }
    if (!value.isString() || !spec.words.contains(value.toString())) {
        return base::invalid(spec.key, u"%1 must be one of %2"_s.arg(spec.key, spec.words.join(u", "_s)));
    }
    return {};
}

// Wrapped into an array, for not every QJsonDocument can hold a single value.
QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

QJsonValue valueOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array().at(0);
}

} // namespace

const QList<SettingSpec> &settingSpecs()
{
    constexpr double mostParallel = 1000;
    constexpr double mostTotalMb = 1 << 24;
    constexpr int usualKeepDays = 90;
    constexpr int mostOrigins = 20;
    static const QList<SettingSpec> specs{
        {key(setting::parallelRuns), 0, 0, mostParallel},
        {key(setting::localApi), false},
        {key(setting::origins), QJsonArray(), 0, mostOrigins, {}, domain::checkOrigin},
        {key(setting::closeChoice), u"ask"_s, 0, 0, {u"ask"_s, u"keep"_s, u"stop"_s}},
        {key(setting::samplesMade), false, 0, 0, {}, nullptr, SettingOf::Program},
        {key(setting::keepDays), usualKeepDays, 0, domain::mostKeepDays},
        {key(setting::keepRuns), 0, 0, domain::mostKeepRuns},
        {key(setting::logsTotal), 0, 0, mostTotalMb},
        {key(setting::logOfRun), Logs::usualMost >> 20, domain::leastLogBytes >> 20, domain::mostLogBytes >> 20},
        {key(setting::noticesDesktop), true},
        {key(setting::noticesSound), true},
        {key(setting::noticesWebhook), true},
        {key(setting::colourScheme), u"system"_s, 0, 0, {u"system"_s, u"light"_s, u"dark"_s}},
    };
    return specs;
}

Result<QJsonObject> readSettings(Connection &db)
{
    QJsonObject settings;
    for (const SettingSpec &spec : settingSpecs()) {
        settings.insert(spec.key, spec.fallback);
    }
    TRY(Query row, db.query("SELECT key, value FROM setting"));
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return settings;
        }
        const SettingSpec *spec = specOf(row.text(0));
        const QJsonValue value = valueOf(row.text(1));
        if (spec != nullptr && check(*spec, value)) {
            settings.insert(spec->key, value);
        }
    }
}

QFuture<Result<QJsonObject>> Settings::all() const
{
    return m_desk.read([](Transaction &transaction) { return readSettings(transaction.db()); });
}

QFuture<Result<void>> Settings::set(QString key, QJsonValue value, domain::Actor by)
{
    return m_desk.write([key, value, by](Transaction &transaction) -> Result<void> {
        const SettingSpec *spec = specOf(key);
        if (spec == nullptr) {
            return base::invalid(key, u"there is no setting %1"_s.arg(key.left(100)));
        }
        CHECK(check(*spec, value));
        TRY(const QJsonObject before, readSettings(transaction.db()));
        TRY(const int changed,
            transaction.db().run(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
                {key, textOf(value)}));
        if (changed > 0) {
            transaction.note(Table::Settings, ChangeKind::Updated, key);
            CHECK(by.name.isEmpty() ? base::Status()
                                    : record(transaction, {.by = by, .action = u"set_setting"_s, .subject = key},
                                             {{key, before.value(key)}}, {{key, value}}));
        }
        return {};
    });
}

} // namespace store
