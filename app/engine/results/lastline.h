// SPDX-License-Identifier: Apache-2.0
// The last line of a stream that is not blank, kept while the stream goes by. As a JSON document it says how the run
// went and what it answers: `{"state", "data"}`.
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace engine {

class LastLine
{
public:
    static constexpr qsizetype longest = 1 << 20; ///< Bytes; a longer line is no document.

    void feed(const QByteArray &bytes);
    /// Without its newline; empty where there was none, or it was too long.
    QByteArray line() const;

private:
    QByteArray m_last;
    QByteArray m_open; ///< After the last newline.
    bool m_tooLong = false;
};

/// What a document in the last line means. No `state` is success; `data` or else `output` is the result, or else the
/// whole document.
struct Announcement
{
    bool succeeded = true;
    QString reason; ///< Of a failure: `state failure`.
    QJsonValue result;
};

/// Nothing where the line is no JSON object or array.
std::optional<Announcement> announcementOf(const QByteArray &line);

} // namespace engine
