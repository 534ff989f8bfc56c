"""One check on one submission: its random inputs, and what the end of its function means."""

from __future__ import annotations

import traceback
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.random  # where NumPy leaves it to the first use, each fork would import it
import pytest

from grader.checks import CheckFailure, Excused
from grader.errors import SandboxError
from grader.outcome import Outcome
from grader.proxy import Conversation, SubmissionProxy
from grader.record import Exchange, Record, SubmissionRaised
from grader.supervise.ending import WorkerEnded
from grader.supervise.worker import Worker
from grader.text import Text

CheckFunction = Callable[..., None]
Functions = dict[str, tuple[CheckFunction, frozenset[str]]]


def inputs(seed: int, test_name: str) -> np.random.Generator:
    """Random inputs that depend on the run's seed and the check, and on nothing else."""
    return np.random.default_rng([seed, zlib.crc32(test_name.encode())])


def run_check(function: CheckFunction, fixtures: frozenset[str], seed: int, worker: Worker) -> Record:
    """Run a check's function once more, outside pytest, on the submission that `worker` has loaded.

    Args:
        fixtures: which of `submission` and `rng` the function takes.
    """
    talk = Conversation(worker)
    offered = {"submission": SubmissionProxy(talk), "rng": inputs(seed, function.__name__)}
    error: BaseException | None = None
    try:
        function(**{name: offered[name] for name in fixtures})
    except SandboxError:
        raise
    except (Exception, pytest.skip.Exception) as caught:
        error = caught
    return record(function.__name__.removeprefix("test_"), error, talk)


def record(check_id: str, error: BaseException | None, talk: Conversation | None) -> Record:
    """What is kept of a check that ended with `error`, or with what its last requests came to."""
    try:
        if talk:
            talk.settle()
    except (SubmissionRaised, WorkerEnded, CheckFailure) as late:
        error = error or late
    transcript = tuple(talk.transcript) if talk else ()
    outcome, message = _meaning(error, transcript)
    foreseen = (CheckFailure, Excused, SubmissionRaised, WorkerEnded, pytest.skip.Exception)
    return Record(
        check_id,
        outcome,
        message,
        raised=error if isinstance(error, SubmissionRaised) else None,
        output=talk.worker.output.text() if talk else "",
        transcript=transcript,
        excused=isinstance(error, Excused),
        tripped="" if error is None or isinstance(error, foreseen) else _tripped(error),
    )


def _tripped(error: BaseException) -> str:
    """What a check raised of its own, and on which line of the problem's `checks.py`."""
    helpers = Path(__file__).with_name("checks.py")
    files = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    lines = [line for path, line in files if path.name == helpers.name and path != helpers]
    place = f" (checks.py, line {lines[-1]})" if lines else ""
    return f"{type(error).__name__}: {error}{place}"


def _meaning(error: BaseException | None, transcript: tuple[Exchange, ...]) -> tuple[Outcome, Text | None]:
    """What the end of a check's function means for the candidate."""
    if error is None or isinstance(error, Excused):
        return Outcome.PASSED, None
    if isinstance(error, CheckFailure):
        return Outcome.FAILED, error.text
    if isinstance(error, SubmissionRaised):
        return Outcome.RAISED, None
    if isinstance(error, WorkerEnded):
        return error.outcome, error.text
    if isinstance(error, pytest.skip.Exception):
        return Outcome.SKIPPED, Text("This check was skipped.", "该检查被跳过。")
    # The checks were run against right submissions: what they trip over is the answer's form.
    last = transcript[-1].fields if transcript else {}
    owner, called = last.get("target") or ("", "")
    # What the harness is called by is nothing to the candidate.
    name = "" if owner == "harness" else str(last.get("name") or called)
    return Outcome.FAILED, Text(
        f"What {name or 'the submission'} gave has another form than the statement says.",
        f"{name or '提交'} 返回值的形式与题面不符。",
    )
