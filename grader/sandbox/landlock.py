"""Landlock through PyPI's `sandlock`: no root, no namespaces, no system package."""

from __future__ import annotations

import importlib.util
import os
import tempfile

from grader.sandbox.spec import (
    WORKER_DIR,
    Launch,
    WorkerSpec,
    environment,
    python_command,
    readable_folders,
    without,
)

_DEVICES = ["/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"]
# What TensorFlow reads of the machine before it starts its threads.
_MACHINE = ["/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu"]


class Sandlock:
    """It shares the machine's process table and its scratch folder has no size of its own."""

    name = "sandlock"
    promises = frozenset(
        {
            "hides_files", "blocks_writes", "blocks_network", "blocks_processes", "blocks_signals",
            "hides_memory", "hides_environment",
        }
    )  # fmt: skip

    def missing(self) -> str | None:
        if os.uname().sysname != "Linux":
            return "Landlock is Linux's"
        if importlib.util.find_spec("sandlock") is None:
            return "the package sandlock is not installed: pip install sandlock"
        return None

    def launch(self, spec: WorkerSpec, control: int) -> Launch:
        hidden = spec.all_hidden()
        readable = [found for path in readable_folders() for found in without(path, hidden)]
        readable += [path for path in [*_DEVICES, *_MACHINE] if os.path.exists(path)]
        scratch = tempfile.mkdtemp(prefix="grade-")
        preload = (*spec.preload, "sandlock")
        return Launch(
            argv=python_command(WorkerSpec(preload, spec.hidden), str(WORKER_DIR), control),
            env=environment(scratch),
            cwd=scratch,
            descriptors=[control],
            guard_metadata=True,
            landlock={"readable": [*readable, str(WORKER_DIR)], "writable": ["/dev/null"]},
            scratch=scratch,
        )
