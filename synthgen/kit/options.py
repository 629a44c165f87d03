"""Types of options that say which values make sense; `build` refuses the others."""

from typing import Annotated

from pydantic import Field

Share = Annotated[float, Field(gt=0, le=1)]
"""Above 0, at most 1."""
Level = Annotated[float, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Size = Annotated[int, Field(ge=1)]
FileName = Annotated[str, Field(pattern=r"^[\w-][\w.-]*$")]
"""One name, not a path."""
