"""A submission: read once, safely, into a value that nothing can change afterwards."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import stat
import tokenize
import unicodedata
import warnings
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.messages import _
from grader.text import Text

MAX_BYTES = 2 * 2**20
_MAGIC = re.compile(r"\s*[%!?]|\s*[\w.]+\?\??\s*\Z")
# Cell magics whose body is Python all the same.
_PYTHON_CELLS = ("%%time", "%%timeit", "%%capture", "%%prun")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be graded at all."""

    kind: str
    text: Text


@dataclass(frozen=True, slots=True)
class Submission:
    """Source to grade.

    `source` is text whatever the file's encoding was, with plain newlines;
    `name` is the file's own name, safe to print; `lines` are what a message may quote; a notebook's
    `places` say for each line which cell and line it came from.
    """

    name: str
    source: str
    sha256: str
    lines: tuple[str, ...]
    notices: tuple[Text, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    refusal: Refusal | None = None

    def where(self, line: int) -> Text:
        """Where line `line` (from 1) stands, as the candidate sees it."""
        if self.places and 1 <= line <= len(self.places):
            cell, row = self.places[line - 1]
            return Text(f"cell {cell}, line {row}", f"第 {cell} 个单元格第 {row} 行")
        return Text(f"line {line}", f"第 {line} 行")

    def line(self, number: int | None) -> str | None:
        """The candidate's own line, from the copy that was read."""
        if number is None or not 1 <= number <= len(self.lines):
            return None
        return printable(self.lines[number - 1].rstrip())[:200]


def printable(text: str) -> str:
    """`text` without control characters, terminal escapes or marks that reorder what is shown."""
    kept = (
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "\ufffd" for c in text
    )
    return "".join(kept)


def find(folder: Path, module_name: str) -> Path:
    """The submission that is meant where none is named: `layernorm_math.py`, then the notebook.

    Raises:
        UsageError: there is neither.
    """
    for suffix in (".py", ".ipynb"):
        path = folder / f"{module_name}{suffix}"
        if os.path.lexists(path):
            return path
    raise UsageError(
        _(
            "no such file: ./{name}.py (nor {name}.ipynb). Write your solution there, or "
            "name the file to grade."
        ).format(name=module_name)
    )


def read(path: Path) -> Submission:
    """Read a submission, following no link and opening nothing but a regular file.

    Raises:
        UsageError: there is no such file, or it is none that can be graded.
    """
    name = printable(path.name)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise UsageError(
            _("no such file: {name}. Name the file with your solution.").format(name=printable(str(path)))
        ) from None
    except OSError as error:
        if os.path.islink(path):
            raise UsageError(
                _("{name} is a symbolic link; name the file that it points to.").format(name=name)
            ) from None
        raise UsageError(
            _("{name} cannot be opened: {reason}.").format(name=name[:80], reason=error.strerror)
        ) from None
    except ValueError:
        raise UsageError(_("the file's name holds a null character.")) from None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        said = (
            _("{name} is a folder; name a .py file or a notebook (.ipynb).")
            if stat.S_ISDIR(mode)
            else _("{name} is not a regular file; name a .py file or a notebook (.ipynb).")
        )
        raise UsageError(said.format(name=name))
    with os.fdopen(descriptor, "rb") as file:
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise UsageError(
                _("{name} cannot be read: {reason}.").format(name=name, reason=error.strerror)
            ) from None
    return from_bytes(name, data)


def from_bytes(name: str, data: bytes) -> Submission:
    """A submission from what a file named `name` holds."""
    if len(data) > MAX_BYTES:
        return _refused(name, data, "too_large", *_TOO_LARGE)
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return _refused(name, data, "empty", *_EMPTY)
    if name.lower().endswith(".ipynb"):
        return _from_notebook(name, data)
    source = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = _decode(source)
    except (ValueError, LookupError, SyntaxError) as error:
        reason = str(error)[:200]
        return _refused(
            name, data, "encoding",
            f"This is not text in the encoding that it declares (UTF-8 where it declares none): {reason}. "
            "Save it as UTF-8, or declare its encoding in the first line.",
            f"文件内容不符合其声明的编码（未声明时为 UTF-8）：{reason}。请存为 UTF-8，或在首行声明编码。",
        )  # fmt: skip
    if "\0" in text:
        return _refused(
            name,
            data,
            "encoding",
            "This is binary data, not Python.",
            "这是二进制数据，不是 Python 代码。",
        )
    return _accepted(name, data, text)


_TOO_LARGE = (
    f"The file is larger than {MAX_BYTES // 2**20} MB. Hand in the code alone.",
    f"文件超过 {MAX_BYTES // 2**20} MB。请只提交代码。",
)
_EMPTY = ("The file is empty. Write your solution in it.", "文件是空的。请在其中写下你的解答。")


def _decode(source: bytes) -> str:
    """Text by the encoding that its first two lines declare (PEP 263)."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    text = source.decode(encoding)
    # Half of a surrogate pair is no text, though some encodings let it through.
    text.encode("utf-8")
    return text


def _accepted(
    name: str,
    data: bytes,
    text: str,
    notices: tuple[Text, ...] = (),
    places: tuple[tuple[int, int], ...] = (),
) -> Submission:
    lines = tuple(text.split("\n"))
    return Submission(name, text, hashlib.sha256(data).hexdigest(), lines, notices, places)


def _refused(name: str, data: bytes, kind: str, en: str, zh: str) -> Submission:
    digest = hashlib.sha256(data).hexdigest()
    return Submission(name, "", digest, (), refusal=Refusal(kind, Text(en, zh)))


def _from_notebook(name: str, data: bytes) -> Submission:
    import nbformat

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = nbformat.reads(data.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
        cells = [str(cell.source) for cell in notebook.cells if cell.cell_type == "code"]
        "".join(cells).encode("utf-8")
    except (Exception, RecursionError) as error:  # nbformat passes on whatever its parsers raise
        reason = printable(f"{type(error).__name__}: {error}".splitlines()[0])[:200]
        return _refused(
            name,
            data,
            "notebook",
            f"This is not a notebook that can be read: {reason}",
            f"无法读取该笔记本：{reason}",
        )
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    dropped = 0
    for number, cell in enumerate(cells, start=1):
        for row, line in enumerate(_keep_python(cell), start=1):
            dropped += line is None
            lines.append("" if line is None else line)
            places.append((number, row))
    if not any(line.strip() for line in lines):
        return _refused(name, data, "empty", "The notebook has no code.", "笔记本中没有代码。")
    notices = (
        (
            Text(
                f"{dropped} IPython lines (%, !, ?) were left out.",
                f"已略去 {dropped} 行 IPython 命令（%、!、?）。",
            ),
        )
        if dropped
        else ()
    )
    return _accepted(name, data, "\n".join(lines), notices, tuple(places))


def _keep_python(cell: str) -> list[str | None]:
    """The cell's lines, None for each that is IPython's and not Python's."""
    lines: list[str | None] = list(cell.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    first = cell.lstrip()
    if first.startswith("%%") and not first.startswith(_PYTHON_CELLS):
        return [None for _ in lines]
    scanner = _Scanner()
    for i, line in enumerate(lines):
        # A line that only looks like a magic, in brackets or in a string, is Python's.
        if line is not None and _MAGIC.match(line) and not scanner.is_open:
            lines[i] = None
        elif line is not None:
            scanner.feed(line)
    return lines


class _Scanner:
    """Follows Python text line by line, as far as it takes to know where a statement may begin."""

    _PIECES = re.compile(r"#.*|\\.?|\"\"\"|\'\'\'|[\"\'()\[\]{}]")

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._continued = False

    @property
    def is_open(self) -> bool:
        """Whether a string, a bracket or a continued line goes on."""
        return bool(self._quote) or self._depth > 0 or self._continued

    def feed(self, line: str) -> None:
        self._continued = False
        at = 0
        while found := self._PIECES.search(line, at):
            piece, at = found.group(), found.end()
            if piece.startswith("#"):
                # In a string it is one character among others; elsewhere it ends the line.
                at = found.start() + 1 if self._quote else len(line)
            elif piece == "\\":
                self._continued = True
            elif piece in ('"', "'", '"""', "'''"):
                at = self._meet_quote(piece, found.start())
            elif not self._quote and piece in "([{":
                self._depth += 1
            elif not self._quote and piece in ")]}":
                self._depth = max(0, self._depth - 1)
        if len(self._quote) == 1 and not self._continued:
            self._quote = ""  # an unfinished string, for Python to complain of

    def _meet_quote(self, piece: str, start: int) -> int:
        """Begin or end a string, or pass over a quote inside one; gives where to go on."""
        if not self._quote:
            self._quote = piece
        elif piece.startswith(self._quote):
            piece, self._quote = self._quote, ""
        else:
            piece = piece[0]
        return start + len(piece)
