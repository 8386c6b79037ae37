"""expect_status.py STATUS COMMAND...: fails unless the command ends with STATUS."""
import subprocess
import sys

expected = int(sys.argv[1])
status = subprocess.run(sys.argv[2:]).returncode
if status != expected:
    sys.exit(f"expected exit status {expected}, got {status}: {' '.join(sys.argv[2:])}")
