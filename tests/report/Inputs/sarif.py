"""Holds SARIF files against the schema (OASIS, 2.1.0), and against Microsoft's multitool where it is installed.

usage: sarif.py [--schema-only] FILE...    says by what they were held, and what is wrong
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent.parent
# Said of how the report could be richer, or of what is not known here: a home page, a revision control system.
ALLOWED = {"SARIF2005"}


def by_schema(files):
    validator = jsonschema.Draft4Validator(json.load(open(here / "sarif-2.1.0.schema.json")))
    return [f"{file}: {'/'.join(map(str, error.path))}: {error.message}"
            for file in files for error in validator.iter_errors(json.load(open(file, encoding="utf-8")))]


def multitool():
    return os.environ.get("SARIF_MULTITOOL") or str(
        root / "build/node/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool")


def by_multitool(files):
    wrong = []
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "log.sarif")
            environment = dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1", DOTNET_BUNDLE_EXTRACT_BASE_DIR=folder)
            run = subprocess.run([multitool(), "validate", file, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning",
                                  "--output", log], env=environment, capture_output=True, text=True, timeout=200)
            if not os.path.exists(log):
                wrong.append(f"{file}: the multitool did not run: {run.stdout}{run.stderr}")
                continue
            for result in json.load(open(log, encoding="utf-8-sig"))["runs"][0].get("results", []):
                if result["ruleId"].split("/")[0] not in ALLOWED:
                    wrong.append(f"{file}: {result['ruleId']}: {result['message']}")
    return wrong


arguments = sys.argv[1:]
schema_only = "--schema-only" in arguments
files = [argument for argument in arguments if not argument.startswith("--")]
wrong = by_schema(files)
ways = "schema"
if not schema_only and os.access(multitool(), os.X_OK):
    wrong += by_multitool(files)
    ways += " and multitool"
print("\n".join(wrong) if wrong else f"{len(files)} valid by {ways}")
sys.exit(bool(wrong))
