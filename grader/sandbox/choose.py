"""Chooses a backend by starting it and letting a worker try what it must not be able to do."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from grader.errors import SandboxError
from grader.limits import Limits
from grader.sandbox.bubblewrap import Bubblewrap
from grader.sandbox.landlock import Sandlock
from grader.sandbox.process import PlainProcess
from grader.sandbox.spec import Backend, WorkerSpec
from grader.supervise.ending import WorkerEnded
from grader.supervise.zygote import Zygote

BACKENDS: dict[str, Backend] = {
    backend.name: backend for backend in (Bubblewrap(), Sandlock(), PlainProcess())
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What trying a backend showed: `held` says of each promise whether the system kept it."""

    backend: str
    held: dict[str, bool]
    problem: str | None = None
    """Why it can't be used; None where it can."""


class Starter:
    """Starts the best zygote there is: the first backend at once, the next only where it fails.

    Args:
        isolation: the backend that must be used, or None for the best.

    Raises:
        SandboxError: by `settle`, where the one asked for, or every one, does not work.
    """

    def __init__(self, spec: WorkerSpec, limits: Limits, secret: Path, isolation: str | None) -> None:
        self._spec = spec
        self._limits = limits
        self._secret = secret
        self._left = [BACKENDS[isolation]] if isolation else list(BACKENDS.values())
        self.findings: list[Finding] = []
        self._zygote: Zygote | None = None
        self._start_next()

    def settle(self) -> Zygote:
        """The zygote, once it was seen to hold what its backend promises."""
        while self._zygote is not None:
            finding = examine(self._zygote, self._secret)
            self.findings.append(finding)
            if finding.problem is None:
                self._zygote.is_proven = True
                return self._zygote
            self._zygote.close()
            self._start_next()
        reasons = "; ".join(f"{each.backend}: {each.problem}" for each in self.findings)
        raise SandboxError(f"no isolation that works ({reasons}). `grade doctor` says more.")

    def close(self) -> None:
        if self._zygote:
            self._zygote.close()
            self._zygote = None

    def _start_next(self) -> None:
        self._zygote = None
        while self._left and self._zygote is None:
            backend = self._left.pop(0)
            missing = backend.missing()
            try:
                if missing is None:
                    self._zygote = Zygote.start(backend, self._spec, self._limits)
            except SandboxError as error:
                missing = str(error)
            if missing is not None:
                self.findings.append(Finding(backend.name, {}, missing))


def examine(zygote: Zygote, secret: Path) -> Finding:
    """Let a worker of `zygote` try to break out; `secret` is a file that it must not read."""
    name = zygote.backend.name
    targets = {
        "secret": str(secret),
        "outside": os.path.expanduser("~"),
        # Where the process table is shared, the grader is what must be out of reach.
        "parent": 0 if name == "bubblewrap" else os.getpid(),
    }
    try:
        worker = zygote.fork()
        try:
            reply = worker.request("probe", targets=targets)
        finally:
            worker.close()
    except SandboxError as error:
        return Finding(name, {}, str(error).removeprefix(f"{name}: "))
    except WorkerEnded as error:
        said = worker.output.text().strip().splitlines()
        return Finding(name, {}, said[-1][:300] if said else str(error))
    held = dict(reply["ok"][1]) if "ok" in reply else {}
    broken = sorted(promise for promise in zygote.backend.promises if not held.get(promise))
    return Finding(name, held, f"does not hold here: {', '.join(broken)}" if broken else None)
