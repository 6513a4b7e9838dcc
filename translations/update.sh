#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/<room>_zh_CN.ts up to date with the sources: new messages come in unfinished, those that are gone
# go, what is translated stays. Without names: every room. The rooms of app/ share one file, but for ctl.
#   translations/update.sh [kiosk board …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
lconvert=${LCONVERT:-/usr/lib/qt6/bin/lconvert}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

folders_of() {
    case "$1" in
        app) find app -mindepth 1 -maxdepth 1 -type d ! -name ctl | sort ;;
        ctl) echo app/ctl ;;
        *)   echo "ui/$1" ;;
    esac
}

# Prints the second file without the messages (context, source, comment) that the first one lacks.
keep_known() {
    awk '
        /<name>/      { context = $0 }
        /<message/    { inside = 1; block = key = "" }
        inside        { block = block $0 "\n" }
        inside && /<source>/, /<\/source>/   { key = key $0 }
        inside && /<comment>/, /<\/comment>/ { key = key $0 }
        /<\/message>/ {
            inside = 0
            if (NR == FNR) known[context key] = 1
            else if ((context key) in known) printf "%s", block
            next
        }
        !inside && NR != FNR { print }
    ' "$1" "$2"
}

update() {
    local room=$1 file=translations/$1_zh_CN.ts fresh=$scratch/$1_zh_CN.ts
    # shellcheck disable=SC2046
    "$lupdate" -silent -I . -tr-function-alias tr+=TICKET_LABEL $(folders_of "$room") -locations none -no-obsolete -ts "$fresh" 2>/dev/null
    [ -e "$fresh" ] || { rm -f "$file"; return; }
    # Below the windows there are no QObjects to name a context: each room's messages have the room's own.
    case "$room" in app | ctl) sed -Ei 's#<name>(hall::[a-z]+)(::[^<]*)?</name>#<name>\1</name>#' "$fresh" ;; esac
    "$lconvert" -i "$fresh" -o "$scratch/sources.ts" 2>/dev/null # one form, without duplicates
    if [ -e "$file" ]; then
        # Of two files with the same message the later one's translation counts.
        "$lconvert" -i "$scratch/sources.ts" "$file" -o "$scratch/merged.ts" 2>/dev/null
        keep_known "$scratch/sources.ts" "$scratch/merged.ts" >"$file"
    else
        cp "$scratch/sources.ts" "$file"
    fi
    sed -Ei 's#<TS version="2.1".*>#<TS version="2.1" language="zh_CN" sourcelanguage="en">#' "$file"
    printf '%-8s %s unfinished\n' "$room" "$(grep -c 'type="unfinished"' "$file" || true)"
}

rooms=("$@")
if [ ${#rooms[@]} -eq 0 ]; then mapfile -t rooms < <(echo app; echo ctl; find ui -mindepth 1 -maxdepth 1 -type d -printf "%f\n" | sort); fi
for room in "${rooms[@]}"; do update "$room"; done
