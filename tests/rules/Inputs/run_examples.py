"""Holds every example of `earmark explain` to what it says: the bad one is found by
its rule and by no other, the good one by none; and every rule has both."""
import argparse
import json
import subprocess
import sys
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("--earmark", required=True)
parser.add_argument("--examples", type=Path, required=True)
parser.add_argument("--annotations", required=True)
parser.add_argument("--rules", required=True, help="ids, separated by commas")
arguments = parser.parse_args()


def serious(source):
    command = [arguments.earmark, "check", source, "--policy", arguments.examples / "earmark.yaml", "--as-of",
               "2026-11-21", "--format", "json", "--", "-std=c++20", f"-I{arguments.annotations}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{source.name}: exit status {done.returncode}\n{done.stderr}")
    return [f["rule"] for f in json.loads(done.stdout)["findings"]
            if f["level"] in ("error", "warning") and not f.get("suppressed")]


wrong = []
for rule in arguments.rules.split(","):
    for kind, expected in (("bad", True), ("good", False)):
        source = arguments.examples / f"{rule}.{kind}.cpp"
        if not source.exists():
            wrong.append(f"{source.name} is missing")
            continue
        found = serious(source)
        # An expired exception leaves what it excused.
        found = [f for f in found if not (rule == "expired-exception" and f == "personal-data-in-log" and expected)]
        if set(found) != ({rule} if expected else set()):
            wrong.append(f"{source.name}: found {found}")
known = {f"{rule}.{kind}.cpp" for rule in arguments.rules.split(",") for kind in ("bad", "good")}
wrong += [f"{path.name} is of no rule" for path in arguments.examples.glob("*.cpp") if path.name not in known]
if wrong:
    sys.exit("\n".join(wrong))
