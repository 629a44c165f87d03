"""What is kept is kept under a limit, and faces are found where they are."""

from PIL import Image

from synthgen.renderer.sketch.sprites import Order, Shelf, face
from synthgen.renderer.sketch.subjects import ROOMS


def noise(seed: int) -> Image.Image:
    return Image.effect_noise((64, 64), 40 + seed)


def test_a_shelf_gives_up_the_least_used_and_never_holds_more_than_its_limit() -> None:
    shelf, drawn = Shelf(12_000), []

    def get(name: str) -> Image.Image:
        def draw() -> Image.Image:
            drawn.append(name)
            return Image.new("L", (64, 64), len(name))

        return shelf.get(name, draw)

    for name in ("a", "b", "a", "c"):
        get(name)
    assert drawn == ["a", "b", "c"] and 0 < shelf.used <= shelf.limit
    for i in range(9):
        shelf.get(i, lambda: noise(1))
    assert shelf.used <= shelf.limit
    get("a")
    assert drawn == ["a", "b", "c", "a"]


def test_a_shelf_returns_what_was_drawn() -> None:
    shelf = Shelf(1 << 20)
    picture = noise(3)
    assert shelf.get("x", lambda: picture).tobytes() == shelf.get("x", lambda: noise(9)).tobytes()


def test_nearly_all_animals_have_a_face_in_their_upper_part() -> None:
    faceless = []
    for name in ROOMS["animals"]:
        found = face(Order(name))
        if found is None:
            faceless.append(name)
            continue
        assert 0 <= found.x <= 1 and found.top <= found.eyes + 0.2 <= 0.95, name
        assert 0.05 < found.width <= 1.3, name
    assert len(faceless) <= 0.06 * len(ROOMS["animals"]), faceless


def test_things_have_no_face() -> None:
    assert [name for name in ("banana", "car", "sofa", "cup") if face(Order(name))] == []
