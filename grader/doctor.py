"""Tries every backend on this machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from grader.errors import SandboxError
from grader.limits import WORKER_LIMITS
from grader.sandbox.choose import BACKENDS, Finding, examine
from grader.sandbox.spec import WorkerSpec
from grader.supervise.zygote import Zygote


def examine_all() -> list[Finding]:
    """What each backend, best first, was seen to hold here, or why it does not work."""
    findings = []
    with tempfile.TemporaryDirectory(prefix="grade-") as folder:
        secret = Path(folder) / "secret"
        secret.write_text("secret")
        for name, backend in BACKENDS.items():
            missing = backend.missing()
            if missing:
                findings.append(Finding(name, {}, missing))
                continue
            try:
                zygote = Zygote.start(backend, WorkerSpec(("numpy",)), WORKER_LIMITS["numpy"])
            except SandboxError as error:
                findings.append(Finding(name, {}, str(error)))
                continue
            try:
                findings.append(examine(zygote, secret))
            finally:
                zygote.close()
    return findings
