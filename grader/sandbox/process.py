"""A process of its own, with limits and a clean environment: no wall round what it may read."""

from __future__ import annotations

import tempfile

from grader.sandbox.spec import WORKER_DIR, Launch, WorkerSpec, environment, python_command


class PlainProcess:
    """For systems with neither namespaces nor Landlock.

    Where the kernel has seccomp the worker starts no process and opens no socket; elsewhere only
    the limits of setrlimit(2) hold. It can read and write whatever its user can.
    """

    name = "process"
    promises: frozenset[str] = frozenset()

    def missing(self) -> str | None:
        return None

    def launch(self, spec: WorkerSpec, control: int) -> Launch:
        scratch = tempfile.mkdtemp(prefix="grade-")
        return Launch(
            argv=python_command(spec, str(WORKER_DIR), control),
            env=environment(scratch),
            cwd=scratch,
            descriptors=[control],
            guard_metadata=True,
            scratch=scratch,
        )
