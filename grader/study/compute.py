"""Has a worker compute a problem's pictures: from the reference, and from an attempt beside it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bank import Bank, Problem
from grader.errors import BankError
from grader.practice.attempts import Attempt
from grader.run import hidden_folders, preload
from grader.sandbox.choose import Starter
from grader.sandbox.spec import WorkerSpec
from grader.study.pictures import Picture, PictureError, is_compared, read_picture, with_attempt
from grader.submission import Submission, from_bytes
from grader.supervise.ending import WorkerEnded
from grader.supervise.zygote import Zygote
from grader.supply import load_request
from grader.text import Text
from grader.worker.frames import WireError
from grader.worker.values import Handle, from_wire

_YOURS = Text("your last attempt", "你最近的提交")
_NO_ISOLATION = "process"


@dataclass(frozen=True, slots=True)
class Computed:
    """Pictures, and why an attempt is not on them where it might be."""

    pictures: tuple[Picture, ...] = ()
    without_attempt: Text | None = None


def names(solution_folder: Path) -> tuple[str, ...]:
    """The pictures that a problem has, in order, read from the source without running it.

    Raises:
        BankError: it is no Python.
    """
    path = solution_folder / "pictures.py"
    if not path.is_file():
        return ()
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise BankError(f"{path}: {error}") from None
    functions = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return tuple(name for name in functions if not name.startswith("_"))


def compute(bank: Bank, problem: Problem, attempt: Attempt | None) -> Computed:
    """The problem's pictures, with `attempt` on those that compare.

    Raises:
        BankError: a picture's data are not right.
        SandboxError: no isolation works.
    """
    if not names(problem.solution_folder):
        return Computed()
    spec = WorkerSpec(preload(problem.worker), hidden_folders(bank))
    starter = Starter(spec, problem.limits, problem.solution_folder / "checks.py", None)
    try:
        return _compute(starter.settle(), problem, attempt)
    finally:
        starter.close()


def of_reference(zygote: Zygote, problem: Problem) -> tuple[Picture, ...]:
    """The problem's pictures, as its reference draws them.

    Raises:
        BankError: a picture's data are not right.
        SandboxError: the zygote is gone.
    """
    wanted = names(problem.solution_folder)
    reference = from_bytes("solution.py", (problem.solution_folder / "solution.py").read_bytes())
    try:
        return _pictures(zygote, problem, reference, wanted) if wanted else ()
    except _Fault as fault:
        raise BankError(f"{problem.solution_folder / 'pictures.py'}: {fault}") from None


def _compute(zygote: Zygote, problem: Problem, attempt: Attempt | None) -> Computed:
    pictures = of_reference(zygote, problem)
    compared = tuple(picture.id for picture in pictures if is_compared(picture))
    if attempt is None or not compared:
        return Computed(pictures)
    if zygote.backend.name == _NO_ISOLATION:
        # It may have come from another machine, by `grade import`.
        return Computed(pictures, Text("there is no isolation on this machine", "本机没有可用的隔离"))
    submission = from_bytes("attempt.py", attempt.source.encode("utf-8", "replace"))
    try:
        drawn = {each.id: each for each in _pictures(zygote, problem, submission, compared)}
    except _Fault as fault:
        return Computed(pictures, Text(str(fault), str(fault)))
    return Computed(
        tuple(
            with_attempt(picture, drawn[picture.id], _YOURS) if picture.id in drawn else picture
            for picture in pictures
        )
    )


class _Fault(Exception):
    """Why a worker gave no picture: begins with the picture's name."""


def _pictures(
    zygote: Zygote, problem: Problem, submission: Submission, wanted: tuple[str, ...]
) -> tuple[Picture, ...]:
    source = (problem.solution_folder / "pictures.py").read_text(encoding="utf-8")
    request = {**load_request(problem, submission), "stub": "", "harness": source}
    worker = zygote.fork()
    try:
        _ok("load", worker.request("load", **request))
        return tuple(
            read_picture(
                name, _ok(name, worker.request("call", target=["harness", name], args=[], kwargs={}))
            )
            for name in wanted
        )
    except WorkerEnded as error:
        raise _Fault(str(error)) from None
    except PictureError as error:
        raise _Fault(str(error)) from None
    finally:
        worker.close()


def _ok(name: str, reply: dict[str, Any]) -> Any:
    """The value that the worker gave.

    Raises:
        _Fault: it gave none, or one that is no plain data.
    """
    for key in ("syntax", "raised", "fault"):
        if key in reply:
            found = reply[key] if type(reply[key]) is dict else {}
            said = " ".join(str(found.get("message")).split())[:200]
            kinds = found.get("kinds")
            kind = str(kinds[0])[:80] if type(kinds) is list and kinds else key
            raise _Fault(f"{name}: {kind}: {said}")
    try:
        return from_wire(reply.get("ok"), _refuse)
    except WireError as error:
        raise _Fault(f"{name}: {error}") from None


def _refuse(handle: Handle) -> Any:
    raise WireError(f"holds a {handle.type_name[:80]}, and should be plain data")
