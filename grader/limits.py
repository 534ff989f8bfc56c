"""How much a submission may use. Every limit on time belongs to one call, or to the loading of a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a worker (memory, threads, files) and of each call that it serves (time)."""

    cpu_s: float = 2.0
    """CPU seconds a call may compute: a busy machine stretches the wall time, not this."""
    idle_s: float = 2.0
    """Seconds a call may wait with no thread of it running or ready to run."""
    wall_s: float = 120.0
    """The backstop for what neither of the two sees."""
    memory_mb: int = 1024
    """Data that the process may allocate, and memory that it may touch beyond its start."""
    threads: int = 64
    file_mb: int = 64
    open_files: int = 256
    output_kb: int = 1024


WORKER_LIMITS: dict[str, Limits] = {
    "numpy": Limits(),
    # TensorFlow traces graphs on the first call, and keeps a pool of threads.
    "tensorflow": Limits(cpu_s=10.0, idle_s=5.0, wall_s=300.0, memory_mb=2048, threads=256, open_files=512),
}
