"""Fails where two reports in JSON have different findings, or none."""
import json
import sys


def findings(name):
    with open(name) as file:
        return sorted((f["fingerprint"], f["rule"], f["message"], len(f["path"])) for f in json.load(file)["findings"])


first, second = map(findings, sys.argv[1:])
if not first or first != second:
    sys.exit(f"{sys.argv[1]} has {len(first)} findings, {sys.argv[2]} has {len(second)}, not the same")
