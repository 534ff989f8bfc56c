"""Fixtures that the kinds of tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.bank import Bank
from grader.doctor import examine_all
from grader.report import Report
from grader.run import Grader
from grader.search import EVERY_MISTAKE
from grader.selection import Selection
from grader.submission import Submission, from_bytes

ROOT = Path(__file__).resolve().parent.parent
TEST_BANK = ROOT / "tests" / "bank"
# What CI's machine has; a machine that lacks one says so in the skip's reason.
BACKENDS = ("bubblewrap", "sandlock", "process")

GradeWith = Callable[..., Report]


@pytest.fixture(scope="session", autouse=True)
def _nobodys_progress(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or changes what the person who runs it has done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADE_DATA", str(tmp_path_factory.mktemp("progress")))
        yield


@pytest.fixture(scope="session")
def working_backends() -> dict[str, str | None]:
    """For each backend, why it does not work here, or None."""
    return {finding.backend: finding.problem for finding in examine_all()}


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest, working_backends: dict[str, str | None]) -> str:
    problem = working_backends[request.param]
    if problem:
        pytest.skip(f"{request.param}: {problem}")
    return str(request.param)


@pytest.fixture(scope="session")
def grade_with() -> Iterator[GradeWith]:
    """Grade source text in-process; one zygote for each bank, kind of worker and backend in a session.

    Mistakes are looked for where it is asked for alone: that takes longer than the verdict.
    """
    graders: dict[tuple[Path | None, str, str | None], Grader] = {}
    hosts: dict[tuple[Path | None, str, str | None], Grader] = {}

    def grade(
        source: str | bytes | Submission,
        problem: str = "double",
        backend: str | None = None,
        bank: Path | None = TEST_BANK,
        seed: int = 0,
        diagnosing: bool = False,
        alone: frozenset[str] = frozenset(),
    ) -> Report:
        key = (bank, problem, backend)
        if key not in graders:
            opened = Bank.open(bank)
            loaded = opened.load(problem)
            kind = (bank, loaded.worker, backend)
            if kind not in hosts:
                hosts[kind] = Grader(opened, loaded, backend)
            graders[key] = Grader(opened, loaded, backend, hosts[kind].zygote.attach())
        if not isinstance(source, Submission):
            data = source.encode() if isinstance(source, str) else source
            source = from_bytes("submission.py", data)
        return graders[key].grade(
            source,
            seed=seed,
            search=EVERY_MISTAKE if diagnosing else None,
            selection=Selection(alone=alone),
        )

    yield grade
    for grader in [*graders.values(), *hosts.values()]:
        grader.__exit__(None, None, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")
