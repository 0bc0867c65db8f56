// SPDX-License-Identifier: Apache-2.0
#include "app/front.h"

#include "app/application.h"
#include "app/base/logging.h"
#include "app/cli/command.h"
#include "app/cli/exitstatus.h"
#include "app/cli/help.h"
#include "app/cli/invocation.h"
#include "app/cli/local.h"
#include "app/unixsignals.h"
#ifdef SIGNALBOX_UI
#include "app/desktop.h"
#endif

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace front {

QString defaultStore()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/signalbox"_s;
}

namespace {

int complain(const base::Error &error)
{
    std::fprintf(stderr, "signalbox: %s\n", qUtf8Printable(error.message()));
    return static_cast<int>(cli::exitOf(error.code));
}

int print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    return 0;
}

/// The journal keeps what it is told for long, and shows it to others.
bool isJournal(int fd)
{
    struct stat info
    {
    };
    const QByteArray wanted = qgetenv("JOURNAL_STREAM");
    return fstat(fd, &info) == 0 &&
           wanted == QByteArray::number(qulonglong(info.st_dev)) + ':' + QByteArray::number(qulonglong(info.st_ino));
}

void announce(const store::Endpoint &endpoint)
{
    QJsonObject line{{u"ready"_s, true}, {u"url"_s, endpoint.url}, {u"pid"_s, endpoint.pid}};
    if (!isJournal(STDOUT_FILENO)) {
        line.insert(u"token"_s, QString::fromLatin1(endpoint.token));
    }
    std::fprintf(stdout, "%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int serve(int argc, char **argv, const cli::Invocation &invocation)
{
    const QCoreApplication qt(argc, argv);
    base::startLogging(invocation.store + u"/signalbox.log"_s);
    Application application({.directory = invocation.store,
                             .purpose = Purpose::Service,
                             .listen = invocation.listen.isEmpty() ? u"127.0.0.1:0"_s : invocation.listen});
    const UnixSignals signals;
    int status = 0;
    QObject::connect(&signals, &UnixSignals::endWanted, &application, &Application::stop);
    QObject::connect(&application, &Application::ready, &application, [&] { announce(application.endpoint()); });
    QObject::connect(&application, &Application::failed, &application, [&](const base::Error &error) {
        status = complain(error);
        application.stop();
    });
    QObject::connect(&application, &Application::stopped, &qt, &QCoreApplication::quit, Qt::QueuedConnection);
    application.start();
    QCoreApplication::exec();
    return status;
}

/// One command. With an engine running on the store it talks to that one; with none it serves itself for its length.
int command(int argc, char **argv, const cli::Invocation &invocation)
{
    QCoreApplication qt(argc, argv);
    const cli::Streams streams{stdin, stdout, stderr};
    const base::SystemClock clock;
    const base::Result<store::Endpoint> running = store::readEndpoint(invocation.store + u"/run"_s);
    std::unique_ptr<Application> application;
    std::unique_ptr<cli::Command> work;
    int status = 0;
    const auto begin = [&](const store::Endpoint &endpoint) {
        work = std::make_unique<cli::Command>(invocation, endpoint, running ? cli::Engine::Running : cli::Engine::Own,
                                              clock, streams);
        QObject::connect(work.get(), &cli::Command::finished, &qt, [&](int result) {
            status = result;
            application ? application->stop() : qt.quit();
        });
        work->start();
    };
    if (running) {
        QMetaObject::invokeMethod(
            &qt, [&] { begin(*running); }, Qt::QueuedConnection);
        QCoreApplication::exec();
        return status;
    }
    base::startLogging({});
    application = std::make_unique<Application>(ApplicationOptions{
        .directory = invocation.store, .purpose = Purpose::Command, .engine = invocation.command == "run"_L1});
    QObject::connect(application.get(), &Application::ready, &qt, [&] { begin(application->endpoint()); });
    QObject::connect(application.get(), &Application::failed, &qt, [&](const base::Error &error) {
        status = complain(error);
        application->stop();
    });
    QObject::connect(application.get(), &Application::stopped, &qt, &QCoreApplication::quit, Qt::QueuedConnection);
    application->start();
    QCoreApplication::exec();
    return status;
}

#ifdef SIGNALBOX_UI
int window(int argc, char **argv, const cli::Invocation &invocation)
{
    const bool shown = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
                       qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!invocation.screenshots.isEmpty()) {
        return desktop::takeScreenshots(argc, argv, invocation.store, invocation.screenshots);
    }
    if (shown) {
        return desktop::openWindow(argc, argv, invocation.store);
    }
    return complain(base::unavailable({}, u"there is no display for the window; `signalbox serve` runs without one"_s));
}
#else
int window(int, char **, const cli::Invocation &)
{
    return complain(base::unavailable({}, u"this build has no window; `signalbox serve` runs without one"_s));
}
#endif

} // namespace

int run(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(SIGNALBOX_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const base::Result<cli::Invocation> invocation =
        cli::parse(arguments, QProcessEnvironment::systemEnvironment(), defaultStore());
    if (!invocation) {
        return complain(invocation.error());
    }
    if (invocation->version) {
        return print(u"signalbox %1\n"_s.arg(QLatin1StringView(SIGNALBOX_VERSION)));
    }
    if (invocation->help) {
        return print(cli::usage(invocation->command));
    }
    if (invocation->command.isEmpty()) {
        return window(argc, argv, *invocation);
    }
    if (invocation->command == "serve"_L1) {
        return serve(argc, argv, *invocation);
    }
    if (!cli::needsServer(invocation->command)) {
        const QCoreApplication qt(argc, argv); // words of other languages hang on it
        return cli::runLocal(*invocation, {stdin, stdout, stderr}, base::SystemClock());
    }
    return command(argc, argv, *invocation);
}

} // namespace front
