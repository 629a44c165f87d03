"""A folder to a hub that speaks as the real one does: all of it arrives, nothing twice, and each error is one line."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.errors import AccessError, OutageError, UsageError
from synthgen.kit import pushing
from synthgen.kit.pushing import name_mistakes, push
from tests.hub_server import Hub, see_only, serving

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")  # huggingface_hub's own upload
ROOT = Path(__file__).parents[2]
SHARDS = {f"data/train-{i:05d}.parquet": bytes([65 + i]) * (2_000 + i) for i in range(4)}
FILES = SHARDS | {"examples/joke-000000001.jpg": b"small", "croissant.json": b"{}", "README.md": b"---\n---\n# Card\n"}


def folder_of(place: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    return place


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that this process sees, a token that may write, and no patience."""
    from huggingface_hub import constants
    from huggingface_hub.utils import _http

    with serving({}) as hub:
        see_only(hub, tmp_path / "cache", monkeypatch)
        monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
        monkeypatch.setattr(_http, "time", type("Hurry", (), {"sleep": lambda _: None, "time": time.time}))
        monkeypatch.setenv("HF_TOKEN", "hf_right")
        monkeypatch.setattr(pushing, "WAITS", (0.0, 0.0))
        monkeypatch.setattr(pushing, "COMMIT_BYTES", 2_500)
        yield hub


def written_to(export: Path) -> dict[str, bytes]:
    files = (path for path in export.rglob("*") if path.is_file() and path.name != ".synthgen")
    return {str(path.relative_to(export)): path.read_bytes() for path in files}


def pushed(hub: Hub, repo: str = "me/jokes") -> dict[str, bytes]:
    return {path: data for path, data in hub.datasets[repo].items() if path != ".gitattributes"}


def to_hub(folder: Path, repo: str = "me/jokes") -> str:
    said: list[str] = []
    names = {path.partition("/")[0] for path in FILES}
    push(folder, repo, names, ["data/train-*.parquet", "examples/*.jpg"], said.append)
    return "\n".join(said)


@pytest.mark.consumers
def test_every_byte_arrives_a_shard_in_each_commit_and_the_card_last(hub: Hub, tmp_path: Path) -> None:
    said = to_hub(folder_of(tmp_path / "export", FILES))
    assert pushed(hub) == FILES
    assert hub.commits == [
        ("croissant.json", "data/train-00000.parquet"),
        *(((f"data/train-0000{i}.parquet"),) for i in (1, 2)),
        ("data/train-00003.parquet", "examples/joke-000000001.jpg"),
        ("README.md",),
    ]
    assert "(5 of 5)" in said and len(hub.uploads) == 4


@pytest.mark.consumers
def test_a_hub_that_goes_away_in_the_middle_gets_the_rest_later_and_nothing_twice(hub: Hub, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "export", FILES)
    hub.away_after = 2
    with pytest.raises(OutageError) as error:
        to_hub(folder)
    assert "the same command goes on" in str(error.value) and "\n" not in str(error.value)
    assert "README.md" not in pushed(hub)
    hub.away_after = None
    to_hub(folder)
    assert pushed(hub) == FILES
    assert len(hub.uploads) == len(set(hub.uploads)) == 4
    paths = [path for commit in hub.commits for path in commit]
    assert sorted(paths) == sorted(FILES)


@pytest.mark.consumers
def test_what_is_there_already_is_not_sent_again(hub: Hub, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "export", FILES)
    to_hub(folder)
    commits = list(hub.commits)
    assert "has all of it already" in to_hub(folder)
    assert hub.commits == commits
    changed = FILES["data/train-00001.parquet"][:-1] + b"!"
    folder_of(folder, {"data/train-00001.parquet": changed})
    to_hub(folder)
    assert hub.commits[len(commits) :] == [("data/train-00001.parquet",)]
    assert pushed(hub)["data/train-00001.parquet"] == changed


@pytest.mark.consumers
def test_the_card_of_what_is_replaced_goes_before_the_first_shard_and_the_new_one_comes_last(
    hub: Hub, tmp_path: Path
) -> None:
    """So that a data set whose card is there is whole, whenever a push ends."""
    to_hub(folder_of(tmp_path / "export", FILES))
    other = {name: data[:-1] + b"?" for name, data in FILES.items()}
    hub.away_after = len(hub.commits) + 1
    with pytest.raises(OutageError):
        to_hub(folder_of(tmp_path / "export", other))
    assert "README.md" not in pushed(hub)
    hub.away_after = None
    to_hub(tmp_path / "export")
    assert pushed(hub) == other and hub.commits[-1] == ("README.md",)


@pytest.mark.consumers
def test_what_no_export_wrote_is_not_published(hub: Hub, tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path / "export", FILES | {"passwords.txt": b"mine", "notes/a.txt": b"mine", ".synthgen": b""}
    )
    to_hub(folder)
    assert pushed(hub) == FILES


@pytest.mark.consumers
@pytest.mark.parametrize("trouble", [429, 500, 0])
def test_a_hub_that_is_out_of_order_for_a_moment_gets_all_of_it_once(hub: Hub, tmp_path: Path, trouble: int) -> None:
    hub.refusals = [trouble] * len(pushing.WAITS)
    to_hub(folder_of(tmp_path / "export", FILES))
    assert pushed(hub) == FILES and not hub.refusals
    assert len(hub.uploads) == len(set(hub.uploads)) == 4
    hub.refusals = [trouble] * (len(pushing.WAITS) + 1)
    with pytest.raises(OutageError, match="the same command goes on") as error:
        to_hub(folder_of(tmp_path / "export", {"data/train-00000.parquet": b"other" * 500}))
    assert "\n" not in str(error.value)


@pytest.mark.consumers
def test_files_whose_removal_was_not_confirmed_are_not_removed_twice(hub: Hub, tmp_path: Path) -> None:
    to_hub(folder_of(tmp_path / "large", FILES))
    small = {name: data for name, data in FILES.items() if name != "data/train-00003.parquet"}
    hub.flaky = 1
    to_hub(folder_of(tmp_path / "small", small))
    assert pushed(hub) == small


@pytest.mark.consumers
def test_shards_of_a_larger_data_set_go_away_and_files_of_others_stay(hub: Hub, tmp_path: Path) -> None:
    to_hub(folder_of(tmp_path / "large", FILES))
    hub.datasets["me/jokes"]["notes/by hand.txt"] = b"mine"
    small = {name: data for name, data in FILES.items() if name not in ("data/train-00003.parquet",)}
    to_hub(folder_of(tmp_path / "small", small))
    assert pushed(hub) == small | {"notes/by hand.txt": b"mine"}


@pytest.mark.consumers
def test_a_commit_whose_answer_was_lost_is_not_made_twice(hub: Hub, tmp_path: Path) -> None:
    hub.flaky = 2
    to_hub(folder_of(tmp_path / "export", FILES))
    assert pushed(hub) == FILES
    paths = [path for commit in hub.commits for path in commit]
    assert sorted(paths) == sorted(FILES)


@pytest.mark.consumers
@pytest.mark.parametrize(
    ("token", "repo", "says"),
    [
        ("hf_wrong", "me/jokes", "does not know the token"),
        ("hf_reads", "me/jokes", "may not write there"),
        ("hf_right", "somebody-else/jokes", "push to a name of your own"),
    ],
)
def test_a_hub_that_refuses_is_one_line_with_the_fix(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, token: str, repo: str, says: str
) -> None:
    monkeypatch.setenv("HF_TOKEN", token)
    with pytest.raises(AccessError) as error:
        to_hub(folder_of(tmp_path / "export", FILES), repo)
    assert says in str(error.value) and "export HF_TOKEN=" in str(error.value) and "\n" not in str(error.value)


@pytest.mark.consumers
def test_no_network_is_one_line(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(OutageError, match="the hub does not answer"):
        to_hub(folder_of(tmp_path / "export", FILES))


@pytest.mark.consumers
def test_more_files_in_a_folder_than_the_hub_takes_are_refused_before_anything_is_sent(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "FOLDER_FILES", 3)
    with pytest.raises(UsageError, match=r"data has 4 files.*exporter=\[parquet\]"):
        to_hub(folder_of(tmp_path / "export", FILES))
    assert hub.datasets == {}


@pytest.mark.consumers
def test_a_run_pushes_its_parquet_folder_and_select_and_export_only_when_told_to(
    hub: Hub, working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ability=joke", "n=3", "engine.workers=1", "export.push=me/jokes"]) == 0
    export = working_folder / "outputs/joke/export/parquet"
    assert pushed(hub) == written_to(export)
    assert "pushed to " in capsys.readouterr().out
    for command in ("select", "export"):
        assert main([command, "run=outputs/joke"]) == 0
    assert "me/jokes" not in capsys.readouterr().out and [*hub.datasets] == ["me/jokes"]
    assert main(["select", "run=outputs/joke", "export.push=me/selected"]) == 0
    assert main(["export", "run=outputs/joke", "export.push=me/llava", "exporter=[llava]"]) == 0
    assert pushed(hub, "me/selected").keys() >= {"README.md", "data/train-00000.parquet"}
    assert pushed(hub, "me/llava").keys() >= {"README.md", "llava.json"}


@pytest.mark.consumers
@pytest.mark.parametrize(("wish", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_a_push_that_is_killed_or_interrupted_goes_on_where_it_was(
    hub: Hub, working_folder: Path, wish: signal.Signals, code: int
) -> None:
    assert main(["ability=joke", "n=3", "engine.workers=1"]) == 0
    command = [sys.executable, "-m", "synthgen", "export", "run=outputs/joke", "export.push=me/jokes"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_ENDPOINT": hub.url, "HF_HUB_DISABLE_XET": "1"}
    hub.slow = 1.5
    process = subprocess.Popen(command, env=environment)
    while not hub.uploads:  # the first commit is being made
        assert process.poll() is None
        time.sleep(0.05)
    while wish == signal.SIGKILL and not hub.commits:
        time.sleep(0.05)
    process.send_signal(wish)
    assert process.wait() == code
    assert len(hub.commits) == 1
    assert "README.md" not in pushed(hub)
    hub.slow = 0.0
    assert subprocess.run(command, env=environment).returncode == 0
    export = working_folder / "outputs/joke/export/parquet"
    assert pushed(hub) == written_to(export)
    paths = [path for commit in hub.commits for path in commit]
    assert len(paths) == len(set(paths)) and len(hub.uploads) == len(set(hub.uploads))


@pytest.mark.consumers
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["export.push=me/jokes", "exporter=[llava,parquet]"], "needs a token"),
        (["export.push=jokes"], "it has to be <user or organization>/<name>"),
        (["export.push=me/jokes", "export.to=s3://bucket/x"], "leave out export.to"),
    ],
)
def test_what_is_missing_is_told_before_anything_is_rendered(
    hub: Hub,
    working_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    says: str,
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    assert main(["ability=joke", "n=3", *words]) == 2
    assert says in capsys.readouterr().err
    assert not (working_folder / "outputs").exists()


def test_without_the_library_the_line_says_how_to_get_it(
    working_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing.importlib.util, "find_spec", lambda name: None)
    assert main(["ability=joke", "n=3", "export.push=me/jokes"]) == 2
    assert "pip install 'synthgen[hub]'" in capsys.readouterr().err
    assert not (working_folder / "outputs").exists()


def test_of_several_exporters_without_parquet_one_has_to_be_named(
    working_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "mistakes", lambda: iter(()))
    from synthgen.build import pushed

    assert pushed(["llava", "parquet"]) == "parquet" and pushed(["llava"]) == "llava"
    assert pushed(["llava", "swift"]) is None


def test_a_sweep_is_not_pushed_to_one_place(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-m", "ability=joke,color", "n=3", "export.push=me/jokes"]) == 2
    assert "push them one by one" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["me/jokes", "a/b", "Some-Org/data_set.v2"])
def test_names_of_the_hub_are_taken(name: str) -> None:
    assert list(name_mistakes(name)) == []


@pytest.mark.parametrize(
    "name",
    ["jokes", "me/", "/jokes", "me/a/b", "me/jo kes", "me/.jokes", "me/a.git", "me/a--b", "me/a..b", f"me/{'a' * 95}"],
)
def test_others_are_not(name: str) -> None:
    assert "<user or organization>/<name>" in " ".join(name_mistakes(name))
