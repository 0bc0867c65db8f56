// SPDX-License-Identifier: Apache-2.0
// Test classes of one executable register themselves; its main() runs them all, or those whose class names are given on
// the command line (further arguments after `--` go to Qt Test: function names, -v2 …).
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace test {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Adds a class; returns true, for use in a static initialiser.
bool add(const char *name, Factory factory);
/// Runs them; the exit status for main().
int runAll(const QStringList &arguments);

} // namespace test

#define REGISTER_TEST(Class)                                                                                           \
    static const bool registered##Class = test::add(#Class, [] { return std::make_unique<Class>(); })
