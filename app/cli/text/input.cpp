// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text/input.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Result<QByteArray> readBounded(QFile &file, const QString &shown, qint64 limit)
{
    QByteArray all;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0) {
            return base::unavailable(u"reading %1"_s.arg(shown), file.errorString());
        }
        if (got == 0) {
            return all;
        }
        all.append(piece.constData(), got);
        if (all.size() > limit) {
            return base::invalid({}, u"%1 is larger than %2 MiB"_s.arg(shown).arg(limit >> 20));
        }
    }
}

/// Line and column of a byte offset, both from 1; columns count characters.
QString place(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(lineStart)).toUcs4().size() + 1;
    return u"line %1, column %2"_s.arg(before.count('\n') + 1).arg(column);
}

} // namespace

base::Result<QByteArray> readInput(const QString &name, std::FILE *standardInput, qint64 limit)
{
    QFile file;
    if (name == "-"_L1) {
        if (!file.open(standardInput, QIODevice::ReadOnly)) {
            return base::unavailable(u"reading standard input"_s, file.errorString());
        }
        return readBounded(file, u"standard input"_s, limit);
    }
    const QFileInfo info(name);
    if (!info.exists()) {
        return base::invalid({}, u"there is no file %1"_s.arg(name));
    }
    if (info.isDir()) {
        return base::invalid({}, u"%1 is a folder, not a file"_s.arg(name));
    }
    file.setFileName(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(name), file.errorString());
    }
    return readBounded(file, name, limit);
}

base::Result<QJsonDocument> readJson(const QString &name, std::FILE *standardInput, qint64 limit)
{
    TRY(const QByteArray text, readInput(name, standardInput, limit));
    return parseJson(name, text);
}

base::Result<QJsonDocument> parseJson(const QString &name, QByteArray text)
{
    if (text.startsWith("\xef\xbb\xbf")) {
        text.remove(0, 3);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const QString shown = name == "-"_L1 ? u"standard input"_s : name;
        return base::invalid({}, u"%1: %2: %3"_s.arg(shown, place(text, problem.offset), problem.errorString()));
    }
    return document;
}

} // namespace cli
