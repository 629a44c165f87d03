"""`answer model=openai` against `transformers serve` with a LLaVA of random weights: pictures reach a real model."""

from pathlib import Path

import pytest

from eval_bench import answers
from eval_bench.__main__ import main
from tests.eval_bench.items import COLOURS, benchmark, item
from tests.eval_bench.model.tiny_vlm import save_vlm
from tests.llm.test_live_server import running

pytestmark = [
    pytest.mark.torch,
    pytest.mark.filterwarnings(
        "ignore::DeprecationWarning", "ignore::FutureWarning"
    ),  # libraries that warn of each other
]


def test_a_served_model_says_what_it_says_when_it_is_loaded_here(tmp_path: Path) -> None:
    benchmark(tmp_path / "b", [item(i, ("wh", "yes")[i % 2], list(COLOURS)[i // 2 % 4]) for i in range(8)])
    save_vlm(tmp_path / "base")
    fixed = ["answer", f"items={tmp_path / 'b'}", f"outputs={tmp_path / 'answers'}"]
    with running(tmp_path / "log") as port:
        server = [f"model.llm.base_url=http://127.0.0.1:{port}/v1", f"model.llm.model={tmp_path / 'base'}"]
        limits = ["model.llm.max_tokens=6", "model.llm.api_key_env=null", "model.llm.limit_key=max_tokens"]
        more = ["model.llm.concurrency=2", "model.llm.reasoning_effort=null", "model.llm.max_outage=20"]
        code = main([*fixed, "model=openai", "name=served", *server, *limits, *more])
        assert code == 0, (tmp_path / "log").read_text()[-3000:]
    here = ["model=transformers", f"model.path={tmp_path / 'base'}", "model.max_new_tokens=6", "model.device=cpu"]
    assert main([*fixed, *here, "name=loaded"]) == 0
    served, loaded = (answers.load(tmp_path / "answers" / name).by_picture for name in ("served", "loaded"))
    assert [len(served[shown]) for shown in served] == [8, 8, 8]
    assert not [a for some in served.values() for a in some.values() if a.failed]
    for shown, some in served.items():
        for id, answer in some.items():
            local = loaded[shown][id]
            assert (answer.text.strip(), answer.of) == (local.text, local.of)
            assert answer.tokens_in == local.tokens_in
