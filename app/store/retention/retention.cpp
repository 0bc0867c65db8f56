// SPDX-License-Identifier: Apache-2.0
#include "app/store/retention/retention.h"

#include "app/store/desk.h"
#include "app/store/retention/sweeptable.h"
#include "app/store/settings.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

namespace {

// Of one transaction: a few milliseconds.
constexpr int mostRuns = 100;
constexpr int mostAutomations = 20;
constexpr int mostLooked = 1000;

QString said(const Swept &swept)
{
    QStringList parts;
    if (swept.tooOld > 0) {
        parts.append(u"%1 runs too old"_s.arg(swept.tooOld));
    }
    if (swept.tooMany > 0) {
        parts.append(u"%1 runs beyond the number kept"_s.arg(swept.tooMany));
    }
    if (swept.logs > 0) {
        parts.append(u"%1 logs of %2 bytes for their room"_s.arg(swept.logs).arg(swept.bytes));
    }
    return parts.join(u", ");
}

/// One step of a sweep through the runs.
class Step
{
public:
    Step(Transaction &transaction, domain::Keeping workspace)
        : m_transaction(transaction),
          m_table(transaction.db(), transaction.now()),
          m_automations(transaction.db()),
          m_workspace(workspace)
    {
    }

    Result<SweepStep> from(SweepPlace place)
    {
        m_step.next = place;
        for (int automations = 0; automations < mostAutomations && m_left > 0; ++automations) {
            if (m_step.next.seq == beforeEveryRun) {
                TRY(m_step.next.automation, m_table.nextAutomation(m_step.next.automation));
                if (m_step.next.automation.isEmpty()) {
                    m_step.next.atEnd = true;
                    break;
                }
            }
            CHECK(sweepAutomation());
        }
        CHECK(m_table.add(m_swept));
        return m_step;
    }

private:
    struct Rules
    {
        domain::Keeping keeping;
        qint64 last = beforeEveryRun;  ///< Runs from here on stay, however old.
        qint64 count = beforeEveryRun; ///< Runs before this one are too many.
    };

    Result<Rules> rulesOf(const QString &id)
    {
        TRY(const std::optional<domain::Automation> automation, m_automations.find(base::AutomationId(id)));
        Rules rules{.keeping = domain::keepingOf(automation ? automation->retention : domain::Retention(), m_workspace),
                    .last = std::numeric_limits<qint64>::max()};
        if (automation) {
            TRY(rules.last, m_table.boundary(id, 1));
        }
        if (rules.keeping.runs > 0) {
            TRY(rules.count, m_table.boundary(id, rules.keeping.runs));
        }
        return rules;
    }

    base::Status sweepAutomation()
    {
        const QString id = m_step.next.automation;
        TRY(const Rules rules, rulesOf(id));
        TRY(const QList<SweepRow> rows, m_table.runs(id, m_step.next.seq, m_left));
        m_left -= static_cast<int>(rows.size());
        m_step.next.seq = m_left > 0 || rows.isEmpty() ? beforeEveryRun : rows.constLast().seq;
        for (const SweepRow &row : rows) {
            const bool tooMany = row.seq < rules.count;
            // Later ones were made later and ended later, so that none of these is too old.
            if (!tooMany &&
                !(row.seq < rules.last && domain::isTooOld(rules.keeping, row.queuedAt, m_transaction.now()))) {
                m_step.next.seq = beforeEveryRun;
                break;
            }
            if (!row.stays && (tooMany || domain::isTooOld(rules.keeping, *row.endedAt, m_transaction.now()))) {
                CHECK(remove(row));
                ++(tooMany ? m_swept.tooMany : m_swept.tooOld);
            }
        }
        return {};
    }

    base::Status remove(const SweepRow &row)
    {
        CHECK(m_table.remove(row));
        m_transaction.note(Table::Runs, ChangeKind::Deleted, row.id.text());
        m_step.removed.append(row.id);
        return {};
    }

    Transaction &m_transaction;
    SweepTable m_table;
    AutomationTable m_automations;
    const domain::Keeping m_workspace;
    SweepStep m_step;
    Swept m_swept;
    int m_left = mostRuns;
};

Result<domain::Keeping> keepingOfWorkspace(Connection &db)
{
    TRY(const QJsonObject settings, readSettings(db));
    return domain::Keeping{.days = settings.value(QLatin1StringView(setting::keepDays)).toInteger(),
                           .runs = settings.value(QLatin1StringView(setting::keepRuns)).toInteger()};
}

} // namespace

QFuture<Result<QList<base::RunId>>> Retention::unfinished() const
{
    return m_desk.read(
        [](Transaction &transaction) { return SweepTable(transaction.db(), transaction.now()).removals(); });
}

QFuture<Result<SweepStep>> Retention::removeRuns(SweepPlace from)
{
    return m_desk.write([from](Transaction &transaction) -> Result<SweepStep> {
        TRY(const domain::Keeping workspace, keepingOfWorkspace(transaction.db()));
        return Step(transaction, workspace).from(from);
    });
}

QFuture<Result<QList<base::RunId>>> Retention::giveUpLogs(qint64 bytes)
{
    return m_desk.write([bytes](Transaction &transaction) -> Result<QList<base::RunId>> {
        SweepTable table(transaction.db(), transaction.now());
        TRY(const QList<SweepRow> rows, table.runsWithLogs(mostLooked));
        QList<base::RunId> given;
        Swept swept;
        for (const SweepRow &row : rows) {
            if (row.stays) {
                continue;
            }
            if (given.size() == mostRuns || (!given.isEmpty() && swept.bytes + row.logBytes > bytes)) {
                break;
            }
            CHECK(table.giveUpLog(row));
            transaction.note(Table::Runs, ChangeKind::Updated, row.id.text());
            given.append(row.id);
            ++swept.logs;
            swept.bytes += row.logBytes;
        }
        CHECK(table.add(swept));
        return given;
    });
}

QFuture<Result<void>> Retention::logsGone(QList<base::RunId> runs)
{
    return m_desk.write([runs](Transaction &transaction) -> Result<void> {
        SweepTable table(transaction.db(), transaction.now());
        for (const base::RunId &run : runs) {
            CHECK(table.removalDone(run));
        }
        return {};
    });
}

QFuture<Result<Swept>> Retention::finish()
{
    return m_desk.write([](Transaction &transaction) -> Result<Swept> {
        TRY(const Swept swept, SweepTable(transaction.db(), transaction.now()).take());
        if (swept.any()) {
            CHECK(record(transaction,
                         {.by = u"retention"_s, .action = u"sweep"_s, .subject = u"runs"_s, .detail = said(swept)}));
        }
        return swept;
    });
}

} // namespace store
