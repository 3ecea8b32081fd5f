// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <iostream>

int main(int argc, char** argv) {
    return yichuang::central::runCentral({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
}
