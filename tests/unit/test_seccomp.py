"""The seccomp filter: right numbers, a well-formed program, and the answer that each call gets."""

from __future__ import annotations

import errno
import os
import struct
import subprocess
import sys

import pytest

from grader.worker.seccomp import ARCHITECTURES, METADATA, X86_64, install, program, refusals

MACHINES = tuple(ARCHITECTURES)
PID = 4242
ALLOW, KILL = 0x7FFF0000, 0x80000000
LOAD, JUMP_ALWAYS, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x05, 0x15, 0x35, 0x45, 0x06
CLONE_THREAD, CLONE_NEWUSER = 0x00010000, 0x10000000
BOTH = pytest.mark.parametrize("machine", MACHINES)


def instructions(code: bytes) -> list[tuple[int, int, int, int]]:
    return list(struct.iter_unpack("=HBBI", code))


def answer(
    machine: str, number: int, *arguments: int, arch: int | None = None, metadata: bool = False
) -> int:
    """What the kernel's BPF machine would return for this call, worked out step by step."""
    arch = ARCHITECTURES[machine][0] if arch is None else arch
    padded = [argument % 2**64 for argument in (*arguments, 0, 0, 0, 0, 0, 0)[:6]]
    data = struct.pack("<IIQ6Q", number, arch, 0, *padded)
    code = instructions(program(machine, PID, guard_metadata=metadata))
    accumulator, at = 0, 0
    while True:
        operation, if_true, if_false, value = code[at]
        at += 1
        if operation == RETURN:
            return value
        if operation == LOAD:
            (accumulator,) = struct.unpack_from("<I", data, value)
            continue
        holds = {
            JUMP_EQUAL: accumulator == value,
            JUMP_AT_LEAST: accumulator >= value,
            JUMP_ANY_BIT: bool(accumulator & value),
        }[operation]
        at += if_true if holds else if_false


def refused(number: int = errno.EPERM) -> int:
    return 0x00050000 | number


@BOTH
def test_numbers_agree_with_libseccomp(machine: str) -> None:
    libseccomp = pytest.importorskip(
        "pyseccomp",
        reason="pyseccomp, which knows libseccomp's numbers, can't be imported",
        exc_type=ImportError,
    )
    arch = {"x86_64": libseccomp.Arch.X86_64, "aarch64": libseccomp.Arch.AARCH64}[machine]
    numbers = ARCHITECTURES[machine][1]
    assert numbers == {name: libseccomp.resolve_syscall(arch, name) for name in numbers}


@BOTH
def test_a_number_stands_for_one_call(machine: str) -> None:
    numbers = ARCHITECTURES[machine][1]
    assert len(set(numbers.values())) == len(numbers)


def test_aarch64_leaves_out_only_what_it_does_not_have() -> None:
    old = {"fork", "vfork", "chmod", "chown", "lchown", "utime", "utimes", "futimesat"}
    assert set(X86_64) - set(ARCHITECTURES["aarch64"][1]) == old
    assert set(ARCHITECTURES["aarch64"][1]) <= set(X86_64)


@BOTH
@pytest.mark.parametrize("metadata", [False, True])
def test_every_jump_stays_inside_the_program(machine: str, metadata: bool) -> None:
    code = instructions(program(machine, PID, guard_metadata=metadata))
    assert len(code) <= 4096
    for at, (operation, if_true, if_false, value) in enumerate(code):
        assert operation in (LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN)
        if operation in (JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT):
            assert at + 1 + max(if_true, if_false) < len(code)
        if operation == LOAD:
            assert value % 4 == 0
            assert value < 64
    assert code[-1][0] == RETURN


@BOTH
def test_another_architecture_is_killed(machine: str) -> None:
    assert answer(machine, 0, arch=0x40000003) == KILL
    other = next(arch for name, (arch, _) in ARCHITECTURES.items() if name != machine)
    assert answer(machine, 0, arch=other) == KILL


def test_the_x32_numbers_are_refused() -> None:
    assert answer("x86_64", 0x40000000) == refused()
    assert answer("x86_64", 0x40000000 + X86_64["execve"]) == refused()


CONDITIONAL = {"clone", "clone3", "kill", "tgkill", "prlimit64", "sched_setaffinity", "prctl"}


@BOTH
@pytest.mark.parametrize("metadata", [False, True])
def test_what_is_listed_is_refused_and_nothing_else(machine: str, metadata: bool) -> None:
    numbers = ARCHITECTURES[machine][1]
    listed = {n for name, n in numbers.items() if metadata or name not in METADATA}
    conditional = {numbers[name] for name in CONDITIONAL}
    for number in set(range(600)) - conditional:
        expected = refused() if number in listed else ALLOW
        assert answer(machine, number, metadata=metadata) == expected, number


def test_metadata_are_all_calls_that_change_a_files_mode_owner_times_or_attributes() -> None:
    parts = ("chmod", "chown", "utim", "xattr")
    assert {name for name in X86_64 if any(part in name for part in parts)} == METADATA


@BOTH
@pytest.mark.parametrize("name", ["kill", "tgkill"])
def test_signals_go_to_oneself_alone(machine: str, name: str) -> None:
    number = ARCHITECTURES[machine][1][name]
    assert answer(machine, number, PID, 9) == ALLOW
    for other in (0, 1, -1, -PID, PID + 1, PID - 1):
        assert answer(machine, number, other, 9) == refused(), other


@BOTH
def test_threads_may_be_started_and_processes_not(machine: str) -> None:
    numbers = ARCHITECTURES[machine][1]
    assert answer(machine, numbers["clone"], 0x3D0F00 | CLONE_THREAD) == ALLOW
    for flags in (0, 17, 0x01200011, CLONE_NEWUSER | 17):
        assert answer(machine, numbers["clone"], flags) == refused()
    assert answer(machine, numbers["clone3"], 0, 0) == refused(errno.ENOSYS)


@BOTH
def test_limits_may_be_read_and_not_set(machine: str) -> None:
    number = ARCHITECTURES[machine][1]["prlimit64"]
    assert answer(machine, number, 0, 7, 0, 0x7FFF00001000) == ALLOW
    for arguments in ((0, 7, 0x1000), (0, 7, 2**32), (0, 7, 2**63), (1, 7, 0), (PID, 7, 0)):
        assert answer(machine, number, *arguments) == refused(), arguments


@BOTH
def test_affinity_is_set_for_oneself_alone(machine: str) -> None:
    number = ARCHITECTURES[machine][1]["sched_setaffinity"]
    assert answer(machine, number, 0, 8, 0x1000) == ALLOW
    assert answer(machine, number, 1, 8, 0x1000) == refused()


@BOTH
def test_dying_with_the_parent_can_not_be_called_off(machine: str) -> None:
    number = ARCHITECTURES[machine][1]["prctl"]
    assert answer(machine, number, 1, 0) == refused()
    assert answer(machine, number, 15, 0x1000) == ALLOW


def test_a_machine_without_a_filter_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        refusals("riscv64", guard_metadata=False)


IN_A_PROCESS = """
import os, threading
from grader.worker.seccomp import install
parent, answers = os.getppid(), []
def attempt(name, call, *arguments):
    try:
        call(*arguments)
        answers.append(f"{name}=done")
    except OSError as error:
        answers.append(f"{name}={error.errno}")
installed = install(guard_metadata=True)
attempt("fork", os.fork)
attempt("parent", os.kill, parent, 0)
attempt("own", os.kill, os.getpid(), 0)
attempt("chmod", os.chmod, "/nowhere", 0o600)
thread = threading.Thread(target=answers.append, args=["thread=done"])
thread.start()
thread.join()
print(installed, *answers)
"""


def test_the_kernel_takes_it_and_holds_to_it() -> None:
    """Where this machine has a filter; elsewhere `install` says that it has none and changes nothing."""
    run = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True, timeout=60
    )
    if sys.platform == "linux" and os.uname().machine in MACHINES:
        assert run.stdout.split() == ["True", "fork=1", "parent=1", "own=done", "chmod=1", "thread=done"]
    else:
        assert install(guard_metadata=True) is False
