"""`plan` from the outside: what it says is what the run then costs, and what it paid for the run does not pay again."""

import json
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from tests.chat_server import Answer, Body, Script, Seen, completion, error, serving
from tests.writers import badly, writing

PRICE = "llm.price={input: 0.4, cached_input: 0.1, output: 1.6}"
Server = tuple[list[str], Seen]


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")


@pytest.fixture
def server(working_folder: Path, key: None) -> Iterator[Server]:
    """The words of a command line that ask a writer who is never wrong, and what its server sees."""
    with serving(writing, metered=True) as (url, seen):
        yield words(url), seen


def words(url: str) -> list[str]:
    return ["llm=openai", "llm.model=tiny", f"llm.base_url={url}", PRICE, "llm.max_outage=1"]


def plan(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], code: int = 0) -> dict[str, Any]:
    """What the command says to a script."""
    capsys.readouterr()
    assert main(["plan", *arguments, "json=true"]) == code
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def run(arguments: Sequence[str], code: int = 0) -> dict[str, Any]:
    """The ledger of a run of one ability or several."""
    assert main(arguments) == code
    (path,) = Path("outputs").glob("*/run.json")
    ledger: dict[str, Any] = json.loads(path.read_text())["ledger"]
    return ledger


def usd_of(ability: str, found: dict[str, Any]) -> float:
    return sum(float(row["usd"]) for row in found["rows"] if row["ability"] == ability)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


# what it says, and what it costs -------------------------------------------------------------------------------------


def test_a_pilot_is_the_beginning_of_the_run_and_nothing_is_paid_for_twice(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    backend, seen = server
    said = plan(capsys, ["ability=[joke,color]", "n=24", *backend])
    assert len(seen.arrivals) == said["spent"]["requests"] == 2 * 8 * 2
    assert said["sources"][-1] == "its replies are kept in outputs/joke+color: the run finds them again"
    ledger = run(["ability=[joke,color]", "n=24", *backend])
    assert len(seen.arrivals) == ledger["replies"] and seen.repeats() == 0
    assert float(said["total"]["usd"]) == pytest.approx(float(ledger["usd"]), rel=0.2)


@pytest.mark.slow
@pytest.mark.parametrize("n", [200, 500])
def test_the_estimate_is_within_a_fifth_of_the_bill(server: Server, capsys: pytest.CaptureFixture[str], n: int) -> None:
    backend, _ = server
    command = ["ability=[joke,color,animal]", f"n={n}", *backend]
    said, ledger = plan(capsys, command), run(command)
    assert float(said["total"]["usd"]) == pytest.approx(float(ledger["usd"]), rel=0.2)
    for name in ("tokens_in", "tokens_out", "tokens_cached"):
        assert said["total"][name] == pytest.approx(ledger[name], rel=0.2)
    for ability in ("joke", "color", "animal"):
        assert usd_of(ability, said) == pytest.approx(usd_of(ability, ledger), rel=0.2)
    assert said["disk_bytes"] == pytest.approx(size_of(Path("outputs")), rel=0.25)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_it_is_so_for_a_model_that_is_often_wrong(
    working_folder: Path, key: None, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    with serving(badly(0.1, seed), metered=True) as (url, _):
        command = ["ability=[joke,color,animal]", "n=200", *words(url)]
        said, ledger = plan(capsys, command), run(command)
    assert float(said["total"]["usd"]) == pytest.approx(float(ledger["usd"]), rel=0.2)


@pytest.mark.parametrize("exporters", ["[llava,parquet]", "llava"])
def test_the_disk_is_as_full_as_it_says(
    working_folder: Path, capsys: pytest.CaptureFixture[str], exporters: str
) -> None:
    command = ["ability=[style,plant]", "n=32", f"exporter={exporters}"]
    said = plan(capsys, command)
    assert not Path("outputs").exists(), "who costs nothing leaves no folder"
    assert main(command) == 0
    assert said["disk_bytes"] == pytest.approx(size_of(Path("outputs")), rel=0.25)


def test_samples_that_share_a_prompt_are_reckoned_so(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, seen = server
    command = ["ability=color", "n=20", "images_per_prompt=2", "~qc.duplicate", *backend]
    said = plan(capsys, command)
    ledger = run(command)
    assert len(seen.arrivals) == ledger["replies"] and seen.repeats() == 0
    assert said["total"]["requests"] == pytest.approx(ledger["replies"], abs=4)


def test_one_sample_takes_a_pilot_of_one(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, seen = server
    said = plan(capsys, ["ability=joke", "n=1", *backend])
    assert len(seen.arrivals) == 2 and said["abilities"][0]["seen"] == 1
    assert run(["ability=joke", "n=1", *backend])["replies"] == 2


# folders in which a run has been -------------------------------------------------------------------------------------


def test_a_finished_run_costs_nothing_more_and_a_larger_one_what_is_missing(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    backend, seen = server
    ledger = run(["ability=animal", "n=20", *backend])
    asked = len(seen.arrivals)
    said = plan(capsys, ["ability=animal", "n=20", *backend])
    assert said["to_come"]["requests"] == said["pictures_to_come"] == 0 and said["to_come"]["usd"] == "0.000000"
    assert float(said["spent"]["usd"]) == pytest.approx(float(ledger["usd"]), abs=1e-5)
    assert main(["plan", "ability=animal", "n=20", *backend]) == 0
    text = capsys.readouterr().out
    assert "which is spent; nothing more to pay" in text and "next: nothing is to be made" in text
    more = plan(capsys, ["ability=animal", "n=40", *backend])
    assert len(seen.arrivals) == asked, "nobody is asked where a folder tells as much"
    assert more["sources"] == ["what outputs/animal holds"]
    assert more["to_come"]["requests"] == pytest.approx(2 * 20, abs=4)
    grown = run(["ability=animal", "n=40", *backend])
    assert float(more["total"]["usd"]) == pytest.approx(float(grown["usd"]), rel=0.2)


def test_a_run_that_was_stopped_half_way_goes_on_at_the_rest_of_the_cost(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    backend, seen = server
    assert main(["ability=color", "n=60", "budget.tokens=60000", "llm.concurrency=2", *backend]) == 9
    begun = len(seen.arrivals)
    said = plan(capsys, ["ability=color", "n=60", *backend])
    asked = len(seen.arrivals)
    ledger = run(["ability=color", "n=60", *backend])
    assert 0 < begun <= asked < 100
    assert said["to_come"]["requests"] == pytest.approx(ledger["replies"] - asked, abs=6)
    assert float(said["total"]["usd"]) == pytest.approx(float(ledger["usd"]), rel=0.2)


@pytest.mark.usefixtures("bare_machine")
def test_replies_of_another_configuration_in_the_folder_are_no_figures(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
    with serving(writing, metered=True) as (url, _):
        command = ["ability=color", "n=1000", *words(url)]
        first = plan(capsys, command)
        for change in ("renderer=sdxl", "llm.model=other"):
            other = plan(capsys, [*command, change])
            # less is known of a photograph, so its orders are shorter and more dialogues say too much
            assert other["to_come"]["requests"] == pytest.approx(first["to_come"]["requests"], rel=0.3)
            assert float(other["to_come"]["usd"]) == pytest.approx(float(first["to_come"]["usd"]), rel=0.3)


def test_a_batch_is_half_the_price_of_the_same_pilot(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, seen = server
    price = "llm.price={input: 0.4, cached_input: 0.1, output: 1.6, batch: 0.5}"
    command = ["ability=color", "n=1000", *backend[1:3], price]
    whole = plan(capsys, [*command, "llm=openai"])
    half = plan(capsys, [*command, "llm=openai_batch"])
    assert len(seen.arrivals) == 16 and seen.others == []
    assert float(half["to_come"]["usd"]) == pytest.approx(float(whole["to_come"]["usd"]) / 2, rel=0.01)
    assert half["seconds_to_come"] is None


def test_an_earlier_run_tells_as_much_without_a_key(
    working_folder: Path, key: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(writing, metered=True) as (url, _):
        ledger = run(["ability=color", "n=40", *words(url)])
    monkeypatch.delenv("OPENAI_API_KEY")
    command = ["ability=[color,hair]", "n=400", "from=outputs/color", *words(url)]
    said = plan(capsys, command)
    assert float(said["total"]["usd"]) == pytest.approx(20 * float(ledger["usd"]), rel=0.2)
    assert said["notes"] == ["outputs/color holds nothing of hair: reckoned as color"]
    assert said["spent"]["requests"] == 0 and "from=" not in said["next"]
    assert main(["plan", *command]) == 0
    dearer = plan(capsys, [*command, "llm.model=other", "llm.price={input: 4, cached_input: 1, output: 16}"])
    assert float(dearer["total"]["usd"]) == pytest.approx(200 * float(ledger["usd"]), rel=0.2)
    unknown = plan(capsys, [*command, "llm.model=other", "llm.price=null"])
    assert unknown["total"]["usd"] is None and unknown["total"]["tokens_in"] == said["total"]["tokens_in"]
    assert "outputs/color was written by tiny" in unknown["notes"][0]
    same = plan(capsys, ["ability=color", "n=40", "from=outputs/color", *words(url)])
    assert same["to_come"]["requests"] == 0 and same["spent"]["requests"] == ledger["replies"]


def test_a_folder_that_tells_nothing_is_refused(
    working_folder: Path, key: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=color", "n=2"]) == 0
    for folder, why in (("nowhere", "no run has come to its end there"), ("outputs/color", "no language model")):
        assert main(["plan", "ability=color", "llm=openai", f"from={folder}"]) == 2
        (line,) = capsys.readouterr().err.splitlines()[-1:]
        assert line.startswith(f"synthgen: from={folder}: ") and why in line
    assert main(["plan", "ability=color", "from=a", "from=b"]) == 2


def test_a_folder_of_another_configuration_is_not_planned_for(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    backend, seen = server
    run(["ability=color", "n=2", *backend])
    asked = len(seen.arrivals)
    assert main(["plan", "ability=color", "n=4", "seed=5", *backend]) == 2
    assert "  seed: 0, now 5\n" in capsys.readouterr().err and len(seen.arrivals) == asked


# what is missing, unknown or too much --------------------------------------------------------------------------------


def test_nobody_is_paid_for_the_embedded_writer(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "ability=[joke,style]", "n=500"]) == 0
    said = capsys.readouterr().out
    assert "dollars: nothing: no language model is asked" in said and "tokens" not in said
    assert "next: python -m synthgen 'ability=[joke,style]' n=500" in said


@pytest.mark.usefixtures("bare_machine")
def test_a_missing_key_is_one_line_that_names_the_way_without(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", "ability=joke", "llm=openai"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "export OPENAI_API_KEY=<your key>" in line and "from=outputs/" in line
    assert main(["plan", "ability=stile", "llm=openai"]) == 2
    assert "did you mean style?" in capsys.readouterr().err


@pytest.mark.usefixtures("bare_machine")
def test_without_a_gpu_texts_are_asked_for_and_pictures_are_unknown(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
    with serving(writing, metered=True) as (url, seen):
        command = ["ability=color", "n=100", "renderer=sdxl", *words(url)]
        said = plan(capsys, command)
        assert len(seen.arrivals) == 16 and said["total"]["requests"] >= 200
        assert said["gpu_hours_to_come"] is said["disk_bytes"] is said["seconds_to_come"] is None
        assert main(["plan", *command]) == 0
        assert len(seen.arrivals) == 16
    text = capsys.readouterr().out
    assert "GPU time: unknown: renderer=sdxl needs" in text and "disk: unknown: no picture was drawn" in text


def test_an_unknown_price_is_unknown_until_somebody_says_it(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, seen = server
    command = ["ability=color", "n=100", *(word for word in backend if word != PRICE)]
    said = plan(capsys, command)
    assert said["total"]["usd"] is None and said["total"]["tokens_in"] > 0
    assert main(["plan", *command]) == 0
    assert "dollars: unknown" in (text := capsys.readouterr().out) and "llm.price='{input:" in text
    assert float(plan(capsys, [*command, PRICE])["total"]["usd"]) > 0
    assert len(seen.arrivals) == 16, "the replies were there"


def test_a_server_that_counts_no_tokens_makes_them_unknown(
    working_folder: Path, key: None, capsys: pytest.CaptureFixture[str]
) -> None:
    def uncounted(body: Body, number: int) -> Answer:
        said = writing(body, number)[1]
        return 200, {name: value for name, value in dict(said).items() if name != "usage"}  # type: ignore[arg-type]

    with serving(uncounted) as (url, _):
        said = plan(capsys, ["ability=color", "n=100", *words(url)])
        assert main(["plan", "ability=color", "n=100", *words(url)]) == 0
    assert said["total"]["tokens_in"] is said["total"]["usd"] is None and said["total"]["requests"] > 150
    assert "unknown" in capsys.readouterr().out


def test_a_budget_that_is_too_small_is_said(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, _ = server
    whole = plan(capsys, ["ability=color", "n=1000", *backend])
    half = float(whole["total"]["usd"]) / 2
    said = plan(capsys, ["ability=color", "n=1000", f"budget.usd={half}", "budget.tokens=1000000000", *backend])
    assert said["samples_within_budget"] == {"usd": pytest.approx(500, abs=15)}
    assert main(["plan", "ability=color", "n=1000", f"budget.usd={half}", *backend]) == 0
    assert f"budget.usd={half} would stop it after about" in capsys.readouterr().out


def test_a_budget_holds_in_the_pilot_too(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    backend, seen = server
    assert main(["plan", "ability=color", "n=100", "budget.tokens=3000", "llm.concurrency=2", *backend]) == 9
    assert "budget.tokens=3000 is reached" in capsys.readouterr().err and len(seen.arrivals) < 8


@pytest.mark.parametrize(
    ("answer", "code"), [(error(401, "Incorrect API key"), 4), (error(500, "out of order"), 5)], ids=["key", "down"]
)
def test_a_server_that_fails_ends_it_as_it_ends_a_run(
    working_folder: Path, key: None, answer: Answer, code: int
) -> None:
    with serving(lambda body, number: answer) as (url, _):
        assert main(["plan", "ability=color", *words(url)]) == code


def test_a_model_that_is_never_right_is_told(
    working_folder: Path, key: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda body, number: (200, completion("I am a teapot."))) as (url, _):
        said = plan(capsys, ["ability=color", "n=100", *words(url)])
    assert said["abilities"][0]["kept_of_seen"] == 0 and said["abilities"][0]["candidates"] == 500
    assert any("then candidates run out" in note for note in said["notes"])


def test_an_interrupted_pilot_keeps_what_it_paid_for(
    working_folder: Path, key: None, capsys: pytest.CaptureFixture[str]
) -> None:
    def script(body: Body, number: int) -> Answer:
        if number == 4:
            os.kill(os.getpid(), signal.SIGINT)
        return writing(body, number)

    server: Script = script
    with serving(server, metered=True) as (url, seen):
        command = ["ability=color", "n=20", *words(url)]
        assert main(["plan", *command]) == 130
        err = capsys.readouterr().err
        assert "interrupted" in err and "Traceback" not in err
        said = plan(capsys, command)
        assert said["spent"]["requests"] == len(seen.arrivals) == 16 and seen.repeats() == 0
