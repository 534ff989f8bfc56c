"""What is set in TensorFlow and Keras, with stand-ins for them: no grader imports these."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from grader.worker.tensorflow_setup import remember_what_is_not_saved, run_directly


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


def test_keras_works_out_once_for_each_kind_what_it_does_not_save(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("keras", "keras.src", "keras.src.saving"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    saving = ModuleType("saving_lib")
    asked: list[str] = []
    vars(saving)["get_attr_skipset"] = lambda kind: asked.append(kind) or {kind}
    monkeypatch.setitem(sys.modules, "keras.src.saving.saving_lib", saving)
    remember_what_is_not_saved()
    assert [saving.get_attr_skipset(kind) for kind in ("Layer", "Functional", "Layer")] == [
        {"Layer"},
        {"Functional"},
        {"Layer"},
    ]
    assert asked == ["Layer", "Functional"]


def test_a_keras_that_saves_in_another_way_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("keras", "keras.src", "keras.src.saving"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    saving = ModuleType("saving_lib")
    monkeypatch.setitem(sys.modules, "keras.src.saving.saving_lib", saving)
    remember_what_is_not_saved()
    assert not hasattr(saving, "get_attr_skipset")
