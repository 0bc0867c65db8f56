// SPDX-License-Identifier: Apache-2.0
// Files from other programs: whatever stands in them, a reader answers a plan in which nothing can run by itself, or
// one error. Every reader gets every file.
#include "app/bundles/formats/format.h"
#include "tests/fuzz/mutator.h"

using namespace Qt::StringLiterals;

namespace {

fuzz::Mutator make(quint32 seed)
{
    return {
        seed,
        {"SHELL=/bin/bash\nMAILTO=a@b\n# name\n*/5 1-3 */2 jan mon cmd %a%b\n@reboot x\n0 0 * * * root y\n",
         "# /etc/systemd/system/a.timer\n[Timer]\nOnCalendar=Mon..Fri *-*-1..7/2 02:0/15\nPersistent=true\n"
         "OnUnitActiveSec=5min 2s\n# /etc/systemd/system/a.service\n[Service]\nExecStart=-/bin/x \"a b\" ${C} %n\n",
         "automations:\n- name: a\n  type: script\n  config: {command: echo}\n  schedule: '0 3 * * 1'\n- name: w\n"
         "  type: workflow\n  config:\n    steps: [x, y]\n",
         "{\"task\":{\"name\":\"n\",\"type\":\"script\",\"script_runas\":\"sudo bash %script%\",\"timeout\":1,"
         "\"task_arguments\":[{\"order\":1,\"type\":\"select\",\"options\":[{\"id\":\"a\"}]}]},"
         "\"file\":{\"data\":\"data:text/plain;base64,ZWNobw==\"}}",
         "[{\"id\":\"a\",\"name\":\"n\",\"type\":\"script\",\"params\":{\"command\":\"x\"},\"triggers\":[{\"type\":"
         "\"after\",\"automation_id\":\"a\"},{\"type\":\"schedule\",\"cron\":\"0 3 * * *\"}]}]",
         "{\"name\":\"d\",\"trigger\":{\"type\":\"schedule\",\"frequencyMinutes\":5},\"encodedZippedCode\":\"UEsD\"}"},
        {"*",
         "/",
         ",",
         "-",
         "..",
         "~",
         "%",
         "\\",
         "\"",
         "'",
         "\n",
         "[",
         "{",
         "&a ",
         "*a",
         "99999999999",
         "0",
         "OnCalendar=",
         "CRON_TZ=x\n",
         "%%",
         "${",
         "- ",
         ": ",
         "null",
         "1e308",
         "\xff",
         QByteArray(1, '\0'),
         QByteArray(300, '['),
         QByteArray(2000, 'x'),
         "@daily",
         "feb",
         "*/7",
         "L",
         "UTC",
         "automation_id"}};
}

bool one(const QByteArray &bytes, fuzz::Mutator &)
{
    // Long ago enough that nothing is left to enumerate for most: readers are looked at here, not ten years.
    const bundles::Surroundings around{.archiver = nullptr,
                                       .account = u"kim"_s,
                                       .users = {u"root"_s},
                                       .now = base::fromMillis(7'258'000'000'000),
                                       .zone = u"UTC"_s};
    for (const bundles::Format &format : bundles::formats()) {
        (void)format.recognises({.name = {}, .bytes = bytes, .beside = {}});
        const auto plan = bundles::planImport({.name = {}, .bytes = bytes, .beside = {}}, format.name, around);
        if (!plan) {
            if (plan.error().message().isEmpty()) {
                return false;
            }
            continue;
        }
        bundles::ImportPlan settled = *plan;
        bundles::settleReferences(settled, {});
        for (const bundles::PlannedAutomation &item : settled.items) {
            if (!item.automation.paused || item.automation.id.isEmpty()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
