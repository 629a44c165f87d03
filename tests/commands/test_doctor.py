"""`doctor` on machines with and without things."""

import json
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.commands.doctor import GROUPS, file_system, sync_milliseconds
from synthgen.config import options

MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
server:/my\\040data /mnt/my\\040data cifs rw 0 0
tmpfs /home/me/fast tmpfs rw 0 0
/dev/vda /srv ext4 rw 0 0
host:/x /srv fuse.sshfs rw 0 0
broken
"""


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    code = main(["doctor", "format=json", *arguments])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("bare_machine")
def test_a_bare_machine_can_run_the_default_and_every_option_is_named(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(working_folder.iterdir())
    code, found = findings(capsys)
    assert code == 0 and {f["state"] for f in found} <= {"ok", "warn"}
    topics = [f["topic"] for f in found]
    assert {"python", "synthgen", "gpu", "key", "outputs", "configuration"} <= set(topics)
    for group in GROUPS:
        said = [f["text"].split()[0] for f in found if f["topic"] == group]
        assert list(dict.fromkeys(said)) == [name for name in options(group) if name != "photographs"]  # names others
    ready = {f["text"] for f in found if f["state"] == "ok"}
    assert {"offline is ready", "sketch is ready", "local is ready"} <= ready
    assert sorted(working_folder.iterdir()) == before, "it leaves nothing behind"


@pytest.mark.usefixtures("bare_machine")
def test_what_is_missing_comes_with_its_fix(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = findings(capsys)
    warned = {f["text"]: f["fix"] for f in found if f["state"] == "warn"}
    assert "export OPENAI_API_KEY=" in warned["OPENAI_API_KEY is not set"]
    assert "llm.path=" in warned["replay is not ready"]
    assert all(warned.values())


@pytest.mark.usefixtures("bare_machine")
def test_a_configuration_that_cannot_run_fails(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = findings(capsys, "llm=openai")
    failed = [f["text"] for f in found if f["state"] == "fail"]
    assert code == 2 and failed == ["llm=openai needs a key: export OPENAI_API_KEY=<your key>"]


@pytest.mark.usefixtures("bare_machine")
def test_a_local_file_that_does_not_compose_is_a_finding(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    local = working_folder / "conf" / "local"
    local.mkdir(parents=True)
    (local / "default.yaml").write_text("# @package _global_\ndefaults:\n  - override /llm: gone\n")
    code, found = findings(capsys)
    assert code == 2 and "gone" in found[-1]["text"] and found[-1]["state"] == "fail"


@pytest.mark.usefixtures("big_machine")
def test_keys_are_named_and_never_shown(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "OPENAI_API_KEY is set" in said and "sk-secret-value" not in said
    assert "NVIDIA H200, 140 GB" in said


@pytest.mark.usefixtures("bare_machine")
def test_other_formats_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "format=xml"]) == 2
    assert capsys.readouterr().err == "synthgen: format=xml: it has to be text or json\n"


def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    kinds = {path: file_system(Path(path), mounts) for path in ("/opt/x", "/home/me", "/home/me/fast/a", "/srv/b")}
    assert kinds == {"/opt/x": "ext4", "/home/me": "nfs4", "/home/me/fast/a": "tmpfs", "/srv/b": "fuse.sshfs"}
    assert file_system(Path("/mnt/my data/runs"), mounts) == "cifs"
    assert file_system(Path("/opt"), tmp_path / "none") == ""


def test_syncing_takes_time_and_leaves_nothing(tmp_path: Path) -> None:
    assert sync_milliseconds(tmp_path, times=3) > 0
    assert list(tmp_path.iterdir()) == []
