"""Fails where clang-tidy and the command find different things, or nothing at all.

usage: same_as_tidy.py MODULE EARMARK FILE... -- FLAGS
       same_as_tidy.py MODULE EARMARK -p BUILD FILE...     with flow files in BUILD/.earmark
"""
import json
import os
import re
import subprocess
import sys

Line = re.compile(r"(\S+?):(\d+):(\d+): (?:warning|error|remark): (.*) \[earmark-([\w-]+?)(?:,[^\]]*)?\]$")


def tidy(module, arguments):
    run = subprocess.run(
        ["clang-tidy-19", "--load", module, "--checks=-*,earmark-*,-earmark-unannotated", "--header-filter=.*", "--quiet"] + arguments,
        capture_output=True, text=True)
    found = set()
    for line in run.stdout.splitlines():
        match = Line.match(line)
        if match and match[5] != "annotation":
            found.add((os.path.realpath(match[1]), int(match[2]), int(match[3]), match[5], match[4]))
    if "error:" in run.stdout and not found:
        return None  # does not parse with these flags
    return found


def command(earmark, arguments):
    run = subprocess.run([earmark, "check", "--format", "json"] + arguments, capture_output=True, text=True)
    return {(os.path.realpath(f["file"]), f["line"], f["column"], f["rule"], f["message"])
            for f in json.loads(run.stdout)["findings"] if not f["suppressed"]}


def main(module, earmark, *rest):
    wrong = seen = 0
    if rest[0] == "-p":
        cases = [(["-p", rest[1], file], ["-p", rest[1]], os.path.realpath(file)) for file in rest[2:]]
    else:
        cut = rest.index("--")
        cases = [([file, *rest[cut:]], [file, *rest[cut:]], None) for file in rest[:cut]]
    for ours, theirs, only in cases:
        expected, got = command(earmark, theirs), tidy(module, ours)
        if got is None:
            print(*ours, "does not parse")
            wrong += 1
            continue
        if only:  # what ends in other units is told where it leaves this one
            expected = {f for f in expected if f[0] == only}
            got = {f for f in got if f[0] == only and ", at /" not in f[4]}
        seen += len(expected)
        if expected != got:
            wrong += 1
            print(*ours)
            for finding in sorted(expected - got):
                print("  only the command:", *finding)
            for finding in sorted(got - expected):
                print("  only clang-tidy:", *finding)
    print(f"{len(cases)} units, {seen} findings, {wrong} differ")
    return 1 if wrong or not seen else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
