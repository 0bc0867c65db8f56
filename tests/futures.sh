#!/bin/sh
# Nothing hangs on QFuture::then(): see app/base/chained.h, which is used instead. Usage: futures.sh, at the root.
set -eu
found=$(grep -rnE '(\.|->)then\([^)]|(\.|->)then\($|\.unwrap\(\)' app models ui --include='*.cpp' --include='*.h') || true
[ -z "$found" ] && exit 0
echo "QFuture::then() is not safe across threads in Qt 6.4; use base::chained() or rest::chain():"
echo "$found"
exit 1
