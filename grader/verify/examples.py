"""Runs a statement's worked examples on the reference, in a worker like any submission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.bank import Problem
from grader.record import SubmissionRaised
from grader.submission import from_bytes
from grader.supervise.ending import WorkerEnded
from grader.supervise.zygote import Zygote
from grader.supply import load_request
from grader.verify.files import read
from grader.worker.values import from_wire

_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
_RUNNER = """

def run_examples(name, text):
    import doctest, io
    import numpy as np
    test = doctest.DocTest(
        doctest.DocTestParser().get_examples(text), {**globals(), "np": np}, name, name, 0, None
    )
    said = io.StringIO()
    result = doctest.DocTestRunner(verbose=False).run(test, out=said.write)
    return [result.attempted, result.failed, said.getvalue()[:2000]]
"""


def complaints(problem: Problem, zygote: Zygote) -> Iterator[str]:
    """Examples that don't give what the statement says, and statements without any."""
    for name in ("statement.md", "statement.zh.md"):
        blocks = [block for block in _BLOCK.findall(read(problem.folder / name)) if ">>>" in block]
        if not blocks:
            yield f"{problem.folder / name}: has no worked example (a python block with >>> lines)"
            continue
        fault = _run(problem, zygote, name, "\n".join(blocks))
        if fault:
            yield f"{problem.folder / name}: its worked example is not right: {fault}"


def _run(problem: Problem, zygote: Zygote, name: str, text: str) -> str | None:
    """What is wrong with the examples, or None."""
    source = read(problem.solution_folder / "solution.py") + _RUNNER
    request = {**load_request(problem, from_bytes("solution.py", source.encode())), "stub": ""}
    worker = zygote.fork()
    try:
        worker.request("load", **request)
        reply = worker.request("call", target=["module", "run_examples"], args=[name, text], kwargs={})
        if "ok" not in reply:
            return str(reply.get("raised") or reply.get("fault"))[:300]
        attempted, failed, said = from_wire(reply["ok"], lambda handle: handle.type_name)
    except (WorkerEnded, SubmissionRaised) as error:
        return str(error)
    finally:
        worker.close()
    if attempted and not failed:
        return None
    return " ".join(str(said).split()) or "nothing was run"
