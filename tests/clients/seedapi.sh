#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Usage: seedapi.sh SIGNALBOX
set -eu
program=$(realpath "${1:?usage: seedapi.sh SIGNALBOX}")
here=$(dirname "$(realpath "$0")")
. "$here/service.sh"
for tool in curl node; do need "$tool"; done
work=$(mktemp -d)
trap 'stop_service; rm -rf "$work"' EXIT
start_service "$program"

# api METHOD PATH STATUS [JSON]: the answer stands in $work/answer.
api() {
    status=$(curl -sS -o "$work/answer" -w '%{http_code}' -X "$1" -H "Authorization: Bearer $token" \
        ${4:+-H 'Content-Type: application/json' --data "$4"} "$url$2")
    [ "$status" = "$3" ] || fail "$1 $2 answered $status: $(cat "$work/answer")"
}
# field NAME: of the answer, at its top.
field() { node -pe 'const v = JSON.parse(fs.readFileSync(process.argv[1]))[process.argv[2]]; v === undefined ? "" : v' "$work/answer" "$1"; }

api POST /api/automations 201 '{"name":"Greet","type":"script","schedule":"0 3 * * *",
    "params":{"script":"i=0; while [ $i -lt 20 ]; do echo line $i; i=$((i+1)); sleep 0.05; done"}}'
[ "$(field status)" = created ] || fail "not created"
id=$(field id)
api GET /api/automations 200
api PUT "/api/automations/$id" 200 '{"description":"greets"}'
[ "$(field status)" = updated ] || fail "not updated"
api POST "/api/automations/$id/run" 200
run=$(field run_id)
[ -n "$run" ] || fail "no run_id"
api POST /api/stream-tickets 201
ticket=$(field ticket)
stream="$url/api/automations/runs/$run/stream?token="
node "$here/eventsource.mjs" 20 "$stream$ticket" "$stream$token" || fail "the stream lost something"
[ "$(curl -sS -o /dev/null -w '%{http_code}' "$stream$ticket")" = 401 ] ||
    fail "a ticket was taken twice"
api GET "/api/automations/runs/$run" 200
[ "$(field status)" = done ] && [ "$(field automation_id)" = "$id" ] || fail "the run: $(cat "$work/answer")"
[ "$(field finished)" -ge "$(field started)" ] || fail "times in Unix seconds"
field output | grep -qx 'line 19' || fail "no output"

# A page that the settings list may follow it; others may not.
shared() { curl -sS -D - -o /dev/null -H "Origin: $1" -H 'Sec-Fetch-Site: cross-site' "$stream$token"; }
"$program" --store "$work/store" settings set api.origins https://dash.example >/dev/null || fail "the setting was refused"
shared https://dash.example | grep -qi '^access-control-allow-origin: https://dash.example.$' ||
    fail "a listed page may not read the stream"
shared https://evil.example | head -n 1 | grep -q ' 403 ' || fail "a page that is not listed was answered"

# The HTML button: a form from a page of no origin.
api POST /api/automations 201 '{"name":"Button","type":"script","triggers":[{"type":"webhook"}],
    "arguments":[{"name":"a"},{"name":"b"}],
    "params":{"script":"echo \"$1 $2\"; cat; echo; cat \"$SIGNALBOX_REQUEST\""}}'
button=$(field id)
api GET "/api/automations/$button/webhook" 200
key=$(field token)
curl -sS -f -o "$work/answer" -H 'Origin: null' -H 'Sec-Fetch-Site: cross-site' --data-urlencode 'customer=acme' \
    --data-urlencode "task=$button" --data-urlencode 'task_arguments[]=arg1' --data-urlencode 'task_arguments[]=arg2' \
    "$url/job/secret/$key" || fail "the button was refused: $(cat "$work/answer")"
pressed=$(field run_id)
for _ in $(seq 100); do
    api GET "/api/automations/runs/$pressed" 200
    [ "$(field status)" = done ] && break
    sleep 0.1
done
field output >"$work/output"
grep -qx 'arg1 arg2' "$work/output" || fail "the arguments did not arrive: $(cat "$work/output")"
grep -q 'customer=acme' "$work/output" || fail "the body did not arrive on standard input"
grep -q '"task_arguments":\["arg1","arg2"\]' "$work/output" || fail "the request did not arrive as a file"
# As the old documentation has it: a form under the name of JSON.
curl -sS -f -o "$work/answer" -H 'Accept: application/json' -H 'Content-Type: application/json' \
    --data-urlencode 'customer = acme' --data-urlencode "task = $button" "$url/job/secret/$key" ||
    fail "example 4 was refused: $(cat "$work/answer")"
[ "$(curl -sS -o /dev/null -w '%{http_code}' -H 'Origin: http://evil.example' -H "Authorization: Bearer $token" \
    "$url/api/automations")" = 403 ] || fail "a foreign page was answered"
[ "$(curl -sS -o /dev/null -w '%{http_code}' -H 'Host: evil.example' "$url/api/automations")" = 421 ] ||
    fail "a foreign host was answered"

api DELETE "/api/automations/$id" 200
[ "$(field status)" = deleted ] || fail "not deleted"
stop_service
for secret in "$token" "$key" "$ticket"; do
    ! grep -qF "$secret" "$work/serve.err" || fail "a credential is in the log of the service"
done
[ -z "$(find "$work/store" -type f ! -perm 600 ! -name '*.lock')" ] || fail "not 0600: $(find "$work/store" -type f ! -perm 600)"
echo "the automations API answers as documented"
