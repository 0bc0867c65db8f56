// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"

#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace test {

namespace {

struct Entry
{
    QString name;
    Factory factory;
};

std::vector<Entry> &entries()
{
    static std::vector<Entry> all;
    return all;
}

} // namespace

bool add(const char *name, Factory factory)
{
    entries().push_back({QString::fromLatin1(name), std::move(factory)});
    return true;
}

int runAll(const QStringList &arguments)
{
    const qsizetype split = arguments.indexOf(QStringLiteral("--"));
    const QStringList wanted = arguments.mid(1, split < 0 ? -1 : split - 1);
    const QStringList qtArguments = split < 0 ? QStringList() : arguments.mid(split + 1);
    // Qt gives each function 300 s; the long tier has ctest's limit only.
    if (!qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) {
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
    }
    for (const QString &name : wanted) {
        const auto isIt = [&name](const Entry &entry) { return entry.name == name; };
        if (std::none_of(entries().begin(), entries().end(), isIt)) {
            std::fprintf(stderr, "there is no class %s in it\n", qPrintable(name));
            return 2;
        }
    }
    int failed = 0;
    for (const Entry &entry : entries()) {
        if (wanted.isEmpty() || wanted.contains(entry.name)) {
            const std::unique_ptr<QObject> object = entry.factory();
            failed += QTest::qExec(object.get(), QStringList(arguments.first()) + qtArguments);
        }
    }
    return failed == 0 ? 0 : 1;
}

} // namespace test
