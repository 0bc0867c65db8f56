// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shots/screenshottaker.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/automationmodel.h"
#include "ui/forms/automationeditor.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panes.h"

#include <QDir>

#include <cstdio>

namespace ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize usual(1440, 900);
constexpr QSize narrow(900, 640);
constexpr QSize wide(1920, 1080);
/// Answers of the store to what a step asked, and the 300 ms that a loading state stays.
constexpr auto settleTime = 500ms;
constexpr int mostLooks = 20;
constexpr auto loadLimit = 20s;

} // namespace

ScreenshotTaker::ScreenshotTaker(const Context &context, MainWindow &window, QString out)
    : m_context(context), m_window(window), m_out(std::move(out)), m_shots(allShots())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_limit.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &ScreenshotTaker::take);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        stopWith(base::Error{.code = base::ErrorCode::Timeout,
                             .context = u"taking pictures"_s,
                             .detail = u"the automations were not read in time"_s,
                             .field = {}});
    });
}

QList<ScreenshotTaker::Shot> ScreenshotTaker::allShots()
{
    QList<Shot> shots;
    const QList<RailEntry> entries = railEntries();
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString ending = scheme == Scheme::Light ? u"-light"_s : u"-dark"_s;
        for (const RailEntry &entry : entries)
            shots.append({entry.key + ending, entry.key, usual, scheme});
    }
    using View = MaintenancePane::View;
    for (const auto &[view, name] : {std::pair(View::Day, u"day"_s), std::pair(View::Month, u"month"_s),
                                     std::pair(View::List, u"list"_s), std::pair(View::Week, u"week"_s)})
        shots.append({u"maintenance-"_s + name, u"maintenance"_s, usual, Scheme::Light, false, int(view)});
    shots.append({u"automations-narrow-light"_s, u"automations"_s, narrow});
    shots.append({u"automations-wide-light"_s, u"automations"_s, wide});
    shots.append({u"editor-light"_s, u"automations"_s, usual, Scheme::Light, true});
    shots.append({u"editor-dark"_s, u"automations"_s, usual, Scheme::Dark, true});
    return shots;
}

void ScreenshotTaker::start()
{
    if (!QDir().mkpath(m_out))
        return stopWith(base::unavailable(u"taking pictures"_s, u"the folder %1 can't be made"_s.arg(m_out)));
    m_window.start();
    m_window.resize(usual);
    m_window.show();
    m_limit.start(loadLimit);
    connect(m_window.automations(), &models::AutomationModel::loaded, this, &ScreenshotTaker::openLatestLog,
            Qt::SingleShotConnection);
    connect(m_window.automations(), &models::AutomationModel::failed, this,
            [this](const base::Error &error) { stopWith(error); });
}

void ScreenshotTaker::openLatestLog()
{
    m_limit.stop();
    store::RunQuery started;
    started.statuses = {domain::RunStatus::Running, domain::RunStatus::Done, domain::RunStatus::Failed};
    started.limit = 1;
    base::onAnswer(this, m_context.store.runs().page(started), [this](const base::Result<QList<domain::Run>> &latest) {
        if (latest && !latest->isEmpty())
            m_window.openLog(latest->first().id);
        next();
    });
}

/// Last, for its banner stays.
void ScreenshotTaker::offer()
{
    m_offered = true;
    m_window.offerImport([this](bool any) {
        if (any) {
            m_shots.append({u"offer-light"_s, u"overview"_s, usual});
            m_shots.append({u"offer-dark"_s, u"overview"_s, usual, Scheme::Dark});
        } else {
            std::fputs("no picture of the offer to import: this machine has no crontab and no timers\n", stderr);
        }
        next();
    });
}

void ScreenshotTaker::next()
{
    if (m_shots.isEmpty())
        return m_offered ? stopWith({}) : offer();
    const Shot &shot = m_shots.first();
    m_context.look.setScheme(shot.scheme);
    m_window.resize(shot.size);
    m_window.activateWindow();
    m_window.choosePane(shot.pane);
    if (shot.view >= 0)
        m_window.panes()->maintenance().setView(MaintenancePane::View(shot.view));
    if (shot.editor && m_window.automations()->rowCount() > 0)
        m_window.openEditor(m_window.automations()->row(0).automation.id);
    m_settle.start();
}

void ScreenshotTaker::take()
{
    const Shot shot = m_shots.first();
    QWidget *subject = shot.editor ? m_window.findChild<AutomationEditor *>() : static_cast<QWidget *>(&m_window);
    if (!subject && m_looks++ < mostLooks) // The editor waits for what it edits.
        return m_settle.start();
    m_looks = 0;
    m_shots.removeFirst();
    if (subject) {
        const QString path = QDir(m_out).filePath(shot.name + u".png"_s);
        if (!subject->grab().save(path))
            return stopWith(base::unavailable(u"taking pictures"_s, u"%1 can't be written"_s.arg(path)));
        std::fprintf(stdout, "%s\n", qUtf8Printable(path));
    }
    if (shot.editor)
        delete subject;
    next();
}

void ScreenshotTaker::stopWith(const base::Status &result)
{
    m_limit.stop();
    m_settle.stop();
    Q_EMIT finished(result);
}

} // namespace ui
