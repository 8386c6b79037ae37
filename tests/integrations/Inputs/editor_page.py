"""The blocks of the page for editors, used on a report as text.

usage: editor_page.py PAGE REPORT FOLDER; writes the errorformat to FOLDER/format.vim.
"""
import json
import re
import sys

page, report, folder = sys.argv[1:]
text = open(page).read()
settings, tasks = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.S))
assert settings["C_Cpp.codeAnalysis.clangTidy.path"].endswith("earmark-clang-tidy")
pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
found = [m for m in (re.match(pattern["regexp"], line) for line in open(report).read().splitlines()) if m]
print(f"matched {len(found)} findings")
for match in found:
    print(*(match[pattern[key]] for key in ("file", "line", "column", "severity", "code")))
block = re.search(r"```vim\n(set makeprg.*?)```", text, re.S)[1]
open(folder + "/format.vim", "w").write(block)
