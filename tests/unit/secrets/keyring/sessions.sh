#!/bin/sh
# Runs a test program against a real keyring in private sessions, without a display: first an open one, then the same
# locked, then none, then open again; at last the command line. 77 where what it needs is not installed.
# Usage: sessions.sh TEST SIGNALBOX
set -eu
program=$1
signalbox=$2
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done

HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME XDG_RUNTIME_DIR="$HOME/run" SIGNALBOX_KEYRING_STORE="$HOME/workspace"
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CURRENT_DESKTOP=GNOME
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
mkdir -m 700 "$XDG_RUNTIME_DIR"

# session PASSWORD CLASS: the first password makes the keyring, another one leaves it locked.
session() {
    PASSWORD=$1 CLASS=$2 PROGRAM=$program dbus-run-session -- sh -eu -c '
        printf %s "$PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1
        "$PROGRAM" "$CLASS"'
}

session right OpenKeyringTest
session wrong LockedKeyringTest
"$program" NoKeyringTest
session right SameKeyringTest
PASSWORD=right dbus-run-session -- sh -eu -c '
    printf %s "$PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1
    "$@"' sh "$(dirname "$0")/commandline.sh" "$signalbox"
