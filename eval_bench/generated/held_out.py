"""The same ability about the keywords that no training sample is about."""

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from abilities.base import WordAbility
from synthgen.kit.reserved import is_reserved

A = TypeVar("A", bound=WordAbility)
_Base: Any = WordAbility if TYPE_CHECKING else object


class _HeldOut(_Base):  # type: ignore[misc]
    """Put before the class of an ability: what it may show is what the others may not."""

    def may_show(self, keyword: str) -> bool:
        return is_reserved(self.name, keyword)

    @cached_property
    def _others(self) -> tuple[str, ...]:
        return tuple(self.contrasts)


def held_out(ability: A) -> A:
    """A copy that draws nothing but the keywords of the benchmark; `subjects` is empty if it has none of them."""
    kind = cast(type[A], type(f"HeldOut{type(ability).__name__}", (_HeldOut, type(ability)), {}))
    return kind(**{option.name: getattr(ability, option.name) for option in fields(ability)})
