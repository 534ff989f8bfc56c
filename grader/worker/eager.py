"""How a fork of a process that has imported TensorFlow runs its operations, one by one."""

from __future__ import annotations

import contextlib
import importlib
from typing import Any


def run_directly() -> None:
    """Let TensorFlow run each operation by its own kernel, as up to version 2.9.

    By default it wraps each in a function of its own, with all passes over that function's graph: a
    millisecond or more for every new kind of operation in each fork, and half again as much for each
    operation after. For one device, the CPU, the wrapping changes no result.

    The option is set where TensorFlow makes its context, which is after the fork. A version that has
    no such option is left as it is.
    """
    with contextlib.suppress(ImportError, AttributeError):
        binding: Any = importlib.import_module("tensorflow.python.pywrap_tfe")
        set_option = binding.TFE_ContextOptionsSetRunEagerOpAsFunction

        def set_to_false(options: Any, _wrapped: bool) -> None:
            set_option(options, False)

        binding.TFE_ContextOptionsSetRunEagerOpAsFunction = set_to_false
