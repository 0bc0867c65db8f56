// SPDX-License-Identifier: Apache-2.0
#include "ui/maintenance/windowverbs.h"

#include "app/base/answer.h"
#include "app/domain/windows/icalendar.h"
#include "app/store/store.h"
#include "models/times.h"
#include "ui/look/look.h"
#include "ui/maintenance/calendarsdialog.h"
#include "ui/maintenance/windoweditor.h"
#include "ui/seat/seat.h"
#include "ui/widgets/prompts.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QTimeZone>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using domain::MaintenanceWindow;

namespace {

constexpr base::Millis extension = base::Seconds(3600);

} // namespace

WindowVerbs::WindowVerbs(const Context &context, QWidget *parent)
    : QObject(parent),
      add(make("newWindow", tr("&New window…"), u"plus"_s)),
      edit(make("editWindow", tr("&Edit…"), u"edit"_s)),
      openNow(make("openWindow", tr("&Open now"), u"play"_s)),
      closeNow(make("closeWindow", tr("&Close now"), u"stop"_s)),
      extend(make("extendWindow", tr("E&xtend by an hour"), u"clock"_s)),
      leaveOut(make("leaveOutWindow", tr("&Leave out this time"), u"skip"_s)),
      remove(make("removeWindow", tr("&Delete"), u"trash"_s)),
      importFile(make("importWindows", tr("&Import a calendar…"), u"export"_s)),
      calendars(make("windowCalendars", tr("&Calendars…"), u"nav-maintenance"_s)),
      m_context(context),
      m_parent(parent)
{
    context.seat.guard(domain::Right::Edit, {add, edit, openNow, closeNow, extend, leaveOut, remove, importFile}, this);
    for (QAction *verb : all())
        verb->setIcon(context.look.icons().icon(verb->data().toString()));
    setChosen(nullptr, nullptr, {});
    connectVerbs();
}

void WindowVerbs::connectVerbs()
{
    connect(calendars, &QAction::triggered, this, [this] {
        auto *dialog = new CalendarsDialog(m_context, m_parent->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CalendarsDialog::failed, this, &WindowVerbs::failed);
        dialog->open();
    });
    const auto on = [this](QAction *verb, const std::function<void()> &does) {
        connect(verb, &QAction::triggered, this, does);
    };
    store::Windows &windows = m_context.store.windows();
    on(add, [this] {
        const base::Instant free = domain::nextFreeSlot(m_busy, m_context.clock.now(), extension);
        makeNew({free, free + extension});
    });
    on(edit, [this] { openEditor(*m_window); });
    on(openNow, [this, &windows] {
        follow(windows.activate(m_window->id, m_context.seat.by()), tr("“%1” is open").arg(m_window->name), *m_window);
    });
    on(closeNow, [this, &windows] {
        follow(windows.deactivate(m_window->id, m_context.seat.by()), tr("“%1” is closed").arg(m_window->name),
               *m_window);
    });
    on(extend, [this, &windows] {
        follow(windows.extend(m_window->id, m_block->span.to + extension, m_context.seat.by()),
               tr("“%1” is open an hour longer").arg(m_window->name), *m_window);
    });
    on(leaveOut, [this, &windows] {
        follow(windows.move(m_window->id, *m_block->start, {}, m_context.seat.by()),
               tr("“%1” is left out once").arg(m_window->name), *m_window);
    });
    on(importFile, [this] {
        auto *chooser = new QFileDialog(m_parent, tr("Import a calendar"), {}, tr("Calendars (*.ics)"));
        chooser->setObjectName(u"importCalendar"_s);
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setFileMode(QFileDialog::ExistingFile);
        connect(chooser, &QFileDialog::fileSelected, this, &WindowVerbs::importCalendar);
        chooser->open();
    });
    on(remove, [this, &windows] {
        follow(windows.remove(m_window->id, m_context.seat.by()), tr("“%1” was deleted").arg(m_window->name),
               *m_window);
    });
}

QAction *WindowVerbs::make(const char *name, const QString &text, const QString &icon)
{
    auto *verb = new QAction(text, this);
    verb->setObjectName(QString::fromLatin1(name));
    verb->setData(icon);
    return verb;
}

QString whyFixed(const QString &home)
{
    return WindowVerbs::tr("It lives at %1 and is changed there; it has no say about runs of this machine").arg(home);
}

void WindowVerbs::setChosen(const MaintenanceWindow *window, const models::CalendarBlock *block, base::Instant now,
                            const QString &home)
{
    m_window = window ? std::optional(*window) : std::nullopt;
    m_block = block ? std::optional(*block) : std::nullopt;
    const bool open = block && block->span.contains(now);
    const auto allow = [](QAction *verb, bool allowed, const QString &why) {
        verb->setEnabled(allowed);
        verb->setToolTip(allowed ? verb->text().remove(u'&') : why);
    };
    const QString none = tr("Choose a window first");
    if (window && !home.isEmpty()) {
        for (QAction *verb : {edit, openNow, closeNow, extend, leaveOut, remove})
            allow(verb, false, whyFixed(home));
        return;
    }
    allow(openNow, window, none);
    const bool own = window && window->calendar.isEmpty();
    for (QAction *verb : {edit, remove})
        allow(verb, own, window ? tr("It comes from a calendar and is changed there") : none);
    const QString shut = window ? tr("It is not open") : none;
    allow(closeNow, window && open, shut);
    allow(extend, window && open, shut);
    const bool repeats = window && block && block->recurring && block->start;
    allow(leaveOut, repeats, window ? tr("It does not repeat") : none);
}

void WindowVerbs::makeNew(const domain::WindowSpan &span)
{
    if (const base::Status may = m_context.seat.may(domain::Right::Edit); !may) {
        Q_EMIT failed(may.error());
        return;
    }
    MaintenanceWindow window;
    const auto wall = [](base::Instant at) {
        const QDateTime local = models::localTime(at);
        const qint64 shown = QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch();
        return domain::LocalTime(base::Millis(shown));
    };
    window.start = wall(span.from);
    window.end = wall(span.to);
    openEditor(window);
}

void WindowVerbs::importCalendar(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT failed(base::unavailable(path, file.errorString()));
        return;
    }
    const auto calendar = domain::readCalendar(file.read(domain::largestCalendar + 1));
    if (!calendar) {
        Q_EMIT failed(calendar.error());
        return;
    }
    base::onAnswer(this, m_context.store.windows().create(calendar->windows, m_context.seat.by()),
                   [this, left = calendar->leftOut.size()](const base::Result<QList<MaintenanceWindow>> &made) {
                       if (!made) {
                           Q_EMIT failed(made.error());
                           return;
                       }
                       const QString text = tr("%n windows were made", nullptr, int(made->size()));
                       const QString rest = tr("%n events are no windows", nullptr, int(left));
                       Q_EMIT said(left > 0 ? text + u", "_s + rest : text, {});
                   });
}

void WindowVerbs::openEditor(const MaintenanceWindow &window)
{
    auto *editor = new WindowEditor(m_context, window, m_parent);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &WindowEditor::saved, this,
            [this](const MaintenanceWindow &stored, const MaintenanceWindow &before) {
                const bool fresh = before.id.isEmpty();
                const QString text = fresh ? tr("“%1” is planned") : tr("“%1” is saved");
                Q_EMIT said(text.arg(stored.name), [self = QPointer(this), fresh, stored, before] {
                    if (!self)
                        return;
                    if (!fresh)
                        return self->putBack(before);
                    base::onAnswer(self, self->m_context.store.windows().remove(stored.id, self->m_context.seat.by()),
                                   [self](const Stored &removed) {
                                       if (!removed)
                                           Q_EMIT self->failed(removed.error());
                                   });
                });
                Q_EMIT made(stored.id);
            });
    editor->open();
}

void WindowVerbs::follow(const QFuture<Stored> &asked, const QString &text, const MaintenanceWindow &before)
{
    base::onAnswer(this, asked, [this, text, before](const Stored &stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        Q_EMIT said(text, [self = QPointer(this), before] {
            if (self)
                self->putBack(before);
        });
    });
}

void WindowVerbs::putBack(const MaintenanceWindow &before)
{
    base::onAnswer(this, m_context.store.windows().putBack(before, m_context.seat.by()), [this](const Stored &stored) {
        if (!stored)
            Q_EMIT failed(stored.error());
    });
}

void WindowVerbs::move(const MaintenanceWindow &window, const models::CalendarBlock &block,
                       const domain::WindowSpan &span)
{
    const base::Result<domain::Zone> zone = domain::Zone::load(window.timezone);
    const auto fields = zone ? models::shiftedRule(window, block.span, span, *zone) : std::nullopt;
    if (!block.recurring) {
        if (fields)
            moveAll(window, *fields);
        return;
    }
    Question question{tr("Move only this time of “%1”?").arg(window.name),
                      fields ? tr("It repeats: %1.").arg(window.recurring)
                             : tr("It repeats by %1, which can't be moved as a whole here.").arg(window.recurring),
                      {tr("This time"), tr("Every time"), tr("Cancel")}};
    if (!fields)
        question.verbs.removeAt(1);
    const auto once = [this, window, block, span] {
        follow(m_context.store.windows().move(window.id, *block.start, span, m_context.seat.by()),
               tr("“%1” is moved once").arg(window.name), window);
    };
    m_context.prompts.ask(m_parent, question, [this, window, fields, once](int answer) {
        if (answer == 0)
            once();
        else if (answer == 1 && fields)
            moveAll(window, *fields);
    });
}

void WindowVerbs::moveAll(const MaintenanceWindow &window, const QJsonObject &fields)
{
    follow(m_context.store.windows().edit(window.id, fields, m_context.seat.by()), tr("“%1” is moved").arg(window.name),
           window);
}

} // namespace ui
