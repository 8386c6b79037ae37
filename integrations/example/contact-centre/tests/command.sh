#!/bin/sh
# Runs the whole command over the sample data: command.sh PROGRAM DATA
set -eu
program=$1
data=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$data/desk.json" "$work"
desk() { "$program" --config "$work/desk.json" --dry-run "$@" 2>>"$work/log"; }
fail() { echo "command.sh: $1" >&2; cat "$work/log" >&2; exit 1; }

desk ingest "$data/customers.json" "$data/interactions.json" >"$work/ingest"
grep -q 'customers.json: 4 customers, 0 interactions, 1 rejected' "$work/ingest" || fail 'customers'
grep -q 'interactions.json: 0 customers, 8 interactions, 2 rejected' "$work/ingest" || fail 'interactions'
desk staff "$data/employees.json" | grep -qx '3 employees' || fail 'staff'
desk crm-sync | grep -qx '8 interactions announced' || fail 'crm-sync'
desk offers | grep -qx '2 offers mailed' || fail 'offers'
desk export-quality "$work/quality.csv" | grep -qx '8 interactions exported' || fail 'export-quality'
desk report "$work/report.txt" | grep -qx 'report of 8 interactions' || fail 'report'
grep -q '2026-11 call *2' "$work/report.txt" || fail 'the report'
desk roster "$work/roster.txt" || fail 'roster'
desk stats "$work/stats.txt" || fail 'stats'
desk retain | grep -q 'interactions erased' || fail 'retain'
desk erase C-1001 | grep -qx 'erased' || fail 'erase'
if desk erase C-1001 >/dev/null; then fail 'a customer was erased twice'; fi
desk dismiss E-12 | grep -qx '1 employees erased' || fail 'dismiss'
if desk dismiss E-12 >/dev/null; then fail 'an employee was erased twice'; fi

# Nothing personal stands in the databases, the sealed files, the report or the
# log, but for the customer number that the proof of erasure names.
for word in Anna anna@ Bram Chiara Rossi Elif Kaya 555 'lamp back' 'Wrong number' @anna_dv \
            C-1002 C-1003 C-1005; do
  for file in desk.db staff.db quality.csv report.txt roster.txt stats.txt log; do
    if grep -qa -- "$word" "$work/$file"; then fail "'$word' stands in $file"; fi
  done
done
for file in staff.db roster.txt; do
  if grep -qa 'Noor' "$work/$file"; then fail "an employee stands in $file"; fi
done
grep -q 'erased customer C-1001' "$work/log" || fail 'the proof of erasure'
