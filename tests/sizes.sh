#!/bin/sh
# Holds every file, function and folder against the ceilings of CONTRIBUTING.md: 400 lines a file, 60 a function, 40 a
# constructor, 5 parameters, 20 files a folder, 20 own includes a file. Needs universal-ctags. Run from the project root.
set -eu
status=0
complain() { printf '%s\n' "$*"; status=1; }

files=$(git ls-files '*.cpp' '*.h' 2>/dev/null || find app models ui tests -name '*.cpp' -o -name '*.h')

for file in $files; do
    lines=$(wc -l <"$file")
    [ "$lines" -le 400 ] || complain "$file: $lines lines, at most 400"
    includes=$(grep -c '^#include "' "$file" || true)
    [ "$includes" -le 20 ] || complain "$file: $includes own includes, at most 20"
done

for folder in $(printf '%s\n' $files | xargs -n1 dirname | sort -u); do
    # A header and its source are one thing to read.
    count=$(ls "$folder"/*.cpp "$folder"/*.h 2>/dev/null | sed 's/\.[a-z]*$//' | sort -u | wc -l)
    [ "$count" -le 20 ] || complain "$folder: $count files, at most 20 (a header and its source count once)"
done

found=$(printf '%s\n' $files | ctags -L - -f - --languages=C++ --c++-kinds=f --fields=neSs --sort=no | awk -F'\t' '
    {
        line = 0; end = 0; parameters = 0; signature = ""; scope = ""
        for (i = 4; i <= NF; ++i) {
            if ($i ~ /^line:/) line = substr($i, 6)
            if ($i ~ /^end:/) end = substr($i, 5)
            if ($i ~ /^(class|struct):/) { scope = $i; sub(/^[a-z]*:/, "", scope); sub(/.*::/, "", scope) }
            if ($i ~ /^signature:/) signature = substr($i, 11)
        }
        length_ = end - line + 1
        ceiling = ($1 == scope) ? 40 : 60
        if ($1 ~ /_data$/) ceiling = 400 # the rows of a data-driven test are data
        if (end > 0 && length_ > ceiling) printf "%s:%d: %s has %d lines, at most %d\n", $2, line, $1, length_, ceiling
        depth = 0; parameters = (signature ~ /^\( *\)/) ? 0 : 1
        for (i = 2; i < length(signature); ++i) {
            c = substr(signature, i, 1)
            if (c ~ /[(<{]/) ++depth
            if (c ~ /[)>}]/) --depth
            if (c == "," && depth == 0) ++parameters
        }
        # A lambda has no name; it writes the rows of a table.
        if (parameters > 5 && $1 !~ /^__anon/) printf "%s:%d: %s takes %d parameters, at most 5\n", $2, line, $1, parameters
    }')
[ -z "$found" ] || complain "$found"
exit $status
