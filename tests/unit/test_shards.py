"""Tasks shared among forks of this process."""

from __future__ import annotations

import os

import pytest

from grader.errors import BankError, SandboxError
from grader.shards import Shards


@pytest.mark.parametrize("shards", [1, 2, 3])
def test_every_task_is_run_once(shards: int) -> None:
    with Shards(20, shards, lambda task, shard: task) as shared:
        assert sorted(shared.results()) == list(range(20))


def test_shards_run_in_processes_of_their_own() -> None:
    parent = os.getpid()
    with Shards(50, 2, lambda task, shard: (shard, os.getpid())) as shared:
        seen = set(shared.results())
    assert all((shard == 0) == (pid == parent) for shard, pid in seen)


def test_an_error_in_a_fork_reaches_the_caller() -> None:
    def run(task: int, shard: int) -> int:
        if shard == 1:
            raise BankError("from the fork")
        return task

    with Shards(10_000, 2, run) as shared, pytest.raises(BankError, match="from the fork"):
        list(shared.results())


def test_a_fork_that_dies_is_an_error_and_not_a_missing_result() -> None:
    def run(task: int, shard: int) -> int:
        if shard == 1:
            os._exit(7)
        return task

    with Shards(10_000, 2, run) as shared, pytest.raises(SandboxError):
        list(shared.results())


def test_leaving_early_ends_the_forks() -> None:
    def run(task: int, shard: int) -> int:
        while shard == 1:
            pass
        return task

    with Shards(3, 2, run) as shared:
        next(shared.results())
        forks = list(shared._forks.values())
    assert forks
    for pid in forks:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
