#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shows the hall that setup.sh built. With a display: a demo hall (made on the first run, kept in build/demo) and its
# kiosk, board and desk in windows; closing all three ends it. Without: the same windows off-screen through a
# visitor's day, with pictures and a summary in build/day.
#   HALL_DEMO=DIR   another folder for the demo hall
#   HALL_LANGUAGE   zh (the default) or en
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly bin=$PWD/build/release/bin
readonly demo=${HALL_DEMO:-$PWD/build/demo}
readonly language=${HALL_LANGUAGE:-zh}
export HALL_KEYRING=file # a demo's keys stay in its own folder

fail() { printf 'run: %s\n' "$*" >&2; exit 1; }

make_demo() {
    [ -e "$demo/hall/line.db" ] && return
    printf 'Making a demo hall in %s (a year of history; this takes a moment) …\n' "$demo"
    mkdir -p "$demo"
    (umask 077; "$bin/hallctl" init --demo --json --store "$demo/hall" >"$demo/staff.json") || {
        cat "$demo/staff.json" >&2
        fail "the demo hall could not be made; remove $demo and try again"
    }
}

show_windows() {
    make_demo
    printf 'Demo hall: %s\nIts staff and their passphrases: %s\nClose the windows to end.\n' \
        "$demo/hall" "$demo/staff.json"
    local common=(--store "$demo/hall" --language "$language")
    "$bin/hall-board" "${common[@]}" --station board-1 --windowed 1280x720 &
    "$bin/hall-kiosk" "${common[@]}" --station kiosk-1 --windowed 540x960 &
    "$bin/hall-desk" "${common[@]}" --station desk-1 &
    trap 'kill $(jobs -p) 2>/dev/null || true' INT TERM
    wait
}

visitors_day() {
    mkdir -p build/day
    QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 build/release/tests/hall-day --out build/day ||
        fail "the visitor's day did not pass; see build/day/summary.md"
    printf '\nPictures and summary: %s\n' "$PWD/build/day"
    ls build/day
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then show_windows; else visitors_day; fi
