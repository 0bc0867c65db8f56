// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/escapes/ownnamespace.h"
#include "tests/support/registry.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    test::enterOwnNamespace(argv);
    QCoreApplication application(argc, argv);
    return test::runAll(application.arguments());
}
