"""Types a line into an interactive zsh with the completion, then a tab; prints what zsh makes of it.

usage: complete_in_zsh.py FOLDER-OF-_earmark LINE
"""
import os
import pty
import select
import sys
import tempfile
import time

folder, line = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.environ.update(TERM="dumb", PS1="", HOME=tempfile.mkdtemp(), COLUMNS="200")
    os.execvp("zsh", ["zsh", "-f", "-i"])


def read_until(mark, seconds=60):
    text, end = "", time.time() + seconds
    while mark not in text and time.time() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            text += os.read(terminal, 65536).decode(errors="replace")
    return text


setup = f"unsetopt zle_bracketed_paste; fpath=({folder} $fpath); autoload -U compinit; compinit -u; bindkey '^I' complete-word; bindkey '^X' accept-line"
os.write(terminal, f"{setup}; echo rea''dy\n".encode())
read_until("ready")
# What the line is by then is printed by a function, so that no redrawing matters.
os.write(terminal, b"show() { print -r -- \"LINE=[$BUFFER]\"; }; zle -N show; bindkey '^T' show; echo se''t\n")
read_until("set")
os.write(terminal, line.encode() + b"\t\x14")
print(read_until("]"))
os.write(terminal, b"\x03exit\n")
