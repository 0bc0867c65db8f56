// SPDX-License-Identifier: Apache-2.0
#include "ui/log/logmodelsource.h"

namespace ui {

namespace {

LogLine shown(const models::LogLine &line, qint64 number)
{
    LogLine result{line.text, line.stream == store::Stream::Err ? LogStream::Error : LogStream::Out, line.time,
                   line.noEol, number};
    // Our own notes stand back behind what the run wrote.
    if (line.stream == store::Stream::Note)
        result.text = "\x1b[90m" + line.text;
    if (line.clipped)
        result.text += " \xe2\x80\xa6";
    return result;
}

} // namespace

LogModelSource::LogModelSource(models::LogModel &model, QObject *parent) : LogSource(parent), m_model(model)
{
    m_takeBack.setSingleShot(true);
    m_takeBack.setInterval(0);
    connect(&m_takeBack, &QTimer::timeout, this, [this] { m_lent.clear(); });
    connect(&model, &models::LogModel::lineCountChanged, this, &LogSource::lineCountChanged);
    connect(&model, &models::LogModel::linesLoaded, this, &LogSource::linesLoaded);
}

const LogLine *LogModelSource::line(qint64 number) const
{
    const models::LogLine *line = m_model.line(number);
    if (!line)
        return nullptr;
    if (m_lent.empty())
        m_takeBack.start();
    const auto found = m_lent.find(number);
    if (found != m_lent.end())
        return &found->second;
    LogLine &lent = m_lent.emplace(number, shown(*line, number)).first->second;
    lent.group = m_group;
    return &lent;
}

} // namespace ui
