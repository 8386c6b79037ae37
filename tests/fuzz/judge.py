"""Compile a batch, run it with every input, check it, and hold the two against each other."""
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from program import emit

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
INCLUDES = ["-I" + str(HERE / "truth"), "-I" + str(ROOT / "annotations")]
STANDARD = {"c": "-std=gnu17", "c++": "-std=c++20"}
# A precompiled header and what uses it want the same; what the shrinker took an initial value from holds nothing.
FLAGS = ["-O0", "-w", "-pthread", "-ftrivial-auto-var-init=zero"]
COMPILER = {"c": "clang-19", "c++": "clang++-19"}


@dataclass
class Verdict:
    program: object
    sinks: list = field(default_factory=list)  # (text, leaked, reported)
    broken: str = ""  # why it could not be judged

    def missed(self):
        return [text for text, leaked, reported in self.sinks if leaked and not reported]

    def surplus(self):
        return [text for text, leaked, reported in self.sinks if reported and not leaked]


class Judge:
    def __init__(self, earmark, work, keep=False):
        self.earmark, self.work, self.keep = earmark, Path(work), keep
        self.work.mkdir(parents=True, exist_ok=True)
        self._prepare()

    def _prepare(self):
        """The sinks as an object, the headers compiled once."""
        truth = HERE / "truth"
        self.object = self.work / "truth.o"
        run(["clang++-19", "-std=c++20", "-O1", "-c", truth / "truth.cpp", "-o", self.object, *INCLUDES])
        self.header = {}
        for lang, spelt in (("c", "c-header"), ("c++", "c++-header")):
            self.header[lang] = self.work / f"truth.{spelt}.pch"
            run([COMPILER[lang], STANDARD[lang], *FLAGS, "-x", spelt, truth / "truth.h", "-o", self.header[lang], *INCLUDES])

    def judge(self, programs):
        """A verdict for each program; all of the same language and number of units."""
        broken = {}
        while True:
            alive = [i for i in range(len(programs)) if i not in broken]
            if not alive:
                break
            with tempfile.TemporaryDirectory(dir=self.work) as folder:
                outcome = self._attempt([programs[i] for i in alive], Path(folder))
            if isinstance(outcome, list):
                verdicts = dict(zip(alive, outcome))
                return [verdicts.get(i) or Verdict(p, broken=broken[i]) for i, p in enumerate(programs)]
            broken.update({alive[i]: why for i, why in outcome.items()})
        return [Verdict(p, broken=broken[i]) for i, p in enumerate(programs)]

    def _attempt(self, programs, folder):
        """Verdicts, or the programs that stand in the way of them and why."""
        emitted = emit(programs)
        for name, text in emitted.files.items():
            (folder / name).write_text(text)
        lang = programs[0].lang
        errors = self._compile(lang, emitted, folder)
        if errors:
            return errors
        leaks, stopped = self._execute(programs, folder)
        if stopped:
            return stopped
        reported = self._check(lang, emitted, folder)
        verdicts = [Verdict(p) for p in programs]
        for number, sink in enumerate(emitted.sinks):
            verdicts[sink.program].sinks.append((sink.text, number in leaks, (sink.file, sink.line) in reported))
        return verdicts

    def _compile(self, lang, emitted, folder):
        done = subprocess.run(
            [COMPILER[lang], STANDARD[lang], *FLAGS, "-ferror-limit=0", "-fno-caret-diagnostics",
             "-include-pch", self.header[lang], *INCLUDES,
             "-o", folder / "batch", *emitted.compiled, "-x", "none", self.object, "-lstdc++"],
            cwd=folder, capture_output=True, text=True)
        if done.returncode == 0:
            return {}
        broken = {}
        for match in re.finditer(r"^(?:\./)?([\w.]+):(\d+):\d+: (?:fatal )?error: (.*)", done.stderr, re.M):
            owner = emitted.owners.get((match[1], int(match[2])))
            if owner is not None:
                broken.setdefault(owner, f"does not compile: {match[3]}")
        if not broken:
            raise RuntimeError(f"a batch does not compile: {done.stderr[:2000]}")
        return broken

    def _execute(self, programs, folder):
        leaks = set()
        for value in range(1 << max(p.bits for p in programs)):
            try:
                done = subprocess.run([folder / "batch", str(value)], capture_output=True, text=True, timeout=20, errors="replace")
                ended = done.returncode == 0 and done.stdout.endswith("end\n")
                output, why = done.stdout, f"ended with status {done.returncode} for input {value}"
            except subprocess.TimeoutExpired as late:
                ended, output, why = False, (late.stdout or b"").decode(), f"does not end for input {value}"
            if not ended:
                started = re.findall(r"^program (\d+)$", output, re.M)
                return leaks, {int(started[-1]) if started else 0: why}
            leaks.update(int(n) for n in re.findall(r"^leak (\d+)$", output, re.M))
        return leaks, {}

    def _check(self, lang, emitted, folder):
        done = subprocess.run(
            [self.earmark, "check", *emitted.compiled, "--format", "json", "--store", folder / "store", "-j", "1",
             "--", STANDARD[lang], *INCLUDES],
            cwd=folder, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"the check ended with status {done.returncode}: {done.stderr[:2000]}")
        report = json.loads(done.stdout)
        return {(Path(f["file"]).name, f["line"]) for f in report["findings"]}


def run(command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stderr}")
