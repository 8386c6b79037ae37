"""Counts the units and patches of the example and finds each patch in its README."""
import sys
from pathlib import Path

example = Path(sys.argv[1])
units = [path for folder in ("src", "third_party") for path in (example / folder).rglob("*.c*")]
patches = sorted((example / "patches").glob("*.patch"))
readme = (example / "README.md").read_text()
assert len(units) >= 20, f"{len(units)} units"
assert len(patches) >= 15, f"{len(patches)} patches"
missing = [patch.name for patch in patches if f"`{patch.stem}`" not in readme]
assert not missing, f"not in the README's table: {missing}"
