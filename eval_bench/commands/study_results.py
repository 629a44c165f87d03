"""what people said in a study: votes as csv, marks beside the answers, and the whole report

python -m eval_bench study results study=studies/first
python -m eval_bench study results study=studies/first level=0.9 out=reports/first
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from eval_bench.commands.told import out, talk
from eval_bench.report.figures.canvas import preflight
from eval_bench.report.terminal import told
from eval_bench.report.writing import check, write
from eval_bench.study.database import NAME, Database
from eval_bench.study.reporting import reported
from eval_bench.study.result_options import ResultsConfig
from synthgen.config import compose_entry


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/study_results", ResultsConfig)
    check(config.folder)
    preflight()
    file = Path(str(config.study)).expanduser() / NAME
    with closing(Database(file)) as db, talk.status("reading and computing ...") as status:
        found = reported(db, config)
        index = write(found, config.folder, lambda what: status.update(f"{what} ..."), db.picture)
    for part in told(found, index):
        out.print(part, highlight=False, markup=False)
    return 0
