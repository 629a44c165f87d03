"""Types of options that say which values make sense; `build` refuses the others."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

Share = Annotated[float, Field(gt=0, le=1)]
"""Above 0, at most 1."""
Level = Annotated[float, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Size = Annotated[int, Field(ge=1)]
Port = Annotated[int, Field(ge=0, le=65535)]
Pause = Annotated[float, Field(ge=1)]
"""Seconds between two looks."""


def _free(name: str) -> str:
    if name in ("README.md", "croissant.json", "examples"):
        raise PydanticCustomError("taken", "that is where the card of an export lies; pass another name")
    return name


FileName = Annotated[str, Field(pattern=r"^[\w-][\w.-]*$"), AfterValidator(_free)]
"""One name inside an export, not a path; none that its card would be written over."""
