// SPDX-License-Identifier: Apache-2.0
// A dock with the log of one run that goes on, over a real store.
#pragma once

#include "tests/ui/desk.h"

#include "ui/log/logdock.h"

#include <QTest>

namespace test {

class LogHouse
{
public:
    explicit LogHouse(const QSize &size = {1000, 300})
    {
        automation = desk.stored(someAutomation(QStringLiteral("Price feed")));
        run = desk.running(automation);
        dock = std::make_unique<ui::LogDock>(desk.context());
        dock->resize(size);
        dock->show();
        dock->activateWindow();
        if (!QTest::qWaitForWindowActive(dock.get()))
            qFatal("the dock does not open");
        dock->open(run.id);
        view().setFocus();
    }

    /// Waits until the view knows of them.
    bool append(const QByteArray &bytes, store::Stream stream = store::Stream::Out)
    {
        const qint64 count = bytes.count('\n');
        const store::LogSpan span{count, stream, desk.store.clock.now(), false};
        const auto info = await(desk.store->logs().append(run.id, {lines, bytes, {span}}));
        if (!info)
            return false;
        lines += count;
        return QTest::qWaitFor([this] { return view().source()->lineCount() >= lines; });
    }
    /// Waits until `text` is seen.
    bool sees(const QString &text)
    {
        return QTest::qWaitFor([this, &text] { return view().visibleText().contains(text); });
    }
    ui::LogTab &tab() { return *dock->current(); }
    ui::LogView &view() { return dock->current()->view(); }
    template <typename T> T *part(const char *name) { return dock->findChild<T *>(QLatin1StringView(name)); }

    Desk desk;
    domain::Automation automation;
    domain::Run run;
    qint64 lines = 0;
    std::unique_ptr<ui::LogDock> dock;
};

} // namespace test
