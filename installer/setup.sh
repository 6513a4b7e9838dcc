#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets a Debian machine up for Accord Hall. One word says how far to go:
#   packages  install what is missing, and stop
#   build     … and build the release programs into build/release/bin
#   run       … and run the hall: windows on a demo hall where there is a display, the same windows
#             off-screen through a visitor's day (pictures and a summary) where there is none
#   test      … and pass every test
# Each step does nothing where its work is already done, so calling it again is cheap.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# SQLCipher before 4 derives keys weakly and lacks RETURNING. Debian 12 carries 4.6 in its backports suite.
readonly kSqlcipherMinimum=4.5
readonly kBackportsSource=/etc/apt/sources.list.d/accord-hall-backports.sources

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else fail "installing packages needs root: call 'installer/setup.sh packages' once as root, or install sudo"
    fi
}

# Another apt (a desktop's updater, say) may hold the lock: wait for it instead of failing.
apt_get() { as_root apt-get -o DPkg::Lock::Timeout=300 "$@"; }

apt_update() {
    # A source of the machine that has nothing to do with the hall may be out of reach; what matters is whether the
    # packages can then be installed.
    apt_get update || printf 'setup: apt-get update complained; going on with the lists that are there\n' >&2
}

apt_install() {
    apt_get install -y --no-install-recommends "$@" ||
        fail "apt-get could not install: $* (is the machine's mirror reachable, and does it carry this release?)"
}

codename() { . /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"; }

# Prints "URI<TAB>keyring" of the source this machine already uses for the suite $1; nothing else is ever asked.
configured_mirror() {
    local suite=$1 file
    for file in "${kAptFolder:-/etc/apt}"/sources.list.d/*.sources; do
        [ -r "$file" ] && mirror_of_deb822 "$suite" <"$file"
    done
    for file in "${kAptFolder:-/etc/apt}"/sources.list "${kAptFolder:-/etc/apt}"/sources.list.d/*.list; do
        [ -r "$file" ] && mirror_of_lines "$suite" <"$file"
    done
    return 0
}

mirror_of_deb822() {
    sed -E '/^#/d' | awk -v suite="$1" '
        BEGIN { RS = ""; FS = "\n" }
        {
            delete value; key = ""
            for (i = 1; i <= NF; i++) {
                if ($i ~ /^[ \t]/) { value[key] = value[key] " " $i; continue }
                at = index($i, ":"); key = tolower(substr($i, 1, at - 1)); value[key] = substr($i, at + 1)
            }
            if (tolower(value["enabled"]) ~ /no|false/ || value["types"] !~ /(^| )deb( |$)/) next
            n = split(value["suites"], suites, /[ \t]+/); split(value["uris"], uris, /[ \t]+/)
            uri = uris[1] == "" ? uris[2] : uris[1]
            keyring = value["signed-by"]; gsub(/^[ \t]+|[ \t]+$/, "", keyring)
            if (keyring !~ /^\//) keyring = ""
            for (i = 1; i <= n; i++) if (suites[i] == suite) printf "%s\t%s\n", uri, keyring
        }'
}

mirror_of_lines() {
    awk -v suite="$1" '
        $1 == "deb" {
            options = ""; at = 2
            if ($2 ~ /^\[/) { while (at <= NF) { options = options " " $at; if ($(at++) ~ /\]$/) break } }
            if ($at ~ /^cdrom:/ || $(at + 1) != suite) next
            keyring = ""
            if (match(options, /signed-by=[^] ,]+/)) keyring = substr(options, RSTART + 10, RLENGTH - 10)
            printf "%s\t%s\n", $at, keyring
        }'
}

sqlcipher_available() {
    local version
    version=$(apt-cache policy libsqlcipher-dev | awk '/Candidate:/ {print $2}')
    [ -n "$version" ] && [ "$version" != "(none)" ] && dpkg --compare-versions "$version" ge "$kSqlcipherMinimum"
}

# A backports suite is never the candidate by itself: ask for any version it carries.
sqlcipher_in_backports() { grep -q -- "$1-backports/" <<<"$(apt-cache madison libsqlcipher-dev)"; }

sqlcipher_installed() {
    local version
    version=$(dpkg-query -W -f '${db:Status-Status} ${Version}' libsqlcipher-dev 2>/dev/null || true)
    [ "${version%% *}" = installed ] && dpkg --compare-versions "${version#* }" ge "$kSqlcipherMinimum"
}

add_backports() {
    local suite=$1 mirror keyring
    IFS=$'\t' read -r mirror keyring < <(configured_mirror "$suite") || true
    [ -n "${mirror:-}" ] || fail "no mirror for the suite '$suite' is configured in /etc/apt; add one and call this again"
    [ -n "${keyring:-}" ] || keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    say "Adding $suite-backports of the machine's own mirror ($kBackportsSource)"
    as_root tee "$kBackportsSource" >/dev/null <<SOURCES
Types: deb
URIs: $mirror
Suites: $suite-backports
Components: main
Signed-By: $keyring
SOURCES
    apt_update
}

install_sqlcipher() {
    sqlcipher_installed && return
    if sqlcipher_available; then
        apt_install libsqlcipher-dev
        return
    fi
    local suite
    suite=$(codename)
    [ -n "$suite" ] || fail "/etc/os-release names no release; install libsqlcipher-dev $kSqlcipherMinimum or later by hand"
    sqlcipher_in_backports "$suite" || add_backports "$suite"
    sqlcipher_in_backports "$suite" ||
        fail "the suite $suite-backports of this machine's mirror has no libsqlcipher-dev; version $kSqlcipherMinimum is needed"
    apt_install -t "$suite-backports" libsqlcipher-dev
    sqlcipher_installed || fail "libsqlcipher-dev is still older than $kSqlcipherMinimum"
}

missing_packages() {
    local package
    grep -vE '^\s*(#|$)' installer/packages.txt | while read -r package; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || printf '%s ' "$package"
    done
}

install_packages() {
    [ -e /etc/debian_version ] || fail "this script knows Debian only; docs/building.md lists what to install elsewhere"
    local missing
    missing=$(missing_packages)
    if [ -z "$missing" ] && sqlcipher_installed; then return; fi
    say "Installing what is missing"
    apt_update
    # shellcheck disable=SC2086
    [ -z "$missing" ] || apt_install $missing
    install_sqlcipher
}

# The heaviest files take about a gigabyte to compile.
jobs_for_this_machine() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemAvailable/ {print int($2 / 1048576)}' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

build() {
    local preset=$1 cache="build/$1/CMakeCache.txt" fresh=()
    # A folder that was copied or moved still names its old place: configure it anew.
    if [ -e "$cache" ] && ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$cache"; then fresh=(--fresh); fi
    say "Building ($preset)"
    cmake --preset "$preset" "${fresh[@]}" || fail "configuring failed; what is missing is named above"
    cmake --build --preset "$preset" --parallel "$(jobs_for_this_machine)" "${@:2}" || fail "the build failed; see above"
}

main() {
    case "${1:-}" in
        packages) install_packages ;;
        build)    install_packages; build release ;;
        run)      install_packages; build release; exec installer/run_hall.sh ;;
        test)     install_packages; build release; exec installer/run_tests.sh ;;
        *)        printf 'usage: installer/setup.sh packages|build|run|test\n' >&2; exit 2 ;;
    esac
}

# Sourced (by run_tests.sh and by the test of this script) it only defines its functions.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then main "$@"; fi
