"""A table for papers (LaTeX with booktabs) and for README files (Markdown)."""

from eval_bench.report.table import Table

_TEX = {c: "\\" + c for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "[": "{[}",  # after the end of a row it would be a length
    '"': "''",
}
_MARKDOWN = {c: "\\" + c for c in r"\`*_[]|~#!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def latex(table: Table) -> str:
    """Needs \\usepackage{booktabs}."""
    head = " & ".join(map(_tex, table.columns))
    rows = "\n".join(" & ".join(map(_tex, row)) + r" \\" for row in table.rows)
    kind = "l" + "r" * (len(table.columns) - 1)
    return (
        f"% {_line(table.title)}. Needs \\usepackage{{booktabs}}\n"
        f"\\begin{{tabular}}{{{kind}}}\n\\toprule\n{head} \\\\\n\\midrule\n{rows}\n\\bottomrule\n\\end{{tabular}}\n"
    )


def markdown(table: Table) -> str:
    rule = "| " + " | ".join(["---"] + ["---:"] * (len(table.columns) - 1)) + " |"
    told = ["| " + " | ".join(map(_markdown, row)) + " |" for row in (table.columns, *table.rows)]
    return "\n".join([told[0], rule, *told[1:]]) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in _line(text))


def _markdown(text: str) -> str:
    return "".join(_MARKDOWN.get(letter, letter) for letter in _line(text))
