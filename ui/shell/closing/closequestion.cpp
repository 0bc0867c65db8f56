// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/closing/closequestion.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/widgets/prompts.h"

#include <QPointer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNames = 4;

/// `NAS backup, Price feed and 3 more`
QString namesOf(const QList<domain::Run> &runs)
{
    QStringList names;
    for (const domain::Run &run : runs.first(std::min(runs.size(), mostNames)))
        names.append(run.automationName);
    const QString listed = names.join(u", "_s);
    const int more = int(runs.size() - names.size());
    return more > 0 ? CloseQuestion::tr("%1 and %n more", nullptr, more).arg(listed) : listed;
}

} // namespace

CloseQuestion::CloseQuestion(const Context &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{
}

void CloseQuestion::ask()
{
    if (std::exchange(m_asking, true))
        return;
    base::onAnswer(this, m_context.store.settings().all(), [this](const base::Result<QJsonObject> &settings) {
        const QString choice =
            settings ? settings->value(QLatin1StringView(store::setting::closeChoice)).toString() : QString();
        if (choice == "keep"_L1)
            answer(CloseChoice::Keep);
        else
            askPerson(choice == "stop"_L1 ? Known::Stop : Known::Nothing);
    });
}

void CloseQuestion::answer(CloseChoice choice)
{
    m_asking = false;
    Q_EMIT answered(choice);
}

void CloseQuestion::askPerson(Known known)
{
    base::onAnswer(this, m_context.store.runs().running(),
                   [this, known](const base::Result<QList<domain::Run>> &running) {
                       // Who once chose to stop is asked again only before work is lost.
                       if (known == Known::Stop && running && running->isEmpty())
                           answer(CloseChoice::Stop);
                       else
                           put(running.value_or({}));
                   });
}

/// The next time the window closes without a question; the File menu changes it.
void CloseQuestion::remember(CloseChoice choice)
{
    m_context.store.settings().set(QLatin1StringView(store::setting::closeChoice),
                                   choice == CloseChoice::Keep ? u"keep"_s : u"stop"_s);
}

void CloseQuestion::put(const QList<domain::Run> &running)
{
    const QString now = running.isEmpty() ? tr("No run is under way.")
                        : running.size() == 1
                            ? tr("One run is under way: %1.").arg(namesOf(running))
                            : tr("%n runs are under way: %1.", nullptr, int(running.size())).arg(namesOf(running));
    const Question question{.title = tr("Keep the schedules going?"),
                            .text = now + u"\n\n"_s +
                                    tr("“Keep scheduling” closes the window and goes on in the background. “Stop” ends "
                                       "what is under way, and nothing "
                                       "starts until Signalbox is opened again. Your choice is kept; the File menu "
                                       "changes it."),
                            .verbs = {tr("&Keep scheduling"), tr("&Stop"), tr("Cancel")}};
    m_context.prompts.ask(m_window, question, [self = QPointer(this)](int verb) {
        if (!self)
            return;
        self->m_asking = false;
        if (verb != 0 && verb != 1)
            return;
        const CloseChoice choice = verb == 0 ? CloseChoice::Keep : CloseChoice::Stop;
        self->remember(choice);
        self->answer(choice);
    });
}

} // namespace ui
