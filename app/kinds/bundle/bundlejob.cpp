// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/bundle/bundlejob.h"

#include "app/base/answer.h"
#include "app/domain/reasons.h"
#include "app/engine/processjob.h"
#include "app/kinds/bundle/bundle.h"
#include "app/kinds/bundle/outcome.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

/// Both parts as one script.
QString wrapper()
{
    QByteArray text;
    for (const QString &part : {u":/bundle/keyvaluestore.js"_s, u":/bundle/run.js"_s}) {
        QFile file(part);
        if (file.open(QIODevice::ReadOnly)) {
            text += file.readAll();
        }
    }
    return QString::fromUtf8(text);
}

} // namespace

BundleJob::BundleJob(const engine::JobContext &context, const bundles::Bundles &bundles)
    : m_context(context), m_bundles(bundles)
{
    m_assignment.outcome = u"%1/%2.outcome"_s.arg(context.scratchDirectory, context.run.id.text());
}

BundleJob::~BundleJob()
{
    QFile::remove(m_assignment.outcome);
    QFile::remove(m_assignment.outcome + u".part"_s);
}

void BundleJob::start()
{
    askForPrevious();
}

void BundleJob::askForPrevious()
{
    if (!m_context.previousRun) {
        layOut();
        return;
    }
    base::onAnswer(this, m_context.previousRun(), [this](const base::Result<QList<domain::Run>> &runs) {
        // A handler can do without; whether it had one before is no reason not to run.
        if (runs && !runs->isEmpty()) {
            m_assignment.previous = runs->first();
        }
        layOut();
    });
}

void BundleJob::layOut()
{
    const QString code = m_context.automation.params.value("code"_L1).toString();
    base::onAnswer(this, m_bundles.layOutCode(code), [this](const base::Result<bundles::LaidOutPtr> &laidOut) {
        if (m_cancelled) {
            fail(u"ended before it started"_s);
        } else if (!laidOut) {
            fail(laidOut.error().message());
        } else {
            m_code = *laidOut;
            runNode();
        }
    });
}

void BundleJob::runNode()
{
    m_assignment.folder = m_code->folder();
    m_process = std::make_unique<engine::ProcessJob>(m_context,
                                                     engine::Program{.argv = {findNode(), QString()},
                                                                     .script = wrapper(),
                                                                     .scriptAt = 1,
                                                                     .input = assignmentText(m_context, m_assignment),
                                                                     .workingDirectory = m_code->folder()});
    connect(m_process.get(), &engine::Job::output, this, &engine::Job::output);
    connect(m_process.get(), &engine::Job::finished, this, &BundleJob::onProcessFinished);
    m_process->start();
}

void BundleJob::fail(const QString &why)
{
    Q_EMIT finished({.succeeded = false, .reason = domain::reason::notStarted(why)});
}

void BundleJob::cancel()
{
    m_cancelled = true;
    if (m_process) {
        m_process->cancel();
    }
}

void BundleJob::holdBack(bool held)
{
    if (m_process) {
        m_process->holdBack(held);
    }
}

void BundleJob::onProcessFinished(engine::JobEnd end)
{
    Q_EMIT finished(withOutcome(std::move(end), m_assignment.outcome));
}

} // namespace kinds
