// SPDX-License-Identifier: Apache-2.0
// Answers of PostHog: whatever comes is read without harm; what was read and not changed has nothing to be sent;
// whatever stands in a log is shown.
#include "app/providers/posthog/entries.h"
#include "app/providers/posthog/reading.h"
#include "app/providers/posthog/writing.h"
#include "tests/fuzz/mutator.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace providers;

namespace {

fuzz::Mutator make(quint32 seed)
{
    return {
        seed,
        {R"({"id":"3f0e","title":"t","description":"d","repository":"a/b","github_integration":4,"json_schema":null,"latest_run":null})",
         R"({"id":"b0d3","task":"3f0e","status":"in_progress","stage":"build","created_at":"2026-03-02T10:15:00.123456Z","output":{},"state":{"mode":"x"}})",
         R"({"type":"notification","timestamp":"2026-03-02T10:16:01.250Z","notification":{"method":"_posthog/console","params":{"level":"info","message":"m"}}})",
         R"({"notification":{"method":"session/update","params":{"update":{"sessionUpdate":"tool_call","content":[{"content":{"text":"x"}}]}}}})",
         R"({"count":2,"next":"http://a/?limit=1&offset=1","results":[{"id":"x"}]})"},
        {"\"id\":", "null", "1e308", "-9223372036854775808", "\"\\u0000\"", "[[[[", "{\"a\":", "\xff\xfe", "\n\n", "/",
         "__posthog/", "session/update", "offset=99999999999999999999", QByteArray(300, '['), QByteArray(400, 'x'),
         QByteArray(1, '\0')}};
}

/// A task that was read has nothing to be sent; whatever stands in a log is shown, in whole lines.
bool readsTasks(const QJsonObject &object, const QByteArray &bytes)
{
    const auto task = posthog::taskOf(object);
    const auto changes =
        task ? posthog::changesOf(task->automation, task->automation) : base::Result<QJsonObject>(QJsonObject());
    const auto run = posthog::runOf(object, u"t"_s, base::fromMillis(1795339999000));
    const auto part = posthog::partOf(object, u"7"_s);
    const QByteArray lines = posthog::linesOf(object);
    bool areShown = lines.isEmpty() || lines.endsWith('\n');
    for (const QJsonValue entry : posthog::entriesIn(bytes)) {
        const QString method = posthog::methodOf(entry.toObject());
        const bool mayBeEmpty = method == "_posthog/console"_L1 || method == "_posthog/sandbox_output"_L1 ||
                                method == "_posthog/progress"_L1 || method == "session/update"_L1;
        areShown = areShown && (mayBeEmpty || !posthog::linesOf(entry.toObject()).isEmpty());
    }
    return changes && changes->isEmpty() && areShown && (!run || posthog::placeOf(run->remoteId).has_value()) &&
           (!part || part->items.size() <= bytes.size());
}

bool one(const QByteArray &bytes, fuzz::Mutator &)
{
    return readsTasks(QJsonDocument::fromJson(bytes).object(), bytes);
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
