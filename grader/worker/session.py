"""One worker's conversation with the grader: load the submission, then do as asked.

Requests carry an `id` that the reply repeats. The reply holds one of `ok` (a value), `raised`
(the candidate's code raised) and `fault` (the request could not be served: an answer too large
to send, say), so that an error which a check hopes for can only be the candidate's.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import linecache
import os
import resource
import socket
import sys
from types import ModuleType, TracebackType
from typing import Any

from .frames import FrameReader, WireError, pack
from .probe import probe
from .values import Handle, from_wire, to_wire

MODULE = "submission"
_MAX_MESSAGE = 2000
_LEFT_OUT = " … "
_MAX_HANDLES = 100_000
_BUILTIN_NAMES = {kind: kind.__name__ for kind in vars(builtins).values() if isinstance(kind, type)}


class Session:
    def __init__(self) -> None:
        self._objects: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._filename = ""
        self._module = ModuleType(MODULE)
        self._harness = ModuleType("harness")

    def answer(self, request: dict[str, Any]) -> bytes:
        """The frame that answers `request`, whatever the candidate's code does."""
        try:
            return pack({"id": request["id"], **getattr(self, f"_{request['op']}")(request)})
        except WireError as error:
            reply: dict[str, Any] = {"fault": {"kind": "answer", "message": str(error)}}
        except BaseException as error:
            reply = {"raised": self._describe(error)}
        return pack({"id": request["id"], **reply})

    def _probe(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"ok": to_wire(probe(request["targets"]), self._keep)}

    def _forget(self, _request: dict[str, Any]) -> dict[str, Any]:
        self._objects.clear()
        self._numbers.clear()
        return {"ok": None}

    def _load(self, request: dict[str, Any]) -> dict[str, Any]:
        self._begin_anew()
        source = request["source"]
        self._filename = _write_beside(request["filename"], source)
        try:
            code = compile(source, self._filename, "exec", dont_inherit=True)
            if request["stub"] and _skeleton(source) == _skeleton(request["stub"]):
                return {"ok": ["d", [["stub", True]]]}
        except SyntaxError as error:
            return {"syntax": {
                "kind": type(error).__name__, "message": str(error.msg)[:_MAX_MESSAGE],
                "line": error.lineno, "column": error.offset,
            }}  # fmt: skip
        except (ValueError, RecursionError, MemoryError) as error:
            return {"syntax": {
                "kind": "SyntaxError", "message": str(error)[:_MAX_MESSAGE] or type(error).__name__,
                "line": None, "column": None,
            }}  # fmt: skip
        self._module.__file__ = self._filename
        sys.modules[MODULE] = self._module
        sys.path = [path for path in sys.path if path not in request["hidden_folders"]]
        # Tracebacks and warnings quote the text from here, whatever becomes of the file.
        linecache.cache[self._filename] = (len(source), None, source.splitlines(True), self._filename)
        exec(code, self._module.__dict__)
        if request["harness"]:
            self._load_harness(request["harness"])
        return {"ok": ["d", [["stub", False], ["defined", self._defined(request["defines"])]]]}

    def _begin_anew(self) -> None:
        """Forget whatever was loaded before: a known mistake may be loaded after another."""
        self._forget({})
        self._module = ModuleType(MODULE)
        self._harness = ModuleType("harness")

    def _load_harness(self, source: str) -> None:
        sys.modules["harness"] = self._harness
        # tf.function wants to read what it traces, and says so where it can't.
        linecache.cache["harness.py"] = (len(source), None, source.splitlines(True), "harness.py")
        exec(compile(source, "harness.py", "exec", dont_inherit=True), self._harness.__dict__)

    def _defined(self, wanted: list[str]) -> Any:
        """Which of the wanted names can be called, and which public names there are."""
        namespace = self._module.__dict__
        found = [name for name in wanted if callable(namespace.get(name))]
        there = [name for name in namespace if type(name) is str and not name.startswith("_")]
        return to_wire({"found": found, "there": there[:50]}, self._keep)

    def _call(self, request: dict[str, Any]) -> dict[str, Any]:
        target = self._target(request["target"])
        arguments = [from_wire(tree, self._resolve) for tree in request["args"]]
        keywords = {name: from_wire(tree, self._resolve) for name, tree in request["kwargs"].items()}
        if request["target"][0] == "harness":
            arguments.insert(0, self._module)
            result = target(*arguments, **keywords)
            return {"ok": to_wire(result, self._keep), "changed": []}
        result = target(*arguments, **keywords)
        # The answer first: it may be, or share memory with, an argument.
        reply = {"ok": to_wire(result, self._keep)}
        named = [*enumerate(zip(request["args"], arguments, strict=True))]
        named += [(k, (request["kwargs"][k], v)) for k, v in keywords.items()]
        return {**reply, "changed": [n for n, (tree, value) in named if self._differs(tree, value)]}

    def _differs(self, tree: Any, value: Any) -> bool:
        if type(tree) is not list or tree[0] not in ("a", "l", "d"):
            return False
        try:
            if tree[0] == "a":
                return bool(tree != to_wire(value, self._keep))
            return bool(pack({"v": tree}) != pack({"v": to_wire(value, self._keep)}))
        except WireError:
            return True

    def _get(self, request: dict[str, Any]) -> dict[str, Any]:
        return {"ok": to_wire(getattr(self._target(request["target"]), request["name"]), self._keep)}

    def _set(self, request: dict[str, Any]) -> dict[str, Any]:
        value = from_wire(request["value"], self._resolve)
        setattr(self._target(request["target"]), request["name"], value)
        return {"ok": None}

    def _target(self, target: list[Any]) -> Any:
        kind, which = target
        if kind == "object":
            return self._objects[which]
        module = self._harness if kind == "harness" else self._module
        return getattr(module, which)

    def _keep(self, value: Any) -> Handle:
        number = self._numbers.setdefault(id(value), len(self._objects) + 1)
        if number > _MAX_HANDLES:
            raise WireError(f"more than {_MAX_HANDLES} objects")
        self._objects[number] = value
        kind = type(value)
        name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
        return Handle(number, name.removeprefix(f"{MODULE}.")[:200], callable(value))

    def _resolve(self, handle: Handle) -> Any:
        return self._objects[handle.number]

    def _describe(self, error: BaseException) -> dict[str, Any]:
        """What may be said of an exception whose class, and its `__str__`, may be hostile."""
        try:
            message = str(error)
            message = message if type(message) is str else "…"
        except BaseException:
            message = "(its message could not be read)"
        kinds = [_class_name(kind) for kind in type(error).__mro__][:50]
        own_call = isinstance(error, TypeError) and self._line(error.__traceback__) is None
        return {
            "kinds": kinds,
            "message": _shortened(message).encode("utf-8", "replace").decode(),
            "line": self._line(error.__traceback__),
            "in_call": own_call,
            "name": _missing_module(error),
        }

    def _line(self, traceback: TracebackType | None) -> int | None:
        line = None
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == self._filename:
                line = traceback.tb_lineno
            traceback = traceback.tb_next
        return line


def _write_beside(name: str, source: str) -> str:
    """The path of a copy in the worker's own folder.

    inspect.getsource, and with it tf.function's AutoGraph, wants a file that exists, wherever the
    current folder may be by then.
    """
    path = os.path.join(os.getcwd(), name)
    with contextlib.suppress(OSError), open(path, "w", encoding="utf-8") as file:
        file.write(source)
    return path


def _missing_module(error: BaseException) -> str | None:
    name = getattr(error, "name", None) if isinstance(error, ImportError) else None
    return name[:200] if type(name) is str else None


def _class_name(kind: type) -> str:
    """Python's own classes by their bare names, every other one with a dot before its name."""
    if kind in _BUILTIN_NAMES:
        return _BUILTIN_NAMES[kind]
    return f"{kind.__module__}.{kind.__qualname__}"[:200]


def _skeleton(source: str) -> str:
    """The code without its docstrings: what a stub and an untouched copy of it share."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                node.body = node.body[1:]
    return ast.dump(tree)


def _resident_mb() -> float:
    """The memory that this process begins with; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * resource.getpagesize() / 2**20
    except (OSError, ValueError, IndexError):
        return 0.0


def _shortened(message: str) -> str:
    """Both ends of a long text: what is said first, and the reason that may come last."""
    if len(message) <= _MAX_MESSAGE:
        return message
    half = (_MAX_MESSAGE - len(_LEFT_OUT)) // 2
    return f"{message[:half]}{_LEFT_OUT}{message[-half:]}"


def serve(sock: socket.socket) -> None:
    """Answer requests until the grader closes the socket."""
    session = Session()
    reader = FrameReader()
    # Said before there is any code but ours: what it says can be believed.
    sock.sendall(pack({"id": "hello", "resident_mb": _resident_mb()}))
    while data := sock.recv(2**16):
        for request in reader.feed(data):
            sock.sendall(session.answer(request))
