#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The set-up script finds the mirror that the machine uses, however its sources are written.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../installer/setup.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# check NAME EXPECTED: with the sources that were just written below $scratch
check() {
    local got
    got=$(kAptFolder=$scratch configured_mirror bookworm | head -n 1)
    if [ "$got" = "$2" ]; then printf 'ok: %s\n' "$1"; else
        printf 'FAILED: %s: expected "%s", got "%s"\n' "$1" "$2" "$got"
        failed=1
    fi
    rm -rf "${scratch:?}"/*
    mkdir -p "$scratch/sources.list.d"
}
write() { cat >"$scratch/$1"; }
mkdir -p "$scratch/sources.list.d"

check 'no sources at all' ''

write sources.list <<<'deb http://mirror.example/debian bookworm main contrib'
check 'one line' $'http://mirror.example/debian\t'

write sources.list <<'LINES'
# deb http://old.example/debian bookworm main
deb cdrom:[Debian GNU/Linux 12]/ bookworm main
deb-src http://sources.example/debian bookworm main
deb http://security.example/debian-security bookworm-security main
deb [arch=amd64 signed-by=/usr/share/keyrings/ours.gpg] https://mirror.example/debian bookworm main
LINES
check 'comment, disc, sources and options' $'https://mirror.example/debian\t/usr/share/keyrings/ours.gpg'

write sources.list.d/debian.sources <<'STANZAS'
Types: deb deb-src
# a comment inside a stanza
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://security.example/debian-security
Suites: bookworm-security
Components: main
STANZAS
check 'stanzas' $'http://mirror.example/debian\t/usr/share/keyrings/debian-archive-keyring.gpg'

write sources.list.d/a.sources <<'STANZA'
Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
STANZA
printf 'Types: deb\nuris:\n http://mirror.example/debian\nSuites: bookworm' >"$scratch/sources.list.d/b.sources"
check 'a disabled stanza, another case, a folded value, no newline at the end' $'http://mirror.example/debian\t'

exit "$failed"
