// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QFile>
#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using test::Service;

namespace {

constexpr int automations = 4;
const QString runsPath = u"/api/automations/runs?limit=1000"_s;
constexpr int usualTimeout = 600; // of an automation that says nothing else

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_KILLS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 12 : 200;
}

/// For the message of a test: what was answered, and how the service is.
QByteArray told(const test::Answer &answer, const Service &service)
{
    return QByteArray::number(answer.status) + ' ' + answer.error.toUtf8() + ' ' + answer.body.toJson() + "; " +
           service.told().toUtf8();
}

QList<QJsonObject> itemsAt(Service &service, const QString &path)
{
    QList<QJsonObject> items;
    const test::Answer answer = service.get(path);
    if (answer.status != 200) {
        qWarning("%s: %s", qPrintable(path), told(answer, service).constData());
    }
    const QJsonDocument &body = answer.body;
    const QJsonArray all = body.isArray() ? body.array() : body.object().value("items"_L1).toArray();
    for (const QJsonValue item : all) {
        items.append(item.toObject());
    }
    return items;
}

/// By an id of theirs.
QMap<QString, QJsonObject> by(const QString &field, const QList<QJsonObject> &items)
{
    QMap<QString, QJsonObject> map;
    for (const QJsonObject &item : items) {
        map.insert(item.value(field).toString(), item);
    }
    return map;
}

QString keyOf(const QJsonObject &run)
{
    return run.value("trigger"_L1).toObject().value("key"_L1).toString();
}

bool isOver(const QJsonObject &run)
{
    static const QSet<QString> open{u"held"_s, u"queued"_s, u"awaiting_approval"_s, u"running"_s, u"retry_wait"_s};
    return !open.contains(run.value("status"_L1).toString());
}

} // namespace

class InstancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_far.emplace(QStringLiteral(SIGNALBOX_PROGRAM), m_folder->filePath(u"far"_s));
        m_near.emplace(QStringLiteral(SIGNALBOX_PROGRAM), m_folder->filePath(u"near"_s));
        QVERIFY(m_far->start());
        m_far->setArguments({u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_far->port())}); // it is found there again
        QVERIFY(m_near->start());
        removeSamples(*m_far);
        for (int i = 0; i < automations; ++i) {
            const QString command = u"echo $SIGNALBOX_RUN_ID >>'%1'; sleep 0.05"_s.arg(record());
            QVERIFY(
                isDone(m_far->post(u"/api/automations"_s,
                                   QJsonDocument(QJsonObject{{u"name"_s, u"Number %1"_s.arg(i)},
                                                             {u"type"_s, u"script"_s},
                                                             {u"overlap"_s, u"parallel"_s},
                                                             {u"params"_s, QJsonObject{{u"command"_s, command}}}}))));
        }
        connectThem();
    }
    void cleanup()
    {
        m_near.reset();
        m_far.reset();
        m_folder.reset();
    }

    void bothHaveAllInTheEnd()
    {
        for (int i = 0; i < kills(); ++i) {
            for (int step = QRandomGenerator::global()->bounded(1, 8); step > 0; --step) {
                doSomething();
            }
            QTest::qWait(QRandomGenerator::global()->bounded(0, 400));
            Service &victim = QRandomGenerator::global()->bounded(2) == 0 ? *m_near : *m_far;
            victim.kill();
            QVERIFY(victim.start());
        }
        QVERIFY(m_requestedHere.size() + m_requestedThere.size() >= kills() / 4);
        QTRY_VERIFY2_WITH_TIMEOUT(difference().isEmpty(), qPrintable(difference()), 60000);
        everyRunWasOnce();
    }

private:
    QString record() const { return m_folder->filePath(u"record"_s); }
    static bool isDone(const test::Answer &answer) { return answer.status >= 200 && answer.status < 300; }

    static void removeSamples(Service &service)
    {
        const QList<QJsonObject> all = itemsAt(service, u"/api/automations"_s);
        for (const QJsonObject &one : all) {
            QVERIFY(isDone(service.remove(u"/api/automations/"_s + one.value("id"_L1).toString())));
        }
    }
    void connectThem()
    {
        const auto token =
            m_far->post(u"/api/tokens"_s, QJsonDocument(QJsonObject{{u"name"_s, u"near"_s}, {u"role"_s, u"admin"_s}}));
        QVERIFY2(isDone(token), token.body.toJson());
        removeSamples(*m_near);
        const QJsonObject wanted{
            {u"provider"_s, u"signalbox"_s},
            {u"name"_s, u"Far"_s},
            {u"base_url"_s, u"http://127.0.0.1:%1"_s.arg(m_far->port())},
            {u"credential"_s, QJsonObject{{u"token"_s, token.body.object().value("token"_L1).toString()}}}};
        const auto connected = m_near->post(u"/api/connections"_s, QJsonDocument(wanted));
        QVERIFY2(isDone(connected), connected.body.toJson());
        QTRY_COMPARE_WITH_TIMEOUT(itemsAt(*m_near, u"/api/automations"_s).size(), automations, 30000);
    }

    /// Runs the same thing on both sides at one time, as nobody could tell apart by its time. Each side changes a field
    /// of its own, so that nothing contradicts; what is acknowledged is expected on both.
    void doSomething()
    {
        const bool near = QRandomGenerator::global()->bounded(2) == 0;
        Service &service = near ? *m_near : *m_far;
        const QList<QJsonObject> all = itemsAt(service, u"/api/automations"_s);
        QCOMPARE(all.size(), automations);
        const QJsonObject one = all.at(QRandomGenerator::global()->bounded(automations));
        const QString path = u"/api/automations/"_s + one.value("id"_L1).toString();
        const QString name = one.value("name"_L1).toString();
        if (QRandomGenerator::global()->bounded(2) == 0) {
            runOnBothSides(name);
            return;
        }
        const QString value = QString::number(++m_values);
        const QString field = near ? u"description"_s : u"timeout_s"_s;
        const auto edited = service.put(path, QJsonDocument(QJsonObject{{field, near ? QJsonValue(value) : m_values}}));
        if (edited.status == 409) {
            return; // the other side's edit came in between
        }
        QVERIFY2(isDone(edited), told(edited, service));
        if (near) {
            m_descriptions[name] = value;
        } else {
            m_timeouts[name] = m_values;
        }
    }

    void runOnBothSides(const QString &name)
    {
        for (Service *service : {&*m_near, &*m_far}) {
            const QJsonObject one = by(u"name"_s, itemsAt(*service, u"/api/automations"_s)).value(name);
            const auto run = service->post(u"/api/automations/%1/run"_s.arg(one.value("id"_L1).toString()));
            QVERIFY2(isDone(run), told(run, *service));
            QSet<QString> &requested = service == &*m_near ? m_requestedHere : m_requestedThere;
            requested.insert(run.body.object().value("run_id"_L1).toString());
        }
    }

    /// What is not yet the same on both sides; empty where all is.
    QString difference()
    {
        m_near->post(u"/api/connections/sync"_s);
        const QList<QJsonObject> waiting = itemsAt(*m_near, u"/api/outbox"_s);
        if (!waiting.isEmpty()) {
            return u"in the outbox: "_s + QString::fromUtf8(QJsonDocument(waiting.first()).toJson());
        }
        const auto here = by(u"name"_s, itemsAt(*m_near, u"/api/automations"_s));
        const auto there = by(u"name"_s, itemsAt(*m_far, u"/api/automations"_s));
        for (auto one = there.constBegin(); one != there.constEnd(); ++one) {
            for (const QJsonObject &side : {*one, here.value(one.key())}) {
                if (side.value("description"_L1).toString() != m_descriptions.value(one.key()) ||
                    side.value("timeout_s"_L1).toInt() != m_timeouts.value(one.key(), usualTimeout)) {
                    return one.key() + u" differs: "_s + QString::fromUtf8(QJsonDocument(side).toJson());
                }
            }
        }
        return runsDiffer();
    }
    QString runsDiffer()
    {
        const QList<QJsonObject> there = itemsAt(*m_far, runsPath);
        const auto here = by(u"remote_id"_s, itemsAt(*m_near, runsPath));
        for (const QJsonObject &run : there) {
            const QJsonObject mirrored = here.value(run.value("id"_L1).toString());
            if (!isOver(run) || mirrored.value("status"_L1) != run.value("status"_L1)) {
                return u"run %1: %2 there, %3 here"_s.arg(run.value("id"_L1).toString(),
                                                          run.value("status"_L1).toString(),
                                                          mirrored.value("status"_L1).toString());
            }
        }
        return there.size() == here.size() ? QString() : u"%1 runs there, %2 here"_s.arg(there.size()).arg(here.size());
    }
    void everyRunWasOnce()
    {
        const auto here = by(u"id"_s, itemsAt(*m_near, runsPath));
        const auto there = by(u"id"_s, itemsAt(*m_far, runsPath));
        for (const QString &id : std::as_const(m_requestedHere)) {
            QVERIFY2(here.contains(id), qPrintable(id));
            const QJsonObject run = there.value(here.value(id).value("remote_id"_L1).toString());
            QVERIFY2(keyOf(run) == id, QJsonDocument(here.value(id)).toJson()); // none is taken for another
        }
        for (const QString &id : std::as_const(m_requestedThere)) {
            QVERIFY2(there.contains(id), qPrintable(id));
            QCOMPARE(keyOf(there.value(id)), QString());
        }
        QCOMPARE(there.size(), m_requestedHere.size() + m_requestedThere.size());
        QFile file(record());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArrayList lines = file.readAll().split('\n');
        lines.removeAll({});
        const QSet<QByteArray> once(lines.begin(), lines.end());
        QCOMPARE(once.size(), lines.size());
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<Service> m_far;
    std::optional<Service> m_near; // has the connection
    QSet<QString> m_requestedHere; // by id
    QSet<QString> m_requestedThere;
    int m_values = 0;
    QMap<QString, QString> m_descriptions;
    QMap<QString, int> m_timeouts;
};

REGISTER_TEST(InstancesTest);
#include "test_instances.moc"
