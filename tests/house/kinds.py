"""Every expression kind whose family needs code is named by a test.

A file under tests/lower that proves a kind says so: `// kind: MemberExpr`.
usage: kinds.py ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
families = {"Construct", "Operator", "Cast", "Place", "Call", "Closure"}
table = (root / "checker/frontend/lower/ExprFamily.def").read_text()
kinds = dict(re.findall(r"EXPR_FAMILY\((\w+), (\w+)\)", table))
needed = {kind for kind, family in kinds.items() if family in families}
named = {}
for path in sorted((root / "tests/lower").rglob("*")):
    if path.suffix in {".c", ".cpp", ".test"}:
        for kind in re.findall(r"^// kind: (\w+)\s*$", path.read_text(), re.M):
            named.setdefault(kind, path)

wrong = [f"{named[kind]}: '{kind}' is no expression kind of ExprFamily.def" for kind in named if kind not in kinds]
wrong += [f"no test under tests/lower says '// kind: {kind}'" for kind in sorted(needed - set(named))]
for line in wrong:
    print(line)
if wrong or not needed:
    sys.exit(1)
print(f"{len(needed)} kinds, each with a test")
