"""A submission is read once, safely, and is text whatever the file was."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.submission import MAX_BYTES, Submission, find, from_bytes, read

BOM = b"\xef\xbb\xbf"


def accepted(data: bytes) -> Submission:
    submission = from_bytes("a.py", data)
    assert submission.refusal is None
    return submission


def refusal(data: bytes, name: str = "a.py") -> str:
    submission = from_bytes(name, data)
    assert submission.refusal is not None
    assert submission.source == ""
    assert submission.refusal.text.en
    assert submission.refusal.text.zh
    return submission.refusal.kind


def usage_error(path: Path) -> str:
    with pytest.raises(UsageError) as caught:
        read(path)
    said = str(caught.value)
    assert "\n" not in said
    return said


def test_plain_text_is_kept_as_it_is() -> None:
    submission = accepted("x = '值'\n".encode())
    assert submission.source == "x = '值'\n"
    assert submission.lines == ("x = '值'", "")
    assert submission.sha256 == hashlib.sha256("x = '值'\n".encode()).hexdigest()
    assert submission.notices == ()


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "lone-CR"])
@pytest.mark.parametrize("start", [b"", BOM], ids=["no-BOM", "BOM"])
def test_newlines_and_a_bom_make_no_difference(start: bytes, newline: bytes) -> None:
    data = start + newline.join([b"x = 1", b"", b"y = 2", b""])
    assert accepted(data).source == "x = 1\n\ny = 2\n"


def test_mixed_newlines_are_counted_as_python_counts_them() -> None:
    submission = accepted(b"a\r\nb\rc\nd")
    assert submission.lines == ("a", "b", "c", "d")
    assert submission.line(3) == "c"


def test_a_form_feed_ends_no_line() -> None:
    assert accepted("a\x0cb\x0bc\x85d\u2028e\n".encode()).lines == ("a\x0cb\x0bc\x85d\u2028e", "")


@pytest.mark.parametrize("cookie", ["# coding: latin-1", "# -*- coding: iso-8859-15 -*-", "#coding=cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "lone-CR"])
def test_a_declared_encoding_is_honoured(cookie: str, newline: str) -> None:
    for first in ("", "#!/usr/bin/env python" + newline):
        data = f"{first}{cookie}{newline}x = 'é'{newline}".encode("latin-1")
        assert accepted(data).lines[-2] == "x = 'é'"


def test_an_encoding_declared_on_the_third_line_is_none() -> None:
    assert refusal(b"\n\n# coding: latin-1\nx = '\xe9'\n") == "encoding"


@pytest.mark.parametrize("codec", ["nonsense", "rot13", "zlib", "undefined", "idna", "punycode", "utf-32"])
def test_an_encoding_that_does_not_exist_or_does_not_fit_is_refused(codec: str) -> None:
    line = "x = '" + "é" * 99 + "'\n"
    assert refusal(f"# coding: {codec}\n{line}".encode()) == "encoding"


@pytest.mark.parametrize(
    "data",
    [b"# coding: utf-7\nx = '+2AA-'\n", b"# coding: unicode_escape\nx = '\\ud800'\n"],
    ids=["utf-7", "unicode_escape"],
)
def test_an_accepted_source_holds_no_lone_surrogate(data: bytes) -> None:
    """It could neither be sent to a worker nor written down."""
    submission = from_bytes("a.py", data)
    submission.source.encode("utf-8")


def test_a_bom_with_another_encoding_is_never_misread() -> None:
    """PEP 263 lets a file with a BOM declare nothing but UTF-8."""
    data = BOM + "# coding: latin-1\nx = 'é'\n".encode()
    assert refusal(data) == "encoding"
    assert "é" in accepted(BOM + "# coding: utf-8\nx = 'é'\n".encode()).source


@pytest.mark.parametrize(
    "data",
    [b"x = '\xe9'\n", "x = 1\n".encode("utf-16"), b"\x89PNG\r\n\x1a\n\xff",
     b"x = 1\0\n", b"\0" * 100, b"\x80\x04K\x01."],
    ids=["latin-1", "utf-16", "png", "null", "nulls", "pickle"],
)  # fmt: skip
def test_what_is_not_text_is_refused(data: bytes) -> None:
    assert refusal(data) == "encoding"


@pytest.mark.parametrize("data", [b"", b" ", b"\n\n\t \r\n\x0c"], ids=["nothing", "space", "blank-lines"])
@pytest.mark.parametrize("name", ["a.py", "a.ipynb"])
def test_an_empty_file_is_refused(data: bytes, name: str) -> None:
    assert refusal(data, name) == "empty"


@pytest.mark.parametrize("data", [BOM, BOM + b"\r\n"], ids=["BOM", "BOM-and-newline"])
def test_a_bom_with_nothing_after_it_is_empty(data: bytes) -> None:
    assert refusal(data) == "empty"


def test_size_is_limited_to_the_byte() -> None:
    assert refusal(b"#" * (MAX_BYTES + 1)) == "too_large"
    assert len(accepted(b"#" * MAX_BYTES).source) == MAX_BYTES


def test_a_file_far_too_large_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    with path.open("wb") as file:
        file.truncate(2**40)
    submission = read(path)
    assert submission.refusal is not None
    assert submission.refusal.kind == "too_large"


@given(st.binary(max_size=60), st.sampled_from(["a.py", "a.ipynb"]))
def test_any_bytes_give_a_submission(data: bytes, name: str) -> None:
    submission = from_bytes(name, data)
    assert (submission.refusal is None) == bool(submission.source)
    assert "\r" not in submission.source
    assert "\n".join(submission.lines) == submission.source


def test_a_regular_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"x = 1\n")
    assert read(path) == from_bytes("a.py", b"x = 1\n")


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text("x = 1\n")
    for name, target in (("link.py", "real.py"), ("dangling.py", "nowhere"), ("loop.py", "loop.py")):
        (tmp_path / name).symlink_to(target)
        assert f"{name} is a symbolic link" in usage_error(tmp_path / name)


def test_a_fifo_that_nobody_writes_to_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    assert "not a regular file" in usage_error(tmp_path / "a.py")


def test_a_device_is_no_submission() -> None:
    assert "zero is not a regular file" in usage_error(Path("/dev/zero"))


def test_a_socket_is_no_submission(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "a.py"))
        assert "a.py" in usage_error(tmp_path / "a.py")


def test_a_folder_is_no_submission(tmp_path: Path) -> None:
    assert "is a folder" in usage_error(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert f"no such file: {tmp_path}/a.py" in usage_error(tmp_path / "a.py")
    (tmp_path / "b").write_text("")
    assert "a.py" in usage_error(tmp_path / "b" / "a.py")


@pytest.mark.parametrize("name", ["a" * 300 + ".py", "a\0.py"], ids=["too-long", "null"])
def test_an_impossible_name_is_a_usage_error(tmp_path: Path, name: str) -> None:
    usage_error(tmp_path / name)


def test_a_name_is_made_safe_to_print(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb\u202e\udcff.py"
    path.write_text("x = 1\n")
    name = read(path).name
    assert name.endswith(".py")
    assert not set(name) & set("\x1b\u202e\udcff")
    assert not set(usage_error(tmp_path / "\x1b]0;x\x07")) & set("\x1b\x07")


def test_a_line_is_quoted_from_the_copy_shortened_and_safe() -> None:
    submission = accepted(b"x = 1  \ny = '\x1b[31m'\n" + b"z" * 500)
    assert submission.line(1) == "x = 1"
    assert "\x1b" not in (submission.line(2) or "\x1b")
    assert submission.line(3) == "z" * 200
    assert [submission.line(n) for n in (None, 0, -1, 4)] == [None] * 4


def test_where_says_the_line_in_both_languages() -> None:
    place = accepted(b"x = 1\n").where(7)
    assert (place.en, place.zh) == ("line 7", "第 7 行")


def test_find_takes_the_python_file_before_the_notebook(tmp_path: Path) -> None:
    (tmp_path / "layernorm_math.ipynb").write_text("{}")
    assert find(tmp_path, "layernorm_math").name == "layernorm_math.ipynb"
    (tmp_path / "layernorm_math.py").write_text("")
    assert find(tmp_path, "layernorm_math").name == "layernorm_math.py"


def test_find_says_both_names_where_there_is_neither(tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text("")
    with pytest.raises(UsageError, match=r"\./sgd_linear\.py \(nor sgd_linear\.ipynb\)"):
        find(tmp_path, "sgd_linear")


def test_find_gives_a_dangling_link_so_that_reading_it_can_say_so(tmp_path: Path) -> None:
    (tmp_path / "sgd_linear.py").symlink_to("nowhere")
    assert find(tmp_path, "sgd_linear") == tmp_path / "sgd_linear.py"
