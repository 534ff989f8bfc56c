"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from grader.errors import UsageError
from grader.messages import _
from grader.submission import printable


def write_whole(text: str, output: Path) -> None:
    """Put `text` in the file `output`, in place of whatever was there."""
    descriptor, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, output)
    except BaseException:
        os.unlink(temporary)
        raise


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that must not be there yet: all of them, each whole, or none.

    Raises:
        UsageError: one of them is there already, or can't be written. Nothing was changed.
    """
    made: list[Path] = []
    temporary: list[str] = []
    try:
        for path, data in files.items():
            temporary.append(_beside(path, data))
        for path, source in zip(files, temporary, strict=True):
            _give_name(source, path)
            made.append(path)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise UsageError(
                _("{file} is there already; it was left as it is.").format(file=printable(str(path)))
            ) from None
        raise UsageError(
            _("{file} can't be written: {reason}.").format(
                file=printable(str(path)), reason=error.strerror or error
            )
        ) from None
    finally:
        for name in temporary:
            os.unlink(name)


def _beside(path: Path, data: bytes) -> str:
    """A file of another name in the same folder, complete."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.chmod(name, 0o666 & ~_umask())
    except BaseException:
        os.unlink(name)
        raise
    return name


def _give_name(source: str, path: Path) -> None:
    """Call the file `path`, where nothing has that name; a rename would put it over what is there."""
    try:
        os.link(source, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: the name is still taken by one process alone.
        with open(path, "xb") as file:
            file.write(Path(source).read_bytes())


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
