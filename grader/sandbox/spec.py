"""What every backend is asked for, and what it answers with."""

from __future__ import annotations

import os
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from grader.limits import Limits
from grader.worker import scratch

WORKER_DIR = Path(__file__).resolve().parent.parent / "worker"
_PACKAGE_DIR = WORKER_DIR.parent
# Our worker's modules stand in the sandbox under a name of their own.
_BOOT = (
    "import sys, types\n"
    "folder, control, preload, *sys.path[len(sys.path):] = sys.argv[1:]\n"
    "package = types.ModuleType('grade_worker'); package.__path__ = [folder]\n"
    "sys.modules['grade_worker'] = package\n"
    "from grade_worker.zygote import main\n"
    "main(int(control), preload.split())\n"
)
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
    # One thread a library: a fork copies no other, and two cores serve two workers.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    # Each fork would compile TensorFlow's own kernel for matrix products at its first one, 30 ms.
    "TENSORFLOW_USE_CUSTOM_CONTRACTION_KERNEL": "false",
    "CUDA_VISIBLE_DEVICES": "-1",
}


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """What a zygote is to import, and which folders of ours must stay out of its sight."""

    preload: tuple[str, ...]
    hidden: tuple[Path, ...] = ()
    """The bank; the package's own folder is always hidden."""

    def all_hidden(self) -> tuple[Path, ...]:
        """Every folder to hide; one inside another (a wheel's bank in its package) goes with that."""
        every = {_PACKAGE_DIR, *(path.resolve() for path in self.hidden)}
        return tuple(sorted(path for path in every if every.isdisjoint(path.parents)))


@dataclass(slots=True)
class Launch:
    """A command that starts a zygote in a sandbox, and what a worker in it is confined by."""

    argv: list[str]
    env: dict[str, str]
    cwd: str
    descriptors: list[int]
    """Passed on to the command; all but the control socket are closed after the start."""
    guard_metadata: bool
    landlock: dict[str, list[str]] | None = None
    count_processes: bool = False
    opened: list[int] = field(default_factory=list)
    scratch: str | None = None

    def settings(self, limits: Limits) -> dict[str, Any]:
        """What the worker applies to itself after the fork (`worker.confinement.confine`)."""
        return {
            "memory_mb": limits.memory_mb,
            "processes": limits.threads + 16 if self.count_processes else None,
            "file_mb": limits.file_mb,
            "open_files": limits.open_files,
            "cpu_s": int(limits.cpu_s * 100) + 60,
            "guard_metadata": self.guard_metadata,
            "landlock": self.landlock,
        }

    def close_descriptors(self) -> None:
        for descriptor in self.opened:
            os.close(descriptor)
        self.opened.clear()

    def cleanup(self) -> None:
        if self.scratch:
            scratch.remove(self.scratch)


class Backend(Protocol):
    """One way to isolate; `promises` are names of `worker.probe.probe`'s attempts."""

    @property
    def name(self) -> str: ...
    @property
    def promises(self) -> frozenset[str]: ...
    def missing(self) -> str | None:
        """What this machine lacks for it at first sight, and how to get it; None where nothing."""
        ...

    def launch(self, spec: WorkerSpec, control: int) -> Launch: ...


def python_command(spec: WorkerSpec, worker_dir: str, control: int) -> list[str]:
    """The zygote's command: an isolated Python that sees site-packages and nothing of the user's."""
    interpreter = os.path.realpath(sys.executable)
    return [interpreter, "-I", "-S", "-B", "-c", _BOOT, worker_dir, str(control),
            " ".join(spec.preload), *site_folders()]  # fmt: skip


def environment(home: str) -> dict[str, str]:
    return {**_ENVIRONMENT, "HOME": home, "TMPDIR": home}


def site_folders() -> list[str]:
    """Folders that installed packages are imported from."""
    names = ("site-packages", "dist-packages")
    return [p for p in sys.path if os.path.basename(p) in names and os.path.isdir(p)]


def readable_folders() -> list[str]:
    """The interpreter, its packages and the system's libraries: what Python needs to run."""
    base = sys.base_prefix
    paths = sysconfig.get_paths(vars={"base": base, "platbase": base, "installed_base": base})
    wanted = [
        "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/nix/store",
        f"{base}/lib", paths["stdlib"], paths["platstdlib"],
        os.path.realpath(sys.executable), *site_folders(),
    ]  # fmt: skip
    return [path for path in dict.fromkeys(wanted) if os.path.exists(path)]


def without(path: str, hidden: tuple[Path, ...]) -> list[str]:
    """`path`, or where something hidden lies in it, what is beside that: for allow-lists."""
    real = Path(path).resolve()
    if any(real.is_relative_to(each) for each in hidden):
        return []
    if not any(each.is_relative_to(real) for each in hidden):
        return [path]
    return [found for entry in sorted(os.listdir(path)) for found in without(f"{path}/{entry}", hidden)]
