#!/usr/bin/env bash
# Sets a Debian machine up for Accord Hall. One word says how far to go:
#   packages  install what is missing, and stop
#   build     … and build the release programs into build/release/bin
#   run       … and run the hall: windows on a demo hall where there is a display, the same windows
#             off-screen through a visitor's day (pictures and a summary) where there is none
#   test      … and pass every test
# Each step does nothing where its work is already done, so calling it again is cheap.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# SQLCipher before 4 derives keys weakly and lacks RETURNING. Debian 12 carries 4.6 in its backports suite.
readonly kSqlcipherMinimum=4.5

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "installing packages needs root: run this once as root, or install sudo"
    fi
}

codename() { . /etc/os-release && printf '%s' "${VERSION_CODENAME:-}"; }

# The mirror this machine already uses for its own suite; nothing else is ever asked.
configured_mirror() {
    local suite=$1
    { { cat /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } | awk -v suite="$suite" '
        BEGIN { RS=""; FS="\n" }
        { uri=""; hit=0
          for (i=1; i<=NF; i++) {
            if ($i ~ /^URIs:/)   { split($i, u, /[ \t]+/); uri=u[2] }
            if ($i ~ /^Suites:/) { n=split($i, s, /[ \t]+/); for (j=2; j<=n; j++) if (s[j]==suite) hit=1 }
          }
          if (hit && uri!="") print uri }'
      { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
        sed -nE "s#^deb +(\[[^]]*\] +)?([^ ]+) +$suite .*#\2#p"
    } | head -n 1
}

sqlcipher_available() {
    local version
    version=$(apt-cache policy libsqlcipher-dev | awk '/Candidate:/ {print $2}')
    [ -n "$version" ] && [ "$version" != "(none)" ] && dpkg --compare-versions "$version" ge "$kSqlcipherMinimum"
}

sqlcipher_installed() {
    local version
    version=$(dpkg-query -W -f '${Version}' libsqlcipher-dev 2>/dev/null || true)
    [ -n "$version" ] && dpkg --compare-versions "$version" ge "$kSqlcipherMinimum"
}

install_sqlcipher() {
    sqlcipher_installed && return
    if sqlcipher_available; then
        as_root apt-get install -y --no-install-recommends libsqlcipher-dev
        return
    fi
    local suite mirror
    suite=$(codename)
    mirror=$(configured_mirror "$suite")
    [ -n "$mirror" ] || fail "no mirror for the suite '$suite' is configured in /etc/apt; add one and call this again"
    as_root tee /etc/apt/sources.list.d/accord-hall-backports.sources >/dev/null <<SOURCES
Types: deb
URIs: $mirror
Suites: $suite-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
    as_root apt-get update
    as_root apt-get install -y --no-install-recommends -t "$suite-backports" libsqlcipher-dev
}

install_packages() {
    [ -e /etc/debian_version ] || fail "this script knows Debian only; docs/building.md lists what to install elsewhere"
    local wanted missing
    wanted=$(grep -vE '^\s*(#|$)' installer/packages.txt)
    missing=$(for p in $wanted; do
        dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || echo "$p"; done)
    if [ -z "$missing" ] && sqlcipher_installed; then return; fi
    say "Installing what is missing"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update
    # shellcheck disable=SC2086
    [ -z "$missing" ] || as_root apt-get install -y --no-install-recommends $missing
    install_sqlcipher
}

build() {
    say "Building ($1)"
    cmake --preset "$1"
    cmake --build --preset "$1"
}

case "${1:-}" in
    packages) install_packages ;;
    build)    install_packages; build release ;;
    run)      install_packages; build release; exec installer/run_hall.sh ;;
    test)     install_packages; build release; exec installer/run_tests.sh ;;
    *)        printf 'usage: installer/setup.sh packages|build|run|test\n' >&2; exit 2 ;;
esac
