#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every measurement and prints one JSON document. tests/bench/run.sh [FOLDER OF THE BUILD] [full|quick]
# Wants a quiet machine: what else runs on it stands in the figures.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build/release}
case ${2:-full} in
    full) visitors=20000000 calls=100000 rounds=3000 estimates=20000 kills=50 operations=10000 tickets=1000000 visits=200 served=2000 seconds=600 cases=1000000 entries=100000 ;;
    quick) visitors=1000000 calls=5000 rounds=500 estimates=2000 kills=10 operations=1000 tickets=50000 visits=50 served=300 seconds=20 cases=50000 entries=8000 ;;
    *) printf 'usage: %s [FOLDER OF THE BUILD] [full|quick]\n' "$0" >&2; exit 2 ;;
esac
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software HALL_KEYRING=file
failed=0

# A measurement that fails is said so in the document, and by the exit code.
measured() {
    local name=$1 out
    shift
    if out=$("$@" 2>/dev/null) && [ -n "$out" ]; then printf '"%s": %s' "$name" "$out"
    else printf '"%s": {"failed": true}' "$name"; failed=1
    fi
}

killed() {
    local passed=true
    HALL_KILLS=$kills HALL_OPERATIONS=$operations "$build/tests/tst_queue_processes" programsThatDie >/dev/null || passed=false
    printf '{"kills_at_least": %d, "operations_at_least": %d, "passed": %s}' "$kills" "$operations" "$passed"
    [ "$passed" = true ]
}

printf '{\n'
measured theory "$build/bench/theory_bench" "$visitors"; printf ',\n'
measured estimator "$build/bench/estimator_bench" "$estimates"; printf ',\n'
measured contention "$build/bench/call_bench" contention "$calls" 16; printf ',\n'
measured cost "$build/bench/call_bench" cost "$rounds"; printf ',\n'
measured kill killed; printf ',\n'
measured latency "$build/bench/feed_latency"; printf ',\n'
measured kiosk_touch "$build/bench/kiosk_bench" touch --visits "$visits"; printf ',\n'
measured kiosk_start "$build/bench/kiosk_bench" start --tickets "$tickets"; printf ',\n'
measured vault_search "$build/bench/vault_bench" search "$cases"; printf ',\n'
measured vault_rebuild "$build/bench/vault_bench" rebuild "$entries"; printf ',\n'
measured attachment "$build/bench/attachment_bench"; printf ',\n'
measured server_calls "$build/bench/server_bench" calls --calls "$served"; printf ',\n'
measured server_latency env HALL_TEST_ENGINE=postgresql "$build/bench/feed_latency"; printf ',\n'
measured server_day "$build/bench/server_bench" day --stations 200 --seconds "$seconds"
printf '\n}\n'
exit "$failed"
