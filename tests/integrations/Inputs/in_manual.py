"""Fails where a command or an option of --help is not in the manual page."""
import re
import subprocess
import sys

earmark, manual = sys.argv[1], open(sys.argv[2]).read().replace("\\-", "-")
sections = {m[1]: m[2] for m in re.finditer(r"^\.SS ([^\n]*)\n(.*?)(?=^\.S[SH] )", manual, re.M | re.S)}
missing, seen = [], 0


def walk(words):
    global seen
    text = subprocess.run([earmark, *words, "--help"], capture_output=True, text=True).stdout
    inner = re.search(r"^Subcommands:\n((?:  .*\n)+)", text, re.M)
    if inner:
        for name in re.findall(r"^  (\S+)", inner[1], re.M):
            walk([*words, name])
        return
    section = sections.get(" ".join(["earmark", *words]), "")
    options = re.findall(r"(?<![\w-])(--?[A-Za-z][\w-]*)", re.sub(r"^(  \S.*?)  .*$", r"\1", text.split("Options:")[1].split("earmark")[0], flags=re.M))
    for option in options:
        seen += 1
        if "\\fB" + option + "\\fR" not in section:
            missing.append(" ".join(["earmark", *words, option]))


walk([])
if missing or seen < 30:
    sys.exit(f"not in the manual ({seen} options seen): {missing}")
