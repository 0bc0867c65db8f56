#!/bin/sh
# Secrets and arguments as a person uses them, on the command line, with the keyring of this session.
# Usage: commandline.sh SIGNALBOX
set -eu
signalbox=$1
store=$HOME/commandline

fail() { echo "commandline.sh: $*" >&2; exit 1; }
ask() { "$signalbox" --store "$store" "$@"; }

printf 'hunter22\n' | ask secret set nas
id=$(printf '%s' '{"name":"Login","type":"script","params":{"command":"echo $TOKEN; printf %s \"$1\" | base64"},
    "env":{"TOKEN":"${secret:nas}"},"arguments":[{"name":"host","required":true,"pattern":"[a-z]+"}]}' |
    ask create - --json | sed -n 's/.*"id": *"\(auto_[^"]*\)".*/\1/p')
[ -n "$id" ] || fail "no automation was made"

ask secret list | grep -q 'Login (env.TOKEN)' || fail "the use of the secret is not listed"
ask run "$id" --follow --arg host=nas >"$HOME/out" 2>"$HOME/err" || fail "the run failed: $(cat "$HOME/err")"
grep -qx '\[secret\]' "$HOME/out" || fail "the secret is not masked: $(cat "$HOME/out")"
grep -qx 'bmFz' "$HOME/out" || fail "the argument did not arrive: $(cat "$HOME/out")"
! grep -rq hunter22 "$store" "$HOME/out" "$HOME/err" || fail "the secret is somewhere"

status=0
ask run "$id" 2>"$HOME/err" || status=$?
[ "$status" = 2 ] && grep -q 'host is required' "$HOME/err" || fail "a missing argument ended with $status: $(cat "$HOME/err")"
status=0
ask run "$id" --arg host=NAS 2>"$HOME/err" || status=$?
[ "$status" = 2 ] && grep -q 'host must match' "$HOME/err" || fail "a wrong argument ended with $status: $(cat "$HOME/err")"

ask secret delete nas
status=0
ask run "$id" --arg host=nas >/dev/null 2>"$HOME/err" || status=$?
[ "$status" = 1 ] && grep -q 'the secret nas is not set' "$HOME/err" || fail "a missing secret ended with $status: $(cat "$HOME/err")"
