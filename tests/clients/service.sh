# SPDX-License-Identifier: Apache-2.0
# Sourced: a service on a workspace of its own. Sets `url` and `token`; it ends with the script.

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || { echo "skipped: $1 is not installed"; exit 77; }; }

start_service() {
    "$1" --store "$work/store" serve >"$work/ready" 2>"$work/serve.err" &
    service=$!
    for _ in $(seq 200); do
        grep -q '"ready":true' "$work/ready" && break
        kill -0 "$service" 2>/dev/null || fail "the service ended: $(cat "$work/serve.err")"
        sleep 0.1
    done
    url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$work/ready")
    token=$(sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$work/ready")
    [ -n "$url" ] && [ -n "$token" ] || fail "the service said: $(cat "$work/ready")"
}

stop_service() {
    [ -z "${service:-}" ] || { kill "$service" 2>/dev/null || true; wait "$service" 2>/dev/null || true; }
}
