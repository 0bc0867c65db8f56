// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/survivingoutput.h"

namespace engine {

namespace {

constexpr qint64 chunkBytes = 256 << 10;
// Then the event loop gets its turn: other runs write, too.
constexpr int chunksPerTurn = 4;
// Space of the spool is given back in steps.
constexpr qint64 keepStep = 4 << 20;
constexpr std::array streams{store::Stream::Out, store::Stream::Err};

} // namespace

SurvivingOutput::SurvivingOutput(Runner &runner, SurvivorFolder folder, base::RunId run, qint64 logLines,
                                 base::Millis timeout)
    : m_runner(runner), m_folder(std::move(folder)), m_run(std::move(run)), m_timeout(timeout)
{
    m_place.line = logLines;
}

SurvivingOutput::SurvivingOutput(Runner &runner, SurvivorFolder folder, Adoptee &adoptee)
    : m_runner(runner),
      m_folder(std::move(folder)),
      m_run(adoptee.run),
      m_timeout(0),
      m_files(std::move(adoptee.files)),
      m_place(adoptee.place),
      m_read(adoptee.place.offsets),
      m_length(adoptee.spooled)
{
    m_files->setPlace(m_place);
}

base::Status SurvivingOutput::equip(ProcessSpec &spec)
{
    TRY(m_files, SpoolFiles::create(m_folder.path()));
    m_files->setPlace(m_place);
    TRY(wire::Fd listener, m_folder.listen(m_run));
    TRY(spec.survival, m_files->lend());
    spec.survival->listener = listener.release();
    spec.survival->timeout = m_timeout;
    return {};
}

void SurvivingOutput::follow(quint64 ticket)
{
    m_ticket = ticket;
    connect(&m_runner, &Runner::spooled, this, &SurvivingOutput::onSpooled);
    readSoon();
}

void SurvivingOutput::onSpooled(quint64 ticket, const std::array<qint64, 2> &lengths)
{
    if (ticket == m_ticket) {
        m_length = lengths;
        if (!m_reading) {
            readSome();
        }
    }
}

void SurvivingOutput::readSoon()
{
    m_reading = true;
    QMetaObject::invokeMethod(this, &SurvivingOutput::readSome, Qt::QueuedConnection);
}

void SurvivingOutput::readSome()
{
    m_reading = true;
    for (int i = 0; i < chunksPerTurn; ++i) {
        for (const store::Stream stream : streams) {
            const auto index = static_cast<size_t>(stream);
            const qint64 left = m_length[index] - m_read[index];
            if (m_held || m_left || left <= 0) {
                continue;
            }
            const QByteArray bytes = m_files->read(stream, m_read[index], std::min(left, chunkBytes));
            // A spool that can't be read must not hold up the run's end.
            m_read[index] = bytes.isEmpty() ? m_length[index] : m_read[index] + bytes.size();
            Q_EMIT read(stream, bytes);
        }
    }
    m_reading = false;
    if (m_held || m_left) {
        return;
    }
    if (m_read != m_length) {
        readSoon();
    } else if (std::exchange(m_draining, false)) {
        Q_EMIT drained();
    }
}

void SurvivingOutput::holdBack(bool held)
{
    m_held = held;
    if (!held && !m_reading) {
        readSoon();
    }
}

void SurvivingOutput::drain()
{
    m_draining = true;
    m_length = m_files->lengths(); // more than a worker has told that was killed
    if (!m_reading) {
        readSoon();
    }
}

void SurvivingOutput::onStored(const store::LogChunk &chunk)
{
    m_place = passed(m_place, chunk, [this](store::Stream stream, qint64 offset, qint64 atMost) {
        const qint64 left = m_read[static_cast<size_t>(stream)] - offset;
        return m_files->read(stream, offset, std::clamp<qint64>(left, 0, atMost));
    });
    m_files->setPlace(m_place);
    if (m_ticket && m_place.offsets[0] + m_place.offsets[1] - m_kept[0] - m_kept[1] >= keepStep) {
        m_kept = m_place.offsets;
        m_runner.keep(*m_ticket, m_kept);
    }
}

void SurvivingOutput::leave()
{
    m_left = true;
}

void SurvivingOutput::settle()
{
    m_folder.forget(m_run);
    if (m_ticket) {
        m_runner.settle(*m_ticket);
    }
}

} // namespace engine
