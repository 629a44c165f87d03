import os
import signal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.desk import RunDesk
from synthgen.types import Reply


@given(st.lists(st.text(max_size=30), max_size=5))
def test_what_was_appended_is_found_by_a_later_run(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("run")
    for number, text in enumerate(texts):
        RunDesk(folder).append(Reply(f"k{number}", "id", text, tokens_in=number))
    later = RunDesk(folder)
    for number, text in enumerate(texts):
        assert later.look_up(f"k{number}") == Reply(f"k{number}", "id", text, tokens_in=number)
    assert later.look_up("unknown") is None


def test_a_journal_cut_at_any_byte_gives_whole_replies_only(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    replies = [Reply(f"k{i}", "id", "text " * i) for i in range(3)]
    for reply in replies:
        desk.append(reply)
    (path,) = (tmp_path / "replies").iterdir()
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        found = [RunDesk(tmp_path).look_up(f"k{i}") for i in range(3)]
        assert all(one is None or one == reply for one, reply in zip(found, replies, strict=True))
        assert sum(one is not None for one in found) <= whole[:length].count(b"}")


def test_one_signal_asks_to_stop_and_a_second_one_insists(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    with desk.listening():
        assert not desk.cancelled
        os.kill(os.getpid(), signal.SIGTERM)
        assert desk.cancelled
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
