// SPDX-License-Identifier: Apache-2.0
#include "app/providers/providers.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/remotehouse.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using test::Body;
using test::Effect;
using test::Fault;
using test::Verb;
using enum base::ErrorCode;

namespace {

struct Row
{
    const char *name;
    Fault fault;
    base::ErrorCode read;                            ///< What a read answers while it lasts.
    base::ErrorCode change;                          ///< What a change answers.
    enum class Kind { Refusal, Form, Passing } kind; ///< Passing: nobody knows what became of a change.
};

const std::vector<Row> &rows()
{
    using enum Row::Kind;
    static const std::vector<Row> all{
        {"401", Fault::Unauthorized, Denied, Denied, Refusal},
        {"403", Fault::Forbidden, Denied, Denied, Refusal},
        {"404", Fault::NotFound, NotFound, NotFound, Refusal},
        {"405", Fault::NotAllowed, Unsupported, Unsupported, Refusal},
        {"409", Fault::Conflict, Conflict, Conflict, Refusal},
        {"500", Fault::ServerError, Unavailable, Timeout, Passing},
        {"a bare string", Fault::BareString, Unavailable, Timeout, Passing},
        {"a gateway's page", Fault::GatewayPage, Unavailable, Timeout, Passing},
        {"reset", Fault::Reset, Unavailable, Timeout, Passing},
        {"never an answer", Fault::Silent, Unavailable, Timeout, Passing},
        {"stall", Fault::Stall, Unavailable, Timeout, Passing},
        {"trickle", Fault::Trickle, Unavailable, Timeout, Passing},
        {"truncated", Fault::Truncated, Unavailable, Timeout, Passing},
        {"wrong type", Fault::WrongType, Corrupt, Corrupt, Form},
        {"HTML", Fault::Page, Corrupt, Corrupt, Form},
        {"garbled", Fault::Garbled, Corrupt, Corrupt, Form},
        {"another kind", Fault::WrongKind, Corrupt, Corrupt, Form},
        {"redirect away", Fault::RedirectAway, Unavailable, Unavailable, Refusal},
    };
    return all;
}

/// Garbled bodies are no matter where nobody reads them, and half of nothing is nothing.
bool isSeen(const Verb &verb, Fault fault)
{
    const bool isOfBody = fault == Fault::Garbled || fault == Fault::WrongKind;
    const bool isOfLength = fault == Fault::Stall || fault == Fault::Trickle || fault == Fault::Truncated;
    switch (verb.body) {
    case Body::Read:
        return true;
    case Body::PassedOver:
        return !isOfBody;
    case Body::None:
        return !isOfBody && !isOfLength && fault != Fault::WrongType;
    }
    Q_UNREACHABLE();
}

bool isLong()
{
    return !qEnvironmentVariableIsEmpty("SIGNALBOX_LONG");
}

std::unique_ptr<test::RemoteHouse> houseOf(int maker)
{
    return test::remoteHouses().at(size_t(maker)).make();
}

QByteArray wordOf(const base::Status &status)
{
    return status ? "ok"
                  : base::errorCodeName(status.error().code).toLatin1() + ": " + status.error().message().toUtf8();
}

void addVerbs()
{
    QTest::addColumn<int>("maker");
    QTest::addColumn<int>("verb");
    for (size_t i = 0; i < test::remoteHouses().size(); ++i) {
        const auto house = houseOf(int(i));
        const std::vector<Verb> verbs = house->verbs();
        for (size_t j = 0; j < verbs.size(); ++j) {
            QTest::addRow("%s, %s", test::remoteHouses().at(i).name, verbs.at(j).name) << int(i) << int(j);
        }
    }
}

bool isInThisProgram(const syncing::Provider &provider)
{
    return provider.info().usualUrl.endsWith(u"loopback.invalid"_s);
}

} // namespace

class ConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProviderIsWalked()
    {
        QStringList walked;
        for (const test::HouseMaker &maker : test::remoteHouses()) {
            walked.append(maker.provider);
        }
        for (const auto &provider : providers::all()) {
            if (isInThisProgram(*provider)) {
                continue; // there is no network between; tests/unit/sync walks it
            }
            QVERIFY2(walked.contains(provider->info().provider), qPrintable(provider->info().provider));
        }
    }

    void whatAProviderSaysOfItselfIsWhole()
    {
        for (const auto &provider : providers::all()) {
            const domain::ProviderInfo info = provider->info();
            QVERIFY(!info.provider.isEmpty() && *info.label && !info.icon.isEmpty());
            QVERIFY(!info.credentials.isEmpty());
            QVERIFY(!info.capabilities.carries.isEmpty());
            QStringList names;
            for (const domain::RemoteAction &action : info.actions) {
                QVERIFY(!names.contains(action.name));
                QVERIFY(*action.label && *action.help);
                names.append(action.name);
            }
            if (isInThisProgram(*provider)) {
                continue;
            }
            domain::Connection connection;
            for (const QString &address :
                 {u""_s, u"example.org"_s, u"file:///etc"_s, u"http://a:b@c/"_s, u"http://a/?q"_s}) {
                connection.baseUrl = QUrl(address);
                const base::Status checked = provider->check(connection);
                QVERIFY2(!checked && checked.error().field == u"base_url"_s, qPrintable(address));
            }
            connection.baseUrl = QUrl(u"https://example.org/prefix"_s);
            QVERIFY(provider->check(connection));
            connection.settings = {{u"ca_file"_s, u"own.pem"_s}};
            QCOMPARE(provider->check(connection).error().field, u"settings.ca_file"_s);
        }
    }

    void everyVerbWorks_data() { addVerbs(); }
    void everyVerbWorks()
    {
        QFETCH(const int, maker);
        QFETCH(const int, verb);
        const auto house = houseOf(maker);
        const Verb asked = house->verbs().at(size_t(verb));
        const base::Status status = test::answerOf(asked.ask());
        QVERIFY2(status, wordOf(status));
        QVERIFY(house->server().count(asked.method, asked.pattern) >= 1);
        QCOMPARE(house->server().elsewhere.size(), 0);
    }

    void everyFaultIsNamed_data()
    {
        QTest::addColumn<int>("maker");
        QTest::addColumn<int>("verb");
        QTest::addColumn<int>("row");
        for (size_t i = 0; i < test::remoteHouses().size(); ++i) {
            const auto house = houseOf(int(i));
            const std::vector<Verb> verbs = house->verbs();
            for (size_t j = 0; j < verbs.size(); ++j) {
                // All of them take ten minutes, so that each verb meets two faults, and all in the long tier.
                const size_t step = isLong() ? 1 : 9;
                for (size_t k = (i + j) % step; k < rows().size(); k += step) {
                    QTest::addRow("%s, %s, %s", test::remoteHouses().at(i).name, verbs.at(j).name, rows().at(k).name)
                        << int(i) << int(j) << int(k);
                }
            }
        }
    }
    void everyFaultIsNamed()
    {
        QFETCH(const int, maker);
        QFETCH(const int, verb);
        QFETCH(const int, row);
        const auto house = houseOf(maker);
        const Verb asked = house->verbs().at(size_t(verb));
        const Row &expected = rows().at(size_t(row));
        house->server().fault(asked.method, asked.pattern, expected.fault);
        const base::Status status = test::answerOf(asked.ask());
        const int requests = house->server().count(asked.method, asked.pattern);
        QCOMPARE(house->server().elsewhere.size(), 0);
        if (!isSeen(asked, expected.fault)) {
            QVERIFY2(status, wordOf(status));
            return;
        }
        QVERIFY2(!status, wordOf(status));
        const bool isPassing = expected.kind == Row::Kind::Passing;
        const base::ErrorCode code = asked.effect == Effect::Reads ? expected.read : expected.change;
        QVERIFY2(status.error().code == code, wordOf(status));
        QVERIFY(!status.error().detail.isEmpty() && status.error().detail.size() < 700);
        const int most = isPassing && asked.repeats                                 ? 2
                         : expected.fault == Fault::Unauthorized && house->renews() ? 2
                                                                                    : 1;
        QCOMPARE(requests, most);
    }

    void whatPassesIsOutlived_data() { addVerbs(); }
    void whatPassesIsOutlived()
    {
        QFETCH(const int, maker);
        QFETCH(const int, verb);
        const bool repeats = houseOf(maker)->verbs().at(size_t(verb)).repeats;
        const std::vector<Fault> pleas{Fault::TooMany, Fault::TooManyByDate};
        const std::vector<Fault> all{Fault::TooMany, Fault::TooManyByDate, Fault::ServerError, Fault::Reset};
        const std::vector<Fault> &passing = repeats ? all : pleas;
        const size_t step = isLong() ? 1 : passing.size(); // each verb one of them
        for (size_t i = size_t(maker + verb) % step; i < passing.size(); i += step) {
            const Fault fault = passing.at(i);
            const auto house = houseOf(maker);
            const Verb asked = house->verbs().at(size_t(verb));
            house->server().plea = 0;
            house->server().fault(asked.method, asked.pattern, fault, 1);
            const base::Status status = test::answerOf(asked.ask());
            QVERIFY2(status, wordOf(status));
            QVERIFY(house->server().count(asked.method, asked.pattern) >= 2);
        }
    }

    /// Verbs by chance, and what is answered by chance: sent away, in any form, also in the midst of a renewal and of
    /// what is sent again. 20 sequences; 1,000 with `SIGNALBOX_LONG` or as `SIGNALBOX_SEQUENCES` says.
    void nobodyElseIsEverAsked()
    {
        const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_SEQUENCES");
        const int sequences = wanted > 0 ? wanted : isLong() ? 1000 : 20;
        const int first = std::max(1, qEnvironmentVariableIntValue("SIGNALBOX_SEED"));
        const std::vector<Fault> faults{Fault::RedirectAway, Fault::RedirectAway, Fault::Unauthorized,
                                        Fault::ServerError, Fault::Reset};
        qsizetype sentAway = 0;
        for (int i = first; i < first + sequences; ++i) {
            QRandomGenerator random{quint32(i)};
            const auto house = houseOf(random.bounded(int(test::remoteHouses().size())));
            house->server().plea = 0;
            const std::vector<Verb> verbs = house->verbs();
            for (int move = 0; move < 6; ++move) {
                const Verb &asked = verbs.at(size_t(random.bounded(int(verbs.size()))));
                house->server().heal();
                for (int trouble = random.bounded(3); trouble > 0; --trouble) {
                    const Fault fault = faults.at(size_t(random.bounded(int(faults.size()))));
                    house->server().fault(asked.method, asked.pattern, fault, 1);
                    sentAway += fault == Fault::RedirectAway ? 1 : 0;
                }
                (void)test::answerOf(asked.ask());
                QVERIFY2(
                    house->server().elsewhere.isEmpty(),
                    qPrintable(u"sequence %1, %2: %3"_s.arg(i).arg(
                        QString::fromLatin1(asked.name), QString::fromLatin1(house->server().elsewhere.value(0)))));
            }
        }
        qInfo("%d sequences, at most %lld times sent elsewhere", sequences, qlonglong(sentAway));
        QVERIFY(sentAway > sequences);
    }

    void listsAreWalkedToTheirEnd_data() { addHouses(); }
    void listsAreWalkedToTheirEnd()
    {
        QFETCH(const int, maker);
        const auto house = houseOf(maker);
        if (house->runs() == 0) {
            QSKIP("it lists no runs");
        }
        QSet<QString> ids;
        syncing::RunFilter filter{.automationRemoteId = {}, .cursor = {}, .atMost = 2};
        int parts = 0;
        do {
            const auto page = test::answerOf(house->account().runs(filter));
            QVERIFY2(page, page ? "" : wordOf(page.error()));
            for (const syncing::RemoteRun &run : page->items) {
                QVERIFY(!ids.contains(run.remoteId));
                ids.insert(run.remoteId);
            }
            filter.cursor = page->next;
            ++parts;
        } while (!filter.cursor.isEmpty() && parts < 10);
        QCOMPARE(ids.size(), house->pagedRuns().isEmpty() ? std::min(2, house->runs()) : house->runs());
        QVERIFY(parts < 10);
    }

    void listsThatRepeatOrLoseAPartAreCorrupt_data() { addHouses(); }
    void listsThatRepeatOrLoseAPartAreCorrupt()
    {
        QFETCH(const int, maker);
        for (const Fault fault : {Fault::RepeatedPage, Fault::MissingPage}) {
            const auto house = houseOf(maker);
            if (house->pagedRuns().isEmpty()) {
                QSKIP("its lists have no parts");
            }
            if (fault == Fault::RepeatedPage && !house->repeatsAreSeen()) {
                continue;
            }
            house->server().fault("GET", house->pagedRuns(), fault);
            syncing::RunFilter filter{.automationRemoteId = {}, .cursor = {}, .atMost = 2};
            const auto first = test::answerOf(house->account().runs(filter));
            QVERIFY(first);
            filter.cursor = first->next;
            QCOMPARE(test::answerOf(house->account().runs(filter)).error().code, Corrupt);
        }
    }

    void anEmptySystemIsEmpty_data() { addHouses(); }
    void anEmptySystemIsEmpty()
    {
        QFETCH(const int, maker);
        const auto house = houseOf(maker);
        house->empty();
        if (!house->pagedRuns().isEmpty()) {
            const auto runs = test::answerOf(house->account().runs({}));
            QVERIFY(runs && runs->items.isEmpty() && runs->next.isEmpty());
        }
        const auto automations = test::answerOf(house->account().automations({}));
        QVERIFY(automations && automations->items.isEmpty() && automations->next.isEmpty());
    }

    void whoeverClosesAnAccountCancelsWhatIsUnderWay_data() { addVerbs(); }
    void whoeverClosesAnAccountCancelsWhatIsUnderWay()
    {
        QFETCH(const int, maker);
        QFETCH(const int, verb);
        auto house = houseOf(maker);
        const Verb asked = house->verbs().at(size_t(verb));
        house->server().fault(asked.method, asked.pattern, Fault::Silent);
        const auto answer = asked.ask();
        house.reset();
        QCOMPARE(test::answerOf(answer).error().code, Cancelled);
    }

private:
    static void addHouses()
    {
        QTest::addColumn<int>("maker");
        for (size_t i = 0; i < test::remoteHouses().size(); ++i) {
            QTest::newRow(test::remoteHouses().at(i).name) << int(i);
        }
    }
};

REGISTER_TEST(ConformanceTest);
#include "test_conformance.moc"
