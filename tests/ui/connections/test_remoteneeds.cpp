// SPDX-License-Identifier: Apache-2.0
// What waits for a person at connections, as the whole window says it: Overview, rail and status line; and where the
// links lead.
#include "models/automationmodel.h"
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/connections/connectionshouse.h"
#include "ui/overview/overviewpane.h"
#include "ui/settings/entrydialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/panes.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/paneheader.h"
#include "ui/widgets/rail.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {

/// A window with one conflict at Office, and a sign-in that is over at Farm.
struct Opened
{
    Opened() : window(h.house.context)
    {
        h.inConflict();
        farm = h.world.connection(u"Farm"_s);
        h.world.stands(farm, {.state = domain::ConnectionState::NeedsLogin, .detail = u"401"_s});
        window.resize(1280, 800);
        window.show();
        window.start();
        window.choosePane(u"overview"_s);
    }
    ui::Banner *banner() const { return window.findChild<ui::Banner *>(u"overviewRemote"_s); }
    QStringList status() const { return window.findChild<ui::StatusLine *>()->texts(); }
    int onRail() const
    {
        const auto *rail = window.findChild<ui::Rail *>();
        const auto found = rail->model()->match(rail->model()->index(0, 0), models::KeyRole, u"connections"_s);
        return found.isEmpty() ? -1 : found.first().data(models::CountRole).toInt();
    }
    void follow(const char *link) const
    {
        QTest::mouseClick(banner()->findChild<QPushButton *>(QLatin1StringView(link)), Qt::LeftButton);
    }

    test::ConnectionsHouse h;
    ui::MainWindow window;
    base::ConnectionId farm;
};

} // namespace

class RemoteNeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overviewRailAndStatusLineSayThem()
    {
        Opened o;
        QTRY_VERIFY(o.banner() && o.banner()->isVisible());
        QTRY_COMPARE(o.onRail(), 2);
        QVERIFY2(o.banner()->accessibleName().contains(u"1 conflict"_s), qPrintable(o.banner()->accessibleName()));
        QVERIFY(o.banner()->accessibleName().contains(u"1 connections need a sign-in"_s));
        QTRY_VERIFY2(o.status().contains(u"2 connections, 1 conflicts, 1 to look at"_s),
                     qPrintable(o.status().join(u" | "_s)));
        QTRY_VERIFY(o.window.findChild<QObject *>(u"needsNothing"_s));
        QVERIFY(test::shoot(o.window, u"overview-remote-needs"_s));
        o.window.resize(900, 640);
        QTRY_VERIFY(o.status().contains(u"1 conflicts, 1 to look at"_s)); // without the rest, where there is no room
        QVERIFY(test::shoot(o.window, u"overview-remote-needs-narrow"_s));
    }

    void nothingIsSaidOnceAllIsDecided()
    {
        Opened o;
        QTRY_COMPARE(o.onRail(), 2);
        const auto conflicts = test::RemoteWorld::must(o.h.house.workspace->mirrors().conflicts());
        for (const store::Conflict &one : conflicts) {
            test::RemoteWorld::mustDo(o.h.house.workspace->mirrors().resolve({{one.automation, {}}}, u"tester"_s));
        }
        o.h.world.works(o.farm);
        QTRY_COMPARE(o.onRail(), 0);
        QTRY_VERIFY(!o.banner()->isVisible());
        const auto *header = o.window.panes()->overview().findChild<ui::PaneHeader *>();
        const auto *content = o.window.panes()->overview().findChild<QScrollArea *>();
        QTRY_COMPARE(content->geometry().top(), header->geometry().bottom() + 1); // and takes no room
        QTRY_VERIFY(o.status().contains(u"2 connections"_s));
    }

    void linksLeadToWhatIsToBeDone()
    {
        Opened o;
        QTRY_VERIFY(o.banner() && o.banner()->isVisible());
        QTRY_VERIFY(o.banner()->findChild<QPushButton *>(u"bannerLink_signIn"_s));
        o.follow("bannerLink_decide");
        QTRY_COMPARE(test::textOf(o.window, u"connectionName"_s), u"Office"_s);
        QCOMPARE(o.window.findChild<ui::ConnectionPage *>()->tab(), ui::ConnectionPage::Conflicts);
        o.window.choosePane(u"overview"_s);
        o.follow("bannerLink_signIn");
        QTRY_COMPARE(test::textOf(o.window, u"connectionName"_s), u"Farm"_s);
        QTRY_VERIFY(o.window.findChild<ui::EntryDialog *>());
    }
};

REGISTER_TEST(RemoteNeedsTest);

#include "test_remoteneeds.moc"
