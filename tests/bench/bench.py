#!/usr/bin/env python3
"""What checking costs, each row beside its bound and measured side by side in one run.

    tests/bench/bench.py --earmark BIN --annotations DIR [--project NAME=BUILD[:POLICY]]... [--rows WORD,...]

BUILD is a folder with compile_commands.json; any project of yours will do. Times are the
smallest of --runs runs, which is what a noisy machine disturbs least; ratios of cold runs
are of processor time, as two jobs on a shared machine say little by the clock.
"""
import argparse
import json
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

CLANG = "clang++-19"


def run(command, **rest):
    """Seconds by the clock, seconds of processor time, peak memory in MB, status, stderr."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, **rest)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, text


def syntax_only(entry):
    """The command of a compilation database as one that only reads the source."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    kept, skip = [CLANG if words[0].endswith("++") or "++-" in words[0] else "clang-19"], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-c", "-MD", "-MMD", "-MP") and not word.startswith("-fsyntax-only"):
            kept.append(word)
    return kept + ["-fsyntax-only", "-w"]


def object_of(entry):
    """Where the command puts its object; none where it does not say."""
    words = entry.get("arguments") or shlex.split(entry["command"])
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "-o"]
    return os.path.join(entry["directory"], named[-1]) if named else None


def database(build):
    entries = {}
    for entry in json.load(open(os.path.join(build, "compile_commands.json"))):
        entries.setdefault(os.path.join(entry["directory"], entry["file"]), entry)
    return list(entries.values())


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = tempfile.mkdtemp(prefix="earmark-bench-")
        self.failed = False

    def row(self, what, value, bound, note=""):
        kept = value <= bound
        self.failed |= not kept
        print(f"| {what} | {value:.3g} | {bound:.3g} | {'yes' if kept else 'no'} | {note} |", flush=True)

    def check(self, build, store, *more):
        return run([self.options.earmark, "check", "-p", build, "--store", store, "-j", "2", "--stats",
                    "-o", os.path.join(self.work, "report"), *more])

    def best(self, action):
        runs = [action() for _ in range(self.options.runs)]
        for measured in runs:
            if measured[3] not in (0, 1):
                sys.exit(f"bench: a run ended with status {measured[3]}:\n{measured[4][-2000:]}")
        return min(runs, key=lambda measured: measured[1])

    # ---- rows ------------------------------------------------------------------

    def cold(self, name, build, policy):
        """A cold check of a project, against -fsyntax-only over the same units."""
        entries = database(build)
        store = os.path.join(self.work, "store-" + name)
        more = ["--policy", policy] if policy else []

        def syntax():
            script = "\n".join(f"cd {shlex.quote(e['directory'])} && {shlex.join(syntax_only(e))}" for e in entries)
            wall = time.monotonic()
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(["xargs", "-d", "\\n", "-P", "2", "-n", "1", "sh", "-c"], input=script.encode(),
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return (time.monotonic() - wall,
                    after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 0, 0, "")

        def cold_check():
            shutil.rmtree(store, ignore_errors=True)
            return self.check(build, store, *more)

        compiler, check = self.best(syntax), self.best(cold_check)
        self.row(f"cold check, {name}, against -fsyntax-only", check[1] / compiler[1], 0.95,
                 f"{len(entries)} units, {check[1]:.1f} s against {compiler[1]:.1f} s of processor time; "
                 f"by the clock {check[0]:.1f} s against {compiler[0]:.1f} s")
        again = self.best(lambda: self.check(build, store, *more))
        self.row(f"nothing changed, {name}, s", again[0], 0.5, f"{len(entries)} units")
        objects = [path for path in map(object_of, entries) if path and os.path.isfile(path)]
        if len(objects) == len(entries):
            flows = sum(os.path.getsize(os.path.join(folder, file))
                        for folder, _, files in os.walk(store) for file in files)
            compiled = 0
            for path in objects:
                bare = os.path.join(self.work, "bare.o")
                subprocess.run(["llvm-strip-19", "--strip-debug", "-o", bare, path], check=True)
                compiled += os.path.getsize(bare)
            self.row(f"flow files of {name}, against its objects without debug information", flows / compiled, 0.15,
                     f"{flows / 1e6:.1f} MB against {compiled / 1e6:.1f} MB")
        worst, unit = 0, ""
        for entry in entries[:: max(1, len(entries) // 5)]:
            plain = run(syntax_only(entry), cwd=entry["directory"])
            ours = run([self.options.earmark, "extract", "-p", build, os.path.join(entry["directory"], entry["file"]),
                        "-o", os.path.join(self.work, "one.flow")])
            if plain[3] == 0 and ours[3] == 0 and ours[2] / plain[2] > worst:
                worst, unit = ours[2] / plain[2], os.path.basename(entry["file"])
        if unit:
            self.row(f"peak memory of a worker, {name}, against -fsyntax-only of the unit", worst, 1.2,
                     f"the worst of five units: {unit}")

    def generate(self, units, functions):
        """A project of so many units whose functions pass a struct on, some of it to a log."""
        folder = os.path.join(self.work, f"generated-{units}-{functions}")
        os.makedirs(folder)
        with open(os.path.join(folder, "common.h"), "w") as out:
            out.write("#pragma once\n#include <earmark/earmark.h>\n"
                      "struct User { EARMARK_PERSONAL(\"contact.email\") const char *mail; int id; User *next; };\n"
                      "EARMARK_SINK(\"log\") void write_log(const char *);\nint compute(int);\n")
            for unit in range(units):
                out.write(f"int f{unit}_0(User *, int, const char *);\n")
        database = []
        for unit in range(units):
            name = os.path.join(folder, f"u{unit}.cpp")
            with open(name, "w") as out:
                out.write('#include "common.h"\n')
                for function in range(functions):
                    out.write(f"int f{unit}_{function}(User *user, int number, const char *text);\n")
                for function in range(functions):
                    out.write(f"int f{unit}_{function}(User *user, int number, const char *text) {{\n"
                              f"  const char *copy = number > {function} ? text : \"none\";\n"
                              "  int sum = compute(number) + user->id;\n"
                              "  for (User *u = user; u; u = u->next) sum += u->id;\n")
                    if function:
                        out.write(f"  sum += f{unit}_{(function * 7) // 8}(user, sum, copy);\n"
                                  if function % 8 else f"  sum += f{unit}_{function // 2}(user->next, sum, text);\n")
                    else:
                        out.write(f"  if (number > 5) sum += f{(unit * 13 + 1) % units}_0(user, number - 1, text);\n")
                    if unit % 100 == 0 and function == 1:
                        out.write(f"  sum += f{unit}_0(user, 1, user->mail);\n")
                    if unit % 10 == 0 and function == 0:
                        out.write("  write_log(copy);\n")
                    out.write("  return sum;\n}\n")
            database.append({"directory": folder, "file": name,
                             "arguments": [CLANG, "-std=c++20", "-I", self.options.annotations, "-c", name]})
        json.dump(database, open(os.path.join(folder, "compile_commands.json"), "w"))
        return folder

    @staticmethod
    def stage(text, name):
        for line in text.splitlines():
            words = line.split(None, 2)
            if len(words) == 3 and words[1] == "s" and words[2] == name:
                return float(words[0])
        sys.exit(f"bench: --stats says nothing of '{name}'")

    def many(self):
        """1,000 units: what a change costs; a hundred functions in each of them: solving."""
        few = self.generate(1000, 10)
        store = os.path.join(self.work, "store-1000")
        cold = self.check(few, store)
        small = self.stage(cold[4], "solve")
        unchanged = self.best(lambda: self.check(few, store))
        self.row("nothing changed, 1,000 units, s", unchanged[0], 0.5)

        def change():
            name = os.path.join(few, "u500.cpp")
            with open(name, "a") as out:
                out.write(f"int more{time.monotonic_ns()}() {{ return 1; }}\n")
            return self.check(few, store)

        one = run([CLANG, "-std=c++20", "-I", self.options.annotations, "-fsyntax-only", os.path.join(few, "u500.cpp")])
        changed = self.best(change)
        self.row("one file changed of 1,000, s beyond that unit", max(0, changed[0] - one[0]), 0.5)

        def other():
            policy = os.path.join(self.work, f"policy-{time.monotonic_ns()}.yaml")
            with open(policy, "w") as out:
                out.write("earmark: 1\nextends: [avg]\nannotate:\n"
                          "  - {function: compute, returns: {personal: contact.phone}}\n")
            return self.check(few, store, "--policy", policy)

        self.row("policy changed, 1,000 units, s", self.best(other)[0], 1)
        large = self.generate(1000, 100)
        solved = self.check(large, os.path.join(self.work, "store-large"))
        each = self.stage(solved[4], "solve") / 1e5 / (small / 1e4)
        self.row("solve: time per function, 10^5 functions against 10^4", each, 1.5,
                 f"{self.stage(solved[4], 'solve'):.2f} s against {small:.2f} s; peak {solved[2]:.0f} MB")

    def start(self):
        empty = os.path.join(self.work, "empty.cpp")
        open(empty, "w").close()
        ours = self.best(lambda: run([self.options.earmark, "check", empty, "--store",
                                      os.path.join(self.work, "none"), "--stats", "--", "-std=c++20"]))
        theirs = self.best(lambda: run([CLANG, "-std=c++20", "-fsyntax-only", empty]))
        self.row("start-up: check of an empty unit, against -fsyntax-only", ours[1] / theirs[1], 1.3,
                 f"{1000 * ours[1]:.0f} ms against {1000 * theirs[1]:.0f} ms of processor time")
        self.row("loading policy and models, ms", 1000 * self.stage(ours[4], "load policy and models"), 30)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--earmark", required=True)
    parser.add_argument("--annotations", required=True)
    parser.add_argument("--project", action="append", default=[], metavar="NAME=BUILD[:POLICY]")
    parser.add_argument("--rows", default="start,many,cold", help="of start, many, cold")
    parser.add_argument("--runs", type=int, default=int(os.environ.get("EARMARK_BENCH_RUNS", "3")))
    options = parser.parse_args()
    options.earmark, options.annotations = os.path.abspath(options.earmark), os.path.abspath(options.annotations)
    bench = Bench(options)
    print("| what | measured | bound | kept | |\n|---|---|---|---|---|", flush=True)
    try:
        if "start" in options.rows:
            bench.start()
        if "many" in options.rows:
            bench.many()
        if "cold" in options.rows:
            for project in options.project:
                name, _, rest = project.partition("=")
                build, _, policy = rest.partition(":")
                bench.cold(name, os.path.abspath(build), policy)
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)
    print("\nEvery bound is kept." if not bench.failed else "\nNot every bound is kept.")


main()
