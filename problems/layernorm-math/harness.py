"""Runs beside the submission: calls it twice with one array, as a loop that fills a buffer does, then
writes into the answer; and calls backward before forward, as nobody can who calls both in one module.
"""

import contextlib
import linecache
import sys
import types

import numpy as np


def forward_in_turn(submission, *, x, gamma, beta):
    """`y` for a buffer that holds x[0], then x[1], and for x[1] again, when `y` was written into.

    The first is read when all are there.
    """
    buffer = x[0].copy()
    first = _apart(submission.layer_norm(buffer, gamma.copy(), beta.copy()), buffer)
    buffer[...] = x[1]
    second = submission.layer_norm(buffer, gamma.copy(), beta.copy())
    return [first, _written_into(second), submission.layer_norm(x[1].copy(), gamma.copy(), beta.copy())]


def backward_in_turn(submission, *, dy, x, gamma):
    """The gradients in three such calls; layer_norm has seen the first."""
    buffer = x[0].copy()
    with contextlib.suppress(Exception):  # what it makes of them is not looked at here
        submission.layer_norm(buffer, gamma.copy(), gamma.copy())
    buffer[...], up = x[0], dy[0].copy()
    first = submission.layer_norm_backward(up, buffer, gamma.copy())
    if type(first) in (tuple, list):
        first = [_apart(gradient, buffer) for gradient in first]
    buffer[...] = x[1]
    second = submission.layer_norm_backward(dy[1].copy(), buffer, gamma.copy())
    if type(second) in (tuple, list):
        second = [_written_into(gradient) for gradient in second]
    return [first, second, submission.layer_norm_backward(dy[1].copy(), x[1].copy(), gamma.copy())]


def backward_of_a_new_module(submission, *, dy, x, gamma):
    """What the submission gives when this is the first thing that is asked of it."""
    name, file = submission.__name__, submission.__file__
    module = types.ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module  # dataclasses look their module up there
    try:
        exec(compile("".join(linecache.getlines(file)), file, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
        return module.layer_norm_backward(dy, x, gamma)
    finally:
        sys.modules[name] = submission


def _apart(result, buffer):
    """A copy of an answer that is the argument itself: that it was changed is seen elsewhere."""
    return result.copy() if type(result) is np.ndarray and np.may_share_memory(result, buffer) else result


def _written_into(answer):
    """A copy of an answer, which is then filled with other numbers."""
    if type(answer) is not np.ndarray or answer.dtype.kind != "f" or not answer.flags.writeable:
        return answer
    copy = answer.copy()
    answer.fill(np.nan)
    return copy
