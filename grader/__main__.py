"""The command `grade`."""

from __future__ import annotations

import contextlib
import gc
import os
import sys


def main() -> None:
    """Run the command line; every way out is an exit code of its own."""
    # `python -m grader` puts the folder it is called in on the path, where a submission's
    # neighbours (a random.py, say) would stand before the standard library.
    here = os.getcwd() if os.path.isdir(".") else None
    sys.path[:] = [path for path in sys.path if path and path != here] or sys.path
    # Nothing that is imported becomes garbage; looking for it takes a tenth of the time.
    gc.disable()
    try:
        code = _run()
    except KeyboardInterrupt:
        # Ctrl-C before the command line was there to handle it.
        code = 130
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    # Everything is closed and written: taking the interpreter down module by module is time spent
    # on nothing.
    os._exit(code)


def _run() -> int:
    from grader.warm import client

    code = client.grade(sys.argv[1:]) if client.is_wanted(sys.argv[1:]) else None
    if code is None:
        from grader.cli import run

        code = run()
    return code


if __name__ == "__main__":
    main()
