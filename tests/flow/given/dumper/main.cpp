// SPDX-License-Identifier: Apache-2.0
// What a run starts to say what it was given: every argument and variable, byte for byte; or, with `encodings NAME…`,
// the values of variables in every disguise, in pieces that end anywhere.
#include "tests/flow/given/dumper/encodings.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

extern char **environ;

namespace {

void dump(const char *what, const char *text)
{
    std::printf("%s %s\n", what, QByteArray(text).toHex().constData());
}

void writeAll(const QByteArray &bytes, qsizetype piece)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray part = bytes.mid(at, piece);
        if (write(STDOUT_FILENO, part.constData(), static_cast<size_t>(part.size())) != part.size()) {
            std::exit(1);
        }
    }
}

void encode(const char *variable)
{
    const QByteArray value(std::getenv(variable));
    qsizetype piece = 1 + value.size() % 7;
    for (const test::Encoded &one : test::encodings(value)) {
        writeAll(QByteArray(one.name) + ": <" + one.text + ">\n", piece);
        piece += 5;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::strcmp(argv[1], "encodings") == 0) {
        for (int i = 2; i < argc; ++i) {
            encode(argv[i]);
        }
        return 0;
    }
    for (int i = 1; i < argc; ++i) {
        dump("argv", argv[i]);
    }
    for (char **variable = environ; *variable; ++variable) {
        dump("env", *variable);
    }
    return 0;
}
