"""How a worker came to its end, in words for the candidate."""

from __future__ import annotations

import os
import signal

from grader.limits import Limits
from grader.outcome import Outcome
from grader.text import Text


class WorkerEnded(Exception):
    """The worker died, or was killed for going over a limit."""

    def __init__(self, outcome: Outcome, text: Text) -> None:
        super().__init__(text.en)
        self.outcome = outcome
        self.text = text


def computed_too_long(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.TIMEOUT,
        Text(
            f"Still computing after {limits.cpu_s:g} s of CPU time: a loop that never ends?",
            f"计算了 {limits.cpu_s:g} 秒 CPU 时间仍未结束：是否有死循环？",
        ),
    )


def waited_too_long(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.TIMEOUT,
        Text(
            f"Waited for {limits.idle_s:g} s without computing: a sleep, input() or a lock?",
            f"等待了 {limits.idle_s:g} 秒而没有进行计算：是否在 sleep、等待 input() 或锁？",
        ),
    )


def took_too_long(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.TIMEOUT,
        Text(
            f"No answer after {limits.wall_s:g} s.",
            f"{limits.wall_s:g} 秒后仍没有返回。",
        ),
    )


OVER_MEMORY = Text("Ran out of the memory that a submission may use.", "超出了允许使用的内存。")


def out_of_memory(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.MEMORY,
        Text(
            f"More than the {limits.memory_mb} MB of memory that a submission may use.",
            f"内存超过了允许的 {limits.memory_mb} MB。",
        ),
    )


def too_many_threads(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.CRASHED,
        Text(
            f"Stopped: more than {limits.threads} threads were running.",
            f"已终止：运行的线程超过 {limits.threads} 个。",
        ),
    )


def printed_too_much(limits: Limits) -> WorkerEnded:
    return WorkerEnded(
        Outcome.CRASHED,
        Text(
            f"Stopped: more than {limits.output_kb} kB were printed.",
            f"已终止：输出超过 {limits.output_kb} kB。",
        ),
    )


def spoke_out_of_turn() -> WorkerEnded:
    return WorkerEnded(
        Outcome.CRASHED,
        Text(
            "Stopped: your code wrote to a connection that is not its own.",
            "已终止：你的代码写入了不属于它的连接。",
        ),
    )


def exited(code: int | None) -> WorkerEnded:
    seen = "" if code is None else f" (exit status {code})"
    zh_seen = "" if code is None else f"（退出状态 {code}）"
    return WorkerEnded(
        Outcome.CRASHED,
        Text(f"Your code ended the process{seen}.", f"你的代码结束了进程{zh_seen}。"),
    )


_SIGNALS = {
    signal.SIGSEGV: Text(
        "a segmentation fault: unbounded recursion in C, or memory that is not its own",
        "段错误：C 层的无限递归，或访问了不属于它的内存",
    ),
    signal.SIGABRT: Text("an abort inside a library", "某个库内部调用了 abort"),
    signal.SIGXCPU: Text("the limit on CPU time", "CPU 时间超限"),
}


def died(status: int | None, *, near_memory_limit: bool, limits: Limits) -> WorkerEnded:
    """The ending for a wait status that nobody of ours brought about (None: not known)."""
    if status is None:
        return exited(None)
    if os.WIFEXITED(status):
        return exited(os.WEXITSTATUS(status))
    number = os.WTERMSIG(status)
    if near_memory_limit:
        return out_of_memory(limits)
    if number == signal.SIGXCPU:
        return computed_too_long(limits)
    name = signal.Signals(number).name if number in set(signal.Signals) else str(number)
    why = _SIGNALS.get(signal.Signals(number)) if number in set(signal.Signals) else None
    return WorkerEnded(
        Outcome.CRASHED,
        Text(
            f"The process died: {why.en if why else f'it was ended by {name}'}.",
            f"进程意外终止：{why.zh if why else f'被信号 {name} 结束'}。",
        ),
    )
