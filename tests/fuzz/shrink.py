"""Shrink a program that the checker answers wrongly to the few lines that matter.

A *piece* is what can go alone: an item, a line, a block, or the head and tail of
a block. Each round judges, in one batch, the program less each piece; then, in
a second batch, the program less many of those that turned out not to matter at
once. The smallest that still goes wrong is the next, until no piece can go.
"""
import re
from dataclasses import replace

MOST = 100  # candidates in a batch


def blocks(lines):
    """Where each line, or block with all in it, starts and ends."""
    spans = []
    for start, line in enumerate(lines):
        if line is None or line.lstrip().startswith("}"):
            continue
        depth, end = line.count("{") - line.count("}"), start + 1
        while depth > 0 and end < len(lines):
            depth += (lines[end] or "").count("{") - (lines[end] or "").count("}")
            end += 1
        spans.append((start, end))
    return spans


def pieces_of(lines):
    """The sets of lines that can go alone."""
    for start, end in blocks(lines):
        yield frozenset(range(start, end))
        if end - start > 2:
            yield frozenset({start, end - 1})


def pieces(program):
    """(item or None for the body, lines of it or None for all) of each piece."""
    for index, item in enumerate(program.items):
        yield index, None
        yield from ((index, piece) for piece in pieces_of(item.lines) if 0 not in piece)
    yield from ((None, piece) for piece in pieces_of(program.body))


def less(program, gone):
    """The program without these pieces."""
    items = []
    for index, item in enumerate(program.items):
        of_item = [lines for where, lines in gone if where == index]
        if None in of_item:
            continue
        out = frozenset().union(*of_item)
        items.append(replace(item, lines=tuple(line for n, line in enumerate(item.lines) if n not in out)))
    out = frozenset().union(*(lines for where, lines in gone if where is None))
    return replace(program, items=tuple(items), body=tuple(line for n, line in enumerate(program.body) if n not in out))


def simpler(program):
    """The program with something simpler in one place: a condition decided, a secret that is none, one file."""
    if program.units > 1:
        yield replace(program, units=1)
    plain = {"S": 'std::string("a")', "C": '"a"', "I": "1"}
    for number, line in enumerate(program.body):
        for match in re.finditer(r"\(o >> \d & 1\)|secret([SCI])\(\)", line):
            for new in [plain[match[1]]] if match[1] else ["1", "0"]:
                changed = line[: match.start()] + new + line[match.end() :]
                yield replace(program, body=program.body[:number] + (changed,) + program.body[number + 1 :])


class Shrinker:
    def __init__(self, judge, wrong):
        self.judge, self.wrong = judge, wrong

    def wrong_ones(self, programs):
        """The verdicts of those that still go wrong, None for the others."""
        verdicts = {}
        for units in {p.units for p in programs}:
            alike = [p for p in dict.fromkeys(programs) if p.units == units]
            for start in range(0, len(alike), MOST):
                for verdict in self.judge.judge(alike[start : start + MOST]):
                    verdicts[verdict.program] = verdict if not verdict.broken and self.wrong(verdict) else None
        return [verdicts[p] for p in programs]

    def lighter(self, program):
        """A smaller one that goes wrong too, or None."""
        alone = list(pieces(program))
        idle = [piece for piece, v in zip(alone, self.wrong_ones([less(program, [p]) for p in alone])) if v]
        if not idle:
            return None
        tries, size = [], len(idle)
        while size >= 1:
            tries += [idle[start : start + size] for start in range(0, len(idle), size)]
            size //= 2
        found = [v for v in self.wrong_ones([less(program, gone) for gone in tries]) if v]
        return min(found, key=lambda v: v.program.size()) if found else None

    def shrink(self, program):
        best = self.wrong_ones([program])[0]
        if not best:  # it went wrong only in the company of others
            return self.judge.judge([program])[0]
        while True:
            while smaller := self.lighter(best.program):
                best = smaller
            plainer = [v for v in self.wrong_ones(list(simpler(best.program))) if v]
            if not plainer:
                return best
            best = plainer[0]
