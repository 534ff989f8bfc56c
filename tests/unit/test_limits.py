"""Limits: what each kind of worker gets."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from grader.limits import WORKER_LIMITS, Limits


def test_limits_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Limits().cpu_s = 1e9  # type: ignore[misc]


@pytest.mark.parametrize("kind", WORKER_LIMITS)
def test_every_kind_of_worker_has_limits_above_nothing(kind: str) -> None:
    limits = WORKER_LIMITS[kind]
    assert all(getattr(limits, field.name) > 0 for field in fields(Limits))
    assert limits.wall_s > limits.cpu_s + limits.idle_s


def test_tensorflow_gets_at_least_what_numpy_gets() -> None:
    numpy, tensorflow = WORKER_LIMITS["numpy"], WORKER_LIMITS["tensorflow"]
    assert set(WORKER_LIMITS) == {"numpy", "tensorflow"}
    assert all(getattr(tensorflow, field.name) >= getattr(numpy, field.name) for field in fields(Limits))


def test_tensorflow_gets_the_threads_and_memory_that_it_is_known_to_need() -> None:
    assert WORKER_LIMITS["tensorflow"].threads >= 32
    assert WORKER_LIMITS["tensorflow"].memory_mb >= 1024


def test_limits_are_values() -> None:
    assert replace(Limits(), cpu_s=3.0) == Limits(cpu_s=3.0) != Limits()
