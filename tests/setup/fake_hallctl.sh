#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands for `hallctl init` in tests: notes its arguments, environment and answers beside itself, and behaves as told.
dir=$(dirname "$0")
printf '%s\n' "$@" >"$dir/arguments"
env >"$dir/environment"
store=; fd=; demo=
while [ $# -gt 0 ]; do
    case $1 in
    --store) store=$2; shift ;;
    --answers-fd) fd=$2; shift ;;
    --demo) demo=1 ;;
    esac
    shift
done
[ -n "$fd" ] && eval "cat <&$fd" >"$dir/answers"
case $(cat "$dir/behaviour" 2>/dev/null) in
refuse) echo '{"error":{"code":"disk-full","message":"The disk is full. Free some space."}}'; exit 1 ;;
crash) kill -9 $$ ;;
silent) exit 3 ;;
esac
mkdir -p "$store" && : >"$store/line.db"
echo "progress 40" >&2
sleep 0.1
echo "progress 100" >&2
if [ -n "$demo" ]; then
    echo '{"hall":{"zh":"示范"},"staff":[{"person":"王建国","name":"wang","role":"reception","passphrase":"pine seven river lamp"},
{"person":"李秀英","name":"li","role":"supervisor","passphrase":"stone cloud tea north"}]}'
else
    echo '{"hall":{"zh":"x"},"staff":[]}'
fi
