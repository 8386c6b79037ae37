"""Random programs, the same for the same seed.

A program grows step by step. Each step takes a construct, fills its holes with
what is in scope (values, places that can be assigned, objects of some kind) and
leaves new values and places behind, so that constructs feed one another. After
each step some of what is in scope goes to a sink. Which of it is secret nobody
asks here: running the program tells.
"""
import random
import re
from dataclasses import dataclass

from program import Item, Program

WORDS = "ant bee cat dog eel fox gnu hen ibis jay kite lark mole newt owl pig".split()
HOLE = re.compile(r"\$(?:<(\w+(?::\d)?)>|(\w+))")
TYPE = {"S": "std::string", "C": "Text", "I": "int"}
MAX_BITS = 5


@dataclass
class Place:
    payload: str
    text: str
    writable: bool = False
    kind: str = ""  # empty for a payload itself


class Maker:
    def __init__(self, name, constructs, lang, units):
        self.random = random.Random(name)
        self.name, self.lang, self.units = name, lang, units
        self.constructs = [c for c in constructs if lang in c.langs]
        self.families = sorted({c.family for c in self.constructs})
        self.by_family = {f: [c for c in self.constructs if c.family == f] for f in self.families}
        self.places, self.items, self.uses = [], [], []
        self.bits = self.count = 0

    # What goes into a hole.

    def clean(self, payload):
        if payload == "I":
            return str(self.random.randint(1, 99))
        word = f'"{self.random.choice(WORDS)}"'
        return f"std::string({word})" if payload == "S" else word

    def secret(self, payload):
        return f"secret{payload}()"

    def source(self, payload):
        return self.secret(payload) if self.random.random() < 0.6 else self.clean(payload)

    def value(self, payload):
        known = [p for p in self.places if p.payload == payload and not p.kind]
        if known and self.random.random() < 0.6:
            return self.random.choice(known[-12:]).text
        return self.source(payload)

    def bit(self):
        """An opaque condition. Each has a bit of its own while they last: all paths can run."""
        number = self.bits if self.bits < MAX_BITS else self.random.randrange(MAX_BITS)
        self.bits = min(self.bits + 1, MAX_BITS)
        return f"(o >> {number} & 1)"

    def index3(self):
        if self.bits + 2 > MAX_BITS:
            return self.bit()
        number = self.bits
        self.bits += 2
        return f"((o >> {number} & 3) % 3)"

    def fill(self, text, payload, known):
        def hole(match):
            kind, word = match.groups()
            if kind:
                if kind not in known:
                    name = kind.split(":")[0]
                    others = [v for k, v in known.items() if k.split(":")[0] == name]
                    found = [p.text for p in self.places if p.kind == name and p.payload == payload]
                    fresh = [t for t in found if t not in others] or found
                    known[kind] = self.random.choice(fresh)
                return known[kind]
            if word == "T":
                return TYPE[payload]
            if word == "clean":
                return self.clean(payload)
            if word == "secret":
                return self.secret(payload)
            if word == "src":
                return self.source(payload)
            if word == "cond":
                return self.bit()
            if word == "i3":
                return self.index3()
            if word == "sink":
                return {"c": f"sink{payload}"}.get(self.lang, "sink") + "(@, "
            if re.fullmatch(r"in\d?", word):
                if word not in known:
                    known[word] = self.value(payload)
                return known[word]
            if re.fullmatch(r"lv\d?", word):
                if word not in known:
                    places = [p for p in self.places if p.payload == payload and p.writable and not p.kind]
                    known[word] = self.random.choice(places).text
                return known[word]
            return f"{word}{known['number']}§"

        return HOLE.sub(hole, text).replace("(@, (", "(@, ")

    # Steps.

    def payloads_for(self, construct):
        """The payloads for which all that the construct needs is in scope."""
        text = "\n".join(content for _, content in construct.sections)
        fits = []
        for payload in construct.types:
            if payload == "S" and self.lang == "c":
                continue
            if "$lv" in text and not any(p.payload == payload and p.writable and not p.kind for p in self.places):
                continue
            if all(any(p.kind == need and p.payload == payload for p in self.places) for need in construct.needs):
                fits.append(payload)
        return fits

    def pick(self):
        while True:
            family = self.random.choice(self.families)
            choices = self.by_family[family]
            construct = self.random.choices(choices, [c.weight for c in choices])[0]
            fits = self.payloads_for(construct)
            if fits:
                return construct, self.random.choice(fits)

    def step(self, construct=None, payload=None):
        """A construct's statements, and what they leave in scope."""
        if not construct:
            construct, payload = self.pick()
        self.count += 1
        known = {"number": self.count}
        self.uses.append(construct.name)
        body = []
        for kind, text in construct.sections:
            filled = self.fill(text, payload, known).split("\n")
            if kind == "body":
                body += filled
            else:
                early = self.random.random() < 0.6
                self.items.append(Item(kind, tuple(filled), self.random.randrange(self.units), early))
        left = []
        for kind, writable, text in construct.outs:
            letter = payload
            if kind and len(kind) == 1:  # a payload of another type
                letter, kind = kind, ""
            left.append(Place(letter, self.fill(text, payload, known), writable, kind))
        return body, left

    def sink(self, place):
        function = f"sink{place.payload}" if self.lang == "c" else "sink"
        return f"{function}(@, {place.text});"

    def sinks_of(self, places, share):
        return [self.sink(p) for p in places if not p.kind and self.random.random() < share]

    def wrapped(self, lines):
        """The same in a block, whose names end with it."""
        inner = ["  " + line for line in lines]
        heads = ["if ($cond) {", "for (int i§ = 0; i§ < 2; ++i§) {", "{", "do {"]
        if self.lang == "c++":
            heads += ["try {", "[&] {"]
        head = self.random.choice(heads)
        tail = {"do {": "} while (0);", "try {": "} catch (...) {\n}", "[&] {": "}();"}.get(head, "}")
        if head.startswith("for"):
            self.count += 1
        head = head.replace("$cond", self.bit() if "$cond" in head else "").replace("i§", f"i{self.count}")
        return [head, *inner, *tail.split("\n")]

    def make(self):
        body = []
        for payload in "SCI":
            if payload == "S" and self.lang == "c":
                continue
            if self.random.random() < 0.5:
                name = {"S": "word", "C": "text", "I": "number"}[payload]
                body.append(f"{TYPE[payload]} {name} = {self.source(payload)};")
                self.places.append(Place(payload, name, True))
        for _ in range(self.random.randint(2, 7)):
            lines, left = self.step()
            if self.random.random() < 0.2:
                lines = self.wrapped(lines + self.sinks_of(left, 0.5))
                body += lines
            else:
                body += lines
                self.places += left
                body += self.sinks_of(left, 0.45)
            if self.places and self.random.random() < 0.3:
                body += self.sinks_of([self.random.choice(self.places)], 1)
        writable = [p for p in self.places if p.writable]
        body += self.sinks_of(self.random.sample(writable, min(2, len(writable))), 0.7)
        return Program(
            self.name, self.lang, tuple(self.items), tuple(body), self.bits, self.units, tuple(self.uses)
        )


    def make_of(self, construct):
        """A program of this construct and what it needs, with all it leaves at sinks."""
        body, payload = [], self.random.choice(construct.types if self.lang != "c" else construct.types.replace("S", ""))
        name = {"S": "word", "C": "text", "I": "number"}[payload]
        for other in (name, "other"):
            body.append(f"{TYPE[payload]} {other} = {self.source(payload)};")
            self.places.append(Place(payload, other, True))
        for need in sorted(construct.needs):
            makers = [c for c in self.constructs if not c.needs and any(k == need for k, _, _ in c.outs)]
            lines, left = self.step(next(c for c in makers if payload in c.types), payload)
            body, self.places = body + lines, self.places + left
        lines, left = self.step(construct, payload)
        body += lines
        self.places += left
        objects = [p for p in self.places if p.kind]
        for place in self.places if not objects else left:
            body += self.sinks_of([place], 1)
        for place in objects:
            readers = [c for c in self.constructs if c.needs == {place.kind} and c.name.endswith(("read", "for", "called"))]
            for reader in readers:
                if payload in reader.types:
                    lines, left = self.step(reader, payload)
                    body += lines + self.sinks_of(left, 1)
        return Program(
            self.name, self.lang, tuple(self.items), tuple(body), self.bits, self.units, tuple(self.uses)
        )


def each(seed, constructs, times):
    """Programs of one construct each."""
    for construct in constructs:
        for number in range(times):
            for lang in construct.langs:
                yield Maker(f"{seed}/{construct.name}/{lang}/{number}", constructs, lang, 1 + number % 2).make_of(construct)


def generate(seed, index, constructs):
    """Program number `index` of a seed. One in four is C, one in five of several units."""
    choice = random.Random(f"{seed}/{index}/shape")
    lang = "c" if choice.random() < 0.25 else "c++"
    units = choice.choice([2, 3]) if choice.random() < 0.2 else 1
    return Maker(f"{seed}/{index}", constructs, lang, units).make()
