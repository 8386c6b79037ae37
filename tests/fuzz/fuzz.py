#!/usr/bin/env python3
"""The truth machine: programs that say, by running, what the checker should have said.

    fuzz.py [--programs N] [--seed S] [--jobs N] [--shrink N] [--show SEED/INDEX] ...
"""
import argparse
import collections
import concurrent.futures
import os
import sys
import tempfile
import threading
from pathlib import Path

import constructs
import report
from generate import each, generate
from judge import ROOT, Judge
from program import emit
from shrink import Shrinker


def arguments():
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("--programs", type=int, default=300, help="how many (300)")
    parser.add_argument("--seed", default="1", help="other programs for another seed (1)")
    parser.add_argument("--first", type=int, default=0, help="number of the first program (0)")
    parser.add_argument("--each", type=int, default=0, metavar="N", help="N small programs of each construct instead")
    parser.add_argument("--only", default="", help="families or constructs to use, separated by commas")
    parser.add_argument("--batch", type=int, default=80, help="programs in a unit (80)")
    parser.add_argument("--jobs", type=int, default=int(os.environ.get("EARMARK_JOBS", os.cpu_count() or 1)))
    parser.add_argument("--shrink", type=int, default=5, help="how many wrong answers of a kind to shrink (5)")
    parser.add_argument("--list", action="store_true", help="print every wrong program as it is")
    parser.add_argument("--out", type=Path, help="folder for what was shrunk, a file each")
    parser.add_argument("--show", metavar="SEED/INDEX", help="print one program and its verdict, and end")
    parser.add_argument("--precision", type=float, default=98.0, help="least precision to pass, in percent (98)")
    parser.add_argument("--work", type=Path, default=None, help="folder for what is built (a temporary one)")
    parser.add_argument("--earmark", default=os.environ.get("EARMARK_BIN", ROOT / "build/release/bin/earmark"))
    return parser.parse_args()


def batches_of(programs, size):
    """Alike in language and number of units, in an order that only the programs decide."""
    alike = collections.defaultdict(list)
    for program in programs:
        alike[program.lang, program.units].append(program)
    for key in sorted(alike):
        group = alike[key]
        for start in range(0, len(group), size):
            yield group[start : start + size]


def chosen(only):
    known = constructs.load()
    if not only:
        return known
    words = only.split(",")
    found = [c for c in known if c.family in words or c.name in words]
    missing = [w for w in words if not any(w in (c.family, c.name) for c in known)]
    if missing:
        sys.exit(f"fuzz: no family or construct '{missing[0]}'; there are: {', '.join(sorted({c.family for c in known}))}")
    return found


def show(options, known):
    seed, _, index = options.show.rpartition("/")
    program = generate(seed, int(index), known)
    with tempfile.TemporaryDirectory() as work:
        verdict = Judge(options.earmark, options.work or work).judge([program])[0]
    print(report.listing(verdict), end="")
    for name, text in emit([program]).files.items():
        print(f"//--- {name}\n{text}", end="")
    return 1 if verdict.missed() or verdict.surplus() else 0


def main():
    options = arguments()
    known = chosen(options.only)
    if options.show:
        return show(options, known)
    with tempfile.TemporaryDirectory() as work:
        judge = Judge(options.earmark, options.work or work)
        if options.each:
            programs = list(each(options.seed, known, options.each))
        else:
            programs = [generate(options.seed, options.first + n, known) for n in range(options.programs)]
        batches = list(batches_of(programs, options.batch))
        lock, done = threading.Lock(), 0

        def one(batch):
            nonlocal done
            verdicts = judge.judge(batch)
            with lock:
                done += len(batch)
                if sys.stderr.isatty():
                    print(f"\r{done} of {len(programs)} programs", end="", file=sys.stderr, flush=True)
            return verdicts

        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            verdicts = [v for group in pool.map(one, batches) for v in group]
            print(report.summary(verdicts))
            if options.list:
                print("\n".join(report.marked(v) for v in verdicts if v.missed() or v.surplus()))
            wrong = report.to_shrink(verdicts, options.shrink)
            kinds = {"missed": lambda v: v.missed(), "surplus": lambda v: v.surplus()}
            shrunk = pool.map(lambda job: Shrinker(judge, kinds[job[0]]).shrink(job[1].program), wrong)
            for (kind, _), verdict in zip(wrong, shrunk):
                program, text = verdict.program, report.shrunk(kind, verdict)
                print(text)
                if options.out:
                    options.out.mkdir(parents=True, exist_ok=True)
                    name = f"{kind}-{program.name.replace('/', '-')}{'.c' if program.lang == 'c' else '.cpp'}"
                    (options.out / name).write_text(text)
        return report.status(verdicts, options.precision)


if __name__ == "__main__":
    sys.exit(main())
