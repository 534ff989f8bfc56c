"""A seccomp filter for candidate code, written as classic BPF and installed by the kernel.

It is built here and not by libseccomp because the worker must hold on systems that don't ship
that library, and because a filter of equality tests needs no compiler. The numbers below are
checked against libseccomp's by a test.

What stays possible: computing, threads, files as far as the sandbox shows any. What does not:
processes, sockets, signals to others, other processes' memory, new namespaces, kernel keys,
limits of one's own, memory that no limit counts.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import platform
import struct
from collections.abc import Iterable

# Linux's arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
X86_64: dict[str, int] = {
    "clone": 56, "clone3": 435, "fork": 57, "vfork": 58, "execve": 59, "execveat": 322,
    "kill": 62, "tkill": 200, "tgkill": 234, "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297,
    "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "ptrace": 101,
    "process_vm_readv": 310, "process_vm_writev": 311, "process_madvise": 440, "kcmp": 312,
    "socket": 41, "connect": 42, "bind": 49, "listen": 50,
    "unshare": 272, "setns": 308, "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161,
    "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432,
    "fspick": 433, "mount_setattr": 442,
    "add_key": 248, "request_key": 249, "keyctl": 250, "bpf": 321, "perf_event_open": 298,
    "userfaultfd": 323, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
    "memfd_create": 319, "memfd_secret": 447, "shmget": 29, "shmat": 30, "msgget": 68,
    "semget": 64, "mq_open": 240,
    "init_module": 175, "finit_module": 313, "delete_module": 176, "kexec_load": 246,
    "kexec_file_load": 320, "reboot": 169, "swapon": 167, "swapoff": 168, "acct": 163,
    "quotactl": 179, "settimeofday": 164, "clock_settime": 227, "clock_adjtime": 305,
    "adjtimex": 159, "sethostname": 170, "setdomainname": 171, "syslog": 103,
    "open_by_handle_at": 304, "name_to_handle_at": 303, "fanotify_init": 300, "personality": 135,
    "setrlimit": 160, "prlimit64": 302, "sched_setaffinity": 203, "sched_setscheduler": 144,
    "sched_setparam": 142, "sched_setattr": 314, "setpriority": 141, "ioprio_set": 251,
    "setpgid": 109, "setsid": 112, "prctl": 157,
    "chmod": 90, "fchmod": 91, "fchmodat": 268, "fchmodat2": 452, "chown": 92, "fchown": 93,
    "lchown": 94, "fchownat": 260, "utime": 132, "utimes": 235, "utimensat": 280, "futimesat": 261,
    "setxattr": 188, "lsetxattr": 189, "fsetxattr": 190, "removexattr": 197, "lremovexattr": 198,
    "fremovexattr": 199,
}  # fmt: skip
AARCH64: dict[str, int] = {
    "clone": 220, "clone3": 435, "execve": 221, "execveat": 281,
    "kill": 129, "tkill": 130, "tgkill": 131, "rt_sigqueueinfo": 138, "rt_tgsigqueueinfo": 240,
    "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "ptrace": 117,
    "process_vm_readv": 270, "process_vm_writev": 271, "process_madvise": 440, "kcmp": 272,
    "socket": 198, "connect": 203, "bind": 200, "listen": 201,
    "unshare": 97, "setns": 268, "mount": 40, "umount2": 39, "pivot_root": 41, "chroot": 51,
    "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432,
    "fspick": 433, "mount_setattr": 442,
    "add_key": 217, "request_key": 218, "keyctl": 219, "bpf": 280, "perf_event_open": 241,
    "userfaultfd": 282, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
    "memfd_create": 279, "memfd_secret": 447, "shmget": 194, "shmat": 196, "msgget": 186,
    "semget": 190, "mq_open": 180,
    "init_module": 105, "finit_module": 273, "delete_module": 106, "kexec_load": 104,
    "kexec_file_load": 294, "reboot": 142, "swapon": 224, "swapoff": 225, "acct": 89,
    "quotactl": 60, "settimeofday": 170, "clock_settime": 112, "clock_adjtime": 266,
    "adjtimex": 171, "sethostname": 161, "setdomainname": 162, "syslog": 116,
    "open_by_handle_at": 265, "name_to_handle_at": 264, "fanotify_init": 262, "personality": 92,
    "setrlimit": 164, "prlimit64": 261, "sched_setaffinity": 122, "sched_setscheduler": 119,
    "sched_setparam": 118, "sched_setattr": 274, "setpriority": 140, "ioprio_set": 30,
    "setpgid": 154, "setsid": 157, "prctl": 167,
    "fchmod": 52, "fchmodat": 53, "fchmodat2": 452, "fchown": 55, "fchownat": 54, "utimensat": 88,
    "setxattr": 5, "lsetxattr": 6, "fsetxattr": 7, "removexattr": 14, "lremovexattr": 15,
    "fremovexattr": 16,
}  # fmt: skip
# AUDIT_ARCH_* of linux/audit.h.
ARCHITECTURES: dict[str, tuple[int, dict[str, int]]] = {
    "x86_64": (0xC000003E, X86_64),
    "aarch64": (0xC00000B7, AARCH64),
}

# Where the host's own files are in view, their metadata is not covered by Landlock.
METADATA = frozenset(
    name
    for name in X86_64
    if name.startswith(("chmod", "fchmod", "chown", "fchown", "lchown", "utime", "futimes"))
    or "xattr" in name
)
_CONDITIONAL = frozenset({"clone", "clone3", "kill", "tgkill", "prlimit64", "sched_setaffinity", "prctl"})

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCH, _ARGUMENT_0, _ARGUMENT_2 = 0, 4, 16, 32
_CLONE_THREAD = 0x00010000
_X32_BIT = 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2


def _op(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _refuse(number: int = errno.EPERM) -> bytes:
    return _op(_RETURN, _ERRNO | number)


def program(machine: str, pid: int, *, guard_metadata: bool) -> bytes:
    """The BPF program for a process `pid`, as an array of 8-byte instructions.

    Args:
        machine: as `platform.machine()` says it.
        pid: the process that may signal itself and nobody else.
        guard_metadata: refuse chmod, chown, utime and extended attributes too.

    Raises:
        KeyError: no filter is known for this machine.
    """
    numbers = ARCHITECTURES[machine][1]
    code = [refusals(machine, guard_metadata=guard_metadata)]
    for name in ("kill", "tgkill"):
        code += _when(numbers[name], [_op(_LOAD, _ARGUMENT_0), _op(_JUMP_EQUAL, pid, 0, 1)])
    return b"".join([*code, _op(_RETURN, _ALLOW)])


@functools.cache
def refusals(machine: str, *, guard_metadata: bool) -> bytes:
    """The part of the program that is the same for every process.

    Raises:
        KeyError: no filter is known for this machine.
    """
    arch, numbers = ARCHITECTURES[machine]
    code = [_op(_LOAD, _ARCH), _op(_JUMP_EQUAL, arch, 1, 0), _op(_RETURN, _KILL)]
    code += [_op(_LOAD, _NUMBER)]
    if machine == "x86_64":
        code += [_op(_JUMP_AT_LEAST, _X32_BIT, 0, 1), _refuse()]
    for name, number in numbers.items():
        if name in _CONDITIONAL or (name in METADATA and not guard_metadata):
            continue
        code += [_op(_JUMP_EQUAL, number, 0, 1), _refuse()]
    # ENOSYS makes the C library fall back to clone, whose flags a filter can read.
    code += [_op(_JUMP_EQUAL, numbers["clone3"], 0, 1), _refuse(errno.ENOSYS)]
    code += _when(numbers["clone"], [_op(_LOAD, _ARGUMENT_0), _op(_JUMP_ANY_BIT, _CLONE_THREAD, 0, 1)])
    code += _when(numbers["sched_setaffinity"], [_op(_LOAD, _ARGUMENT_0), _op(_JUMP_EQUAL, 0, 0, 1)])
    # Dying with the parent may not be called off.
    code += _when(numbers["prctl"], [_op(_LOAD, _ARGUMENT_0), _op(_JUMP_EQUAL, _PR_SET_PDEATHSIG, 1, 0)])
    reading_own = [
        _op(_LOAD, _ARGUMENT_0), _op(_JUMP_EQUAL, 0, 0, 5),
        _op(_LOAD, _ARGUMENT_2), _op(_JUMP_EQUAL, 0, 0, 3),
        _op(_LOAD, _ARGUMENT_2 + 4), _op(_JUMP_EQUAL, 0, 0, 1),
    ]  # fmt: skip
    code += _when(numbers["prlimit64"], reading_own)
    return b"".join(code)


def _when(number: int, test: list[bytes]) -> list[bytes]:
    """Allow the call where the last jump of `test` holds, refuse it where it does not."""
    body = [*test, _op(_RETURN, _ALLOW), _refuse()]
    return [_op(_JUMP_EQUAL, number, 0, len(body)), *body]


def install(*, guard_metadata: bool) -> bool:
    """Put the filter on this process for good; False where this system knows none.

    Raises:
        OSError: the kernel refused it.
    """
    if os.uname().sysname != "Linux" or platform.machine() not in ARCHITECTURES:
        return False
    code = program(platform.machine(), os.getpid(), guard_metadata=guard_metadata)
    buffer = ctypes.create_string_buffer(code, len(code))
    filter_ = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    calls: Iterable[tuple[object, ...]] = (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _MODE_FILTER, ctypes.create_string_buffer(filter_, len(filter_)), 0, 0),
    )
    for arguments in calls:
        if LIBC.prctl(*arguments) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
    return True


def prepare() -> None:
    """Build what every worker's filter shares, once and before they are forked."""
    if platform.machine() in ARCHITECTURES:
        for guard_metadata in (False, True):
            refusals(platform.machine(), guard_metadata=guard_metadata)
