from bench.diversity import KINDS, line, written


def test_the_embedded_writer_is_measured_on_every_kind_before_anything_is_rejected() -> None:
    found = written("animal", 12)
    assert len({prompt.text for prompt in found.prompts}) == len(set(found.subjects)) == 12
    assert found.vocabulary >= 60
    assert [len(set(found.answers[kind])) for kind in KINDS] == [12, 12, 12]
    assert all(found.answers[kind] != found.answers["describe"] for kind in KINDS[1:])
    assert line("animal", 4).split()[:2] == ["animal", "100.0%"]
