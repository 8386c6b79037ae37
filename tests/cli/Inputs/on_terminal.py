"""Runs a command on a terminal of its own and prints what it wrote there, control
characters as text, then its status. The error stream is the terminal; output too."""
import os
import pty
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
written = b""
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    written += piece
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(written.decode().replace("\r\x1b[K", "\n<over>").replace("\x1b", "<esc>").replace("\r\n", "\n"))
print("status", status)
