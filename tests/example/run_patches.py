#!/usr/bin/env python3
"""Holds the checker against the contact centre and its patches.

The program as it is must pass. Each patch of the example is one mistake; with
it applied the check must fail with exactly the finding that the head of the
patch describes:

    # rule: personal-data-in-log
    # file: src/net/crm_client.cpp    the sink's
    # line: 57                        the sink's, in the patched file
    # data: contact.email             with several, one finding for each
    # path: src/a.h, src/b.cpp        files that the path goes through, in this order
                                      (data and path are `none` of a finding about no flow)
    # says: what the mistake is

All runs share a store, so that only what a patch touches is parsed again.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KEYS = ("rule", "file", "line", "data", "path", "says")
# Why the checker does not yet answer as the head says: a known gap, which must
# leave the head once it is closed.
OPTIONAL = ("gap",)
SERIOUS = ("error", "warning")


def words(text):
    if text == "none":
        return []
    return [word.strip() for word in text.split(",") if word.strip()]


def read_expectation(patch):
    head = {}
    for line in patch.read_text().splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line[1:].partition(":")
        if not colon or key.strip() not in KEYS + OPTIONAL:
            sys.exit(f"{patch}: unknown line in its head: {line}")
        head[key.strip()] = value.strip()
    missing = [key for key in KEYS if not head.get(key)]
    if missing:
        sys.exit(f"{patch}: its head does not say: {', '.join(missing)}")
    return head


class Check:
    def __init__(self, arguments, work):
        self.arguments = arguments
        # The real path: the compile commands, and so the findings, have it too.
        self.work = Path(os.path.realpath(work))
        self.tree = self.work / "contact-centre"
        self.build = self.work / "build"
        shutil.copytree(arguments.example, self.tree, ignore=shutil.ignore_patterns("build*", ".earmark"))

    def configure(self):
        command = ["cmake", "-S", self.tree, "-B", self.build, "-G", "Ninja",
                   f"-DCMAKE_CXX_COMPILER={self.arguments.cxx}", f"-DCMAKE_C_COMPILER={self.arguments.cc}",
                   "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", f"-DEARMARK_ANNOTATIONS={self.arguments.annotations}"]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(f"the example does not configure:\n{done.stdout}")

    def apply(self, patch, reverse=False):
        command = ["patch", "-p1", "-s", "-f", "--no-backup-if-mismatch"] + (["-R"] if reverse else [])
        done = subprocess.run(command, cwd=self.tree, stdin=patch.open(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(f"{patch.name} does not apply:\n{done.stdout}")

    def run(self):
        """The exit status, the serious findings and what the command said."""
        out = self.work / "out.json"
        out.unlink(missing_ok=True)
        command = [self.arguments.earmark, "check", "-p", self.build, "--policy", self.tree / "earmark.yaml",
                   "--store", self.work / "store", "--as-of", "2026-11-21", "-j", str(self.arguments.jobs),
                   "--format", "json", "-o", out]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if not out.exists():
            return done.returncode, [], done.stdout + "\n(no JSON was written)"
        findings = [finding for finding in json.loads(out.read_text())["findings"]
                    if finding["level"] in SERIOUS and not finding.get("suppressed")]
        return done.returncode, findings, done.stdout

    def inside(self, file):
        """A file as the heads of the patches name it."""
        path = Path(file)
        if not path.is_absolute():
            beside = [base / path for base in (self.tree, self.build) if (base / path).exists()]
            path = beside[0] if beside else self.tree / path
        path = Path(os.path.normpath(path))
        return path.relative_to(self.tree).as_posix() if path.is_relative_to(self.tree) else path.as_posix()

    def show(self, finding):
        steps = "".join(f"\n        {self.inside(step['file'])}:{step['line']}: {step['text']}"
                        for step in finding["path"])
        return (f"{self.inside(finding['file'])}:{finding['line']}:{finding['column']}: {finding['level']}: "
                f"{finding['message']} [{finding['rule']}] {finding['data']} ({finding['confidence']}){steps}")

    def complaints(self, expected, status, findings):
        """How what came out differs from what the head of a patch says."""
        wrong = []
        if status != 1:
            wrong.append(f"exit status {status}, expected 1")
        data = sorted(words(expected["data"]))
        if sorted(filter(None, (finding["data"] for finding in findings))) != data or not findings:
            wrong.append(f"findings for {sorted(finding['data'] for finding in findings)}, expected one each for {data}")
        for finding in findings:
            place = f"{self.inside(finding['file'])}:{finding['line']}"
            if finding["rule"] != expected["rule"]:
                wrong.append(f"rule {finding['rule']}, expected {expected['rule']}")
            if place != f"{expected['file']}:{expected['line']}":
                wrong.append(f"at {place}, expected {expected['file']}:{expected['line']}")
            files = iter([self.inside(step["file"]) for step in finding["path"]])
            missing = [file for file in words(expected["path"]) if file not in files]
            if missing:
                wrong.append(f"the path for {finding['data']} misses {missing[0]}, "
                             f"expected {' > '.join(words(expected['path']))}")
        return list(dict.fromkeys(wrong))


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--earmark", required=True, type=os.path.abspath, help="the command under test")
    parser.add_argument("--example", type=os.path.abspath, default=root / "integrations/example/contact-centre")
    parser.add_argument("--annotations", type=os.path.abspath, default=root / "annotations")
    parser.add_argument("--cxx", default="clang++-19")
    parser.add_argument("--cc", default="clang-19")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("--keep", metavar="DIR", help="work here, and leave it there")
    parser.add_argument("patches", nargs="*", help="names, or how they start; all without any")
    arguments = parser.parse_args()

    chosen = sorted(Path(arguments.example, "patches").glob("*.patch"))
    if arguments.patches:
        chosen = [patch for patch in chosen if patch.name.startswith(tuple(arguments.patches))]
    if not chosen:
        sys.exit("no such patch")
    expectations = {patch: read_expectation(patch) for patch in chosen}

    with tempfile.TemporaryDirectory(prefix="earmark-example-") as temporary:
        work = temporary
        if arguments.keep:
            shutil.rmtree(arguments.keep, ignore_errors=True)
            os.makedirs(arguments.keep)
            work = arguments.keep
        check = Check(arguments, work)
        check.configure()
        failed = []

        def report(name, start, wrong, findings, said):
            print(f"{'FAIL' if wrong else 'ok':4} {name} ({time.monotonic() - start:.1f} s)", flush=True)
            for line in wrong:
                print(f"    {line}")
            if wrong:
                failed.append(name)
                for finding in findings:
                    print(f"    found: {check.show(finding)}")
                if not findings and said.strip():
                    print("    said: " + said.strip().replace("\n", "\n          "))

        start = time.monotonic()
        status, findings, said = check.run()
        wrong = [] if status == 0 else [f"exit status {status}, expected 0"]
        if findings:
            wrong.append(f"{len(findings)} findings, expected none")
        report("the program as it is", start, wrong, findings, said)

        for patch, expected in expectations.items():
            start = time.monotonic()
            check.apply(patch)
            status, findings, said = check.run()
            check.apply(patch, reverse=True)
            wrong = check.complaints(expected, status, findings)
            if "gap" in expected:
                wrong = [] if wrong else ["answered as its head says: take 'gap' out of it"]
            report(patch.name, start, wrong, findings, said)

        print(f"{len(chosen) + 1 - len(failed)} of {len(chosen) + 1} as expected")
        return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
