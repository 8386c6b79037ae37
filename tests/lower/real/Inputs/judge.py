#!/usr/bin/env python3
"""judge.py EARMARK PROGRAM WORK: check a program of several units, with its policy, and compare.

A line that leaks says `// LEAK`; every other line must be silent. `// FN` marks a
leak that is missed today and `// FP` a finding that is not true: they assert
today's answer, so that a mended one is noticed.
"""
import json
import os
import shutil
import subprocess
import sys

earmark, program, work = sys.argv[1:]
shutil.rmtree(work, ignore_errors=True)
shutil.copytree(program, work)
units = sorted(name for name in os.listdir(work) if name.endswith((".c", ".cpp")))
commands = [
    {
        "directory": work,
        "file": name,
        "arguments": (["clang", "-std=gnu17"] if name.endswith(".c") else ["clang++", "-std=c++20"]) + ["-c", name],
    }
    for name in units
]
with open(os.path.join(work, "compile_commands.json"), "w") as out:
    json.dump(commands, out)
report = os.path.join(work, "report.json")
run = subprocess.run([earmark, "check", "-p", work, "--format", "json", "-o", report], capture_output=True, text=True)
if run.returncode != 1:
    sys.exit(f"exit status {run.returncode}, not 1\n{run.stdout}{run.stderr}")

with open(report) as text:
    found = {
        (os.path.basename(finding["file"]), finding["line"])
        for finding in json.load(text)["findings"]
        if finding["rule"] == "personal-data-in-log"
    }
wrong = []
for name in sorted(os.listdir(work)):
    if not name.endswith((".c", ".cpp", ".h")):
        continue
    with open(os.path.join(work, name)) as source:
        for number, line in enumerate(source, 1):
            expected = "// LEAK" in line or "// FP" in line
            if expected != ((name, number) in found):
                wrong.append(f"{name}:{number}: {'no finding' if expected else 'a finding'}: {line.strip()}")
if wrong:
    sys.exit("\n".join(wrong))
