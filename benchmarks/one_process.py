"""A command run to its end: prints its exit status, its seconds and its peak of resident memory in kB, as JSON.

Run apart by `commands.py`, because Linux counts in the peak of a process that of the one that started it:

    python benchmarks/one_process.py coeurdeville --help
"""

import json
import os
import sys
from time import perf_counter

QUIET = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_WRONLY, 0) for descriptor in (1, 2)]


def main(command: list[str]) -> None:
    """Start, wait, print."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    _, status, used = os.wait4(os.posix_spawnp(command[0], command, kept, file_actions=QUIET), 0)
    seconds = perf_counter() - start
    print(json.dumps([os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss]))


if __name__ == "__main__":
    main(sys.argv[1:])
