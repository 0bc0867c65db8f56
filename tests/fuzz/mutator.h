// SPDX-License-Identifier: Apache-2.0
// Bytes that are nearly right: a corpus, changed a little and often, always the same way from the same seed.
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>
#include <QRandomGenerator>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace fuzz {

class Mutator
{
public:
    Mutator(quint32 seed, QList<QByteArray> corpus, QList<QByteArray> pieces)
        : m_random(seed), m_corpus(std::move(corpus)), m_pieces(std::move(pieces))
    {
    }

    QRandomGenerator &random() { return m_random; }

    /// One of the corpus with up to eight changes.
    QByteArray next()
    {
        QByteArray bytes = any(m_corpus);
        for (int changes = m_random.bounded(9); changes > 0; --changes) {
            change(bytes);
        }
        return bytes;
    }

    void change(QByteArray &bytes)
    {
        const qsizetype at = place(bytes);
        switch (m_random.bounded(7)) {
        case 0:
            if (!bytes.isEmpty()) {
                bytes[std::min(at, bytes.size() - 1)] ^= static_cast<char>(1 << m_random.bounded(8));
            }
            break;
        case 1:
            bytes.insert(at, static_cast<char>(m_random.bounded(256)));
            break;
        case 2:
            bytes.remove(at, m_random.bounded(1, 9));
            break;
        case 3:
            bytes.truncate(at);
            break;
        case 4:
            bytes.insert(at, any(m_pieces));
            break;
        case 5:
            bytes.insert(place(bytes), bytes.mid(at, m_random.bounded(1, 40)));
            break;
        default:
            bytes = bytes.first(at) + any(m_corpus).mid(at);
        }
    }

private:
    const QByteArray &any(const QList<QByteArray> &from)
    {
        return from.at(m_random.bounded(static_cast<int>(from.size())));
    }
    qsizetype place(const QByteArray &bytes) { return m_random.bounded(static_cast<int>(bytes.size()) + 1); }

    QRandomGenerator m_random;
    const QList<QByteArray> m_corpus;
    const QList<QByteArray> m_pieces;
};

/// Calls `one` with mutated bytes, until the time is over or it answers false; the exit status of the program.
template <typename One> int run(int argc, char **argv, Mutator (*make)(quint32), One one)
{
    const bool isLong = !qEnvironmentVariableIsEmpty("SIGNALBOX_LONG");
    const int seconds = argc > 1 ? std::atoi(argv[1]) : isLong ? 600 : 4;
    const auto seed = argc > 2 ? static_cast<quint32>(std::atoll(argv[2])) : 1;
    Mutator mutator = make(seed);
    const QDeadlineTimer end{std::chrono::seconds(seconds)};
    qint64 count = 0;
    for (; !end.hasExpired(); ++count) {
        const QByteArray bytes = mutator.next();
        if (!one(bytes, mutator)) {
            std::fprintf(stderr, "seed %u, input %lld: %s\n", seed, static_cast<long long>(count),
                         bytes.toHex().constData());
            return 1;
        }
    }
    std::printf("%lld inputs in %d s from seed %u\n", static_cast<long long>(count), seconds, seed);
    return 0;
}

} // namespace fuzz
