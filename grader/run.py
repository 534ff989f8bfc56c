"""A grade from end to end: start a worker, run the checks, judge."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from grader.bank import Bank, Problem
from grader.cores import cores
from grader.errors import BankError, SandboxError
from grader.judge import CheckResult, judge, not_run
from grader.outcome import Verdict
from grader.report import Diagnosis, Fault, Report
from grader.sandbox.choose import Starter, examine
from grader.sandbox.spec import WorkerSpec
from grader.search import EVERY_MISTAKE, Search
from grader.selection import EVERY_CHECK, Selection
from grader.submission import Submission
from grader.supervise.zygote import Zygote
from grader.supply import Supply
from grader.text import Text

if TYPE_CHECKING:
    from grader.plugin import CheckPlugin
    from grader.record import Record

DEFAULT_SEED = 0
_MOST_SIDE_BY_SIDE = 4
_UNSAFE = Text(
    "No isolation on this machine: the submission can read and write what you can. "
    "Grade only code that you trust; `grade doctor` says how to get better.",
    "本机没有可用的隔离：提交的代码可以读写你能读写的一切。请只评测可信的代码；改进方法见 `grade doctor`。",
)

Progress = Callable[[int, int], None]


def preload(worker: str) -> tuple[str, ...]:
    """What a zygote for that kind of worker imports; NumPy by itself would leave `random` to each fork."""
    return tuple(dict.fromkeys(("numpy", "numpy.random", worker)))


def hidden_folders(bank: Bank) -> tuple[Path, ...]:
    """What no worker may see of a bank."""
    return (bank.root / "problems", bank.root / "solutions")


class Grader:
    """Grades submissions of one problem, one after the other, through one zygote.

    Making one starts the zygote and returns at once. Use it as a context manager: leaving it ends
    the zygote and every worker.

    Args:
        isolation: the backend that must be used, or None for the best that works here.
        lent: a zygote that is there already, to be tried first; it is closed in the end.
        side_by_side: how many checks may run at once; None for as many as there are cores.
    """

    def __init__(
        self,
        bank: Bank,
        problem: Problem,
        isolation: str | None = None,
        lent: Zygote | None = None,
        side_by_side: int | None = None,
    ) -> None:
        self._problem = problem
        self._side_by_side = side_by_side or _side_by_side(problem)
        self._secret = problem.solution_folder / "checks.py"
        self._spec = WorkerSpec(preload(problem.worker), hidden_folders(bank))
        self._isolation = isolation
        self._lent = lent
        self._starter = self._cold() if lent is None else None
        self._zygote: Zygote | None = None

    def __enter__(self) -> Grader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._starter:
            self._starter.close()
        if self._lent:
            self._lent.close()

    def release(self) -> None:
        """No more grades: let the zygote end while the caller prints."""
        if self._zygote:
            self._zygote.release()

    def _cold(self) -> Starter:
        return Starter(self._spec, self._problem.limits, self._secret, self._isolation)

    @property
    def zygote(self) -> Zygote:
        """The zygote that forks the workers, seen to hold.

        Raises:
            SandboxError: no isolation works.
        """
        if self._zygote is None:
            # The libraries that the checks need are imported while the zygote starts. Their arrays
            # are small: starting threads for them would take longer than using them saves.
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            import grader.plugin  # noqa: F401

            self._zygote = self._settle()
        return self._zygote

    def _settle(self) -> Zygote:
        """A zygote that was seen to hold: the one lent, or else one of our own."""
        if self._lent:
            # Whoever lends it knows the kind of worker, not the problem.
            self._lent.limits = self._problem.limits
            if self._holds(self._lent):
                return self._lent
            self._lent.close()
            self._lent = None
        self._starter = self._starter or self._cold()
        return self._starter.settle()

    def _holds(self, zygote: Zygote) -> bool:
        if not zygote.is_proven:
            return examine(zygote, self._secret).problem is None
        try:
            zygote.wait_until_ready()
        except SandboxError:
            return False
        return True

    def grade(
        self,
        submission: Submission,
        *,
        seed: int = DEFAULT_SEED,
        on_progress: Progress = lambda done, total: None,
        meanwhile: Callable[[], object] = lambda: None,
        started: float | None = None,
        on_verdict: Callable[[Report], None] = lambda report: None,
        search: Search | None = EVERY_MISTAKE,
        selection: Selection = EVERY_CHECK,
    ) -> Report:
        """Grade one submission.

        Args:
            seed: what the checks' random inputs are drawn from, 0 or more.
            on_progress: called with the number of checks done and of all.
            meanwhile: work of the caller's to do while others already run checks.
            on_verdict: called with the report of a failed grade before its mistakes are looked for.
            search: how to look for the mistakes that explain what failed; None for not at all.
            selection: which checks are run, and in what order.
            started: `time.monotonic()` when the grade began, if that was before this call.

        Raises:
            SandboxError: no isolation works, or it failed on the way.
            BankError: the problem's checks could not be run.
        """
        run = _Run(
            self._problem,
            submission,
            seed,
            started or time.monotonic(),
            self._side_by_side,
            selection,
        )
        if submission.refusal:
            return run.refused(Fault(submission.refusal.kind, submission.refusal.text))
        run.isolation = self.zygote.backend.name
        with Supply(self.zygote, self._problem, submission) as supply:
            return run.checked(supply, self.zygote, on_progress, on_verdict, meanwhile, search)


def _side_by_side(problem: Problem) -> int:
    """How many checks run at once, where this process may use that many cores."""
    return min(cores(), _MOST_SIDE_BY_SIDE, len(problem.checks))


class _Run:
    """What is known of one grade while it goes on, and the reports that it can end in."""

    def __init__(
        self,
        problem: Problem,
        submission: Submission,
        seed: int,
        started: float,
        side_by_side: int,
        selection: Selection,
    ) -> None:
        self._problem = problem
        self._submission = submission
        self._seed = seed
        self._started = started
        self._side_by_side = side_by_side
        self._selection = selection
        self.isolation = "none"

    def refused(self, fault: Fault) -> Report:
        return self._report(Verdict.INVALID, not_run(self._problem.checks), fault)

    def not_attempted(self) -> Report:
        text = Text(
            "Not attempted yet: this is the stub as it was handed out. Write your solution and "
            "grade again.",
            "尚未作答：这还是原始的模板。写好解答后再评测。",
        )
        return self._report(Verdict.FAILED, not_run(self._problem.checks), Fault("not-attempted", text))

    def checked(
        self,
        supply: Supply,
        zygote: Zygote,
        on_progress: Progress,
        on_verdict: Callable[[Report], None],
        meanwhile: Callable[[], object],
        search: Search | None,
    ) -> Report:
        """Load the submission, run the checks, and on a failed grade look for its mistakes."""
        from grader.plugin import CheckPlugin, run_checks

        total = len(self._problem.checks)
        done: list[Record] = []

        def on_record(record: Record) -> None:
            done.append(record)
            on_progress(len(done), total)

        on_progress(0, total)
        supplies = [supply, *(supply.beside() for _ in range(self._side_by_side - 1))]
        try:
            # The workers load the submission while this process collects the checks.
            for each in supplies:
                each.begin()
            plugin = CheckPlugin(supplies, self._seed, on_record, meanwhile, self._selection)
            run_checks(self._problem.solution_folder / "checks.py", plugin)
        finally:
            for other in supplies[1:]:
                other.close()
        if plugin.fault:
            return self.refused(plugin.fault)
        if supply.is_stub:
            return self.not_attempted()
        verdict, results = judge(self._problem.checks, plugin.records, self._submission)
        if verdict is Verdict.PASSED or search is None:
            return self._report(verdict, results)
        on_verdict(self._report(verdict, results))
        diagnoses = self._diagnosed(plugin, zygote, search)
        return self._report(verdict, results, diagnoses=diagnoses)

    def _diagnosed(self, plugin: CheckPlugin, zygote: Zygote, search: Search) -> tuple[Diagnosis, ...]:
        from grader.diagnose.explain import Explainer
        from grader.diagnose.replay import GivenUp
        from grader.diagnose.tell import tell

        try:
            with Explainer(
                self._problem,
                self._submission,
                self._seed,
                plugin.functions,
                zygote,
                self._side_by_side,
                search,
            ) as explainer:
                return tell(explainer.explain(plugin.records), self._submission)
        except (BankError, SandboxError, GivenUp):
            # The verdict stands, whatever became of the search for its reason.
            return ()

    def _report(
        self,
        verdict: Verdict,
        results: tuple[CheckResult, ...],
        error: Fault | None = None,
        diagnoses: tuple[Diagnosis, ...] = (),
    ) -> Report:
        notices = (_UNSAFE,) if self.isolation == "process" else ()
        return Report(
            problem=self._problem.id,
            submission=self._submission.name,
            verdict=verdict,
            checks=results,
            max_score=self._problem.max_score,
            duration_s=time.monotonic() - self._started,
            isolation=self.isolation,
            seed=self._seed,
            error=error,
            diagnoses=diagnoses,
            notices=(*self._submission.notices, *notices),
        )


def failed_grade(problem: Problem | None, name: str, error: Exception, seed: int, started: float) -> Report:
    """The report of a grade that the grader itself could not do."""
    kind = "sandbox" if isinstance(error, SandboxError) else "bank"
    return Report(
        problem=problem.id if problem else "",
        submission=name,
        verdict=Verdict.ERROR,
        checks=not_run(problem.checks) if problem else (),
        max_score=problem.max_score if problem else 0.0,
        duration_s=time.monotonic() - started,
        isolation="none",
        seed=seed,
        error=Fault(kind, Text(str(error), str(error))),
    )
