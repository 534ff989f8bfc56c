"""How true the verdicts and the names are, on submissions written apart from the bank.

`python -m tests.bench.truth [PROBLEM…]` grades everything in `tests/truth` and prints a table. Its
authors had the statements and, for `rewritten` and `two`, a sentence on each mistake, and saw none
of the bank's submissions or checks:

    right/      right submissions: each must pass
    rewritten/  a known mistake each, in another style: the file's name is the mistake's
    two/        two known mistakes at once, `one+other.py`
    unknown/    wrong in ways of their authors' own; a line `# named: slug` says which known
                mistake it is right to name all the same

One in five of the bank's own mistakes is graded too, with that one kept out of the diagnosis:
whatever is named then is a mistake that it is not, but for what `_TRUE_OF` says.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from grader.bank import Bank
from grader.cores import cores
from grader.outcome import Verdict
from grader.search import Search
from grader.shards import Shards
from grader.submission import from_bytes
from grader.verify.graders import Graders

CORPUS = Path(__file__).resolve().parent.parent / "truth"
KINDS = ("right", "rewritten", "two", "unknown", "left out")
_EVERY = 5
# One name in twenty below the aim of 0.9: a replay that a busy machine cuts short names nothing.
_LEAST_NAMED = 0.85
# Of a mistake that was left out, what is true of it all the same: `len` too takes every epoch to be
# as long as one, who reads the new rate has adjusted it before the report, and a factor of 1 + gamma
# goes with a gamma from 0.
_TRUE_OF = {
    ("ticks-loop", "needs-a-length"): "counts-the-first-epochs-batches",
    ("ticks-loop", "learning-rate-read-after-adjusting"): "adjusts-before-reporting",
    ("layernorm-keras", "one-plus-gamma"): "gamma-from-zero",
}
# What is said where no mistake is named, and is no name.
_NO_NAME = {"answers-differ-between-runs"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A submission, and what it is right to name in it."""

    problem: str
    kind: str
    path: Path
    names: frozenset[str]

    @property
    def without(self) -> frozenset[str]:
        """Mistakes kept out of the diagnosis."""
        return frozenset({self.path.stem}) if self.kind == "left out" else frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """How a sample came out."""

    sample: Sample
    passed: bool
    named: frozenset[str]
    ran: bool = True
    """Whether it was loaded and graded at all."""

    @property
    def verdict_is_true(self) -> bool:
        return self.ran and self.passed == (self.sample.kind == "right")

    @property
    def naming(self) -> str:
        """`rightly`, `partly` (one of two), `wrongly` or `not`."""
        if self.named - self.sample.names:
            return "wrongly"
        if not self.named:
            return "not"
        return "partly" if self.sample.kind == "two" and len(self.named) == 1 else "rightly"


def samples(problems: Sequence[str]) -> Iterator[Sample]:
    """Every sample of these problems."""
    bank = Bank.open(None)
    for problem in problems:
        for kind in KINDS[:-1]:
            for path in sorted((CORPUS / problem / kind).glob("*.py")):
                yield Sample(problem, kind, path, frozenset(_names(kind, path)))
        mistakes = sorted((bank.root / "solutions" / problem / "mistakes").glob("*.py"))
        for path in mistakes[::_EVERY]:
            true = _TRUE_OF.get((problem, path.stem))
            yield Sample(problem, "left out", path, frozenset({true} if true else ()))


def _names(kind: str, path: Path) -> list[str]:
    if kind in ("rewritten", "two"):
        return path.stem.split("+")
    return re.findall(r"^# named: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)


def judge_all(todo: Sequence[Sample]) -> list[Judged]:
    """Grade every sample, as many at once as there are cores."""
    bank = Bank.open(None)
    names = sorted({sample.problem for sample in todo})
    shards = min(cores(), len(todo))

    def judge(task: int, shard: int) -> Judged:
        sample = todo[task]
        submission = from_bytes(sample.path.name, sample.path.read_bytes())
        grader = graders.of(names.index(sample.problem), shard)
        report = grader.grade(submission, search=Search(without=sample.without))
        named = frozenset(each.id for each in report.diagnoses) - _NO_NAME
        return Judged(sample, report.verdict is Verdict.PASSED, named, ran=report.error is None)

    with (
        Graders(bank, [bank.load(name) for name in names], None, shards) as graders,
        Shards(len(todo), shards, judge) as running,
    ):
        return sorted(running.results(), key=lambda each: str(each.sample.path))


def table(judged: Sequence[Judged]) -> Table:
    """Counts for each problem and kind."""
    shown = Table("problem", "kind", "files", "verdict false", "named rightly", "partly", "wrongly", "not")
    for problem in sorted({each.sample.problem for each in judged}):
        for kind in KINDS:
            own = [each for each in judged if (each.sample.problem, each.sample.kind) == (problem, kind)]
            if own:
                false = sum(not each.verdict_is_true for each in own)
                naming = Counter(each.naming for each in own)
                counts = [naming[word] for word in ("rightly", "partly", "wrongly", "not")]
                names = ["", "", "", ""] if kind == "right" else map(str, counts)
                shown.add_row(problem, kind, str(len(own)), str(false), *names)
    return shown


def faults(judged: Sequence[Judged]) -> Iterator[str]:
    """What must not be: a false verdict on what was written to a mistake, a false name, too few names."""
    for each in judged:
        where = f"{each.sample.problem}/{each.sample.kind}/{each.sample.path.stem}"
        if each.sample.kind != "unknown" and not each.verdict_is_true:
            yield f"{where}: its verdict is false"
        if each.sample.kind in ("rewritten", "two", "left out") and each.naming == "wrongly":
            yield f"{where}: named {', '.join(sorted(each.named))}"
    for problem in sorted({each.sample.problem for each in judged}):
        known = [e for e in judged if (e.sample.problem, e.sample.kind) == (problem, "rewritten")]
        named = sum(each.naming == "rightly" for each in known)
        if named < _LEAST_NAMED * len(known):
            yield f"{problem}: only {named} of {len(known)} rewritten mistakes are named"


def main() -> int:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("problems", nargs="*", default=Bank.open(None).ids())
    judged = judge_all(list(samples(parser.parse_args().problems)))
    console = Console(width=110)
    console.print(table(judged))
    for each in judged:
        where = f"{each.sample.problem}/{each.sample.kind}/{each.sample.path.stem}"
        if not each.verdict_is_true:
            console.print(f"false verdict: {where} {'passed' if each.passed else 'failed'}")
        if each.naming == "wrongly":
            console.print(f"wrongly named: {where}: {', '.join(sorted(each.named))}")
        elif each.naming != "rightly" and each.sample.kind in ("rewritten", "two"):
            console.print(f"{each.naming} named: {where}: {', '.join(sorted(each.named)) or '-'}")
    found = list(faults(judged))
    for fault in found:
        console.print(f"must not be: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
