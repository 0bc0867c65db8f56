# SPDX-License-Identifier: Apache-2.0
# Installs what is missing and builds. Sourced by run and test; says nothing when there is nothing to do.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/installer/packages.sh"

say() { printf 'signalbox: %s\n' "$*" >&2; }

# Names of the packages of $1 that are not installed.
missing_of() {
    local name
    for name in $1; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$name"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "these packages must be installed by root, and sudo is not there: $missing"
        exit 1
    fi
}

install_missing() {
    command -v dpkg-query >/dev/null || { say "this is not a Debian system; install by hand: $1"; exit 1; }
    missing=$(missing_of "$1")
    [ -n "$missing" ] || return 0
    say "installing $missing"
    local log
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        say "the packages could not be installed"
        exit 1
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]: configures and builds quietly; shows the output only when it fails.
build() {
    local preset=$1 log="$root/build/$1.log"
    shift
    mkdir -p "$root/build"
    if [ ! -x "$root/build/$preset/bin/signalbox" ]; then
        say "building ($preset); the first time takes some minutes"
    fi
    if ! (cd "$root" && cmake --preset "$preset" &&
          cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"}) >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        say "the build failed; all of it is in $log"
        exit 1
    fi
}
