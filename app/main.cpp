// SPDX-License-Identifier: Apache-2.0
// The front door: reads the command line and opens the window, the service or one command.
#include "app/front.h"

int main(int argc, char **argv)
{
    return front::run(argc, argv);
}
