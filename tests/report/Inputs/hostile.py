"""Checks a program whose every name is an attack, and reads each report back as its consumer does.

usage: hostile.py FOLDER EARMARK ANNOTATIONS
"""
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree

import jsonschema

folder, earmark, annotations = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
here = os.path.dirname(os.path.abspath(__file__))

# Paths: a closing script element, a workflow command behind a new line, quotes, delimiters of every format, an escape.
FILES = ["<script>alert(1)<" + "/script>.cpp", "new\nline\n::error file=x::injected.cpp", "a\"b'c,d:e%0A`f`|g.cpp",
         "[x](javascript:alert(1)) @team #1.cpp", "\x1b[31mred \u202e\u00e9.cpp", "]]>-->&lt;\\.cpp", "=cmd()+1.cpp", "-o.cpp"]
TEXT = "</script><img src=x onerror=alert(1)> ::set-output name=x::y [a](javascript:b) | `c` \\u001b @all"

SOURCE = b"""#include <earmark/earmark.h>
EARMARK_SINK("log") void say(const char *, ...);
struct Customer { EARMARK_PERSONAL("contact.email") const char *email; };
void greet%d(const Customer &c) { say("\xff\xfe\x1b[2J </script>\xc2\x9b", c.email); }
"""
POLICY = """earmark: 1
extends: [avg]
purposes:
  service: {description: %(text)s, legal-basis: contract, owner: %(text)s, retention: P1Y}
data:
  contact.email: {description: %(text)s, purposes: [service]}
rules:
  personal-data-in-log: {mend: {en: %(text)s, nl: %(text)s}}
""" % {"text": json.dumps(TEXT)}

os.makedirs(folder, exist_ok=True)
for number, name in enumerate(FILES):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(SOURCE % number)
with open(os.path.join(folder, "earmark.yaml"), "w") as file:
    file.write(POLICY)

FORMATS = ["text", "json", "html", "sarif", "gitlab", "github", "junit", "rdjson", "markdown"]


def run(command, formats):
    words = [earmark, command] + ["./" + name for name in FILES] + ["--policy", "earmark.yaml"]
    for name in formats:
        words += ["--format", name, "-o", "../" + os.path.basename(folder) + "/out." + name]
    ended = subprocess.run(words + ["--", "-I" + annotations], cwd=folder, capture_output=True)
    assert ended.returncode in (0, 1), ended.stderr.decode()
    return ended, {name: open(os.path.join(folder, "out." + name), "rb").read() for name in formats}


ended, reports = run("check", FORMATS)
assert ended.returncode == 1, ended


def same(shown, wanted=None):
    """The names of the files as a format gives them back; control characters may have become '?'."""
    def plain(name):
        return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "?", name)
    assert sorted(map(plain, shown)) == sorted(map(plain, FILES)), (sorted(shown), sorted(FILES))


def no_controls(text, but="\n"):
    found = [c for c in text if (ord(c) < 32 or 0x7f <= ord(c) < 0xa0 or "\u202a" <= c <= "\u202e") and c not in but]
    assert not found, found


texts = {name: data.decode("utf-8") for name, data in reports.items() if name != "text"}
texts["text"] = reports["text"].decode("utf-8", "replace")

findings = json.loads(texts["json"])["findings"]
same([finding["file"] for finding in findings])
print("json:", len(findings), "findings")

no_controls(texts["text"])
print("text: no control character")

# As the runner reads it: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
lines = texts["github"].splitlines()
files = []
for line in lines:
    match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
    assert match, line
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    assert set(properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}, properties
    value = properties["file"]
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, character)
    files.append(value)
same(files)
no_controls(texts["github"])
print("github:", len(lines), "commands,", len(files), "files back")

issues = json.loads(texts["gitlab"])
same([issue["location"]["path"] for issue in issues])
assert len({issue["fingerprint"] for issue in issues}) == len(issues)
assert all(issue["severity"] in ("info", "minor", "major", "critical", "blocker") for issue in issues)
print("gitlab:", len(issues), "issues")

suites = xml.etree.ElementTree.fromstring(reports["junit"])
failures = [case for case in suites.iter("testcase") if case.find("failure") is not None]
same([case.get("file") for case in failures])
assert int(suites.get("failures")) == len(failures)
assert int(suites.get("tests")) == len(list(suites.iter("testcase")))
print("junit:", len(failures), "failures")

diagnostics = json.loads(texts["rdjson"])["diagnostics"]
same([diagnostic["location"]["path"] for diagnostic in diagnostics])
assert all(diagnostic["severity"] in ("ERROR", "WARNING", "INFO") for diagnostic in diagnostics)
print("rdjson:", len(diagnostics), "diagnostics")

sarif = json.loads(texts["sarif"])
jsonschema.Draft4Validator(json.load(open(os.path.join(here, "sarif-2.1.0.schema.json")))).validate(sarif)
places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in sarif["runs"][0]["results"]]
for place in places:
    assert re.fullmatch(r"(%[0-9A-F]{2}|[A-Za-z0-9._~/-])+", place), place
same([urllib.parse.unquote(place) for place in places])
print("sarif: valid by schema,", len(places), "results")

comment = texts["markdown"]
no_controls(comment)
assert not re.search(r"<(?!/?(details|summary|sub)>)", comment), re.search(r"<(?!/?(details|summary|sub)>)", comment)
assert not re.search(r"@(?!&#8203;)", comment), comment
# Markdown does not look into the line of an element.
marked = re.sub(r"<summary>.*</summary>", "", comment)
assert "](" not in marked and not re.search(r"(?<!\\)`", marked), marked
rows = [line for line in comment.splitlines() if line.startswith("| error")]
assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows), rows
print("markdown:", len(rows), "rows")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.scripts, self.inside = [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        assert tag not in ("img", "iframe", "object", "embed", "link", "form", "base"), tag
        assert not [key for key, value in attributes if key.startswith("on") or key in ("src", "style")], attributes
        for key, value in attributes:
            assert key != "href" or value.startswith("#"), value
        if tag == "script":
            self.inside = ""

    def handle_data(self, data):
        if self.inside is not None:
            self.inside += data

    def handle_endtag(self, tag):
        if tag == "script":
            self.scripts.append(self.inside)
            self.inside = None


page = Page(texts["html"])
data = json.loads("".join(page.scripts[:-1]))
shown, rules = data["findings"], data["rules"]
same([finding["file"] for finding in shown])
assert any(TEXT in rule["mend"] for rule in rules)
print("html: one script,", len(shown), "findings")

ended, reports = run("inventory", ["text", "json", "csv", "markdown", "html"])
assert ended.returncode == 0, ended
flows = json.loads(reports["json"])["flows"]
same({file for flow in flows for file in flow["files"]})
rows = list(csv.reader(io.StringIO(reports["csv"].decode(), newline="")))
assert len({len(row) for row in rows}) == 1, rows
assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell], rows
record = Page(reports["html"].decode())
assert not record.scripts
no_controls(reports["text"].decode("utf-8", "replace"))
no_controls(reports["markdown"].decode())
assert not re.search(r"<(?!br>)", reports["markdown"].decode()), reports["markdown"]
print("inventory: well formed in", len(reports), "formats")
