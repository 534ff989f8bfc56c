"""Workers that have the submission loaded, and what is wrong with one that can't be."""

from __future__ import annotations

from typing import Any

from grader.bank import Problem
from grader.judge import explain
from grader.record import SubmissionRaised
from grader.report import Fault
from grader.sandbox.spec import site_folders
from grader.submission import Submission
from grader.supervise.ending import WorkerEnded, spoke_out_of_turn
from grader.supervise.worker import Worker
from grader.supervise.zygote import Zygote
from grader.text import Text, join
from grader.worker.frames import WireError


class Supply:
    """Workers with the submission loaded, a new one wherever something went wrong in the last.

    A check that failed in a worker which others had used before says little: it may have failed for
    what they left there. Whoever sees that drops the worker and runs the check again in a fresh one;
    so nothing fails but by its own doing, and a right submission needs one worker for all checks.
    """

    def __init__(self, zygote: Zygote, problem: Problem, submission: Submission) -> None:
        self._zygote = zygote
        self._request = load_request(problem, submission)
        self._problem = problem
        self._submission = submission
        self._coming: tuple[Worker, str] | None = None
        self._current: Worker | None = None
        self._is_used = False
        self.is_fresh = True
        """Whether the worker taken last had run no check before."""
        self.is_stub = False

    def __enter__(self) -> Supply:
        return self

    def beside(self) -> Supply:
        """Another supply of the same, from a way of its own to the same zygote."""
        other = Supply(self._zygote.attach(), self._problem, self._submission)
        other._request = self._request
        return other

    def close(self) -> None:
        """Give up the workers and, for a supply made by `beside`, the way to the zygote."""
        self.__exit__()
        self._zygote.close()

    def __exit__(self, *_: object) -> None:
        for worker in (self._current, self._coming[0] if self._coming else None):
            if worker:
                worker.close()
        self._current = self._coming = None

    def begin(self) -> None:
        """Set a worker off, which loads the submission while others do something else.

        Raises:
            SandboxError: the zygote is gone.
        """
        self._coming = self._coming or self._begin()

    def take(self) -> Worker:
        """The worker in use, with nothing kept of earlier checks, or a new one.

        Raises:
            SubmissionRaised, WorkerEnded: it loaded before, and this time it did not.
        """
        self.is_fresh = self._current is None or not self._is_used
        if self._current is None:
            self._current, reply = self._finish()
            if "raised" in reply:
                _raise(reply["raised"])
        elif self._is_used:
            self._current.begin_again()
        self._is_used = True
        return self._current

    def take_fresh_next(self) -> None:
        """See to it that the worker taken next has run no check before."""
        if self._is_used:
            self.drop()

    def drop(self) -> None:
        """Give up the worker in use; another is on its way, and then one more for the next such case."""
        if self._current:
            self._current.close()
        self._current, self._is_used = None, False
        self.begin()

    def load_first(self) -> Fault | None:
        """Load the submission for the first time; gives what is wrong with it, if anything."""
        try:
            self._current, reply = self._finish()
        except WorkerEnded as error:
            return Fault(error.outcome.value, _at_import(error.text))
        try:
            return self._fault(reply)
        except (AttributeError, KeyError, TypeError, ValueError, WireError):
            # The candidate's code shares its process with what wrote the reply.
            forged = spoke_out_of_turn()
            return Fault(forged.outcome.value, _at_import(forged.text))

    def _fault(self, reply: dict[str, Any]) -> Fault | None:
        """What the reply to the first load says is wrong with the submission, if anything."""
        if "syntax" in reply:
            return _syntax(reply["syntax"], self._submission)
        try:
            if "raised" in reply:
                _raise(reply["raised"])
        except SubmissionRaised as error:
            return _import_fault(error, self._submission, self._problem)
        except WorkerEnded as error:
            return Fault(error.outcome.value, _at_import(error.text))
        self._request["stub"] = ""
        loaded = _loaded_names(reply)
        if loaded is None:
            self.is_stub = True
            return None
        return _missing_names(*loaded, self._problem)

    def _begin(self) -> tuple[Worker, str]:
        worker = self._zygote.fork()
        return worker, worker.send("load", **self._request)

    def _finish(self) -> tuple[Worker, dict[str, Any]]:
        (worker, request_id), self._coming = self._coming or self._begin(), None
        try:
            return worker, worker.receive(request_id)
        except BaseException:
            worker.close()
            raise


def load_request(problem: Problem, submission: Submission) -> dict[str, Any]:
    """What a worker is asked with to load a submission of the problem."""
    return {
        "source": submission.source,
        "filename": submission.name,
        "stub": problem.source("stub.py").decode(),
        "harness": problem.source("harness.py").decode(),
        "defines": [definition.name for definition in problem.defines],
        "hidden_folders": site_folders() if problem.worker == "numpy" else [],
    }


def _raise(raised: Any) -> None:
    from grader.proxy import raise_for

    raise_for(raised)


def _at_import(text: Text) -> Text:
    return Text(f"While it was loaded: {text.en}", f"加载时：{text.zh}")


def _syntax(found: dict[str, Any], submission: Submission) -> Fault:
    line, column = found.get("line"), found.get("column")
    text = Text(str(found["message"]), str(found["message"]))
    if type(line) is not int:
        return Fault("syntax", text)
    place = submission.where(line)
    code = submission.line(line)
    if code and type(column) is int and 0 < column <= len(code) + 1:
        code = f"{code}\n{' ' * (column - 1)}^"
    return Fault("syntax", Text(f"{place.en}: {text.en}", f"{place.zh}：{text.zh}"), code)


def _import_fault(error: SubmissionRaised, submission: Submission, problem: Problem) -> Fault:
    text = explain(error, submission)
    if "ImportError" in error.kinds:
        offered = "NumPy" if problem.worker == "numpy" else "NumPy, TensorFlow, Keras"
        text = Text(
            f"{text.en}. There are Python's standard library and {offered}.",
            f"{text.zh}。可用的只有 Python 标准库和 {offered}。",
        )
    return Fault("import", text, submission.line(error.line))


def _loaded_names(reply: dict[str, Any]) -> tuple[list[str], list[str]] | None:
    """The names found and all that are there; None for an untouched stub."""
    from grader.worker.values import from_wire

    loaded = from_wire(reply["ok"], lambda handle: handle.type_name)
    if loaded["stub"]:
        return None
    return loaded["defined"]["found"], loaded["defined"]["there"]


def _missing_names(found: list[str], there: list[str], problem: Problem) -> Fault | None:
    missing = [definition for definition in problem.defines if definition.name not in found]
    if not missing:
        return None
    wanted = "; ".join(map(str, missing))
    names = ", ".join(str(name)[:60] for name in there[:12]) or "—"
    text = Text(f"Define {wanted}. Found: {names}.", f"请定义 {wanted}。现有：{names}。")
    idle = ", ".join(definition.name for definition in missing if definition.name in there)
    if idle:
        text = join([text, Text(f"What {idle} stands for can't be called.", f"{idle} 不可调用。")])
    return Fault("missing-name", text)
