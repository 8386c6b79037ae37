"""A generated program, and how a batch of them becomes source files.

A program is a list of items at file scope (types, functions, variables) and the
statements of one function `run(int o)`, where the bits of `o` decide every
branch whose condition is opaque. Text is kept line by line, a brace closing the
block that a line opened, so that the shrinker can take lines and blocks away.

Two marks stand in the text until it is emitted: `sink(@, x)` gets a number that
is unique in its batch, and `§` in a name becomes what keeps names of several
programs apart (nothing in C++, where each has its namespace).
"""
import re
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Item:
    kind: str  # type, fn, var or local
    lines: tuple
    unit: int = 0  # the file that holds the definition, where there are several
    early: bool = True  # a function defined where it is declared


@dataclass(frozen=True)
class Program:
    name: str  # seed and index: how to make it again
    lang: str  # c or c++
    items: tuple
    body: tuple
    bits: int  # how many bits of input decide its branches
    units: int = 1
    uses: tuple = ()  # the constructs it is made of

    def size(self):
        return len(self.body) + sum(len(item.lines) for item in self.items)

    def with_body(self, body):
        return replace(self, body=tuple(body))

    def with_items(self, items):
        return replace(self, items=tuple(items))


@dataclass
class Sink:
    program: int  # index in the batch
    file: str
    line: int
    text: str


@dataclass
class Emitted:
    files: dict = field(default_factory=dict)  # name -> text
    compiled: list = field(default_factory=list)  # the names that are units
    sinks: list = field(default_factory=list)  # by number
    owners: dict = field(default_factory=dict)  # (file, line) -> index of program


def declaration_of(item):
    """What other files see of a function or a variable."""
    text = "\n".join(item.lines)
    if item.kind == "fn":
        return text[: text.index("{")].rstrip().removesuffix(" try") + ";"
    return "extern " + text.split("=")[0].rstrip(" ;") + ";"


class _File:
    def __init__(self, name, emitted):
        self.name, self.emitted, self.lines = name, emitted, []

    def put(self, text, program=None, tag=""):
        for line in text.split("\n"):
            line = line.replace("§", tag)
            if program is not None:
                line = self._number(line, program)
                self.emitted.owners[(self.name, len(self.lines) + 1)] = program
            self.lines.append(line)

    def _number(self, line, program):
        while "@" in line:
            number = len(self.emitted.sinks)
            self.emitted.sinks.append(Sink(program, self.name, len(self.lines) + 1, line.strip()))
            line = line.replace("@", str(number), 1)
        return line


def emit(programs, stem="batch"):
    """The files of a batch. All programs in it have the same language and number of units."""
    lang, units = programs[0].lang, programs[0].units
    suffix = ".c" if lang == "c" else ".cpp"
    result = Emitted()
    files = [_File(f"{stem}{n or ''}{suffix}", result) for n in range(units)]
    header = _File(f"{stem}.h", result) if units > 1 else None
    for file in files:
        file.put('#include "truth.h"')
        if header:
            file.put(f'#include "{header.name}"')
    if header:
        header.put("#pragma once")
        header.put('#include "truth.h"')
    everywhere = files + ([header] if header else [])
    for index, program in enumerate(programs):
        tag = f"_{index}" if lang == "c" else ""
        if lang == "c++":
            for file in everywhere:
                file.put(f"namespace p{index} {{")
        late = []
        for item in program.items:
            text = "\n".join(item.lines)
            if item.kind == "type":
                (header or files[0]).put(text, index, tag)
            elif item.kind == "local":
                files[0].put(text, index, tag)
            elif item.kind == "def":
                late.append((files[item.unit % units], text))
            elif header:
                header.put(declaration_of(item), index, tag)
                late.append((files[item.unit % units], text))
            elif item.early or item.kind == "var":
                files[0].put(text, index, tag)
            else:
                files[0].put(declaration_of(item), index, tag)
                late.append((files[0], text))
        if header:  # definitions of variables first, and locals before what uses them
            for file, text in late:
                file.put(text, index, tag)
            late = []
        run = f"run_{index}" if lang == "c" else "run"
        files[0].put(f"void {run}(int o) {{", index)
        files[0].put("  (void)o;", index)
        for line in program.body:
            files[0].put("  " + line, index, tag)
        files[0].put("}", index)
        for file, text in late:
            file.put(text, index, tag)
        if lang == "c++":
            for file in everywhere:
                file.put(f"}} // namespace p{index}")
    main = files[0]
    main.put("int main(int argc, char **argv) {")
    main.put("  int o = argc > 1 ? atoi(argv[1]) : 0;")
    main.put('  setbuf(stdout, NULL);')
    for index in range(len(programs)):
        call = f"run_{index}(o)" if lang == "c" else f"p{index}::run(o)"
        main.put(f'  puts("program {index}");')
        main.put(f"  {call};", index)
    main.put('  puts("end");')
    main.put("  return 0;")
    main.put("}")
    for file in everywhere:
        result.files[file.name] = "\n".join(file.lines) + "\n"
    result.compiled = [file.name for file in files]
    return result
