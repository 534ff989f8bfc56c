"""A pytest plugin that runs checks on a submission in pytest's own process, with no isolation.

It is what `grade` is measured against, never how it grades. Usage:
`pytest -p tests.bench.in_process --submission FILE solutions/ID/checks.py`.
"""

from __future__ import annotations

import copy
import importlib.util
import sys
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from grader.checks import SubmissionRaised


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--submission", required=True, type=Path)
    parser.addoption("--harness", type=Path)
    parser.addoption("--check-seed", type=int, default=0)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "points(n): what the check is worth")


def _load(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class _Local:
    """The candidate's object, its calls made directly and its exceptions given our shape."""

    def __init__(self, target: Any, owner: InProcess) -> None:
        self.__dict__.update(_target=target, _owner=owner)

    def __getattr__(self, name: str) -> Any:
        return self._owner.show(getattr(self._target, name))

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._target, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._owner.call(self._target, args, kwargs)


class _Harness:
    def __init__(self, module: ModuleType, submission: ModuleType, owner: InProcess) -> None:
        self._module, self._submission, self._owner = module, submission, owner

    def __getattr__(self, name: str) -> Any:
        function = getattr(self._module, name)
        return lambda *a, **k: self._owner.call(function, (self._submission, *a), k)


class InProcess:
    """What the `submission` fixture gives: the interface of the grader's own proxy."""

    def __init__(self, module: ModuleType, harness: ModuleType | None) -> None:
        self._module = module
        self.changed: list[int | str] = []
        if harness:
            self.harness = _Harness(harness, module, self)

    def __getattr__(self, name: str) -> Any:
        return _Local(getattr(self._module, name), self)

    def show(self, value: Any) -> Any:
        plain = (np.ndarray, np.generic, int, float, str, bool, bytes, list, tuple, dict, type(None))
        return value if isinstance(value, plain) else _Local(value, self)

    def call(self, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        bare = [a._target if isinstance(a, _Local) else a for a in args]
        before = [copy.deepcopy(a) if isinstance(a, (np.ndarray, list, dict)) else a for a in bare]
        try:
            result = function(*bare, **kwargs)
        except BaseException as error:
            kinds = tuple(k.__name__ for k in type(error).__mro__)
            raise SubmissionRaised(kinds, str(error), None) from None
        finally:
            self.changed = [
                i
                for i, (a, b) in enumerate(zip(bare, before, strict=True))
                if isinstance(a, (np.ndarray, list, dict)) and not _same(a, b)
            ]
        return self.show(result)


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()
    return bool(a == b)


@pytest.fixture
def submission(request: pytest.FixtureRequest) -> InProcess:
    module = _load(request.config.getoption("--submission"), "submission")
    harness = request.config.getoption("--harness")
    return InProcess(module, _load(harness, "harness") if harness else None)


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    seed = request.config.getoption("--check-seed")
    return np.random.default_rng([seed, zlib.crc32(request.node.name.encode())])
