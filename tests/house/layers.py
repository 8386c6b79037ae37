"""Holds the sources of checker/ to the include table of its ARCHITECTURE.md."""
import re
import sys
from pathlib import Path

# Foreign headers and the rooms that may have them.
FOREIGN = {
    "clang/": {"frontend"},
    "clang-c/": {"frontend"},
    "yaml-cpp/": {"rules"},
    "flatbuffers/": {"store"},
    "flow_generated.h": {"store"},
    "CLI/": {"driver"},
}


def table(architecture):
    rooms = {}
    for line in architecture.read_text().splitlines():
        row = re.fullmatch(r"\|\s*(\w+)\s*\|\s*([\w, -]+?)\s*\|", line)
        if row and row[1] != "room":
            rooms[row[1]] = {r.strip() for r in row[2].split(",")} - {"-"}
    return rooms


def main(checker):
    rooms = table(checker / "ARCHITECTURE.md")
    problems = []
    if len(rooms) < 10:
        problems.append(f"ARCHITECTURE.md: the table has {len(rooms)} rooms, not all of them")
    for source in sorted(checker.rglob("*")):
        if source.suffix not in (".h", ".cpp", ".def"):
            continue
        where = source.relative_to(checker)
        room = where.parts[0]
        if room not in rooms:
            problems.append(f"{where}: the table has no room '{room}'")
            continue
        for number, line in enumerate(source.read_text().splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not include:
                continue
            header = include[2]
            other = header.split("/")[0]
            if include[1] == '"' and other in rooms and other != room and other not in rooms[room]:
                problems.append(f"{where}:{number}: {room} may not include {other}")
            for prefix, allowed in FOREIGN.items():
                if header.startswith(prefix) and room not in allowed:
                    problems.append(f"{where}:{number}: {prefix} is for {', '.join(allowed)} only")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
