// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/logwriter.h"

#include "app/store/logfile/logchunk.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::chrono::milliseconds groupTime(100);
constexpr qint64 inFlightLimit = 4 << 20;
/// Runs that nobody writes to at the moment are remembered up to here.
constexpr size_t idleRuns = 256;

base::Error closed()
{
    return base::unavailable(u"the file of logs"_s, u"it is closed"_s);
}

template <typename Promise, typename Value> void answer(Promise &promise, const Value &value)
{
    promise.addResult(value);
    promise.finish();
}

} // namespace

LogWriter::LogWriter(QString path, LogEvents events)
    : m_path(std::move(path)),
      m_events(std::move(events)),
      m_compressor([this](BlockTaskPtr task) { m_queue.postCompressed(std::move(task)); }),
      m_checkpointer(m_path)
{
}

LogWriter::~LogWriter()
{
    close();
}

template <typename Command, typename Promise> bool LogWriter::post(Command command, Promise Command::*promise)
{
    std::call_once(m_started, [this] { m_thread = std::thread([this] { loop(); }); });
    (command.*promise).start();
    LogCommand posted = std::move(command);
    const bool taken = m_queue.post(posted);
    if (!taken) {
        answer(std::get<Command>(posted).*promise, closed());
    }
    return taken;
}

QFuture<base::Status> LogWriter::open()
{
    OpenCommand command;
    QFuture<base::Status> future = command.promise.future();
    post(std::move(command), &OpenCommand::promise);
    return future;
}

QFuture<base::Result<LogInfo>> LogWriter::append(const base::RunId &run, LogChunk chunk, std::optional<qint64> most)
{
    AppendCommand command{.run = run, .chunk = std::move(chunk), .most = most, .promise = {}};
    QFuture<base::Result<LogInfo>> future = command.promise.future();
    if (const base::Status checked = checkChunk(command.chunk); !checked) {
        command.promise.start();
        answer(command.promise, checked.error());
        return future;
    }
    // Counted before the writer sees it: it may be busy for a while, and the producer must notice.
    m_pending += command.chunk.bytes.size();
    if (const qint64 bytes = command.chunk.bytes.size(); !post(std::move(command), &AppendCommand::promise)) {
        m_pending -= bytes;
    }
    return future;
}

QFuture<base::Result<LogInfo>> LogWriter::seal(const base::RunId &run)
{
    SealCommand command{.run = run, .promise = {}};
    QFuture<base::Result<LogInfo>> future = command.promise.future();
    post(std::move(command), &SealCommand::promise);
    return future;
}

QFuture<base::Status> LogWriter::remove(const QList<base::RunId> &runs)
{
    RemoveCommand command{.runs = runs, .promise = {}};
    QFuture<base::Status> future = command.promise.future();
    post(std::move(command), &RemoveCommand::promise);
    return future;
}

QFuture<base::Result<LogUsage>> LogWriter::usage()
{
    UsageCommand command;
    QFuture<base::Result<LogUsage>> future = command.promise.future();
    post(std::move(command), &UsageCommand::promise);
    return future;
}

void LogWriter::close()
{
    m_queue.close();
    std::call_once(m_started, [] {});
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_compressor.finish();
}

void LogWriter::loop()
{
    for (;;) {
        LogQueue::Batch batch = m_queue.wait(m_due && m_tidyDue ? std::min(m_due, m_tidyDue)
                                             : m_due            ? m_due
                                                                : m_tidyDue);
        absorb(batch);
        startBlocks();
        const bool due = m_due && (batch.closing || LogQueue::Clock::now() >= *m_due);
        if (due || hasReady()) {
            commit(due ? RunLog::Flush::Everything : RunLog::Flush::Blocks);
            startBlocks();
        }
        if (batch.closing && isDone()) {
            break;
        }
        tidy();
        shortenWriteAhead();
    }
    answerRemovals(closed());
    m_checkpointer.close();
    m_tables.close();
}

void LogWriter::absorb(LogQueue::Batch &batch)
{
    for (const BlockTaskPtr &task : batch.compressed) {
        if (task->state == BlockTask::State::Dropped) {
            m_inFlight -= task->size.bytes;
        } else {
            task->state = BlockTask::State::Ready;
        }
    }
    if (!batch.commands.empty()) {
        noticeOthers();
    }
    for (LogCommand &command : batch.commands) {
        std::visit([this](auto &one) { handle(one); }, command);
    }
}

void LogWriter::handle(OpenCommand &command)
{
    m_wasOpen = true;
    const base::Status status = ensureOpen();
    m_wasOpen = status.has_value();
    answer(command.promise, status);
}

void LogWriter::handle(AppendCommand &command)
{
    const base::Result<RunLog *> log = find(command.run);
    if (!log) {
        m_pending -= command.chunk.bytes.size();
        answer(command.promise, log.error());
        return;
    }
    const qint64 expected = (*log)->lines();
    if (command.chunk.firstLine != expected) {
        m_pending -= command.chunk.bytes.size();
        const QString detail = u"the log of %1 has %2 lines, so the next line is number %2 and not %3"_s;
        answer(command.promise,
               base::conflict(detail.arg(command.run.text()).arg(expected).arg(command.chunk.firstLine)));
        return;
    }
    (*log)->keepAtMost(command.most);
    (*log)->accept(std::move(command.chunk), std::move(command.promise));
    if (!m_due) {
        m_due = LogQueue::Clock::now() + groupTime;
    }
}

void LogWriter::handle(SealCommand &command)
{
    const base::Result<RunLog *> log = find(command.run);
    if (!log) {
        answer(command.promise, log.error());
        return;
    }
    (*log)->seal(std::move(command.promise));
    forgetIdle();
}

base::Result<RunLog *> LogWriter::find(const base::RunId &run)
{
    if (const auto known = m_runs.find(run); known != m_runs.end()) {
        return &known->second;
    }
    if (const base::Status opened = ensureOpen(); !opened) {
        report(opened.error());
        return opened.error();
    }
    const base::Result<LogExtent> extent = m_tables.extent(run);
    if (!extent) {
        m_tables.rollback();
        report(extent.error());
        return extent.error();
    }
    return &m_runs.try_emplace(run, run, *extent).first->second;
}

void LogWriter::forgetIdle()
{
    if (m_runs.size() > idleRuns) {
        std::erase_if(m_runs, [](const auto &entry) { return entry.second.isIdle(); });
    }
}

/// Another process may have written to (or removed) a log that we remember; what is not in use is looked up again.
void LogWriter::noticeOthers()
{
    if (!m_tables.isOpen()) {
        return;
    }
    const base::Result<qint64> version = m_tables.version();
    if (!version || *version != m_version) {
        std::erase_if(m_runs, [](const auto &entry) { return entry.second.isIdle(); });
        m_version = version.value_or(0);
    }
}

/// A connection that met an I/O error was closed; it is opened again by the next one who needs it.
base::Status LogWriter::ensureOpen()
{
    if (m_tables.isOpen()) {
        return {};
    }
    if (!m_wasOpen) {
        return base::unavailable(u"the file of logs"_s, u"it is not open"_s);
    }
    return m_tables.open(m_path, LogAccess::Write);
}

void LogWriter::startBlocks()
{
    while (m_inFlight < inFlightLimit && startBlock()) {
    }
}

/// One more block, of the run that has the fewest on their way, so that a flood does not hold up the others.
bool LogWriter::startBlock()
{
    RunLog *next = nullptr;
    base::RunId run;
    for (auto &[id, log] : m_runs) {
        if (log.wantsBlock() && (next == nullptr || log.tasks() < next->tasks())) {
            next = &log;
            run = id;
        }
    }
    if (next == nullptr) {
        return false;
    }
    const base::Result<QList<BlockTaskPtr>> tasks = next->cut(m_tables);
    if (!tasks) {
        report(tasks.error());
        drop(run, tasks.error());
        return true;
    }
    for (const BlockTaskPtr &task : *tasks) {
        m_inFlight += task->size.bytes;
        task->packing = packingFor(m_inFlight);
        m_compressor.submit(task);
    }
    return true;
}

bool LogWriter::hasReady() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const auto &entry) { return entry.second.hasReady(); });
}

bool LogWriter::isDone() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [](const auto &entry) { return entry.second.isIdle(); });
}

} // namespace store
