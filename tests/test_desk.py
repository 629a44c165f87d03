"""The journal, the budget, the brake."""

import os
import resource
import signal
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.desk import Budget, RunDesk
from synthgen.errors import BudgetReached, DiskError, UsageError
from synthgen.types import Reply

# the journal ---------------------------------------------------------------------------------------------------------

COUNTS = st.none() | st.integers(0, 10**9)
REPLIES = st.builds(
    Reply,
    key=st.text(max_size=20),
    id=st.text(min_size=1, max_size=5),
    text=st.text(st.characters(), max_size=40),
    refusal=st.text(max_size=5),
    tokens_in=COUNTS,
    tokens_written=COUNTS,
    usd=st.none() | st.sampled_from(["0", "0.0000034", "12"]),
    seconds=st.floats(0, 1000),
)


@given(st.lists(REPLIES, max_size=6, unique_by=lambda reply: reply.key))
def test_what_was_appended_is_found_by_this_run_and_by_a_later_one(
    tmp_path_factory: pytest.TempPathFactory, replies: list[Reply]
) -> None:
    folder = tmp_path_factory.mktemp("run")
    desk = RunDesk(folder)
    desk.append(*replies[:3])
    for reply in replies[3:]:
        desk.append(reply)
    for reader in (desk, RunDesk(folder)):
        assert [reader.look_up(reply.key) for reply in replies] == replies
        assert reader.look_up("a key that nobody has") is None
    assert list(RunDesk(folder).replies()) == replies


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


def test_bytes_that_rot_cost_their_own_line_alone(tmp_path: Path) -> None:
    replies = [Reply(f"k{i}", "id", "text") for i in range(3)]
    RunDesk(tmp_path).append(*replies)
    (path,) = (tmp_path / "replies").iterdir()
    first, second, third = path.read_bytes().splitlines(keepends=True)
    for rotten in (second.replace(b"text", b"tExt"), b"\n", b"\xff\xfe\n", b"00000000 {}\n", second[:9] + b"{}\n"):
        path.write_bytes(first + rotten + third)
        assert [RunDesk(tmp_path).look_up(f"k{i}") for i in range(3)] == [replies[0], None, replies[2]]


def test_every_process_writes_a_file_of_its_own_and_reads_them_all(tmp_path: Path) -> None:
    for number in range(3):
        RunDesk(tmp_path).append(Reply(f"k{number}", "id", str(number)))
    desk = RunDesk(tmp_path)
    assert [(desk.look_up(f"k{i}") or Reply("", "", "")).text for i in range(3)] == ["0", "1", "2"]
    assert len(list((tmp_path / "replies").iterdir())) == 3 and desk.bill.replies == 3


def test_lines_of_earlier_versions_are_understood(tmp_path: Path) -> None:
    """Written before replies had tokens_written and seconds."""
    line = b'{"key": "k", "id": "color-000000001", "text": "kept", "tokens_in": 4, "tokens_out": 2, "usd": "0.5"}'
    (tmp_path / "replies").mkdir()
    (tmp_path / "replies/old.jsonl").write_bytes(b"%08x %s\n" % (crc32(line), line))
    desk = RunDesk(tmp_path)
    assert desk.look_up("k") == Reply("k", "color-000000001", "kept", tokens_in=4, tokens_out=2, usd="0.5")
    assert (desk.bill.tokens, desk.bill.usd) == (6, Decimal("0.5"))


def test_notes_of_clients_are_found_but_are_nobodys_replies(tmp_path: Path) -> None:
    RunDesk(tmp_path).append(Reply("note", "", "json_object", purpose="form"), Reply("k", "id", "text"))
    desk = RunDesk(tmp_path)
    assert desk.look_up("note") and [reply.key for reply in desk.replies()] == ["k"] and desk.bill.replies == 1


def test_a_disk_that_fills_up_loses_nothing_that_comes_after_it(tmp_path: Path) -> None:
    """Half a line of the reply that did not fit must not swallow the next one."""
    desk = RunDesk(tmp_path)
    desk.append(Reply("a", "id", "fits"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400, before[1]))
    try:
        with pytest.raises(DiskError):
            desk.append(Reply("b", "id", "x" * 1000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert desk.look_up("b") is None
    desk.append(Reply("c", "id", "fits again"))
    for reader in (desk, RunDesk(tmp_path)):
        assert [bool(reader.look_up(key)) for key in "abc"] == [True, False, True]


def test_no_texts_are_held_in_memory(tmp_path: Path) -> None:
    many = 30_000
    desk = RunDesk(tmp_path)
    desk.append(*(Reply(f"key-{i}", "id", f"{i} " * 100) for i in range(many)))
    tracemalloc.start()
    try:
        later = RunDesk(tmp_path)
        assert (later.look_up("key-77") or Reply("", "", "")).text == "77 " * 100
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 250 * many, "the texts alone would be 500 bytes each"


def test_threads_may_append_and_look_up_at_once(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path, Budget(tokens=10**9))
    start = threading.Barrier(8)

    def work(part: int) -> None:
        start.wait()
        for number in range(100):
            replies = [Reply(f"{part}-{number}-{i}", "id", f"{part} {number} {i}", tokens_in=1) for i in range(2)]
            desk.append(*replies)
            assert [desk.look_up(reply.key) for reply in replies] == replies
            assert desk.look_up("unknown") is None

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert desk.bill.replies == 1600 and desk.bill.tokens == 1600
    later = RunDesk(tmp_path)
    later.open()
    assert later.bill == desk.bill and len({reply.key for reply in later.replies()}) == 1600


def test_the_first_look_ups_of_many_threads_read_the_journal_once(tmp_path: Path) -> None:
    RunDesk(tmp_path).append(*(Reply(f"k{i}", "id", "text", tokens_in=1) for i in range(2000)))
    desk = RunDesk(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda i: desk.look_up(f"k{i}"), range(100)))
    assert desk.bill.replies == 2000


# the budget ----------------------------------------------------------------------------------------------------------

PRICED = Reply("", "id", "text", tokens_in=60, tokens_out=40, usd="0.30")


def spend(desk: RunDesk, count: int, reply: Reply = PRICED) -> int:
    """How many replies it takes until it is stopped."""
    for number in range(count):
        if desk.cancelled:
            return number
        desk.append(replace(reply, key=f"{id(desk)}-{number}"))
    return count


@pytest.mark.parametrize(
    ("budget", "says"),
    [
        (Budget(usd=Decimal(1)), "budget.usd=1 is reached: $1.200 is spent"),
        (Budget(tokens=400), "budget.tokens=400 is reached: 400 tokens are spent"),
    ],
)
def test_a_budget_that_is_spent_ends_the_run_and_says_how_to_go_on(tmp_path: Path, budget: Budget, says: str) -> None:
    desk = RunDesk(tmp_path, budget)
    assert spend(desk, 10) == 4
    assert isinstance(desk.stopped, BudgetReached) and desk.stopped.exit_code == 9
    said = str(desk.stopped)
    assert said.startswith(says) and "run the same command with a larger budget." in said and "\n" not in said


def test_what_earlier_runs_in_the_folder_spent_counts(tmp_path: Path) -> None:
    spend(RunDesk(tmp_path), 2)
    assert spend(RunDesk(tmp_path, Budget(usd=Decimal(1))), 10) == 2
    again = RunDesk(tmp_path, Budget(usd=Decimal(1)))
    assert not again.cancelled
    again.open()
    assert again.cancelled and isinstance(again.stopped, BudgetReached)
    more = RunDesk(tmp_path, Budget(usd=Decimal("1.5")))
    more.open()
    assert not more.cancelled and spend(more, 10) == 1


def test_cents_add_up_exactly(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path, Budget(usd=Decimal("0.3")))
    assert spend(desk, 10, replace(PRICED, usd="0.1")) == 3


def test_a_reply_without_a_price_cannot_be_held_to_dollars(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path, Budget(usd=Decimal(1)))
    assert spend(desk, 10, replace(PRICED, usd=None)) == 1
    assert isinstance(desk.stopped, UsageError) and "llm.price" in str(desk.stopped)
    assert spend(RunDesk(tmp_path / "other", Budget(tokens=1000)), 5, replace(PRICED, usd=None)) == 5


@pytest.mark.parametrize("uncounted", [replace(PRICED, tokens_in=None), replace(PRICED, tokens_out=None)])
def test_a_server_that_counts_no_tokens_cannot_be_held_to_them(tmp_path: Path, uncounted: Reply) -> None:
    desk = RunDesk(tmp_path, Budget(tokens=1000))
    assert spend(desk, 10, uncounted) == 1
    assert isinstance(desk.stopped, UsageError) and "budget.tokens=null" in str(desk.stopped)


def test_without_a_budget_anything_goes(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    spend(desk, 3, replace(PRICED, usd=None, tokens_in=None))
    desk.worked(10**9)
    assert not desk.cancelled and (desk.bill.unpriced, desk.bill.uncounted) == (3, 3)


def test_gpu_time_has_a_cap_too(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path, Budget(gpu_hours=0.5))
    desk.worked(1799)
    assert not desk.cancelled
    desk.worked(1)
    assert desk.cancelled and "budget.gpu_hours=0.5 is reached: 0.50 GPU hours" in str(desk.stopped)


def test_the_first_reason_stands(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    first = UsageError("first")
    desk.stop(first)
    desk.stop(UsageError("second"))
    assert desk.stopped is first and desk.cancelled


# the brake -----------------------------------------------------------------------------------------------------------


def test_one_signal_asks_to_stop_and_a_second_one_insists(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    with desk.listening():
        assert not desk.cancelled
        os.kill(os.getpid(), signal.SIGTERM)
        assert desk.cancelled and desk.stopped is None
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_handlers_of_before_come_back_after_an_interrupt(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt), RunDesk(tmp_path).listening():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
