// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/application.h"
#include "app/base/logging.h"
#include "app/cli/exitstatus.h"
#include "app/front.h"
#include "app/handover.h"
#include "app/kinds/kinds.h"
#include "app/singlewindow.h"
#include "app/unixsignals.h"
#include "translations/words.h"
#include "ui/look/look.h"
#include "ui/shell/firstpaint.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shots/screenshottaker.h"
#include "ui/widgets/prompts.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace desktop {

namespace {

/// Ours are compiled in; Qt's own name the keys.
void translate(QCoreApplication &application)
{
    // English first: the sources have no singulars. The person's language comes over it.
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *ours = new QTranslator(&application);
        if (translations::load(*ours, locale)) {
            QCoreApplication::installTranslator(ours);
        }
    }
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
}

/// What a window stands on, in the order in which it must be there.
struct Ground
{
    Ground(QApplication &qt, ApplicationOptions options, const QString &deskFile, ui::Follow follow)
        : application(std::move(options)),
          look(qt, follow),
          desk(deskFile, QSettings::IniFormat),
          checks(kinds::all()),
          context{.store = application.store(),
                  .catalog = application.catalog(),
                  .clock = application.clock(),
                  .look = look,
                  .prompts = prompts,
                  .desk = desk,
                  .operatorName = server::systemUserName(),
                  .checkMachine =
                      [this](const domain::Automation &automation) { return kinds::checkMachine(checks, automation); }},
          window(context)
    {
        qt.setWindowIcon(look.icons().application());
        qt.setQuitOnLastWindowClosed(false);
    }

    Application application;
    ui::Look look;
    ui::DialogPrompts prompts;
    QSettings desk;
    engine::Kinds checks;
    ui::Context context;
    ui::MainWindow window;
};

/// Connects a window with the program behind it. Lives on the main thread.
class Desktop : public QObject
{
public:
    Desktop(QApplication &qt, const QString &store)
        : m_store(store),
          m_ground(qt, {.directory = store, .purpose = Purpose::Service}, store + u"/desk.ini"_s, ui::Follow::System),
          m_single(store),
          m_handover(store, front::defaultStore())
    {
        connectApplication();
        connectWindow();
        connect(&m_signals, &UnixSignals::endWanted, &m_ground.application, &Application::stop);
        connect(&m_handover, &Handover::started, &m_ground.application, &Application::stopWhenIdle);
        connect(&m_handover, &Handover::failed, this, [this](const base::Error &error) {
            m_ground.window.raiseNow();
            m_ground.window.sayError(error);
        });
    }

    void open()
    {
        ui::FirstPaint::watch(this);
        m_ground.window.show();
        m_ground.application.start();
    }

private:
    void connectApplication()
    {
        Application &application = m_ground.application;
        connect(&application, &Application::ready, this, &Desktop::onReady);
        connect(&application, &Application::failed, this, &Desktop::onFailed);
        connect(&application, &Application::engineChanged, this, [this] { showEngine(); });
        connect(&application, &Application::stopping, this, [this] {
            m_single.close();
            m_ground.window.leave();
            m_ground.window.hide();
        });
        connect(&application, &Application::stopped, this, &Desktop::onStopped);
    }

    void connectWindow()
    {
        connect(&m_single, &SingleWindow::raiseWanted, this, [this] {
            m_ground.application.goOn();
            m_ground.window.raiseNow();
        });
        connect(&m_ground.window, &ui::MainWindow::closeWanted, this, &Desktop::onClose);
        connect(&m_ground.window, &ui::MainWindow::retryWanted, this, [this] {
            m_again = true;
            m_ground.application.stop();
        });
    }

    void onReady()
    {
        if (!m_single.listen()) { // two starts at the same moment
            m_ground.application.stop();
            return;
        }
        m_ready = true;
        m_ground.window.start();
        showEngine();
    }

    void onFailed(const base::Error &error)
    {
        qCWarning(base::logBase, "%s", qUtf8Printable(error.message()));
        if (m_ready) {
            m_ground.window.setEngine(ui::EngineState::Off);
            m_ground.window.sayError(error);
        } else {
            m_ground.window.showFailure(error);
        }
    }

    void showEngine()
    {
        m_ground.window.setEngine(m_ground.application.holdsEngine() ? ui::EngineState::Ours
                                                                     : ui::EngineState::Elsewhere);
    }

    void onClose(ui::CloseChoice choice)
    {
        switch (choice) {
        case ui::CloseChoice::Keep:
            m_ground.window.hide();
            m_handover.start();
            break;
        case ui::CloseChoice::Stop:
            m_ground.application.stop();
            break;
        }
    }

    void onStopped()
    {
        if (m_again) {
            QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--store"_s, m_store});
        }
        // After the models have heard that the store is closed.
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    }

    QString m_store;
    Ground m_ground;
    SingleWindow m_single;
    Handover m_handover;
    UnixSignals m_signals;
    bool m_ready = false;
    bool m_again = false;
};

} // namespace

int openWindow(int argc, char **argv, const QString &store)
{
    QApplication qt(argc, argv);
    if (SingleWindow::raiseOther(store)) {
        return 0;
    }
    base::startLogging(store + u"/signalbox.log"_s);
    translate(qt);
    Desktop desktop(qt, store);
    desktop.open();
    return QApplication::exec();
}

int takeScreenshots(int argc, char **argv, const QString &store, const QString &out)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    base::startLogging({});
    translate(qt);
    const QTemporaryDir desk; // What the person's own window remembers has no place in the pictures.
    Ground ground(qt, {.directory = store, .purpose = Purpose::Viewer}, desk.filePath(u"desk.ini"_s),
                  ui::Follow::Nothing);
    ui::ScreenshotTaker taker(ground.context, ground.window, out);
    int status = 0;
    const auto end = [&](const base::Status &result) {
        if (!result) {
            std::fprintf(stderr, "signalbox: %s\n", qUtf8Printable(result.error().message()));
            status = int(cli::exitOf(result.error().code));
        }
        ground.application.stop();
    };
    QObject::connect(&ground.application, &Application::ready, &qt, [&] {
        const bool served = store::readEndpoint(ground.application.store().runtimeDirectory()).has_value();
        ground.window.setEngine(served ? ui::EngineState::Elsewhere : ui::EngineState::Off);
        taker.start();
    });
    QObject::connect(&ground.application, &Application::failed, &qt, [&](const base::Error &error) {
        std::fprintf(stderr, "signalbox: %s\n", qUtf8Printable(error.message()));
        status = int(cli::Exit::Unavailable);
        ground.application.stop();
    });
    QObject::connect(&taker, &ui::ScreenshotTaker::finished, &qt, end);
    // Not quit(), which asks every window whether it wants to close.
    QObject::connect(
        &ground.application, &Application::stopped, &qt, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    ground.application.start();
    QApplication::exec();
    return status;
}

} // namespace desktop
