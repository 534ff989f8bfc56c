"""The thin client: hands a grade to the server where one is there, in a few milliseconds.

Imports nothing but the standard library's smallest parts.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import struct
import sys
import zlib
from typing import Any

from grader.warm.place import fingerprint, folder, is_private, socket_path
from grader.words import COMMANDS

# Commands that are not a grade, and options that end before one.
_OTHERS = frozenset({*(word for word in COMMANDS if word != "grade"), "--version", "-h", "--help"})
_UCRED = struct.Struct("3i")
_CONNECT_S = 1.0


def is_wanted(arguments: list[str]) -> bool:
    """Whether this command may be handed to a server."""
    if "--no-warm" in arguments or not arguments or not _OTHERS.isdisjoint(arguments):
        return False
    return is_allowed() and hasattr(socket, "SO_PEERCRED")


def is_allowed() -> bool:
    """Whether the environment lets a server be used: not in continuous integration, not where refused."""
    return os.environ.get("GRADE_WARM", "1") != "0" and not os.environ.get("CI")


def connect() -> socket.socket | None:
    """A connection to this user's server; None where there is none that can be trusted."""
    if not is_private(folder()):
        return None
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_CONNECT_S)
    try:
        connection.connect(socket_path())
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size)
        if _UCRED.unpack(credentials)[1] == os.getuid():
            return connection
    except OSError:
        pass
    connection.close()
    return None


def stamp() -> str:
    """The fingerprint, short enough to send."""
    text = fingerprint().encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(text):08x}{zlib.adler32(text):08x}{len(text):x}"


def ask(
    connection: socket.socket, request: dict[str, Any], descriptors: list[int]
) -> dict[str, Any] | None:
    """Send a request with open files, and wait for the first answer; None where the server is gone."""
    body = json.dumps(request).encode()
    data = struct.pack(">I", len(body)) + body
    try:
        # The files go with the first bytes; a short answer may be there before an empty rest is sent.
        if rest := data[socket.send_fds(connection, [data], descriptors) :]:
            connection.sendall(rest)
        return receive(connection)
    except OSError:
        return None


def receive(connection: socket.socket) -> dict[str, Any] | None:
    """One line of JSON; None at the end of the connection."""
    data = b""
    while not data.endswith(b"\n"):
        more = connection.recv(4096)
        if not more:
            return None
        data += more
    answer: dict[str, Any] = json.loads(data)
    return answer


def grade(arguments: list[str]) -> int | None:
    """Have the server run this command with our files and our folder; its exit code, or None.

    None means that nothing was printed, and the command is to be run here.
    """
    connection = connect()
    if connection is None:
        return None
    with connection:
        request = {
            "op": "grade",
            "stamp": stamp(),
            "arguments": arguments,
            "cwd": os.getcwd(),
            "environment": dict(os.environ),
        }
        answer = ask(connection, request, [0, 1, 2])
        if not answer or "pid" not in answer:
            return None
        pid = int(answer["pid"])
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: _forward(pid, number))
        connection.settimeout(None)
        try:
            last = receive(connection)
        except OSError:
            last = None
    if last is not None:
        return int(last["code"])
    # It was killed in the middle of its work: begin again here, on a line of its own.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stderr.write("grade: the warm server was stopped; grading without it.\n")
    return None


def _forward(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
