#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reckons statutory dates apart from the programs: from the table of the law (statutory_deadlines.csv) and the days off
(holidays.csv) to deadline_vectors.csv, by counting day after day. It shares no code and no rule file with the hall.

    python3 tests/rules/deadline_table.py > tests/rules/deadline_vectors.csv
"""
import csv
import datetime as dt
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
DAY = dt.timedelta(days=1)

off, work = set(), set()
with open(HERE / "../../resources/rules/holidays.csv", encoding="utf-8-sig") as f:
    for row in csv.DictReader(f):
        (off if row["kind"] == "off" else work).add(dt.date.fromisoformat(row["date"]))


def is_workday(day):
    return day in work or (day.weekday() < 5 and day not in off)


def months_later(day, n):
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    for number in (day.day, 30, 29, 28):
        if number <= day.day:
            try:
                return dt.date(year, month + 1, number)
            except ValueError:
                pass
    raise AssertionError


def due(rule, day, time, extend):
    length = int(rule["length"])
    if extend and rule["extension"]:
        length += int(rule["extension"])
    unit = rule["unit"]
    if unit == "hour":
        start = dt.datetime.combine(day, time or dt.time(0, 0))
        for _ in range(length):
            start += dt.timedelta(hours=1)
        return start.isoformat() + "+08:00"
    if unit == "calendar_day":
        for _ in range(length):
            day += DAY
    elif unit == "working_day":
        while length:
            day += DAY
            length -= is_workday(day)
    else:
        day = months_later(day, length * (12 if unit == "year" else 1))
    while rule["rolls"] == "yes" and not is_workday(day):
        day += DAY
    return day.isoformat()


def boundary_days():
    """Month ends, leap days, eves and ends of holidays, make-up Saturdays, turns of the year."""
    days = {dt.date(2024, 2, 28), dt.date(2024, 2, 29), dt.date(2024, 3, 1), dt.date(2027, 2, 28), dt.date(2027, 12, 31)}
    for year in range(2024, 2028):
        days |= {dt.date(year, 1, 1), dt.date(year, 8, 31), dt.date(year, 12, 31)}
    for day in sorted(work):
        days.add(day)
    for day in sorted(off):
        if day - DAY not in off:
            days.add(day - DAY)
    return sorted(d for d in days if d.year >= 2024)


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["rule", "from", "hours_from", "extend", "due"])
    special = boundary_days()
    state = 20240229
    with open(HERE / "statutory_deadlines.csv", encoding="utf-8") as f:
        rules = list(csv.DictReader(f))
    for index, rule in enumerate(rules):
        days = special[index % 3 :: 3]
        while len(days) < 54:
            state = (state * 1103515245 + 12345) % 2**31
            days.append(dt.date(2024, 1, 1) + dt.timedelta(days=(state >> 8) % 1461))
        for number, day in enumerate(days):
            time = dt.time((number * 7) % 24, (number * 13) % 60) if rule["unit"] == "hour" and number % 4 else None
            extend = number % 3 == 1
            out.writerow([rule["rule_id"], day, time.strftime("%H:%M") if time else "", "yes" if extend else "no",
                          due(rule, day, time, extend)])


main()
