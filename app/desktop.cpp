// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"

#include "app/application.h"
#include "app/base/logging.h"
#include "app/cli/exitstatus.h"
#include "app/engine/limits/confinement.h"
#include "app/front.h"
#include "app/handover.h"
#include "app/kinds/kinds.h"
#include "app/singlewindow.h"
#include "app/unixsignals.h"
#include "models/automationmodel.h"
#include "translations/words.h"
#include "ui/look/look.h"
#include "ui/seat/seat.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticedecisions.h"
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

/// An empty window is shown only to those whom the store keeps waiting.
constexpr base::Millis showEmptyAfter{100};
/// Schedules do not wait for a window that nobody can see.
constexpr base::Millis beginAtLatest{500};

/// What a window stands on, in the order in which it must be there.
struct Ground
{
    Ground(QApplication &qt, Application &application, const QString &deskFile, ui::Follow follow)
        : look(qt, follow),
          desk(deskFile, QSettings::IniFormat),
          checks(kinds::all()),
          seat(application.store(), server::systemUserName(), desk, application.clock()),
          context{.store = application.store(),
                  .catalog = application.catalog(),
                  .clock = application.clock(),
                  .look = look,
                  .prompts = prompts,
                  .desk = desk,
                  .seat = seat,
                  .checkMachine =
                      [this](const domain::Automation &automation) { return kinds::checkMachine(checks, automation); },
                  .secrets = &application.secrets(),
                  .bundles = &application.bundles(),
                  .remote = application.remoteActions()},
          window(context)
    {
        // Editors ask for it, and nothing that is painted at first.
        QObject::connect(&window, &ui::MainWindow::painted, &window,
                         [this] { context.limitMeans = engine::holds(engine::Means::ofThisMachine()); });
        qt.setWindowIcon(look.icons().application());
        qt.setQuitOnLastWindowClosed(false);
    }

    ui::Look look;
    ui::DialogPrompts prompts;
    QSettings desk;
    engine::Kinds checks;
    ui::Seat seat;
    ui::Context context;
    ui::MainWindow window;
};

/// Connects a window with the program behind it. Lives on the main thread.
class Desktop : public QObject
{
public:
    /// `application` may have been started: nothing of it is heard before events are handled.
    Desktop(QApplication &qt, Application &application, const QString &store)
        : m_store(store),
          m_application(application),
          m_ground(qt, application, store + u"/desk.ini"_s, ui::Follow::System),
          m_single(store),
          m_handover(QCoreApplication::applicationFilePath(), store, front::defaultStore())
    {
        m_late.setSingleShot(true);
        connect(&m_late, &QTimer::timeout, &m_ground.window, &QWidget::show);
        m_late.start(showEmptyAfter);
        connectApplication();
        connectWindow();
        connectNotices();
        connect(&m_signals, &UnixSignals::endWanted, &m_application, &Application::stop);
        connect(&m_handover, &Handover::started, &m_application, &Application::stopWhenIdle);
        connect(&m_handover, &Handover::failed, this, [this](const base::Error &error) {
            m_ground.window.raiseNow();
            m_ground.window.sayError(error);
        });
    }

private:
    void connectApplication()
    {
        connect(&m_application, &Application::opened, this, &Desktop::onOpened);
        connect(&m_application, &Application::ready, this, &Desktop::showEngine);
        connect(&m_application, &Application::failed, this, &Desktop::onFailed);
        connect(&m_application, &Application::engineChanged, this, &Desktop::showEngine);
        connect(&m_application, &Application::stopping, this, [this] {
            m_late.stop();
            m_single.close();
            m_ground.window.leave();
            m_ground.window.hide();
        });
        connect(&m_application, &Application::stopped, this, &Desktop::onStopped);
    }

    void connectWindow()
    {
        connect(&m_single, &SingleWindow::raiseWanted, this, [this] {
            m_application.goOn();
            m_ground.window.raiseNow();
        });
        connect(&m_ground.window, &ui::MainWindow::painted, &m_application, &Application::begin);
        connect(&m_ground.window, &ui::MainWindow::closeWanted, this, &Desktop::onClose);
        connect(&m_ground.window, &ui::MainWindow::retryWanted, this, [this] {
            m_again = true;
            m_application.stop();
        });
    }

    /// Where the desktop shows no notices the window does.
    void connectNotices()
    {
        notices::Front front;
        front.labels = {.open = QCoreApplication::translate("desktop", "Open"),
                        .approve = QCoreApplication::translate("desktop", "Approve"),
                        .reject = QCoreApplication::translate("desktop", "Reject…")};
        front.show = [this](const domain::Notice &notice) {
            if (m_ground.window.isVisible()) {
                m_ground.window.say(notice.text.isEmpty() ? notice.title : notice.title + u" \u2013 "_s + notice.text);
            }
            return m_ground.window.isVisible();
        };
        front.beep = [] { QApplication::beep(); };
        front.act = [this](notices::NoticeVerb verb, const base::RunId &run) { act(verb, run); };
        m_application.setFront(front);
    }

    /// What somebody clicked on in a notice.
    void act(notices::NoticeVerb verb, const base::RunId &run)
    {
        m_application.goOn();
        if (!m_decisions) {
            return; // the window is not there yet, or goes
        }
        switch (verb) {
        case notices::NoticeVerb::Open:
            m_ground.window.raiseNow();
            run.isEmpty() ? void() : m_ground.window.openLog(run);
            return;
        case notices::NoticeVerb::Approve:
            m_decisions->approve(run);
            return;
        case notices::NoticeVerb::Reject:
            m_decisions->reject(run);
            return;
        }
    }

    void onOpened()
    {
        if (!m_single.listen()) { // two starts at the same moment
            m_application.stop();
            return;
        }
        m_opened = true;
        QTimer::singleShot(beginAtLatest, &m_application, &Application::begin);
        m_ground.window.start();
        m_decisions = new ui::NoticeDecisions(m_ground.context, m_ground.window);
        m_ground.window.offerImport();
        const models::AutomationModel &automations = *m_ground.window.automations();
        if (automations.isLoaded()) {
            show();
        } else {
            connect(&automations, &models::AutomationModel::loaded, this, &Desktop::show, Qt::SingleShotConnection);
        }
    }

    void show()
    {
        m_late.stop();
        m_ground.window.show();
    }

    void onFailed(const base::Error &error)
    {
        qCWarning(base::logBase, "%s", qUtf8Printable(error.message()));
        show();
        if (m_opened) {
            m_ground.window.setEngine(ui::EngineState::Off);
            m_ground.window.sayError(error);
        } else {
            m_ground.window.showFailure(error);
        }
    }

    void showEngine()
    {
        m_ground.window.setEngine(m_application.holdsEngine() ? ui::EngineState::Ours : ui::EngineState::Elsewhere);
    }

    void onClose(ui::CloseChoice choice)
    {
        switch (choice) {
        case ui::CloseChoice::Keep:
            m_ground.window.hide();
            m_handover.start();
            break;
        case ui::CloseChoice::Stop:
            m_application.stop();
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
    Application &m_application;
    Ground m_ground;
    SingleWindow m_single;
    Handover m_handover;
    UnixSignals m_signals;
    QTimer m_late;
    ui::NoticeDecisions *m_decisions = nullptr; // once the store is open; the window's
    bool m_opened = false;
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
    Application application(
        {.directory = store, .purpose = Purpose::Service, .tokens = server::TokenUse::AsSettingsSay, .waits = true});
    application.start(); // opens the store while the window is built
    translate(qt);
    const Desktop desktop(qt, application, store);
    return QApplication::exec();
}

int takeScreenshots(int argc, char **argv, const QString &store, const QString &out)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication qt(argc, argv);
    base::startLogging({});
    translate(qt);
    const QTemporaryDir desk; // What the person's own window remembers has no place in the pictures.
    Application application({.directory = store, .purpose = Purpose::Viewer});
    application.start(); // The window asks for its rows while it is built.
    Ground ground(qt, application, desk.filePath(u"desk.ini"_s), ui::Follow::Nothing);
    ui::ScreenshotTaker taker(ground.context, ground.window, out);
    int status = 0;
    const auto end = [&](const base::Status &result) {
        if (!result) {
            std::fprintf(stderr, "signalbox: %s\n", qUtf8Printable(result.error().message()));
            status = int(cli::exitOf(result.error().code));
        }
        application.stop();
    };
    QObject::connect(&application, &Application::ready, &qt, [&] {
        const bool served = store::readEndpoint(application.store().runtimeDirectory()).has_value();
        ground.window.setEngine(served ? ui::EngineState::Elsewhere : ui::EngineState::Off);
        taker.start();
    });
    QObject::connect(&application, &Application::failed, &qt, [&](const base::Error &error) {
        std::fprintf(stderr, "signalbox: %s\n", qUtf8Printable(error.message()));
        status = int(cli::Exit::Unavailable);
        application.stop();
    });
    QObject::connect(&taker, &ui::ScreenshotTaker::finished, &qt, end);
    // Not quit(), which asks every window whether it wants to close.
    QObject::connect(
        &application, &Application::stopped, &qt, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    QApplication::exec();
    return status;
}

} // namespace desktop
