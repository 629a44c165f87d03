import pytest

from synthgen.kit.near import apart


@pytest.mark.parametrize(
    "a, b",
    [
        ("zebra", "penguin"),
        ("red", "blue"),
        ("kitchen", "desert"),
        ("mosaic", "watercolor"),
        ("curly hair", "mohawk"),
        ("riding a bicycle", "swimming"),
        ("wheelchair", "hot air balloon"),
        ("orange juice", "ice cream cone"),
        ("desert", "city street"),
        ("forest", "snowy mountains"),
    ],
)
def test_what_nobody_would_mix_up_is_apart(a: str, b: str) -> None:
    assert apart(a, b) and apart(b, a)


@pytest.mark.parametrize(
    "a, b",
    [
        ("red", "maroon"),
        ("blue car", "car"),
        ("raincoat", "coat"),
        ("bathrobe", "robe"),
        ("couch", "sofa"),
        ("two foxes", "fox"),
        ("beach", "ocean"),
        ("city street", "city"),
        ("oil painting", "gouache painting"),
        ("riding a horse", "horse"),
        ("raincoat", "parka"),
        ("cow", "yak"),
        ("afro", "curly hair"),
        ("deep sea", "pier"),
        ("rose", "peony"),
    ],
)
def test_what_may_be_called_the_same_is_not(a: str, b: str) -> None:
    assert not apart(a, b) and not apart(b, a)
