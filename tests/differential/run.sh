#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# usage: run.sh PROGRAM [CASES] [SEED]   PROGRAM is the signalbox executable; exits 1 when it differs
set -eu
program=$(realpath "${1:?usage: run.sh PROGRAM [CASES] [SEED]}")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/compare.mjs" "$work/"
cd "$work"
npm install --silent --no-audit --no-fund --prefix . croner cron-parser >/dev/null
node compare.mjs generate "${2:-2500}" "${3:-1}" > cases.jsonl
"$program" cron next --batch cases.jsonl > answers.jsonl
node compare.mjs compare cases.jsonl answers.jsonl
