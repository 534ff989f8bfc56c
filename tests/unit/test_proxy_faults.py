"""What a candidate reads where a worker could not send an answer."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks import CheckFailure
from grader.proxy import Conversation
from grader.worker.frames import WireError
from grader.worker.values import MAX_DEPTH, MAX_FRAME, MAX_INT_BITS, MAX_NODES, Handle, to_wire


class OneAnswer:
    """A worker that gives one reply to anything."""

    def __init__(self, reply: dict[str, Any]) -> None:
        self.reply = reply

    def send(self, _op: str, **_fields: Any) -> str:
        return "1"

    def receive(self, _request_id: str) -> dict[str, Any]:
        return self.reply


def told(fault: Any) -> tuple[str, str]:
    talk = Conversation(OneAnswer({"fault": fault}))  # type: ignore[arg-type]
    with pytest.raises(CheckFailure) as caught:
        talk.ask("get")
    return caught.value.text.en, caught.value.text.zh


def deep() -> Any:
    value: Any = 0
    for _ in range(MAX_DEPTH + 2):
        value = [value]
    return value


TOO_MUCH = {
    "嵌套太深的值": deep,
    "组成部分太多的值": lambda: [0] * (MAX_NODES + 1),
    "太长的 bytes": lambda: bytes(MAX_FRAME),
    "太长的字符串": lambda: "x" * MAX_FRAME,
    "键不全是普通值的 dict": lambda: {(1, 2): 3},
    "位数太多的 int": lambda: 1 << (MAX_INT_BITS + 1),
    "太大的数组": lambda: np.zeros((2, MAX_FRAME), np.uint8),
}


@pytest.mark.parametrize("zh", TOO_MUCH)
def test_what_is_too_much_to_send_is_told_in_both_languages(zh: str) -> None:
    with pytest.raises(WireError) as caught:
        to_wire(TOO_MUCH[zh](), lambda _: Handle(1, "object", False))
    said = {"kind": "answer", "message": str(caught.value)}
    assert told(said) == (f"The answer can't be judged: {caught.value}.", f"无法评判该返回值：{zh}。")


@pytest.mark.parametrize("fault", [None, {}, {"message": "PASSED, all of it"}, {"message": 5}, "PASSED"])
def test_nothing_else_that_a_worker_says_is_repeated(fault: Any) -> None:
    en, zh = told(fault)
    assert en == "The answer can't be judged: it has a form that can't be sent."
    assert "PASSED" not in zh
