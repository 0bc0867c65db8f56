// SPDX-License-Identifier: Apache-2.0
// Starts runs by hand: at once where nothing is asked, else after the person has answered. Several questions come one
// after the other.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/domain/run.h"
#include "ui/forms/run/rundialog.h"
#include "ui/shell/context.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace ui {

/// Lives on the main thread. `context` must outlive it.
class RunStarter : public QObject
{
    Q_OBJECT

public:
    explicit RunStarter(const Context &context, QObject *parent = nullptr);

    /// `like` are values to begin with; where there are none, those of last time. Asks as well where a maintenance
    /// window has something to say.
    void start(QWidget *asker, const base::AutomationId &automation, const domain::ArgumentValues &like = {});

Q_SIGNALS:
    void queued(const domain::Run &run);
    void failed(const base::Error &error);

private:
    struct Wish
    {
        QPointer<QWidget> asker;
        base::AutomationId automation;
        domain::ArgumentValues like;
        domain::Actor by; ///< Who had the desk then; another may by the time it is asked for.
    };

    void next();
    void settle();
    void startOrAsk(const Wish &wish, const domain::Automation &automation, const domain::RunAdvice &advice);
    void request(const Wish &wish, const domain::Automation &automation);
    void remember(const Wish &wish, const domain::Automation &automation, const domain::RunAdvice &advice);
    void ask(const Wish &wish, const RunDialogPlan &plan);

    const Context &m_context;
    QList<Wish> m_wishes; ///< The first is being worked on.
};

} // namespace ui
