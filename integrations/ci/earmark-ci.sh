#!/bin/sh
# The check as a step of any continuous integration, the same for all of them:
# every report that somebody may want, what is new against the main branch, and
# what the change does to the flows of personal data.
#
#   earmark-ci.sh BUILD OUT
#
# BUILD has compile_commands.json; OUT gets the reports. In the environment:
#   EARMARK            the command (earmark)
#   EARMARK_BASELINE   a folder with findings.json and inventory.json of the main
#                      branch, as this made them; without it all findings count
#   EARMARK_NEW_FLOWS  "fail": a new data flow fails the step, found allowed or not
#   EARMARK_FAIL_ON    "warning": warnings fail the step too
# Ends as `earmark check` does: 0 nothing new, 1 findings, 2 wrong usage, 3 incomplete.
set -u
build=${1:?usage: earmark-ci.sh BUILD OUT} out=${2:?usage: earmark-ci.sh BUILD OUT}
earmark=${EARMARK:-earmark} baseline=${EARMARK_BASELINE:-}
mkdir -p "$out"

set -- --fail-on "${EARMARK_FAIL_ON:-error}"
[ -n "$baseline" ] && [ -f "$baseline/findings.json" ] && set -- "$@" --baseline "$baseline/findings.json"
status=0
"$earmark" check -p "$build" "$@" --format text --format json -o "$out/findings.json" \
  --format sarif -o "$out/earmark.sarif" --format gitlab -o "$out/codequality.json" --format junit -o "$out/junit.xml" \
  --format markdown -o "$out/comment.md" --format html -o "$out/report.html" || status=$?
[ "$status" = 2 ] && exit 2

"$earmark" inventory -p "$build" --format json -o "$out/inventory.json" --format html -o "$out/record.html" ||
  [ "$status" = 3 ] || status=$?
if [ -n "$baseline" ] && [ -f "$baseline/inventory.json" ]; then
  flows=0
  "$earmark" diff "$baseline/inventory.json" "$out/inventory.json" --format text --format markdown -o "$out/flows.md" || flows=$?
  [ "$flows" = 1 ] && [ "${EARMARK_NEW_FLOWS:-}" = fail ] && [ "$status" = 0 ] && status=1
  cat "$out/flows.md" >>"$out/comment.md"
fi
exit "$status"
