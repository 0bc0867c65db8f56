// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/lastline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace engine {

void LastLine::feed(const QByteArray &bytes)
{
    const qsizetype end = bytes.lastIndexOf('\n');
    if (end < 0) {
        m_tooLong = m_tooLong || m_open.size() + bytes.size() > longest;
        m_open += m_tooLong ? QByteArray() : bytes;
        return;
    }
    // From behind: blank lines at the end say nothing. The first line of the bytes closes the open one.
    qsizetype stop = end;
    bool found = false;
    while (!found && stop >= 0) {
        const qsizetype start = stop == 0 ? 0 : bytes.lastIndexOf('\n', stop - 1) + 1;
        QByteArray line = bytes.mid(start, stop - start);
        const bool closes = start == 0;
        if (closes) {
            line = m_open + line;
        }
        if (!line.trimmed().isEmpty() || (closes && m_tooLong)) {
            m_last = line.size() > longest || (closes && m_tooLong) ? QByteArray() : line;
            found = true;
        }
        stop = start - 1;
    }
    m_open = bytes.mid(end + 1);
    m_tooLong = m_open.size() > longest;
}

QByteArray LastLine::line() const
{
    if (m_tooLong) {
        return {};
    }
    return m_open.trimmed().isEmpty() ? m_last.trimmed() : m_open.trimmed();
}

std::optional<Announcement> announcementOf(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (document.isArray()) {
        return Announcement{.succeeded = true, .reason = {}, .result = document.array()};
    }
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    Announcement told{.succeeded = true, .reason = {}, .result = object};
    for (const auto name : {"data"_L1, "output"_L1}) {
        if (object.contains(name)) {
            told.result = object.value(name);
            break;
        }
    }
    const QString state = object.value("state"_L1).toString(u"success"_s);
    if (state != "success"_L1) {
        told.succeeded = false;
        told.reason = u"it ended with the state %1"_s.arg(state.left(200));
    }
    return told;
}

} // namespace engine
