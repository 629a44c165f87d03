"""What a user says of a mix: the typed keys of conf/mix.yaml, and its sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import Any, Literal, cast

from hydra.core.config_store import ConfigStore

from synthgen.config import nearest, options
from synthgen.mix.pictures import Look, path_fault

Stage = Literal["finetune", "pretrain"]
Amount = Literal["weight", "count", "ratio"]
AMOUNTS: tuple[Amount, ...] = ("weight", "count", "ratio")
OURS = "synthgen"
"""What ids of runs begin with, and the folder of their pictures inside the folder of all."""
DATA = "playground/data"
"""Where LLaVA's own scripts look for data."""
KEYS = ("path", "run", "images", "prefix", "pictures", *AMOUNTS)
CHOICES = {
    "stage": ("finetune", "pretrain"),
    "trainer": ("llava", "llava_next"),
    "pictures": ("exists", "open", "skip"),
    "balance": (None, "ability"),
}


@dataclass
class MixConfig:
    """The keys of a mix. `conf/mix.yaml` says what each means."""

    sources: Any = field(default_factory=list)
    runs: Any = field(default_factory=list)
    data: str = DATA
    base: dict[str, Any] = field(default_factory=dict)
    out: str = "mix.json"
    root: str | None = None
    stage: str = "finetune"
    trainer: str = "llava"
    seed: int = 0
    balance: str | None = None
    pictures: str = "exists"
    links: bool = False
    max_bad: float = 0.001
    benchmarks: Any = field(default_factory=list)
    variants: Any = field(default_factory=list)

    def __post_init__(self) -> None:
        """A single one need not stand in brackets; a shell leaves the ~ of key=~/data alone."""
        self.benchmarks = [str(Path(str(path)).expanduser()) for path in _listed(self.benchmarks)]
        self.variants = [str(name) for name in _listed(self.variants)]
        self.out, self.data = str(Path(self.out).expanduser()), str(Path(self.data).expanduser())
        self.root = str(Path(self.root).expanduser()) if self.root else None

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        for key, words in CHOICES.items():
            if getattr(self, key) not in words:
                told = ", ".join("null" if word is None else word for word in words)
                yield f"{key}={getattr(self, key)}: it has to be one of {told}"
        if not 0 <= self.max_bad <= 1:
            yield f"max_bad={self.max_bad}: it has to be a share from 0 to 1"
        for path in self.benchmarks:
            if Path(path).is_dir():
                yield f"benchmarks: {path} is a folder; name the files in it"
            elif not Path(path).is_file():
                yield f"benchmarks: {path} is not there"
            elif _is_written(Path(path), self):
                yield f"benchmarks: {path} would be overwritten; pass another out="
        if self.stage == "pretrain" and "blind" in self.variants:
            yield "variants: blind does not go with stage=pretrain, which learns of pictures alone"
        suffix = Path(self.out).suffix
        if suffix not in (".json", ".jsonl", ".yaml") or "://" in self.out:
            yield f"out={self.out}: it has to be a file that ends in .json, .jsonl or .yaml"
        if suffix == ".yaml" and self.trainer != "llava_next":
            yield f"out={self.out}: LLaVA-NeXT alone reads a yaml; pass trainer=llava_next, or out=mix.json"
        if suffix == ".jsonl" and self.trainer == "llava":
            yield f"out={self.out}: LLaVA reads a list only; pass out={Path(self.out).with_suffix('.json')}"
        found = list(_source_mistakes(self))
        yield from found or _foreign_mistakes(self)

    @property
    def entries(self) -> list[tuple[str, Any]]:
        """What goes in: of presets, `sources`, and `runs`; each with what a message calls it."""
        return [
            *((f"preset {name}", _at_home(entry)) for name, entry in self.base.items()),
            *((f"sources, entry {number}", _at_home(entry)) for number, entry in enumerate(_listed(self.sources), 1)),
            *(("runs", _at_home({"run": run})) for run in _listed(self.runs)),
        ]

    @property
    def folder(self) -> Path:
        """Of the pictures: what --image_folder names."""
        return Path(self.root) if self.root else Path(self.out).parent

    @property
    def for_stage(self) -> Stage:
        return cast(Stage, self.stage)

    @property
    def look(self) -> Look:
        return cast(Look, self.pictures)


def beside(out: Path, ending: str) -> Path:
    return out.with_name(out.stem + ending)


def list_of(out: Path) -> Path:
    """The file that holds the rows: LLaVA-NeXT's yaml only names it."""
    return out.with_suffix(".json") if out.suffix == ".yaml" else out


def file_of(out: Path, variant: str) -> Path:
    """mix.json -> mix.blind.json"""
    return beside(out, f".{variant}{out.suffix}")


def _written(config: MixConfig) -> Iterator[Path]:
    """What a mix replaces."""
    out = Path(config.out)
    yield from (out, list_of(out), beside(out, ".rejected.jsonl"), beside(out, ".report.json"))
    for name in config.variants:
        yield from out.parent.glob(f"{escape(out.stem)}.{name}*")  # "without" is several


def _foreign_mistakes(config: MixConfig) -> Iterator[str]:
    """Files of somebody's own where the mix would lie."""
    if not beside(Path(config.out), ".rejected.jsonl").exists():  # every mix begins with that list
        for path in filter(Path.exists, dict.fromkeys(_written(config))):
            yield f"out={config.out}: {path} is there, and no mix wrote it; move it away, or pass another out="


ConfigStore.instance().store(name="mix_schema", node=MixConfig)


@dataclass(frozen=True)
class Source:
    """One entry of `sources`."""

    place: str
    """A file, or the folder of a run."""
    is_run: bool
    name: str
    """The end of its place, which no other source has."""
    images: str = ""
    """Folder of its pictures inside the folder of all pictures."""
    look: Look | None = None
    """How its pictures are looked at; None: as those of the mix."""
    prefix: str | None = None
    """What its ids begin with; None: nothing, unless another source uses the same ids."""
    by: Amount = "weight"
    amount: float = 1.0
    fallen: bool = False
    """Of a run: the samples that fell in its checks, instead of those that were kept."""


def read_sources(config: MixConfig) -> list[Source]:
    """The sources of a configuration without mistakes."""
    sources: list[Source] = []
    for _, entry in config.entries:
        sources.append(_source(entry, [s.name for s in sources]))
    return sources


def _listed(value: Any) -> list[Any]:
    """A single one need not stand in brackets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _at_home(entry: Any) -> Any:
    """With ~ in its paths as a shell would read it."""
    if not isinstance(entry, Mapping):
        return entry
    places = {key: str(Path(entry[key]).expanduser()) for key in ("path", "run") if isinstance(entry.get(key), str)}
    return {**entry, **places}


def _source_mistakes(config: MixConfig) -> Iterator[str]:
    entries = [entry for _, entry in config.entries]
    if not entries:
        yield "a mix needs sources: sources='[{path: llava.json, images: coco}, {run: outputs/joke}]'"
    if config.data != DATA and not config.base:
        yield f"data={config.data}: it is where the files of a preset lie; name one{nearest('', options('preset'))}"
    sound = True
    for called, entry in config.entries:
        for mistake in _entry_mistakes(entry, config):
            sound = False
            lost = called.startswith("preset ") and mistake.endswith(" is not there")
            yield f"{called}: {mistake}" + "; pass data=<its folder>; mix --help says what to download" * lost
    ratios = [entry["ratio"] for entry in entries if sound and entry.get("ratio") is not None]
    if sum(ratios) >= 1:
        yield f"the ratios of the sources make {sum(ratios):g}; they have to leave a share to others"
    elif ratios and len(ratios) == len(entries):
        yield "each source has a ratio: one needs a weight or a count, for the others to be a share of"


def _source(entry: Mapping[str, Any], taken: Sequence[str]) -> Source:
    is_run = entry.get("run") is not None
    place = str(entry["run" if is_run else "path"])
    by: Amount = next((a for a in AMOUNTS if entry.get(a) is not None), "weight")
    base = Path(place).resolve().name if is_run else Path(place).stem
    name = next(n for n in (base, *(f"{base}-{i}" for i in range(2, len(taken) + 3))) if n not in taken)
    images = str(entry.get("images") or "").strip("/")
    prefix = f"{OURS}/{name}/" if is_run else None if entry.get("prefix") is None else str(entry["prefix"])
    look = cast(Look | None, entry.get("pictures"))
    return Source(place, is_run, name, f"{images}/" if images else "", look, prefix, by, float(entry.get(by, 1.0)))


def _entry_mistakes(entry: Any, config: MixConfig) -> Iterator[str]:
    if not isinstance(entry, Mapping):
        yield f"{entry!r} is no source; write {{path: llava.json}} or {{run: outputs/joke}}"
        return
    if unknown := [str(key) for key in entry if key not in KEYS]:
        yield from (f"unknown key {key!r}{nearest(key, KEYS)}" for key in unknown)
        return
    given = [key for key in ("path", "run") if entry.get(key)]
    if len(given) != 1:
        yield "it has to name a path or a run" + (", not both" if given else "")
    elif given == ["path"]:
        yield from _path_mistakes(entry, config)
    else:
        yield from (f"{key} does not go with run" for key in ("images", "prefix", "pictures") if entry.get(key))
        if not (Path(str(entry["run"])) / "run.json").is_file():
            yield f"{entry['run']} is not the folder of a run: it has no run.json"
    yield from _amount_mistakes(entry)


def _is_written(path: Path, config: MixConfig) -> bool:
    return any(out.exists() and path.samefile(out) for out in _written(config))


def _path_mistakes(entry: Mapping[str, Any], config: MixConfig) -> Iterator[str]:
    path = Path(str(entry["path"]))
    if not path.is_file():
        yield f"{path} is not there" if not path.exists() else f"{path} is no file; for a run write {{run: {path}}}"
    elif _is_written(path, config):
        yield f"{path} would be overwritten; pass another out="
    look = entry.get("pictures") or config.pictures
    if look not in CHOICES["pictures"]:
        yield f"pictures: {look}: it has to be one of {', '.join(map(str, CHOICES['pictures']))}"
    images = str(entry.get("images") or "")
    if images and path_fault(images):
        yield f"images: {images} is {path_fault(images)}; it has to lie in {config.folder} (root= says where that is)"
    elif images and look != "skip" and not (config.folder / images).is_dir():
        yield f"images: {config.folder / images} is no folder; pass root=<folder that holds {images}>"


def _amount_mistakes(entry: Mapping[str, Any]) -> Iterator[str]:
    given = [key for key in AMOUNTS if entry.get(key) is not None]
    if len(given) > 1:
        yield f"{' and '.join(given)} say the same thing in different ways; keep one"
    for key in given:
        value = entry[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
            yield f"{key}: {value}: it has to be a number above 0"
        elif key == "ratio" and value >= 1:
            yield f"ratio: {value}: it is a share of the mix, below 1"
        elif key == "count" and value != int(value):
            yield f"count: {value}: it is a number of rows"
