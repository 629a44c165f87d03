"""Words for how people look whatever they do: apparent age and skin tone."""

from collections.abc import Mapping
from types import MappingProxyType

AGES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("young", "youthful", "young adult"), "young"),
        **dict.fromkeys(("middle aged", "middle age", "mature"), "middle-aged"),
        **dict.fromkeys(("elderly", "old", "older", "senior", "aged"), "elderly"),
    }
)
"""A word -> the apparent age that it says."""
SKINS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("light skin", "pale skin", "fair skin"), "light skin"),
        **dict.fromkeys(("light skinned", "pale skinned", "fair skinned"), "light skin"),
        **dict.fromkeys(("brown skin", "tan skin", "tanned skin", "olive skin"), "brown skin"),
        **dict.fromkeys(("brown skinned", "tan skinned", "olive skinned"), "brown skin"),
        **dict.fromkeys(("dark skin", "black skin", "dark skinned", "black skinned"), "dark skin"),
    }
)
"""A word -> the skin tone that it says."""
SAME_PERSON: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("adult man", "grown man"), "man"),
        **dict.fromkeys(("adult woman", "grown woman"), "woman"),
        **dict.fromkeys(("teenage boy", "teen boy"), "boy"),
        **dict.fromkeys(("teenage girl", "teen girl"), "girl"),
    }
)
"""Words for a person that say twice whether it is a child."""
