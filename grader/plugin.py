"""The pytest plugin that runs a problem's checks in the grader process and keeps a record of each."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from grader.check_run import Functions, inputs, record
from grader.errors import BankError, GraderError, SandboxError
from grader.outcome import Outcome
from grader.proxy import Conversation, SubmissionProxy
from grader.record import Record
from grader.report import Fault
from grader.selection import EVERY_CHECK, Selection
from grader.shards import Shards
from grader.supply import Supply

_INI = Path(__file__).with_name("pytest.ini")
_WITHOUT = ("cacheprovider", "terminal", "junitxml", "pastebin", "doctest", "unittest", "debugging",
            "setuponly", "setupplan", "stepwise", "legacypath", "faulthandler", "logging",
            "unraisableexception", "threadexception", "warnings", "subtests",
            "terminalprogress")  # fmt: skip

# What would let the user's environment into the run.
_USERS_OWN = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")


class CheckPlugin:
    """Fixtures and hooks for one run over one submission.

    There are as many `supplies` of workers as checks may run side by side. `meanwhile` is done here
    while forks run the first ones.
    """

    def __init__(
        self,
        supplies: Sequence[Supply],
        seed: int,
        on_record: Callable[[Record], None],
        meanwhile: Callable[[], object] = lambda: None,
        selection: Selection = EVERY_CHECK,
    ) -> None:
        self.records: list[Record] = []
        self.functions: Functions = {}
        """The checks that can be run outside pytest, by id, with the fixtures that they take."""
        self.collection_error: str | None = None
        self.error: GraderError | None = None
        self.fault: Fault | None = None
        """What is wrong with a submission that could not be loaded."""
        self._supplies = supplies
        self._supply = supplies[0]
        self._current: list[Record] = []
        self._seed = seed
        self._on_record = on_record
        self._meanwhile = meanwhile
        self._selection = selection
        self._conversation: Conversation | None = None

    @pytest.fixture
    def submission(self) -> SubmissionProxy:
        """The candidate's code behind a proxy."""
        self._conversation = Conversation(self._supply.take())
        return SubmissionProxy(self._conversation)

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random inputs that depend on the run's seed and the check, and on nothing else."""
        return inputs(self._seed, request.node.name)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        """Keep our own record; pytest's report, with its traceback, is for nobody."""
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, SandboxError):
            self.error = error
        elif call.when == "call" or (call.when == "setup" and error):
            self._keep(_check_id(item), error)
        return pytest.TestReport(
            item.nodeid,
            item.location,
            keywords={},
            outcome="failed" if error else "passed",
            longrepr=None,
            when="call" if call.when == "collect" else call.when,
        )

    @pytest.hookimpl
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and self.collection_error is None:
            self.collection_error = str(report.longrepr).strip()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Run the items, side by side where there is more than one supplier.

        None is run of a submission that can't be loaded, or that is the stub.
        """
        if self.collection_error:
            return None
        try:
            self.fault = self._supply.load_first()
        except GraderError as error:
            self.error = error
        if self.error or self.fault or self._supply.is_stub:
            return True
        alone = self._selection.alone
        wanted = [item for item in session.items if self._selection.others or _check_id(item) in alone]
        items = sorted(wanted, key=lambda item: _check_id(item) not in alone)
        self.functions = {
            _check_id(item): (item.function, frozenset(item._fixtureinfo.argnames))
            for item in items
            if isinstance(item, pytest.Function)
            and {"submission", "rng"}.issuperset(item._fixtureinfo.argnames)
        }

        def run_once(item: pytest.Item) -> list[Record]:
            self._current = []
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            if self.error:
                raise self.error
            return self._current

        def run_item(task: int, shard: int) -> list[Record]:
            self._supply = supply = self._supplies[shard]
            if _check_id(items[task]) in alone:
                supply.take_fresh_next()
            records = run_once(items[task])
            if not all(record.is_settled for record in records):
                supply.drop()
                if not supply.is_fresh:
                    records = run_once(items[task])
                    if not all(record.is_settled for record in records):
                        supply.drop()
            return records

        try:
            with Shards(len(items), len(self._supplies), run_item) as shards:
                self._meanwhile()
                for records in shards.results():
                    self.records += records
                    for record in records:
                        self._on_record(record)
                    if self._selection.stop_at_first and any(
                        record.outcome is not Outcome.PASSED for record in records
                    ):
                        break
        except GraderError as error:
            self.error = error
        return True

    def _keep(self, check_id: str, error: BaseException | None) -> None:
        talk, self._conversation = self._conversation, None
        self._current.append(record(check_id, error, talk))


def _check_id(item: pytest.Item) -> str:
    return item.name.removeprefix("test_")


def run_checks(checks_file: Path, plugin: CheckPlugin) -> None:
    """Run every check of `checks_file`, sealed against the submission's folder and the user's setup.

    Raises:
        BankError: the file could not be collected.
        SandboxError: the sandbox failed on the way.
        KeyboardInterrupt: the user interrupted.
    """
    arguments = [
        "-c", str(_INI), "--rootdir", str(checks_file.parent), "--noconftest", "--assert=plain",
        "--capture=no", "--import-mode=importlib", "-p", "no:python_path", str(checks_file),
    ]  # fmt: skip
    for name in _WITHOUT:
        arguments += ["-p", f"no:{name}"]
    for variable in _USERS_OWN:
        os.environ.pop(variable, None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # Every problem's module has this name; one that an earlier run left would be taken for ours.
    sys.modules.pop(checks_file.stem, None)
    # What is there by now, the libraries above all, is not looked through at every collection. Once
    # is enough: in a watch, what each grade leaves is to be collected.
    if not gc.get_freeze_count():
        gc.freeze()
    gc.enable()
    # What a check's own arithmetic warns of, a submission's wrong numbers in it, is nobody's to read.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = pytest.main(arguments, plugins=[plugin])
    sys.modules.pop(checks_file.stem, None)
    if plugin.error:
        raise plugin.error
    if plugin.collection_error:
        raise BankError(f"{checks_file}: {plugin.collection_error.splitlines()[-1]}")
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise BankError(
            f"{checks_file}: its checks could not be run ({pytest.ExitCode(code).name.lower()})"
        )
