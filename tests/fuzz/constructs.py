"""Constructs: what a program can be made of, read from `families/`.

A family is a text file of templates; README.md explains the notation. This module
only reads them; `generate.py` fills them in.
"""
import re
from dataclasses import dataclass
from pathlib import Path

FAMILIES = Path(__file__).parent / "families"
SECTIONS = {"type", "fn", "var", "local", "def", "body", "out"}
NEEDS = re.compile(r"\$<(\w+)(?::\d)?>")


@dataclass(frozen=True)
class Construct:
    name: str
    family: str
    types: str  # the payloads it works with, a letter each
    langs: tuple
    weight: float
    sections: tuple  # (kind, text) in order, without `out`
    outs: tuple  # (kind, writable, expression)
    needs: frozenset  # kinds of objects that must be there already


def parse_out(line):
    """`= x` a payload that can be assigned, `x` one that cannot, `vec: x` an object of that kind."""
    kind, writable, text = "", False, line.strip()
    named = re.match(r"(\w+):(?!:)\s*(.*)", text)
    if named:
        kind, text = named.groups()
    if text.startswith("="):
        writable, text = True, text[1:].strip()
    return kind, writable, text


def parse(text, family):
    for block in re.split(r"^== ", text, flags=re.M)[1:]:
        head, _, rest = block.partition("\n")
        words = head.split()
        options = dict(word.split("=", 1) for word in words[1:])
        sections, outs, kind, lines = [], [], "body", []

        def close():
            content = "\n".join(lines).strip("\n")
            if kind == "out":
                outs.extend(parse_out(line) for line in content.split("\n") if line.strip())
            elif content.strip():
                sections.append((kind, content))

        for line in rest.split("\n"):
            if line.startswith("%"):
                close()
                kind, lines = line[1:].strip(), []
                if kind not in SECTIONS:
                    raise ValueError(f"{family}: {words[0]}: no section %{kind}")
            elif not line.startswith("//"):
                lines.append(line)
        close()
        body = "\n".join(content for _, content in sections) + "\n".join(out[2] for out in outs)
        lang = options.get("lang", "c" if family.startswith("c-") else "c++")
        yield Construct(
            name=f"{family}.{words[0]}",
            family=family,
            types=options.get("types", "CI" if lang != "c++" else "SCI"),
            langs=("c", "c++") if lang == "both" else (lang,),
            weight=float(options.get("weight", 1)),
            sections=tuple(sections),
            outs=tuple(outs),
            needs=frozenset(NEEDS.findall(body)),
        )


def load():
    constructs = []
    for path in sorted(FAMILIES.glob("*.txt")):
        constructs += parse(path.read_text(), path.stem)
    return constructs
