"""What is set in TensorFlow and Keras before a worker is forked, so that they do nothing twice."""

from __future__ import annotations

import contextlib
import functools
import importlib
from typing import Any


def set_up() -> None:
    """Set all of it. A version that has not what is set is left as it is."""
    run_directly()
    remember_what_is_not_saved()


def run_directly() -> None:
    """Let TensorFlow run each operation by its own kernel, as up to version 2.9.

    By default it wraps each in a function of its own, with all passes over that function's graph: a
    millisecond or more for every new kind of operation in each fork, and half again as much for each
    operation after. For one device, the CPU, the wrapping changes no result.

    The option is set where TensorFlow makes its context, which is after the fork.
    """
    with contextlib.suppress(ImportError, AttributeError):
        binding: Any = importlib.import_module("tensorflow.python.pywrap_tfe")
        set_option = binding.TFE_ContextOptionsSetRunEagerOpAsFunction

        def set_to_false(options: Any, _wrapped: bool) -> None:
            set_option(options, False)

        binding.TFE_ContextOptionsSetRunEagerOpAsFunction = set_to_false


def remember_what_is_not_saved() -> None:
    """Let Keras work out once for each kind of layer which attributes it does not save.

    It keeps that under one name and looks for it under another, so that every layer of every
    `save_weights` and `load_weights` makes an object to see its attributes: in a profile of small
    models, nearly half of each call.
    """
    with contextlib.suppress(ImportError, AttributeError):
        saving: Any = importlib.import_module("keras.src.saving.saving_lib")
        saving.get_attr_skipset = functools.cache(saving.get_attr_skipset)
