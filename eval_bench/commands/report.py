"""compare the answers of models: figures, tables, tests, and a page of wrong answers

python -m eval_bench report items=benchmarks/generated answers=answers/toy
python -m eval_bench report items=[benchmarks/generated,benchmarks/real] answers=[answers/base,answers/ours]
"""

from collections.abc import Sequence

from eval_bench.commands.told import out, talk
from eval_bench.report.analysis import analyse
from eval_bench.report.figures.canvas import preflight
from eval_bench.report.options import ReportConfig
from eval_bench.report.terminal import told
from eval_bench.report.writing import check, write
from synthgen.config import compose_entry


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/report", ReportConfig)
    check(config.folder)
    preflight()
    with talk.status("reading and computing ...") as status:
        found = analyse(config)
        index = write(found, config.folder, lambda what: status.update(f"{what} ..."))
    for part in told(found, index):
        out.print(part, highlight=False, markup=False)
    return 0
