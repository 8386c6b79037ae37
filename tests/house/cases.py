"""Every rule of the built-in pack has at least six cases that must be found and six
near misses that must not be, in tests/policy: a found one is a FileCheck line that
ends in [rule]; a near miss is a line or function that says `// near: rule`, in a file
whose RUN lines fail on any finding that no line expects."""
import pathlib
import re
import sys

LEAST = 6
root = pathlib.Path(sys.argv[1])
pack = (root / "rules" / "policies" / "avg.yaml").read_text(encoding="utf-8")
rules = re.findall(r"^  ([a-z-]+):$", pack.split("\nrules:\n", 1)[1], re.M)
if len(rules) < 15:
    sys.exit("the rules of rules/policies/avg.yaml are not where they were")

found = {rule: 0 for rule in rules}
near = {rule: 0 for rule in rules}
wrong = []
for path in sorted((root / "tests" / "policy").glob("*.cpp")):
    text = path.read_text(encoding="utf-8")
    strict = "--implicit-check-not" in text
    for number, line in enumerate(text.splitlines(), 1):
        expectation = re.search(r"(?://|#)\s*(?:CHECK|[A-Z]{4,}):.*\[([a-z-]+)\]\s*$", line)
        if expectation and "-NOT:" not in line and expectation.group(1) in found:
            found[expectation.group(1)] += 1
        label = re.search(r"(?://|#|;) near: ([a-z, -]+)", line)
        if not label:
            continue
        if not strict:
            wrong.append(f"{path.name}:{number}: a near miss, and the file lets surplus findings pass")
        for rule in re.split(r",\s*", label.group(1).strip()):
            rule = rule.strip()
            if rule not in near:
                wrong.append(f"{path.name}:{number}: there is no rule '{rule}'")
            elif expectation and expectation.group(1) == rule:
                wrong.append(f"{path.name}:{number}: both found and a near miss")
            else:
                near[rule] += 1
for rule in rules:
    if found[rule] < LEAST or near[rule] < LEAST:
        wrong.append(f"{rule}: {found[rule]} found and {near[rule]} near misses; expected {LEAST} of each")
if wrong:
    sys.exit("\n".join(wrong))
print(f"{len(rules)} rules, {sum(found.values())} cases that are found, {sum(near.values())} near misses")
