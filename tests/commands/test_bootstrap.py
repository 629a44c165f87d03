"""Examples from a model on a server, and runs that use what is in a pack."""

import json
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.kit.match import jaccard, word_set
from synthgen.kit.prompt_text import heads
from synthgen.packs.files import DialogueExample, PromptExample, items
from tests.chat_server import Answer, Body, Seen, serving
from tests.pack_writers import backend, growing
from tests.writers import writing


def both(body: Body, number: int) -> Answer:
    """Grows packs, and writes for the runs that use them."""
    system = body["messages"][0]["content"]
    return (growing if system.startswith(("You collect", "You answer")) or "as examples" in system else writing)(
        body, number
    )


def sent(seen: Seen) -> str:
    """All instructions that arrived."""
    return "\n".join({body["messages"][0]["content"] for body in seen.bodies})


def test_examples_grow_to_the_target_and_differ_and_a_run_is_shown_them(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(both) as (url, seen):
        assert main(["bootstrap", "ability=animal", *backend(url)]) == 0
        assert "prompt examples: 20 of 20, 0 before; 3 batches; enough" in (said := capsys.readouterr().out)
        assert "dialogue examples: 20 of 20" in said and "next: python -m synthgen curate ability=animal" in said
        prompts, dialogues = items("animal", PromptExample), items("animal", DialogueExample)
        assert len({heads(item.prompt)[0] for item in prompts}) == 20
        near = [jaccard(word_set(a.prompt), word_set(b.prompt)) for a in prompts for b in prompts if a is not b]
        assert max(near) < 0.8
        asked = len(seen.arrivals)
        assert main(["bootstrap", "ability=animal", *backend(url)]) == 0
        assert len(seen.arrivals) == asked
        small = ["n=4", "renderer.size=64", "exporter=[llava]", "engine.workers=1"]
        assert main(["ability=animal", *backend(url), *small]) == 0
    text = sent(seen)
    assert all(json.dumps(item.prompt, ensure_ascii=False) in text for item in prompts)
    assert all(item.answer in text for item in dialogues)


def test_a_run_uses_the_words_of_a_pack_and_another_pack_is_refused_in_its_folder(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path("packs/animal")
    folder.mkdir(parents=True)
    drawable = ("turtle", "hare", "pigeon", "raven", "crow", "kitten", "puppy", "lamb", "pony", "chick")
    lines = [f"- {{subject: {word}, group: farm}}\n" for word in drawable]
    (folder / "subjects.yaml").write_text("".join(lines) + "- {subject: axolotl, places: [lake]}\n")
    asks = [f"- {{question: 'Say number {n}: who is that?', kind: describe}}\n" for n in range(30)]
    (folder / "questions.yaml").write_text("".join(asks))
    words = ["ability=animal", "renderer.size=64", "exporter=[llava]", "qc=[readable]", "engine.workers=1"]
    assert main([*words, "n=80"]) == 0
    text = Path("outputs/animal/export/llava/llava.json").read_text()
    assert sum(f" {word}" in text for word in drawable) >= 4 and "axolotl" not in text
    assert text.count("Say number") >= 4
    (folder / "subjects.yaml").write_text("".join(lines[1:]))
    capsys.readouterr()
    assert main([*words, "n=90"]) == 2
    line = capsys.readouterr().err.splitlines()[-1]
    assert line.startswith("  pack.animal: 41 items ") and ", now 39 items " in line
    (folder / "subjects.yaml").write_text("- {subject: broken")
    assert main(["report", "run=outputs/animal"]) == 0, "to read a run again takes no pack"
