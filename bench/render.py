"""How fast the render stage is, beside a naive loop, the best bare loop, and what the hardware could do.

    python -m bench.render cpu
    python -m bench.render gpu model=sdxl steps=20 kept=0.8 usd_per_gpu_hour=3.5

Prints the goals as a table; both sides of a line were measured in turns in this run. Models have random weights:
nothing is downloaded. `gpu` takes: model (sd15, sdxl, sdxl_turbo), size and steps (else the preset's), batch (else
found), pictures (that a side draws in a round), rounds, compile, workers (else all GPUs), kept (share of pictures that
quality checks keep, from a run), usd_per_gpu_hour, json; and device=cpu tiny=true size=64, which shows that it works.
"""

import sys
from collections.abc import Iterator

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from bench import render_cpu, render_gpu
from bench.render_sides import HEAD, Row, as_json, line


def measured(words: list[str]) -> Iterator[Row]:
    """Raises SystemExit with one line for a word that nobody knows."""
    what, *given = words or ["cpu"]
    if what not in ("cpu", "gpu") or (what == "cpu" and given not in ([], ["json=true"])):
        raise SystemExit("python -m bench.render cpu | gpu [model=... size=... steps=... json=true]")
    if what == "cpu":
        return render_cpu.rows()
    try:
        asked = OmegaConf.merge(OmegaConf.structured(render_gpu.Asked), OmegaConf.from_dotlist(given))
    except OmegaConfBaseException as e:
        raise SystemExit(f"bench.render gpu: {str(e).splitlines()[0]}") from e
    return render_gpu.rows(OmegaConf.to_object(asked))  # type: ignore[arg-type]


def main(words: list[str]) -> None:
    found = list(measured(words))
    print("\n".join(["", HEAD, *map(line, found)]))
    if "json=true" in words:
        print("\n".join(map(as_json, found)))


if __name__ == "__main__":
    main(sys.argv[1:])
