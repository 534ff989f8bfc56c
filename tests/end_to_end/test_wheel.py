"""The wheel: it carries the bank, brings no stray modules, and works in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            folder,
            ROOT,
        ],
        check=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_brings_one_package_with_the_bank_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"grader"}
    for part in ("problems/layernorm-math/stub.py", "solutions/layernorm-math/checks.py"):
        assert f"grader/bank/{part}" in names
    assert "grader/locale/zh/LC_MESSAGES/grade.mo" in names


def test_grades_in_an_empty_folder_and_hides_its_bank(
    wheel: Path, tmp_path: Path, working_backends: dict[str, str | None]
) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=True)
    (site,) = home.glob("lib/python*/site-packages")
    # The libraries of this environment, without what is installed here for development.
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            site,
            wheel,
        ],
        check=True,
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    command = [home / "bin" / "python", "-P", "-m", "grader"]
    solution = site / "grader/bank/solutions/layernorm-math/solution.py"
    done = subprocess.run(
        [*command, "layernorm-math", solution, "--no-warm"],
        cwd=empty,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    best = next(name for name, problem in working_backends.items() if problem is None)
    assert f"isolation: {best}" in done.stdout
    thief = empty / "layernorm_math.py"
    thief.write_text(
        f"text = ''\ntry:\n    text = open({str(solution)!r}).read()\nexcept OSError:\n    pass\n"
        "try:\n    import grader.bank\n    text += 'imported'\nexcept ImportError:\n    pass\n"
        "raise ValueError(len(text))\n"
    )
    done = subprocess.run(
        [*command, "layernorm-math"], cwd=empty, capture_output=True, text=True, check=False
    )
    assert "ValueError: 0" in done.stdout
    assert sorted(path.name for path in empty.iterdir()) == ["layernorm_math.py"]
