"""`preview` from the outside."""

from pathlib import Path

import pytest

from synthgen.__main__ import main
from tests.chat_server import completion, serving


def test_it_writes_one_page_and_no_run_folder_and_tells_the_samples(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "ability=[style,joke]", "n=2"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [str(p) for p in sorted(Path(".").rglob("*")) if p.is_file()] == ["outputs/preview-style+joke.html"]
    assert said[-1].endswith("outputs/preview-style+joke.html")
    assert [line for line in said if line.startswith(("style-", "joke-"))] == [
        f"{ability}-00000000{i}: would be kept" for ability in ("style", "joke") for i in range(2)
    ]
    assert any(line.startswith("  ((") for line in said)


def test_four_samples_are_looked_at_unless_another_number_is_given(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "ability=color"]) == 0
    assert capsys.readouterr().out.count("would be kept") == 4


def test_it_shows_what_a_run_will_make(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "ability=animal", "n=2"]) == 0
    previewed = capsys.readouterr().out
    assert main(["ability=animal", "n=2"]) == 0
    answers = Path("outputs/animal/export/llava/llava.json").read_text()
    shown = [line.strip() for line in previewed.splitlines() if line.startswith("    ")]
    assert len(shown) == 2 and all(answer in answers for answer in shown)


def test_mistakes_are_told_as_for_a_run(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "ability=stile"]) == 2
    assert "did you mean style?" in capsys.readouterr().err
    assert not Path("outputs").exists()


def test_a_reply_that_is_no_json_is_shown_as_it_came(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
    with serving(lambda body, number: (200, completion("Sure! <b>Here</b> is a prompt."))) as (url, seen):
        command = ["preview", "ability=color", "n=2", "llm=openai", f"llm.base_url={url}"]
        assert main(command) == 0
        paid = len(seen.bodies)
        assert main(command) == 0
        assert len(seen.bodies) == paid, "a second look is free"
    assert paid == 2 * 3, "as it came, mended, afresh; no dialogue is asked for a prompt that cannot be read"
    page = Path("outputs/preview-color.html").read_text()
    assert "Sure! &lt;b&gt;Here&lt;/b&gt; is a prompt." in page and "<b>Here</b>" not in page
    assert "rejected: not the asked-for form" in capsys.readouterr().out
