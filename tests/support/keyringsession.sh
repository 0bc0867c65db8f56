#!/bin/sh
# Runs a program in a session of its own with an open, empty keyring, without a display; its files are removed
# afterwards. 77 where what it needs is not installed. Usage: keyringsession.sh PROGRAM [ARGUMENT…]
set -eu
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME XDG_RUNTIME_DIR="$HOME/run" XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config" XDG_CURRENT_DESKTOP=GNOME
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
mkdir -m 700 "$XDG_RUNTIME_DIR"
dbus-run-session -- sh -eu -c '
    printf right | gnome-keyring-daemon --unlock --components=secrets >"$HOME/keyring.log" 2>&1
    "$@"' sh "$@"
