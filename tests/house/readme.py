"""The example of README.md: writes its sources to a folder, prints its output."""
import re
import sys
from pathlib import Path


def main(arguments):
    if arguments[0] == "--cut":  # the assurance line holds digests
        text = Path(arguments[1]).read_text()
        sys.stdout.write(text[: text.index("assurance:")])
        return
    readme, folder = Path(arguments[0]).read_text(), Path(arguments[1])
    blocks = re.findall(r"```(\w*)\n(.*?)```", readme, re.S)
    for language, body in blocks:
        if language == "cpp":
            name = re.match(r"// (\S+)", body)[1]
            (folder / name).write_text(body)
    output = next(body for language, body in blocks if body.startswith("$ earmark check"))
    output = output.split("\n", 1)[1]
    sys.stdout.write(output[: output.index("assurance:")])


main(sys.argv[1:])
