#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Usage: defender.sh SIGNALBOX
set -eu
program=$(realpath "${1:?usage: defender.sh SIGNALBOX}")
here=$(dirname "$(realpath "$0")")
. "$here/service.sh"
for tool in node npm dbus-run-session gnome-keyring-daemon; do need "$tool"; done
export SIGNALBOX_NODE="$(command -v node)"

work=$(mktemp -d)
trap 'stop_service; rm -rf "$work"' EXIT
cp "$here/lifecycle.mjs" "$work/"
cd "$work"
if ! timeout 120 npm install --no-audit --no-fund --prefix . @openzeppelin/defender-sdk-action-client \
    @openzeppelin/defender-autotask-client >npm.log 2>&1; then
    echo "skipped: npm could not install the clients: $(tail -1 npm.log)"
    exit 77
fi

# From here on in a session with a keyring of its own.
HOME="$work/home"
export HOME XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CURRENT_DESKTOP=GNOME
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
work=$work program=$program here=$here dbus-run-session -- sh -eu -c '
    printf %s password | gnome-keyring-daemon --unlock --components=secrets >"$work/keyring.log" 2>&1
    . "$here/service.sh"
    trap stop_service EXIT
    start_service "$program"
    made=$("$program" --store "$work/store" token create --name clients --role admin --json)
    secret=$(printf %s "$made" | sed -n "s/.*\"token\": *\"\([^\"]*\)\".*/\1/p")
    id=$(printf %s "$made" | sed -n "s/.*\"id\": *\"\([^\"]*\)\".*/\1/p")
    [ -n "$id" ] && [ -n "$secret" ] || fail "no token was made: $made"
    export DEFENDER_API_URL="$url/" DEFENDER_AUTOTASK_API_URL="$url/autotask/" KEY_ID="$id" KEY_SECRET="$secret"
    node "$work/lifecycle.mjs"
    ! grep -rqF "$secret" "$work/store" "$work/serve.err" || fail "the token is in a file"
    ! grep -rqF "canary-of-a-secret" "$work/store" "$work/serve.err" || fail "the secret is in a file"
'
