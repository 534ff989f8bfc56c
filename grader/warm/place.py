"""Where the server's socket is, and what a server must agree on with the command that calls it.

Imported by the thin client: standard library only, and little of it.
"""

from __future__ import annotations

import os
import stat
import sys

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Packages whose change makes what a server has imported stale.
_LIBRARIES = ("click", "keras", "msgpack", "numpy", "pytest", "rich", "sandlock", "tensorflow")


def folder() -> str:
    """The folder of the socket: this user's alone."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    if base and os.path.isdir(base):
        return os.path.join(base, "grade")
    return os.path.join(os.environ.get("TMPDIR") or "/tmp", f"grade-{os.getuid()}")  # noqa: S108


def socket_path() -> str:
    return os.path.join(folder(), "warm.sock")


def is_private(path: str) -> bool:
    """True where `path` is a folder, no link, of this user's, that nobody else can open."""
    try:
        info = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISDIR(info.st_mode) and info.st_uid == os.getuid() and not info.st_mode & 0o077


def fingerprint() -> str:
    """Python, the libraries, the package and the bank, by their paths, sizes and times of change."""
    parts = [sys.version, os.path.realpath(sys.executable)]
    for entry in sys.path:
        for name in _LIBRARIES:
            parts.append(_stamp(os.path.join(entry, name, "__init__.py")))
    for root in (
        _PACKAGE,
        *(os.path.join(os.path.dirname(_PACKAGE), d) for d in ("problems", "solutions")),
    ):
        for place, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            parts += [_stamp(os.path.join(place, name)) for name in sorted(files)]
    return "\n".join(filter(None, parts))


def _stamp(path: str) -> str:
    try:
        info = os.stat(path)
    except OSError:
        return ""
    return f"{path}:{info.st_size}:{info.st_mtime_ns}"
