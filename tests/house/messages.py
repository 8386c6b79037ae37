"""Every message of the checks is produced by some test of tests/policy, in English and
in Dutch: runs those tests' commands once more, as JSON, which has both languages."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

earmark, root, annotations = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
# Words that English sentences are made of, and no Dutch one.
ENGLISH = re.compile(r"\b(the|which|and|does|has|holds|nothing|while|only by|person is|of what|its|there|before it|after it|without)\b", re.I)

texts = []  # of findings: rule, English, Dutch, plain in both


def run(command, folder):
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        words, flags = command.split(" -- ", 1)
        words = re.sub(r"--lang \S+", "", words)
        subprocess.run(
            f"{earmark} check {words} --format json -o {out.name} -- {flags}",
            shell=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return json.load(open(out.name, encoding="utf-8"))["findings"]
        except (ValueError, KeyError):
            sys.exit(f"no report from: earmark check {command}")


def commands(path, folder):
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.search(r"RUN:.*?%earmark check (.*)", line)
        if not match:
            continue
        command = re.split(r"\s(?:\||>|2>&1|&&)\s?", match.group(1) + " ")[0]
        for name, value in (("%annotations", annotations), ("%s", str(path)), ("%S", str(path.parent)), ("%t", folder)):
            command = command.replace(name, value)
        if " -- " in command:
            yield command


for path in sorted((root / "tests" / "policy").glob("*.cpp")):
    with tempfile.TemporaryDirectory() as folder:
        if "split-file" in path.read_text(encoding="utf-8"):
            subprocess.run(["split-file", str(path), folder], check=True)
        seen = set()
        for command in commands(path, folder):
            command = re.sub(r"--lang \S+ ?", "", command)
            if command in seen:
                continue
            seen.add(command)
            for finding in run(command, folder):
                texts.append((f"{path.name}: {finding['rule']}", finding["message"], finding["messageNl"]))

wrong = []
for where, english, dutch in texts:
    for text in (english, dutch):
        if re.search(r"\{[a-z]+\}", text):
            wrong.append(f"{where}: a placeholder is left in: {text}")
    if english == dutch:
        wrong.append(f"{where}: the same in both languages: {english}")
    # What stands in quotes, in brackets and behind 'write' comes from the code.
    prose = re.sub(r"'[^']*'|\([^)]*\)|persoonsgegevens|\bis\b", " ", dutch)
    if match := ENGLISH.search(prose):
        wrong.append(f"{where}: '{match.group(0)}' in the Dutch: {dutch}")

rules = re.findall(r"^  ([a-z-]+):$", (root / "rules" / "policies" / "avg.yaml").read_text(encoding="utf-8").split("\nrules:\n", 1)[1], re.M)
for rule in rules:
    if not any(where.endswith(": " + rule) for where, _, _ in texts):
        wrong.append(f"no test of tests/policy produces a finding of '{rule}'")

# The texts in the sources: a literal of several words must occur in some message.
produced = "\n".join(part for text in texts for part in text[1:])
NO_MESSAGE = {"comment by ", "policy by "}  # of the assurance statement
sources = [p for p in sorted((root / "checker" / "policy").glob("*.cpp")) if re.match(r"(Check|SinkSentence|Suppress)", p.name)]
count = 0
for source in sources:
    code = re.sub(r"//[^\n]*|#include[^\n]*", "", source.read_text(encoding="utf-8"))
    for match in re.finditer(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*', code):
        text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', match.group(0))).replace('\\"', '"')
        if text in NO_MESSAGE or len(text.split()) < 2 or not re.search(r"[a-z]{2}", text):
            continue
        count += 1
        if text not in produced:
            wrong.append(f"{source.name}: no test of tests/policy produces: {text}")
if count < 100:
    wrong.append(f"only {count} texts were found in checker/policy")
if wrong:
    sys.exit("\n".join(dict.fromkeys(wrong)))
print(f"{len(texts)} findings, {count} texts of {len(sources)} sources, all produced in both languages")
