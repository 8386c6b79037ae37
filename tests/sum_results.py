"""sum_results.py RESULTS STATUS: adds up what the test programs wrote to a folder.

The last line alone says `N passed, N failed`. A program that wrote nothing
counts as failed, and so does a bad exit status that no failed test explains.
"""
import json
import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def main(results, status):
    passed = failed = 0
    for path in results.glob("*.json"):
        run = json.loads(path.read_text())
        bad = run["failures"] + run.get("errors", 0)
        failed += bad
        passed += run["tests"] - bad - run.get("disabled", 0)
    failed += len(list(results.glob("*.broken")))
    lit = results / "lit.xml"
    if lit.exists():
        for suite in xml.parse(lit).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            failed += bad
            passed += int(suite.get("tests", 0)) - bad - int(suite.get("skipped", 0))
    else:
        print("lit wrote no results")
        failed += 1
    if status and not failed:
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
