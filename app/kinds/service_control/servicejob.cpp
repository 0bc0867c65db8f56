// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/service_control/servicejob.h"

#include "app/domain/reasons.h"

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

constexpr qsizetype mostHeard = 64 << 10; // of what is read here; the log gets all of it

/// The arguments of a run are none of systemctl's business.
engine::JobContext withoutArguments(engine::JobContext context)
{
    context.supplies.arguments.clear();
    return context;
}

void hear(QByteArray &into, const QByteArray &bytes)
{
    into += bytes.left(std::max<qsizetype>(mostHeard - into.size(), 0));
}

} // namespace

ServiceJob::ServiceJob(const engine::JobContext &context)
    : m_context(withoutArguments(context)),
      m_unit(context.automation.params.value("service"_L1).toString()),
      m_action(context.automation.params.value("action"_L1).toString()),
      m_user(context.automation.params.value("scope"_L1).toString() == "user"_L1),
      m_systemctl(engine::findProgram(u"systemctl"_s))
{
}

ServiceJob::~ServiceJob() = default;

void ServiceJob::start()
{
    if (m_systemctl.isEmpty()) {
        fail({}, domain::reason::notStarted(u"systemctl was not found; this machine does not run systemd"_s));
        return;
    }
    look(&ServiceJob::onLooked);
}

void ServiceJob::run(const QStringList &words, Shown shown, Next next)
{
    if (m_cancelled) {
        fail({}, u"ended before systemctl was started"_s);
        return;
    }
    if (m_process) {
        m_process.release()->deleteLater(); // it is below us on the stack
    }
    m_out.clear();
    m_err.clear();
    QStringList argv{m_systemctl};
    if (m_user) {
        argv.append(u"--user"_s);
    }
    m_process = std::make_unique<engine::ProcessJob>(m_context, engine::Program{.argv = argv + words});
    connect(m_process.get(), &engine::Job::output, this, [this, shown](store::Stream stream, const QByteArray &bytes) {
        hear(stream == store::Stream::Out ? m_out : m_err, bytes);
        if (shown == Shown::Everything || stream == store::Stream::Err) {
            Q_EMIT output(stream, bytes);
        }
    });
    connect(m_process.get(), &engine::Job::finished, this, next);
    m_process->start();
}

void ServiceJob::look(Next next)
{
    run({u"show"_s, u"--property="_s + QLatin1StringView(unitProperties), u"--"_s, m_unit}, Shown::ErrorsOnly, next);
}

void ServiceJob::onLooked(const engine::JobEnd &end)
{
    m_before = unitStateFrom(m_out);
    if (!end.succeeded || m_before.active.isEmpty()) {
        fail(end, explained(end));
        return;
    }
    if (m_before.load == "not-found"_L1) {
        fail({}, u"there is no unit named %1%2"_s.arg(m_unit, m_user ? u" in this session"_s : QString()));
        return;
    }
    tell(u"%1 is %2"_s.arg(m_unit, m_before.words()));
    if (m_action == "status"_L1) {
        onLookedAgain(end);
        return;
    }
    run({u"--no-ask-password"_s, m_action, u"--"_s, m_unit}, Shown::Everything, &ServiceJob::onActed);
}

void ServiceJob::onActed(const engine::JobEnd &end)
{
    if (!end.succeeded) {
        fail(end, explained(end));
        return;
    }
    look(&ServiceJob::onLookedAgain);
}

void ServiceJob::onLookedAgain(const engine::JobEnd &end)
{
    const UnitState after = unitStateFrom(m_out);
    if (!end.succeeded || after.active.isEmpty()) {
        fail(end, explained(end));
        return;
    }
    engine::JobEnd told = end;
    told.result = QJsonObject{{u"service"_s, m_unit},
                              {u"action"_s, m_action},
                              {u"before"_s, m_before.toJson()},
                              {u"after"_s, after.toJson()}};
    if (m_action != "status"_L1) {
        tell(u"%1 is %2 after %3"_s.arg(m_unit, after.words(), m_action));
    }
    if (const QString wrong = shortcoming(m_action, m_before, after); !wrong.isEmpty()) {
        fail(told, u"%1 %2"_s.arg(m_unit, wrong));
        return;
    }
    Q_EMIT finished(told);
}

void ServiceJob::tell(const QString &line)
{
    Q_EMIT output(store::Stream::Out, line.toUtf8() + '\n');
}

QString ServiceJob::explained(const engine::JobEnd &end) const
{
    const QString said = QString::fromUtf8(m_err).trimmed();
    if (said.contains("not been booted with systemd"_L1)) {
        return domain::reason::notStarted(u"systemd does not run on this machine"_s);
    }
    if (said.contains("Failed to connect to"_L1)) {
        return domain::reason::notStarted(m_user ? u"no systemd of this user runs here; units of the session need one"_s
                                                 : u"systemd can't be reached on this machine"_s);
    }
    if (said.contains("authentication required"_L1, Qt::CaseInsensitive) || said.contains("Access denied"_L1)) {
        return u"may not %1 %2: run it as somebody who may, for instance with run_as sudo"_s.arg(m_action, m_unit);
    }
    const QString last = said.section(u'\n', -1);
    return last.isEmpty() ? (end.reason.isEmpty() ? u"systemctl told nothing about %1"_s.arg(m_unit) : end.reason)
                          : last;
}

void ServiceJob::fail(engine::JobEnd end, const QString &why)
{
    end.succeeded = false;
    if (!m_cancelled || end.reason.isEmpty()) {
        end.reason = why;
    }
    Q_EMIT finished(end);
}

void ServiceJob::cancel()
{
    m_cancelled = true;
    if (m_process) {
        m_process->cancel();
    }
}

void ServiceJob::holdBack(bool held)
{
    if (m_process) {
        m_process->holdBack(held);
    }
}

} // namespace kinds
