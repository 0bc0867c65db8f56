// SPDX-License-Identifier: Apache-2.0
#include "app/base/logging.h"

#include "app/base/clock.h"

#include <QFile>
#include <QMutex>

#include <cstdio>

namespace base {

Q_LOGGING_CATEGORY(logBase, "signalbox.base", QtInfoMsg)

namespace {

constexpr qint64 rotateAt = 1 << 20;

struct Sink
{
    QMutex mutex;
    QFile file;
};

Sink &sink()
{
    static Sink instance;
    return instance;
}

char levelLetter(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 'D';
    case QtInfoMsg:
        return 'I';
    case QtWarningMsg:
        return 'W';
    case QtCriticalMsg:
        return 'E';
    case QtFatalMsg:
        return 'F';
    }
    Q_UNREACHABLE();
}

QByteArray oneLine(const QString &text)
{
    QByteArray line;
    for (const char c : text.toUtf8()) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            line += "\\x" + QByteArray(1, c).toHex();
        } else {
            line += c;
        }
    }
    return line;
}

void rotate(QFile &file)
{
    const QString old = file.fileName() + QLatin1String(".1");
    file.close();
    QFile::remove(old);
    QFile::rename(file.fileName(), old);
    file.open(QIODevice::WriteOnly | QIODevice::Append);
}

/// The folder of a new workspace is made after the first lines.
bool isReady(QFile &file)
{
    if (file.isOpen() || file.fileName().isEmpty()) {
        return file.isOpen();
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        return false;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray text = oneLine(message);
    Sink &out = sink();
    const QMutexLocker lock(&out.mutex);
    if (type >= QtWarningMsg && type != QtInfoMsg) {
        std::fprintf(stderr, "signalbox: %s\n", text.constData());
    }
    if (!isReady(out.file)) {
        return;
    }
    out.file.write(isoUtc(SystemClock().now()).toLatin1() + ' ' + levelLetter(type) + ' ' +
                   (context.category ? context.category : "-") + ' ' + text + '\n');
    out.file.flush();
    if (out.file.size() > rotateAt) {
        rotate(out.file);
    }
}

} // namespace

void startLogging(const QString &path)
{
    Sink &out = sink();
    {
        const QMutexLocker lock(&out.mutex);
        out.file.close();
        out.file.setFileName(path);
        (void)isReady(out.file);
    }
    qInstallMessageHandler(handle);
}

QString loggingPath()
{
    return sink().file.fileName();
}

} // namespace base
