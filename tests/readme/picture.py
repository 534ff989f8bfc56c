"""Makes the README's terminal picture from a real grade.

python -m tests.readme.picture
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from grader.bank import Bank
from grader.render import show
from grader.run import Grader
from grader.submission import from_bytes

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / ".github" / "terminal.svg"
PROBLEM, MISTAKE = "layernorm-math", "eps-outside-the-root"


def main() -> None:
    """Grade a known mistake and keep what the terminal shows."""
    bank = Bank.open(None)
    problem = bank.load(PROBLEM)
    source = (ROOT / "solutions" / PROBLEM / "mistakes" / f"{MISTAKE}.py").read_bytes()
    with Grader(bank, problem) as grader:
        report = grader.grade(from_bytes("layernorm_math.py", source))
    console = Console(record=True, width=96, file=io.StringIO(), highlight=False, force_terminal=True)
    console.print(Text.assemble(("$ ", "dim"), ("grade layernorm-math", "bold")))
    show(console, report, problem, "en")
    picture = console.export_svg(title="grade", code_format=_without_remote_fonts(CONSOLE_SVG_FORMAT))
    PICTURE.write_text(picture, encoding="utf-8")


def _without_remote_fonts(template: str) -> str:
    """A picture of ours fetches nothing: any monospaced font of the reader's will do."""
    template = re.sub(r"<!--.*?-->\s*", "", template, flags=re.DOTALL)
    return re.sub(r"@font-face \{\{.*?\}\}\s*", "", template, flags=re.DOTALL)


if __name__ == "__main__":
    main()
