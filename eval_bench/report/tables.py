"""The findings as flat rows, for csv files."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from eval_bench.report.findings import Cell, Findings
from eval_bench.study.findings import Quality


def rows(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """ "items": one per item, model, scorer and way of showing the picture; "cells": one per accuracy;

    of a study "raters": one per rater.
    """
    made = {"items": [asdict(row) for row in findings.rows], "cells": list(map(_flat, findings.cells))}
    return made | ({"raters": [_rater(one) for one in findings.study.quality]} if findings.study else {})


def _rater(one: Quality) -> dict[str, Any]:
    told = {name: value for name, value in asdict(one).items() if name not in ("attention", "flags")}
    return told | {"attention": one.attention.k, "of": one.attention.n, "flags": "; ".join(one.flags)}


def _flat(cell: Cell) -> dict[str, Any]:
    return dict(_pairs(cell))


def _pairs(cell: Cell) -> Iterator[tuple[str, Any]]:
    for name, value in asdict(cell).items():
        if name == "accuracy":
            yield from {"n": value["n"], "accuracy": value["value"], "low": value["low"], "high": value["high"]}.items()
        elif name == "clustered":
            yield "clustered_low", value and value["low"]
            yield "clustered_high", value and value["high"]
        else:
            yield name, value
