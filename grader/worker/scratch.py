"""A folder of its own for each worker, gone with it.

Workers of one zygote share a file system, so what one leaves could be read by the next: by another
check, or another submission.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from typing import Any


def make(root: str) -> str:
    """A new folder in `root`, for the worker that is forked next."""
    return tempfile.mkdtemp(prefix="worker-", dir=root)


def enter(folder: str) -> None:
    """Make `folder` the calling process's current, home and temporary folder."""
    os.chdir(folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = folder
    tempfile.tempdir = None


def remove(path: str) -> None:
    """Remove `path` and all in it, folders that shut themselves included, as far as can be."""

    def open_up(function: Callable[..., Any], blocked: str, _: object) -> None:
        with contextlib.suppress(OSError):
            os.chmod(os.path.dirname(blocked), 0o700)
            os.chmod(blocked, 0o700, follow_symlinks=os.path.islink(blocked) is False)
            if function in (os.rmdir, os.unlink):
                function(blocked)
            elif os.path.isdir(blocked) and not os.path.islink(blocked):
                shutil.rmtree(blocked, ignore_errors=True)

    with contextlib.suppress(RecursionError):
        shutil.rmtree(path, onerror=open_up)


def clear(root: str) -> None:
    """Remove all that is in `root`, whoever put it there."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(root):
            if entry.is_dir(follow_symlinks=False):
                remove(entry.path)
            else:
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)
