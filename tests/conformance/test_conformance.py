"""What every backend must do alike, and what each says it holds."""

from __future__ import annotations

import select
from pathlib import Path

import pytest

from grader.limits import Limits
from grader.outcome import Outcome
from grader.sandbox.choose import BACKENDS, examine
from grader.sandbox.spec import WorkerSpec
from grader.supervise.ending import WorkerEnded
from grader.supervise.worker import Worker
from grader.supervise.zygote import Zygote

LIMITS = Limits(cpu_s=1.0, idle_s=1.0, memory_mb=256)
LOAD = {"filename": "s.py", "stub": "", "harness": "", "defines": ["f"], "hidden_folders": []}


@pytest.fixture
def zygote(backend: str):
    with_backend = Zygote.start(BACKENDS[backend], WorkerSpec(("numpy",)), LIMITS)
    yield with_backend
    with_backend.close()


def _loaded(zygote: Zygote, source: str) -> Worker:
    worker = zygote.fork()
    assert "ok" in worker.request("load", source=source, **LOAD)
    return worker


def _call(worker: Worker, name: str = "f") -> dict:
    return worker.request("call", target=["module", name], args=[], kwargs={})


def test_holds_what_it_promises(zygote: Zygote, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    finding = examine(zygote, secret)
    assert finding.problem is None
    assert {name for name, held in finding.held.items() if held} >= zygote.backend.promises


def test_answers_a_call(zygote: Zygote) -> None:
    worker = _loaded(zygote, "def f():\n    return 1.5\n")
    assert _call(worker)["ok"] == 1.5
    worker.close()


def test_shows_none_of_the_users_environment(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY_OF_MINE", "42")
    zygote = Zygote.start(BACKENDS[backend], WorkerSpec(("numpy",)), LIMITS)
    worker = _loaded(zygote, "import os\ndef f():\n    return 'SECRET_KEY_OF_MINE' in os.environ\n")
    assert _call(worker)["ok"] is False
    zygote.close()


def test_workers_do_not_see_each_others_modules(zygote: Zygote) -> None:
    first = _loaded(zygote, "import json\njson.mine = 1\ndef f():\n    return 1\n")
    second = _loaded(zygote, "import json\ndef f():\n    return hasattr(json, 'mine')\n")
    assert _call(second)["ok"] is False
    first.close()
    second.close()


def test_a_new_worker_serves_after_one_was_killed(zygote: Zygote) -> None:
    worker = _loaded(zygote, "def f():\n    while True: pass\n")
    with pytest.raises(WorkerEnded) as ended:
        _call(worker)
    assert ended.value.outcome is Outcome.TIMEOUT
    with pytest.raises(WorkerEnded):
        _call(worker)
    worker.close()
    assert _call(_loaded(zygote, "def f():\n    return 2\n"))["ok"] == 2


def test_serves_more_workers_than_a_socket_buffer_holds_messages(zygote: Zygote) -> None:
    for _ in range(400):
        zygote.fork().close()
    assert _call(_loaded(zygote, "def f():\n    return 2\n"))["ok"] == 2


def test_keeps_the_head_and_the_tail_of_the_output(zygote: Zygote) -> None:
    worker = _loaded(zygote, "def f():\n    print('a' * 200000 + 'z')\n")
    _call(worker)
    worker.close()
    text = worker.output.text()
    assert text.startswith("aaa")
    assert text.rstrip().endswith("z")
    assert len(text) < 70000


def test_the_scratch_folder_can_be_written(zygote: Zygote) -> None:
    worker = _loaded(
        zygote,
        "import tempfile\ndef f():\n    with tempfile.TemporaryFile() as t:\n        return t.write(b'')\n",
    )
    assert _call(worker)["ok"] == 0
    worker.close()


def test_leaves_nothing_behind(backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    zygote = Zygote.start(BACKENDS[backend], WorkerSpec(("numpy",)), LIMITS)
    worker = _loaded(
        zygote,
        "import os, tempfile\nfile = tempfile.mkstemp()\ndef f():\n    return os.getpid()\n",
    )
    worker.request("call", target=["module", "f"], args=[], kwargs={})
    pid = worker._pid
    zygote.close()
    worker.close()
    assert list(tmp_path.iterdir()) == []
    assert not Path(f"/proc/{pid}").exists()


def test_what_one_worker_wrote_is_gone_for_the_next(zygote: Zygote) -> None:
    source = (
        "import os\ndef f():\n"
        "    os.makedirs('deep/er')\n"
        "    os.mkdir('shut', 0)\n"
        "    os.mkfifo('fifo')\n"
        "    open('deep/er/file', 'w').close()\n"
        "    try:\n        open('../beside', 'w').close()\n"
        "    except OSError:\n        pass\n"
        "def look():\n    return [name for name in os.listdir('.') if name != 's.py']\n"
        "def around():\n    return [n for n in os.listdir('..') if n != os.path.basename(os.getcwd())]\n"
    )
    first = _loaded(zygote, source)
    _call(first)
    first.close()
    _wait_for_the_end_of(first)
    second = _loaded(zygote, source)
    assert _call(second, "look")["ok"] == ["l", []]
    reply = _call(second, "around")
    assert "raised" in reply or reply["ok"] == ["l", []]
    second.close()


def _wait_for_the_end_of(worker: Worker) -> None:
    assert worker._keeper.end_status(10.0) is not None


def test_the_source_can_be_inspected_wherever_the_submission_goes(zygote: Zygote) -> None:
    worker = _loaded(
        zygote, "import inspect, os\ndef f():\n    os.chdir('..')\n    return inspect.getsource(f)\n"
    )
    assert _call(worker)["ok"].startswith("def f():")
    worker.close()


SHARES = """
import mmap
import time

kept = []


def touch(megabytes):
    kept.append(mmap.mmap(-1, megabytes << 20))
    for page in range(0, megabytes << 20, 4096):
        kept[-1][page] = 1


touch(200)
print("loaded", flush=True)


def f():
    touch(200)
    end = time.process_time() + 0.4
    while time.process_time() < end:
        pass
"""


def test_memory_of_a_load_that_nobody_waited_for_counts(zygote: Zygote) -> None:
    worker = zygote.fork()
    request = worker.send("load", source=SHARES, **LOAD)
    assert select.select([worker._output], [], [], 60)[0]
    assert "ok" in worker.receive(request)
    with pytest.raises(WorkerEnded) as ended:
        _call(worker)
    assert ended.value.outcome is Outcome.MEMORY
    worker.close()
