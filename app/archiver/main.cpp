// SPDX-License-Identifier: Apache-2.0
// One operation on a zip file of code, its answer as JSON on standard output.
#include "app/archiver/commands.h"
#include "app/archiver/refusal.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <new>
#include <sys/stat.h>

namespace {

/// Names come from strangers and are shown to people.
QString visible(const QByteArray &name)
{
    QString text;
    for (const char c : name) {
        text += c >= 0x20 && c < 0x7f ? QString(QLatin1Char(c))
                                      : QStringLiteral("\\x%1").arg(uint(uchar(c)), 2, 16, QLatin1Char('0'));
    }
    return text;
}

void print(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fflush(stdout);
}

int refuse(const char *reason, const QByteArray &entry, const QByteArray &detail)
{
    print({{QStringLiteral("error"), QJsonObject{{QStringLiteral("reason"), QLatin1String(reason)},
                                                 {QStringLiteral("entry"), visible(entry)},
                                                 {QStringLiteral("detail"), QString::fromUtf8(detail)}}}});
    return 1;
}

int answer(const std::function<QJsonObject()> &command)
{
    try {
        print(command());
        return 0;
    } catch (const archiver::Refusal &refusal) {
        return refuse(refusal.reason, refusal.entry, refusal.detail);
    } catch (const std::bad_alloc &) {
        return refuse("memory", {}, "it takes more memory than a bundle may");
    }
}

} // namespace

int main(int argc, char **argv)
{
    setenv("TZ", "UTC", 1); // KZip writes local times
    tzset();
    umask(077);
    const auto argument = [&](int index) { return index < argc ? QFile::decodeName(argv[index]) : QString(); };
    const QString command = argument(1);
    if (command == QLatin1String("list") && argc == 3) {
        return answer([&] { return archiver::list(argument(2)); });
    }
    if (command == QLatin1String("extract") && argc == 4) {
        return answer([&] { return archiver::extract(argument(2), argument(3)); });
    }
    if (command == QLatin1String("pack") && argc == 4) {
        return answer([&] { return archiver::pack(argument(2), argument(3)); });
    }
    if (command == QLatin1String("keep") && argc == 4) {
        return answer([&] { return archiver::keep(argument(2), argument(3)); });
    }
    std::fputs("signalbox-archiver list ZIP | extract ZIP DIR | pack DIR ZIP | keep DIR ZIP\n", stderr);
    return 2;
}
