#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every test of the release build, then the tests of the rooms without windows once more under the address and
# undefined-behaviour sanitizers. HALL_SANITIZER_PASS=0 leaves the second part out.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

started=$SECONDS
say "Testing (release)"
ctest --preset release --parallel "$(jobs_for_this_machine)"
printf 'release tests: %d s\n' "$((SECONDS - started))"
[ "${HALL_SANITIZER_PASS:-1}" = 1 ] || exit 0

started=$SECONDS
build asan --target hall_core_tests
printf 'sanitizer build: %d s\n' "$((SECONDS - started))"
started=$SECONDS
say "Testing (sanitizers)"
UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 ctest --preset asan \
    --tests-regex "$(cat build/asan/core_tests.regex)" --parallel "$(jobs_for_this_machine)"
printf 'sanitizer tests: %d s\n' "$((SECONDS - started))"
