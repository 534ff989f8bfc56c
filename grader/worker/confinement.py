"""What a worker gives up, for good, between its fork and the first line of candidate code."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
from typing import Any

from . import scratch, seccomp

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_LINUX = os.uname().sysname == "Linux"
_CAPABILITY_VERSION_3 = 0x20080522


def guard_zygote() -> None:
    """Die with the grader, and let no child look into this process's memory or descriptors."""
    if _LINUX:
        seccomp.LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        seccomp.LIBC.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def confine(settings: dict[str, Any], parent: int) -> None:
    """Confine the calling process, a fresh child of the zygote `parent`.

    `settings` holds `memory_mb`, `processes` (None where other processes of the user would be
    counted), `file_mb`, `open_files`, `cpu_s`, `guard_metadata`, `scratch` (a folder of its own), and for
    Landlock `landlock`: what may be read and written beside that.

    Raises:
        OSError, sandlock.SandlockError: the system refused; the worker must not go on.
    """
    os.setsid()
    if _LINUX:
        seccomp.LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        # What the zygote set holds for its forks too: no worker can look into another.
        seccomp.LIBC.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)
    scratch.enter(settings["scratch"])
    _limit(settings)
    if settings["landlock"] is not None:
        _landlock(
            settings["landlock"]["readable"], [*settings["landlock"]["writable"], settings["scratch"]]
        )
    if _LINUX:
        _drop_capabilities()
        seccomp.install(guard_metadata=settings["guard_metadata"])


def _limit(settings: dict[str, Any]) -> None:
    limits: dict[int, int | None] = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_DATA: settings["memory_mb"] * 2**20,
        resource.RLIMIT_FSIZE: settings["file_mb"] * 2**20,
        resource.RLIMIT_NOFILE: settings["open_files"],
        # The grader counts a call's CPU seconds; this one holds where the grader is gone.
        resource.RLIMIT_CPU: settings["cpu_s"],
        resource.RLIMIT_NPROC: settings["processes"],
    }
    for which, value in limits.items():
        if value is None:
            continue
        hard = resource.getrlimit(which)[1]
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (allowed, allowed))
    # A write past the file limit is an error to handle, not a death by SIGXFSZ.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _landlock(readable: list[str], writable: list[str]) -> None:
    import sandlock

    own = f"/proc/{os.getpid()}"
    paths = [own if path == "/proc/self" else path for path in readable]
    sandlock.confine(sandlock.Sandbox(fs_readable=paths, fs_writable=writable))


def _drop_capabilities() -> None:
    """Root's powers are of no use to a submission, and raise limits that should hold."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    nothing = bytes(24)
    if seccomp.LIBC.capset(header, nothing) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
