// SPDX-License-Identifier: Apache-2.0
#include "app/engine/processjob.h"

#include "app/domain/reasons.h"
#include "app/engine/survival/survivingoutput.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

QString signalWords(const ProcessEnd &end)
{
    const QString name = QString::fromLatin1(sigabbrev_np(end.code) ? sigabbrev_np(end.code) : "?");
    return u"ended by signal %1%2"_s.arg(name, end.coreDumped ? u" (core dumped)"_s : QString());
}

QString notStartedWords(const ProcessEnd &end, const QString &program, const QString &folder)
{
    const QString why = QString::fromLocal8Bit(std::strerror(end.code));
    if (end.stage == "chdir") {
        return u"the working directory %1 can't be entered: %2"_s.arg(folder, why);
    }
    if (end.stage == "exec") {
        return u"%1 can't be executed: %2"_s.arg(program, why);
    }
    return u"the process could not be started (%1): %2"_s.arg(QString::fromLatin1(end.stage), why);
}

QJsonArray receipt(const std::vector<KilledProcess> &killed)
{
    QJsonArray rows;
    for (const KilledProcess &process : killed) {
        rows.append(QJsonObject{{u"pid"_s, process.pid},
                                {u"name"_s, QString::fromUtf8(process.name)},
                                {u"signal"_s, QString::fromLatin1(process.signal)},
                                {u"at_ms"_s, process.atMillis},
                                {u"denied"_s, process.denied}});
    }
    return rows;
}

} // namespace

QString findProgram(const QString &name)
{
    if (name.contains(u'/')) {
        return QFileInfo(name).isExecutable() && QFileInfo(name).isFile()
                   ? QDir::cleanPath(QFileInfo(name).absoluteFilePath())
                   : QString();
    }
    return QStandardPaths::findExecutable(name);
}

ProcessJob::ProcessJob(const JobContext &context, Program program)
    : m_context(context), m_runner(context.runner), m_program(std::move(program))
{
    connect(&m_runner, &Runner::ended, this, &ProcessJob::onEnded);
}

ProcessJob::~ProcessJob() = default;

void ProcessJob::start()
{
    if (m_cancelled) {
        fail(u"ended before it started"_s);
        return;
    }
    if (const base::Status status = m_context.adoptee ? takeOver() : launch(); !status) {
        fail(status.error().message());
    }
}

base::Status ProcessJob::launch()
{
    if (!m_runner.isOpen()) {
        CHECK(m_runner.open());
    }
    CHECK(writeScript());
    CHECK(writeRequest());
    TRY(ProcessSpec spec, specification());
    TRY(spec.in, inputStream());
    if (survives()) {
        connectOutput(std::make_unique<SurvivingOutput>(m_runner, SurvivorFolder(m_context.runtimeDirectory),
                                                        m_context.run.id, m_context.logLines,
                                                        base::Seconds(m_automation.timeoutSeconds)));
    } else if (m_program.terminal) {
        connectOutput(std::make_unique<TerminalOutput>());
    } else {
        connectOutput(std::make_unique<PipedOutput>());
    }
    CHECK(m_output->equip(spec));
    CHECK(confineTo(spec));
    TRY(m_ticket, m_runner.start(std::move(spec)));
    m_output->follow(*m_ticket);
    return {};
}

base::Status ProcessJob::confineTo(ProcessSpec &spec)
{
    TRY(m_confinement, confine(m_automation.limits, m_context.run.id, m_runner.means()));
    for (const QString &remark : std::as_const(m_confinement.remarks)) {
        Q_EMIT output(store::Stream::Note, remark.toUtf8() + '\n');
    }
    for (qsizetype i = m_confinement.prefix.size() - 1; i >= 0; --i) {
        spec.argv.prepend(QFile::encodeName(m_confinement.prefix.at(i)));
    }
    spec.memoryBytes = m_confinement.memoryBytesEach;
    spec.group = m_confinement.group ? m_confinement.group->lend() : -1;
    return {};
}

void ProcessJob::tellOfLimits()
{
    const domain::Limits &limits = m_automation.limits;
    const bool inScope = !m_confinement.prefix.isEmpty() && !m_cancelled && !m_end.timedOut;
    const LimitEvents events = m_confinement.group ? m_confinement.group->events()
                               : inScope           ? eventsOfScope(limits, m_end.signal, m_end.usage)
                                                   : LimitEvents();
    const QString words = limitWords(limits, events);
    if (!words.isEmpty() && !m_end.succeeded) {
        m_end.reason += u": "_s + words;
    } else if (!words.isEmpty()) {
        Q_EMIT output(store::Stream::Note, words.toUtf8() + '\n');
    }
}

/// A group goes when nobody is in it any more; one that a killed worker has left is emptied first.
void ProcessJob::leaveGroup()
{
    if (m_confinement.group) {
        m_confinement.group->kill();
        m_confinement.group->remove();
    }
}

base::Status ProcessJob::takeOver()
{
    Adoptee &adoptee = *m_context.adoptee;
    TRY(m_ticket, m_runner.adopt(std::move(adoptee.channel)));
    connectOutput(std::make_unique<SurvivingOutput>(m_runner, SurvivorFolder(m_context.runtimeDirectory), adoptee));
    m_output->follow(*m_ticket);
    return {};
}

void ProcessJob::connectOutput(std::unique_ptr<ProcessOutput> output)
{
    m_output = std::move(output);
    connect(m_output.get(), &ProcessOutput::read, this, &ProcessJob::output);
    connect(m_output.get(), &ProcessOutput::drained, this, [this] { Q_EMIT finished(m_end); });
}

/// A file without a name, which lies in memory.
base::Result<int> ProcessJob::inputStream() const
{
    if (m_program.input.isEmpty()) {
        return -1;
    }
    wire::Fd fd(memfd_create("signalbox-input", MFD_CLOEXEC));
    qsizetype done = 0;
    while (fd.get() >= 0 && done < m_program.input.size()) {
        const ssize_t count =
            ::write(fd.get(), m_program.input.constData() + done, size_t(m_program.input.size() - done));
        if (count <= 0) {
            break;
        }
        done += count;
    }
    if (done < m_program.input.size() || ::lseek(fd.get(), 0, SEEK_SET) != 0) {
        return base::unavailable(u"preparing the standard input"_s, qt_error_string());
    }
    return fd.release();
}

/// Under `run_as` another user must read it, so it lies in the system's temporary folder then, under a name that can't
/// be guessed.
QString ProcessJob::scriptPlace() const
{
    if (!m_automation.runAs.isEmpty()) {
        return QDir::tempPath() + u"/signalbox-XXXXXX"_s;
    }
    return survives() ? SurvivorFolder(m_context.runtimeDirectory).fileFor(m_context.run.id, u"script-XXXXXX"_s)
                      : m_context.scratchDirectory + u"/signalbox-XXXXXX"_s;
}

base::Status ProcessJob::writeScript()
{
    if (m_program.scriptAt < 0) {
        return {};
    }
    const bool shared = !m_automation.runAs.isEmpty();
    m_script = std::make_unique<QTemporaryFile>(scriptPlace());
    const QByteArray text = m_program.script.toUtf8();
    const auto rights =
        shared ? QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther : QFile::Permissions(QFile::ReadOwner);
    if (!m_script->open() || m_script->write(text) != text.size() || !m_script->flush() ||
        !m_script->setPermissions(rights)) {
        return base::unavailable(u"the script could not be written to %1"_s.arg(m_script->fileTemplate()),
                                 m_script->errorString());
    }
    // An open writable descriptor would make a directly executed script "text file busy".
    m_script->close();
    m_program.argv[m_program.scriptAt] = m_script->fileName();
    if (survives()) {
        m_script->setAutoRemove(false); // it goes with what the run has in the folder of survivors
        if (shared) {
            const SurvivorFolder folder(m_context.runtimeDirectory);
            QFile::link(m_script->fileName(), folder.fileFor(m_context.run.id, u"script"_s));
        }
    }
    return {};
}

/// For this account alone: whom `run_as` names has the body on standard input only.
base::Status ProcessJob::writeRequest()
{
    if (!m_program.tellsRequest || m_context.request.isEmpty() || !m_automation.runAs.isEmpty()) {
        return {};
    }
    const QString place =
        survives() ? SurvivorFolder(m_context.runtimeDirectory).fileFor(m_context.run.id, u"request-XXXXXX"_s)
                   : m_context.scratchDirectory + u"/request-XXXXXX"_s;
    m_request = std::make_unique<QTemporaryFile>(place);
    const QByteArray text = QJsonDocument(m_context.request).toJson(QJsonDocument::Compact);
    if (!m_request->open() || m_request->write(text) != text.size() || !m_request->flush()) {
        return base::unavailable(u"the request could not be written to %1"_s.arg(place), m_request->errorString());
    }
    m_request->close();
    m_request->setAutoRemove(!survives());
    return {};
}

base::Result<ProcessSpec> ProcessJob::specification()
{
    const QStringList argv = QProcess::splitCommand(m_automation.runAs) + m_program.argv;
    ProcessSpec spec;
    const QString program = findProgram(argv.first());
    if (program.isEmpty()) {
        return base::unavailable({}, u"%1 was not found on this machine"_s.arg(argv.first()));
    }
    spec.argv.append(QFile::encodeName(program));
    for (const QString &argument : argv.mid(1)) {
        spec.argv.append(argument.toUtf8());
    }
    spec.argv.append(m_context.supplies.arguments);
    spec.environment = m_context.supplies.environment;
    if (m_request) {
        spec.environment.append("SIGNALBOX_REQUEST=" + QFile::encodeName(m_request->fileName()));
    }
    const QString otherwise = m_program.workingDirectory.isEmpty() ? QDir::homePath() : m_program.workingDirectory;
    spec.workingDirectory =
        QFile::encodeName(m_automation.workingDirectory.isEmpty() ? otherwise : m_automation.workingDirectory);
    spec.killAfter = std::chrono::seconds(m_automation.killAfterSeconds);
    return spec;
}

void ProcessJob::fail(const QString &why)
{
    m_end.reason = domain::reason::notStarted(why);
    // finished() never comes from within start(), whoever listens may still be at work.
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_end); }, Qt::QueuedConnection);
}

void ProcessJob::cancel()
{
    m_cancelled = true;
    if (m_ticket) {
        m_runner.stop(*m_ticket);
    }
}

void ProcessJob::holdBack(bool held)
{
    if (m_output) {
        m_output->holdBack(held);
    }
}

void ProcessJob::onEnded(quint64 ticket, const ProcessEnd &end)
{
    if (m_ticket != ticket) {
        return;
    }
    m_end.usage = domain::Usage{.cpuMicros = end.usage.cpuMicros,
                                .peakKib = end.usage.peakKib,
                                .readBytes = end.usage.readBytes,
                                .writtenBytes = end.usage.writtenBytes};
    m_end.killReceipt = receipt(end.killed);
    switch (end.how) {
    case ProcessEnd::How::Exited:
        m_end.exitCode = end.code;
        m_end.succeeded = end.code == 0;
        m_end.reason = end.code == 0 ? QString() : u"exit code %1"_s.arg(end.code);
        break;
    case ProcessEnd::How::Signalled:
        m_end.signal = end.code;
        m_end.reason = signalWords(end);
        break;
    case ProcessEnd::How::NotStarted:
        m_end.usage.reset();
        m_end.reason =
            domain::reason::notStarted(notStartedWords(end, m_program.argv.first(), m_automation.workingDirectory));
        break;
    case ProcessEnd::How::OutOfReach:
        m_end.reason = u"it changed its user and could not be ended; it may still be running"_s;
        break;
    case ProcessEnd::How::RunnerDied:
        m_end.reason = u"the process that watched it was killed, so how it ended is unknown"_s;
        break;
    }
    if (end.abandoned) {
        m_end.succeeded = false;
        m_end.reason = u"ended, because the program that holds all processes was killed"_s;
    }
    m_end.timedOut = end.timedOut;
    tellOfLimits();
    leaveGroup();
    m_output->drain();
}

} // namespace engine
