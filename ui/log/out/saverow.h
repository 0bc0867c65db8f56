// SPDX-License-Identifier: Apache-2.0
// A row under a log while it is saved: how far, of how much, and a way to stop it.
#pragma once

#include "ui/log/out/logsaver.h"
#include "ui/look/look.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;

namespace ui {

class TextLabel;

/// Hidden while nothing is saved.
class SaveRow : public QWidget
{
    Q_OBJECT

public:
    explicit SaveRow(const Look &look, QWidget *parent = nullptr);
    bool isBusy() const { return m_saver; }
    /// Only when not busy. `path` is what is told of when it is done.
    void begin(store::Logs &logs, const SaveRequest &request, const QString &path);

Q_SIGNALS:
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    void showProgress(qint64 lines, qint64 of);
    void end();

    TextLabel *m_text;
    QProgressBar *m_bar;
    QPointer<LogSaver> m_saver;
};

} // namespace ui
