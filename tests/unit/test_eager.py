"""How TensorFlow is told to run single operations; with a stand-in for it, which no grader imports."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from grader.worker.eager import run_directly


def stand_in(monkeypatch: pytest.MonkeyPatch, binding: ModuleType) -> None:
    for name in ("tensorflow", "tensorflow.python"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "tensorflow.python.pywrap_tfe", binding)


def test_a_context_is_made_without_the_wrapping(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, bool]] = []
    binding = ModuleType("pywrap_tfe")
    name = "TFE_ContextOptionsSetRunEagerOpAsFunction"
    setattr(binding, name, lambda options, wrapped: asked.append((options, wrapped)))
    stand_in(monkeypatch, binding)
    run_directly()
    options = object()
    getattr(binding, name)(options, True)  # as tensorflow.python.eager.context does
    assert asked == [(options, False)]


def test_a_version_without_the_option_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    binding = ModuleType("pywrap_tfe")
    stand_in(monkeypatch, binding)
    run_directly()
    assert not [name for name in vars(binding) if name.startswith("TFE")]
