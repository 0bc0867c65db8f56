// SPDX-License-Identifier: Apache-2.0
#include "app/cli/local.h"

#include "app/cli/code/codecommands.h"
#include "app/cli/cron/batch.h"
#include "app/cli/exitstatus.h"
#include "app/cli/text/table.h"
#include "app/cli/transfer/backups.h"
#include "app/domain/croninwords.h"
#include "translations/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Status runBatch(const QString &name, const base::Clock &clock, Output &output)
{
    QFile input;
    bool opened = false;
    if (name == "-"_L1) {
        opened = input.open(output.streams().in, QIODevice::ReadOnly);
    } else if (!QFileInfo(name).isFile()) {
        return base::invalid(u"batch"_s, u"there is no file %1"_s.arg(name));
    } else {
        input.setFileName(name);
        opened = input.open(QIODevice::ReadOnly);
    }
    if (!opened) {
        return base::unavailable(u"reading %1"_s.arg(name), input.errorString());
    }
    CronAnswerer answerer(clock.now());
    answerBatch(input, answerer, output);
    if (input.error() != QFileDevice::NoError) {
        return base::unavailable(u"reading %1"_s.arg(name), input.errorString());
    }
    return {};
}

base::Status cronNext(const Invocation &asked, const base::Clock &clock, Output &output)
{
    if (asked.has("batch"_L1)) {
        if (!asked.arguments.isEmpty() || asked.options.size() > 1) {
            return base::invalid(u"batch"_s, u"--batch takes its questions from the file and nothing beside it"_s);
        }
        return runBatch(asked.option("batch"_L1), clock, output);
    }
    if (asked.arguments.isEmpty()) {
        return base::invalid({}, u"cron next needs an expression such as \"0 3 * * *\", or --batch FILE"_s);
    }
    const qint64 count = asked.number("count"_L1, 1);
    if (count > mostTimes) {
        return base::invalid(u"count"_s, u"count must be at most %1"_s.arg(mostTimes));
    }
    CronAnswerer answerer(clock.now());
    TRY(const QList<QByteArray> times,
        answerer.times({asked.arguments.first(), asked.option("tz"_L1), asked.option("from"_L1), count}));
    if (asked.json) {
        QJsonArray list;
        for (const QByteArray &time : times) {
            list.append(QString::fromLatin1(time));
        }
        output.json(list);
        return {};
    }
    if (times.isEmpty()) {
        output.message(u"%1 is never due"_s.arg(asked.arguments.first()));
    }
    for (const QByteArray &time : times) {
        output.line(QString::fromLatin1(time));
    }
    return {};
}

/// The locale of its name, and the words of its language installed for as long as the translator lives.
base::Result<QLocale> speak(const QString &name, QTranslator &translator)
{
    const QLocale locale = name.isEmpty() ? QLocale(QLocale::English) : QLocale(name);
    if (locale.language() == QLocale::C || !translations::load(translator, locale)) {
        return base::invalid(u"locale"_s, u"there are no words in \"%1\"; use en or de"_s.arg(name));
    }
    QCoreApplication::installTranslator(&translator);
    return locale;
}

base::Status cronExplain(const Invocation &asked, Output &output)
{
    TRY(const domain::Cron cron, domain::Cron::parse(asked.arguments.first()));
    QTranslator translator;
    TRY(const QLocale locale, speak(asked.option("locale"_L1), translator));
    const QString sentence = domain::explain(cron, locale);
    const std::vector<domain::FieldInWords> fields = domain::explainFields(cron, locale);
    if (asked.json) {
        QJsonArray list;
        for (const domain::FieldInWords &field : fields) {
            list.append(QJsonObject{{u"field"_s, field.field}, {u"text"_s, field.text}, {u"words"_s, field.words}});
        }
        output.json(QJsonObject{{u"expr"_s, cron.expression()}, {u"text"_s, sentence}, {u"fields"_s, list}});
        return {};
    }
    output.line(sentence);
    Table table({u"FIELD"_s, u"WRITTEN"_s, u"MEANS"_s});
    for (const domain::FieldInWords &field : fields) {
        table.add({field.field, field.text, field.words});
    }
    table.print(output);
    return {};
}

base::Result<Exit> run(const Invocation &asked, const base::Clock &clock, Output &output)
{
    if (asked.command == "cron next"_L1) {
        CHECK(cronNext(asked, clock, output));
        return Exit::Ok;
    }
    if (asked.command == "cron explain"_L1) {
        CHECK(cronExplain(asked, output));
        return Exit::Ok;
    }
    if (asked.command.startsWith("bundle "_L1)) {
        return runBundle(asked, output);
    }
    if (asked.command.startsWith("kv "_L1)) {
        return runKv(asked, clock, output);
    }
    if (asked.command == "backup"_L1 || asked.command == "restore-backup"_L1) {
        return runBackup(asked, clock, output);
    }
    return base::internal(u"%1 is not a local command"_s.arg(asked.command));
}

} // namespace

int runLocal(const Invocation &invocation, Streams streams, const base::Clock &clock)
{
    Output output(streams);
    const base::Result<Exit> result = run(invocation, clock, output);
    if (!result) {
        output.message(result.error());
    }
    return static_cast<int>(output.close(result ? *result : exitOf(result.error().code)));
}

} // namespace cli
