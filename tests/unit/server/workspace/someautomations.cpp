// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/workspace/someautomations.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <functional>

using namespace Qt::StringLiterals;

namespace test {

namespace {

class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    QJsonArray all()
    {
        QJsonArray made;
        for (int count = m_random.bounded(1, 9); count > 0; --count) {
            made.append(one(int(made.size())));
        }
        return made;
    }

private:
    bool perhaps() { return m_random.bounded(2) == 0; }
    int number(int least, int most) { return m_random.bounded(least, most + 1); }
    QString anyOf(const QStringList &words) { return words.at(m_random.bounded(int(words.size()))); }
    static QString idOf(int place) { return u"auto_%1"_s.arg(place); }

    QString text()
    {
        return anyOf({u"plain"_s, u"two words"_s, u"ümläut → 🚀"_s, u"\"quoted\" \\ back"_s, u"a\nb\tc"_s, u"<b>&amp;"_s,
                      u"${HOME}"_s, u"0"_s, u"null"_s});
    }
    QJsonArray texts()
    {
        QJsonArray list;
        for (int count = number(0, 3); count > 0; --count) {
            list.append(u"%1 %2"_s.arg(anyOf({u"a"_s, u"ö"_s, u"tag"_s})).arg(count));
        }
        return list;
    }
    QJsonValue numberOrNull(int least, int most) { return perhaps() ? QJsonValue(number(least, most)) : QJsonValue(); }

    QJsonObject schedule()
    {
        QJsonObject trigger{{u"type"_s, u"schedule"_s}};
        switch (number(0, 3)) {
        case 0:
            trigger.insert("cron"_L1, anyOf({u"0 3 * * *"_s, u"*/5 * * * *"_s, u"0 0 12 L * ?"_s, u"@daily"_s,
                                             u"30 4 1,15 * 5"_s, u"0 9 * * MON-FRI"_s}));
            break;
        case 1:
            trigger.insert("every_minutes"_L1, number(1, 5000));
            break;
        case 2:
            trigger.insert("every_seconds"_L1, number(0, 80) * 60 + number(1, 59)); // whole minutes are written so
            trigger.insert("anchor"_L1, u"2026-01-01T00:00:00.000Z"_s);
            break;
        default:
            trigger.insert("at"_L1, u"2031-03-04T05:06:07.000Z"_s);
        }
        if (perhaps()) {
            trigger.insert("timezone"_L1, anyOf({u"Europe/Berlin"_s, u"UTC"_s, u"Australia/Lord_Howe"_s}));
        }
        if (trigger.contains("cron"_L1) && perhaps()) {
            trigger.insert("jitter_s"_L1, number(0, 300));
            trigger.insert("not_before"_L1, u"2026-02-01T00:00:00.000Z"_s);
            trigger.insert("not_after"_L1, u"2036-02-01T00:00:00.000Z"_s);
            trigger.insert("dst"_L1, QJsonObject{{u"gap"_s, anyOf({u"end"_s, u"skip"_s, u"shift"_s})},
                                                 {u"overlap"_s, anyOf({u"first"_s, u"both"_s, u"second"_s})}});
        }
        return trigger;
    }
    /// Of each kind; what follows others follows those before it.
    QJsonArray triggers(int place)
    {
        QJsonArray all;
        for (int count = number(0, 2); count > 0; --count) {
            all.append(schedule());
        }
        if (perhaps()) {
            all.append(QJsonObject{{u"type"_s, u"webhook"_s},
                                   {u"hmac_secret"_s, perhaps() ? QJsonValue(u"hook_key"_s) : QJsonValue()}});
        }
        if (place > 0 && perhaps()) {
            all.append(QJsonObject{{u"type"_s, u"after"_s},
                                   {u"automation_id"_s, idOf(number(0, place - 1))},
                                   {u"on"_s, anyOf({u"success"_s, u"failure"_s, u"any"_s})}});
        }
        if (perhaps()) {
            all.append(QJsonObject{{u"type"_s, u"startup"_s}});
        }
        if (perhaps()) {
            all.append(QJsonObject{
                {u"type"_s, u"file"_s}, {u"path"_s, u"/srv/in box/ü"_s}, {u"settle_ms"_s, number(50, 9000)}});
        }
        return all;
    }
    QJsonArray arguments()
    {
        QJsonArray all;
        const QStringList kinds{u"fixed"_s, u"input"_s, u"options"_s, u"secret"_s, u"date"_s, u"file"_s};
        for (const QString &kind : kinds) {
            if (perhaps()) {
                continue;
            }
            QJsonObject argument{{u"name"_s, u"the "_s + kind},
                                 {u"kind"_s, kind},
                                 {u"label"_s, text()},
                                 {u"help"_s, text()},
                                 {u"required"_s, false}};
            if (kind == "options"_L1) {
                argument.insert("options"_L1, QJsonArray{u"one"_s, u"two"_s});
                argument.insert("default"_L1, u"two"_s);
            } else if (kind == "fixed"_L1) {
                argument.insert("default"_L1, text());
            } else if (kind == "date"_L1) {
                argument.insert("default"_L1, u"2026-10-25"_s);
            } else if (kind == "input"_L1) {
                argument.insert("pattern"_L1, u"[a-z]+"_s);
            }
            all.append(argument);
        }
        return all;
    }
    QJsonValue retry()
    {
        if (perhaps()) {
            return {};
        }
        return QJsonObject{{u"attempts"_s, number(1, 9)},
                           {u"delay_s"_s, number(0, 60)},
                           {u"backoff"_s, anyOf({u"fixed"_s, u"exponential"_s})},
                           {u"max_delay_s"_s, numberOrNull(60, 3600)},
                           {u"on"_s, perhaps() ? QJsonArray{u"any"_s} : QJsonArray{3, 75, u"timeout"_s}}};
    }
    QJsonValue approval()
    {
        if (perhaps()) {
            return {};
        }
        return QJsonObject{{u"approvers"_s, QJsonArray{u"ann"_s, u"role:admin"_s}},
                           {u"quorum"_s, number(1, 3)},
                           {u"expires_s"_s, numberOrNull(60, 86400)},
                           {u"on_expiry"_s, anyOf({u"reject"_s, u"approve"_s})},
                           {u"note"_s, text()},
                           {u"allow_requester"_s, perhaps()}};
    }
    QJsonObject policies()
    {
        return {{u"timeout_s"_s, number(0, 9000)},
                {u"kill_after_s"_s, number(0, 60)},
                {u"overlap"_s, anyOf({u"parallel"_s, u"queue"_s, u"skip"_s, u"replace"_s})},
                {u"max_parallel"_s, numberOrNull(1, 9)},
                {u"max_queued"_s, number(0, 500)},
                {u"grace_s"_s, number(-1, 600)},
                {u"misfire"_s, anyOf({u"skip"_s, u"once"_s, u"all"_s, u"ask"_s})},
                {u"max_catch_up"_s, number(1, 100)},
                {u"catch_up_spacing_s"_s, number(0, 600)},
                {u"start_deadline_s"_s, numberOrNull(1, 9000)},
                {u"survives_engine"_s, perhaps()},
                {u"retry"_s, retry()},
                {u"approval"_s, approval()},
                {u"resource_locks"_s, texts()},
                {u"acl"_s, perhaps() ? QJsonArray{} : QJsonArray{u"kim"_s, u"role:operator"_s}},
                {u"limits"_s, QJsonObject{{u"memory_mb"_s, numberOrNull(16, 999)},
                                          {u"cpu_percent"_s, numberOrNull(1, 400)},
                                          {u"tasks"_s, numberOrNull(1, 400)}}},
                {u"retention"_s, QJsonObject{{u"keep_days"_s, number(1, 365)},
                                             {u"keep_runs"_s, number(1, 999)},
                                             {u"max_log_bytes"_s, number(1, 99) * 1024 * 1024}}},
                {u"notify"_s, QJsonObject{{u"failure"_s, QJsonArray{u"desktop"_s, u"sound"_s}},
                                          {u"late"_s, perhaps() ? QJsonArray{} : QJsonArray{u"desktop"_s}}}}};
    }
    /// The kind and its document.
    QJsonObject kind(int place)
    {
        const int which = number(0, place > 0 ? 3 : 2);
        if (which == 3) {
            const QJsonObject first{{u"id"_s, u"first"_s}, {u"automation_id"_s, idOf(number(0, place - 1))}};
            const QJsonObject second{
                {u"id"_s, u"second"_s},
                {u"automation_id"_s, idOf(number(0, place - 1))},
                {u"arguments"_s, QJsonObject{{u"the input"_s, u"abc"_s}}},
                {u"after"_s, QJsonArray{QJsonObject{{u"step"_s, u"first"_s}, {u"on"_s, u"any"_s}}}}};
            return {{u"type"_s, u"workflow"_s}, {u"params"_s, QJsonObject{{u"steps"_s, QJsonArray{first, second}}}}};
        }
        if (which == 2) {
            const QByteArray zip = "PK\x03\x04" + QByteArray(number(1, 400), char(number(0, 255)));
            return {{u"type"_s, u"bundle"_s},
                    {u"params"_s, QJsonObject{{u"code"_s, QString::fromLatin1(zip.toBase64())}}}};
        }
        return {{u"type"_s, u"script"_s}, {u"params"_s, QJsonObject{{u"command"_s, text()}}}};
    }
    QJsonObject one(int place)
    {
        QJsonObject automation = policies();
        const auto add = [&automation](const QJsonObject &more) {
            for (auto it = more.begin(); it != more.end(); ++it) {
                automation.insert(it.key(), *it);
            }
        };
        add(kind(place));
        add({{u"id"_s, idOf(place)},
             {u"name"_s, u"%1 %2"_s.arg(text().simplified()).arg(place)},
             {u"description"_s, text()},
             {u"icon"_s, anyOf({u""_s, u"fa-database"_s, u"no-such-icon"_s})},
             {u"tags"_s, texts()},
             {u"triggers"_s, triggers(place)},
             {u"arguments"_s, arguments()},
             {u"env"_s, QJsonObject{{u"PLAIN"_s, text()}, {u"KEY"_s, u"${secret:api}"_s}}},
             {u"run_as"_s, anyOf({u""_s, u"nice -n 5"_s})},
             {u"working_directory"_s, anyOf({u""_s, u"/srv/ä b"_s})},
             {u"result_schema"_s, perhaps() ? QJsonObject() : QJsonObject{{u"type"_s, u"object"_s}}},
             {u"remote"_s, QJsonObject{{u"relayerId"_s, text()}, {u"deep"_s, QJsonArray{1.5, QJsonValue(), false}}}}});
        return automation;
    }

    QRandomGenerator m_random;
};

domain::KindInfo kindOf(const QString &type, const QString &field, domain::FieldType of)
{
    domain::FieldSpec spec;
    spec.name = field;
    spec.type = of;
    domain::KindInfo info;
    info.type = type;
    info.fields = {spec};
    info.oneOf = {field};
    return info;
}

} // namespace

domain::Catalog catalogOfMany()
{
    using domain::FieldType;
    return domain::Catalog(QList<domain::KindInfo>{kindOf(u"script"_s, u"command"_s, FieldType::Command),
                                                   kindOf(u"bundle"_s, u"code"_s, FieldType::Bundle),
                                                   kindOf(u"workflow"_s, u"steps"_s, FieldType::StepList)});
}

QJsonArray someAutomations(quint32 seed)
{
    return Maker(seed).all();
}

} // namespace test
