"""One's own photographs: found in a folder, turned upright, made small, without metadata, each once."""

import csv
import json
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from eval_bench.pages.faults import tidy
from synthgen.disk import replace
from synthgen.errors import UsageError
from synthgen.kit.hashes import colour_signature, phash, sha256
from synthgen.kit.near_pictures import Lookalikes
from synthgen.kit.pictures import decode, encode, grey

SIDE = 1024
"""The longest side of what is kept, in pixels."""
BITS, LEVELS = 6, 16
"""Two photographs look alike if their perceptual hashes differ in so few of 64 bits, and their 8 x 8 thumbnails in so
few of 255 levels: the same one stored again, smaller, or a little brighter."""
RIGHTS = ("license", "credit", "source")
_PHONE = {".heic", ".heif", ".avif"}
"""What phones store, and Pillow may not open."""
_DAMAGE = (OSError, SyntaxError, EOFError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)


@dataclass(frozen=True)
class Photograph:
    """A photograph that items may be about."""

    id: str
    """Of the bytes of its file: it keeps its items when it is renamed."""
    name: str
    """In the folder of photographs."""
    path: Path
    """The picture that is kept: upright, small, without metadata."""
    rights: Mapping[str, str]
    """License, credit and source, as the list of licenses has them."""

    @cached_property
    def sha256(self) -> str:
        """Of the picture that is kept."""
        return sha256(self.path.read_bytes())


def find(
    folder: Path, kept: Path, rights: Mapping[str, Mapping[str, str]], known: Collection[str], steps: Iterable[Path]
) -> tuple[list[Photograph], list[str]]:
    """The photographs by name, and why others are left out. `known`: those with items go before their lookalikes;
    `steps`: the files of `listed`.

    Raises UsageError where there is no photograph, DiskError.
    """
    found: dict[str, Photograph] = {}
    left_out = []
    for path in steps:
        name = path.relative_to(folder).as_posix()
        try:
            data = path.read_bytes()
            id = sha256(data)[:16]
            small = kept / f"{id}.jpg"
            if not small.exists():
                replace(small, upright(data))
        except _DAMAGE as fault:
            left_out.append(f"{name}: {_trouble(path, fault)}; it is left out")
            continue
        if id in found:
            left_out.append(f"{name}: is the same file as {found[id].name}; it is left out, remove one of them")
        own = rights.get(name) or rights.get(path.name) or {}
        found.setdefault(id, Photograph(id, name, small, own))
    looks, single = Lookalikes(BITS, LEVELS), []
    for photo in sorted(found.values(), key=lambda photo: photo.id not in known):
        pixels = decode(photo.path.read_bytes())
        hash, signature = phash(grey(pixels)), colour_signature(pixels)
        if (twin := looks.find(hash, signature)) is None:
            looks.add(photo.id, hash, signature)
            single.append(photo)
        else:
            left_out.append(f"{photo.name}: looks like {found[twin].name}; it is left out, remove one of them")
    if not single:
        raise UsageError(*left_out, f"photographs={folder}: it holds no picture that can be opened")
    return sorted(single, key=lambda photo: photo.name), left_out


def _trouble(path: Path, fault: Exception) -> str:
    if path.suffix.lower() in _PHONE:
        return "Pillow opens no such file here; save it as JPEG"
    if isinstance(fault, UnidentifiedImageError):
        return "is no picture that can be opened"
    why = fault.strerror if isinstance(fault, OSError) and fault.strerror else fault
    return f"is no picture that can be opened ({why})"


def listed(folder: Path, but: Path | None = None) -> list[Path]:
    """The files in it, and in its folders, that are named like pictures; hidden ones and those below `but` are none."""
    Image.init()
    named = {*Image.EXTENSION, *_PHONE}
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in named and path.is_file())
    seen = (path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return [path for path in seen if but is None or but.resolve() not in path.resolve().parents]


def upright(data: bytes) -> bytes:
    """A JPEG as a person sees the picture: turned as its camera says, sRGB, on white where it is transparent.

    Raises what Pillow raises on damaged files and on those with more than 89 million pixels.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data)) as opened:
            image = ImageOps.exif_transpose(opened)
            if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off
                image = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
            image = _in_srgb(image)
            if image.has_transparency_data:
                white = Image.new("RGBA", image.size, "white")
                image = Image.alpha_composite(white, image.convert("RGBA"))
            image = image.convert("RGB")
            image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return encode(np.asarray(image), "jpg", 92)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colors as its profile means them; without a profile that can be read, as they are."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode != "RGB":
        return image
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB")) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def read_rights(path: Path) -> dict[str, dict[str, str]]:
    """License, credit and source by file: of a csv with these columns, or a JSON list. Raises UsageError."""
    form = "it is a csv with the columns file, license, credit, source, or a JSON list of such rows"
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = json.loads(text) if path.suffix == ".json" else list(_table(text))
        return dict(_rights(rows))
    except UnicodeDecodeError as e:
        raise UsageError(f"licenses={path}: is not in UTF-8; save it so: spreadsheets call it CSV UTF-8") from e
    except KeyError as e:
        raise UsageError(f"licenses={path}: has no column {e}; {form}") from e
    except (OSError, ValueError, TypeError, AttributeError, csv.Error) as e:
        raise UsageError(f"licenses={path}: cannot be read ({e}); {form}") from e


def _table(text: str) -> Iterator[dict[str, object]]:
    first = text.partition("\n")[0]
    for row in csv.DictReader(
        StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ","
    ):
        yield {str(name).strip().lower(): value for name, value in row.items()}


def _rights(rows: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, dict[str, str]]]:
    for row in rows:
        told = {"license": row["license"], "credit": row.get("credit"), "source": row.get("source")}
        yield str(row["file"]).strip(), {name: tidy(str(value or "")) for name, value in told.items()}


def strangers(rights: Iterable[str], photos: Sequence[Path], folder: Path) -> list[str]:
    """The files in the list of licenses that are no photographs of the folder."""
    names = {path.relative_to(folder).as_posix() for path in photos} | {path.name for path in photos}
    return [file for file in rights if file not in names]
