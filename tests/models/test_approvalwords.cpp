// SPDX-License-Identifier: Apache-2.0
// What a request says about its time: while it has some, and where it is over and nothing has seen to it yet.
#include "models/approvals/approvalwords.h"
#include "tests/support/registry.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr base::Instant now{std::chrono::sys_days(std::chrono::year(2026) / 10 / 25)};

QString deadline(domain::OnExpiry onExpiry, std::optional<base::Millis> left)
{
    domain::Approval approval;
    approval.policy.onExpiry = onExpiry;
    approval.expiresAt = left ? std::optional(now + *left) : std::nullopt;
    return models::deadlineText(approval, now);
}

class TestApprovalWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theDeadlineSaysWhatHappensThen()
    {
        using enum domain::OnExpiry;
        QVERIFY(deadline(Reject, 27min).startsWith(u"Expires "_s));
        QVERIFY(deadline(Reject, 27min).endsWith(u", in 27 min; then it is rejected."_s));
        QVERIFY(deadline(Approve, 27min).endsWith(u", in 27 min; then it is approved."_s));
        QCOMPARE(deadline(Reject, {}), u"Waits until somebody decides."_s);
    }

    void oneThatIsOverDueSaysWhatItWaitsFor()
    {
        using enum domain::OnExpiry;
        const QString rejected = deadline(Reject, -9 * 24h);
        QVERIFY2(rejected.startsWith(u"Expired 16 Oct, 9 d ago;"_s), qPrintable(rejected));
        QVERIFY2(rejected.endsWith(u"; it is rejected as soon as an engine runs."_s), qPrintable(rejected));
        QVERIFY(deadline(Approve, -1min).endsWith(u"1 min ago; it is approved as soon as an engine runs."_s));
        QVERIFY(deadline(Reject, 0min).startsWith(u"Expired "_s));
    }
};

REGISTER_TEST(TestApprovalWords);

} // namespace

#include "test_approvalwords.moc"
