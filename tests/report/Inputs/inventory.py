"""Reads a record of processing in its formats for programs, and prints what the test expects of them."""
import csv
import html.parser
import json
import sys

record = json.load(open(sys.argv[1]))
for flow in record["flows"]:
    print("flow", flow["data"], flow["subject"], flow["purposes"], flow["end"], flow["sink"], flow["receiver"],
          flow["store"], "always", flow["always"], "sometimes", flow["sometimes"])
print("purposes", *(purpose["id"] for purpose in record["purposes"]))

rows = list(csv.DictReader(open(sys.argv[2], newline="")))
assert len(rows) == sum(len(flow["purposes"]) or 1 for flow in record["flows"]), len(rows)
for row in rows:
    if row["recipient"]:
        print("csv", ",".join(row[key] for key in ("purpose", "legal basis", "data", "subject", "recipient", "agreement",
                                                   "region")))


class Page(html.parser.HTMLParser):
    void = {"meta", "br", "img", "input", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.headings = [], set(), [], 0

    def handle_starttag(self, tag, attributes):
        if tag not in self.void:
            self.open.append(tag)
        for key, value in attributes:
            assert not key.startswith("on"), (tag, key)
            if key in ("href", "src"):
                self.links.append(value)
            if key == "id":
                assert value not in self.ids, value
                self.ids.add(value)
        self.headings += tag == "h3"

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()


page = Page()
page.feed(open(sys.argv[3]).read())
assert not page.open, page.open
assert all(link.startswith("#") and link[1:] in page.ids for link in page.links), page.links
print("html opens nothing from outside; headings", page.headings, "activities")
