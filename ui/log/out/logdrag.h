// SPDX-License-Identifier: Apache-2.0
// A log on its way out of the window: the address of a file that is not there before somebody wants it. It is written
// in the pool from the moment the drag begins, so that it is mostly whole when it is dropped.
#pragma once

#include "ui/log/out/logsaver.h"

#include <QFuture>
#include <QMimeData>

namespace ui {

/// Lives on the main thread.
class LogDrag : public QMimeData
{
    Q_OBJECT

public:
    /// `path` is the file that comes of the request. `logs` must outlive it.
    LogDrag(store::Logs &logs, SaveRequest request, QString path);
    /// A file that nobody waits for any more is given up.
    ~LogDrag() override;

    /// Begins to write the file, once.
    void prepare() const;
    bool hasFormat(const QString &type) const override { return formats().contains(type); }
    QStringList formats() const override;

protected:
    /// Whoever takes a drop is answered at once, so that this waits for the rest of the file, up to some seconds;
    /// nothing where that is not enough or the file can't be written.
    QVariant retrieveData(const QString &type, QMetaType as) const override;

private:
    store::Logs &m_logs;
    const SaveRequest m_request;
    const QString m_path;
    mutable std::optional<QFuture<base::Status>> m_written;
};

/// A name for the file of a log: what it is called, without what names of files can't have.
QString dragFileName(const QString &title, const base::RunId &run, LogForm form);

} // namespace ui
