"""`fetch` from a real small hub: exactly the files that a run needs, once, and one line for all that goes wrong."""

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from synthgen.__main__ import main
from tests.hub_server import COMMIT, Hub, see_only, serving
from tests.renderer.diffusers.test_files import safetensors

ROOT = Path(__file__).parents[2]
torch = [pytest.mark.torch, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
SD15 = {
    "model_index.json",
    "scheduler/scheduler_config.json",
    "text_encoder/config.json",
    "text_encoder/model.safetensors",
    "tokenizer/tokenizer.json",
    "tokenizer/tokenizer_config.json",
    "unet/config.json",
    "unet/diffusion_pytorch_model.safetensors",
    "vae/config.json",
    "vae/diffusion_pytorch_model.safetensors",
}
DECOYS = (
    "README.md",
    "v1-5-pruned-emaonly.safetensors",
    "v1-5-pruned-emaonly.ckpt",
    "safety_checker/config.json",
    "safety_checker/model.safetensors",
    "feature_extractor/preprocessor_config.json",
    "text_encoder/pytorch_model.bin",
    "text_encoder/flax_model.msgpack",
    "text_encoder/model.onnx",
    "unet/diffusion_pytorch_model.bin",
    "unet/diffusion_pytorch_model.non_ema.safetensors",
    "unet/diffusion_pytorch_model.fp16.safetensors",
    "vae_decoder/model.onnx",
)
Usage = namedtuple("Usage", "total used free")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the hub serves: a pipeline among files that nobody needs, LoRAs, and the listing of a large model."""
    from tests.renderer.tiny import save_sd15

    folder = tmp_path_factory.mktemp("hub")
    save_sd15(folder / "sd15")
    index = json.loads((folder / "sd15/model_index.json").read_text())
    index["safety_checker"] = ["stable_diffusion", "StableDiffusionSafetyChecker"]
    index["feature_extractor"] = ["transformers", "CLIPImageProcessor"]
    (folder / "sd15/model_index.json").write_text(json.dumps(index))
    for decoy in DECOYS:
        write(folder / "sd15" / decoy, "a decoy")
    write(folder / "loras/fast.safetensors", "a LoRA")
    write(folder / "loras/other.safetensors", "another LoRA")
    for file in LIKE_SD35:
        write(folder / "sd35" / file, "x")
    write(folder / "sd35/model_index.json", json.dumps(INDEX_SD35))
    return {"tiny/sd15": folder / "sd15", "tiny/loras": folder / "loras", "tiny/sd35": folder / "sd35"}


LIKE_SD35 = (
    "sd3.5_medium.safetensors",
    "scheduler/scheduler_config.json",
    "text_encoder/config.json",
    "text_encoder/model.safetensors",
    "text_encoder/model.fp16.safetensors",
    "text_encoder_3/config.json",
    "text_encoder_3/model-00001-of-00002.safetensors",
    "text_encoder_3/model-00002-of-00002.safetensors",
    "text_encoder_3/model.safetensors.index.json",
    "text_encoder_3/model.fp16-00001-of-00002.safetensors",
    "text_encoder_3/model.fp16-00002-of-00002.safetensors",
    "text_encoder_3/model.safetensors.index.fp16.json",
    "text_encoders/clip_l.safetensors",
    "tokenizer_3/spiece.model",
    "tokenizer_3/tokenizer.json",
    "transformer/config.json",
    "transformer/diffusion_pytorch_model.safetensors",
)
INDEX_SD35 = {
    "_class_name": "StableDiffusion3Pipeline",
    "scheduler": ["diffusers", "FlowMatchEulerDiscreteScheduler"],
    "text_encoder": ["transformers", "CLIPTextModelWithProjection"],
    "text_encoder_3": ["transformers", "T5EncoderModel"],
    "tokenizer_3": ["transformers", "T5TokenizerFast"],
    "transformer": ["diffusers", "SD3Transformer2DModel"],
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def hub(folders: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """The hub, and a machine that has nothing of it yet."""
    with serving(folders) as served:
        see_only(served, tmp_path / "cache", monkeypatch)
        yield served


def fetch(*words: str, model: str = "tiny/sd15") -> int:
    return main(["fetch", "renderer=diffusers", f"renderer.model={model}", *words])


def error_of(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that was said."""
    [line] = [line for line in capsys.readouterr().err.splitlines() if line.startswith("synthgen: ")]
    return line


def test_the_embedded_backends_need_nothing(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch"]) == 0
    assert capsys.readouterr().out == "nothing to fetch: all that this configuration needs is here\n"
    assert main(["fetch", "json=true"]) == 0
    assert json.loads(capsys.readouterr().out) == {"folder": "", "bytes": 0, "bytes_to_fetch": 0, "files": []}


def test_its_own_words_are_true_or_false(working_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "dry_run=maybe"]) == 2
    assert error_of(capsys) == "synthgen: dry_run=maybe: it has to be true or false"


class TestWithAHub:
    pytestmark = torch

    def test_exactly_the_files_of_the_pipeline_are_fetched_and_only_once(
        self, hub: Hub, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert fetch() == 0
        assert sorted(hub.sent) == sorted(SD15)
        said = capsys.readouterr().out
        assert f"tiny/sd15@{COMMIT}" in said and "10 files, 5.7 MB; 5.7 MB to fetch into " in said
        assert fetch() == 0
        assert sorted(hub.sent) == sorted(SD15)
        assert "10 files, 5.7 MB; 0.0 kB to fetch into " in capsys.readouterr().out

    def test_a_dry_run_only_lists(self, hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert fetch("dry_run=true", "json=true") == 0
        said = json.loads(capsys.readouterr().out)
        assert hub.sent == ["model_index.json"]
        assert {row["file"] for row in said["files"]} == SD15
        assert {row["repo"] for row in said["files"]} == {"tiny/sd15"}
        assert {row["commit"] for row in said["files"]} == {COMMIT}
        assert [row["file"] for row in said["files"] if row["there"]] == ["model_index.json"]
        assert said["bytes"] == sum(row["bytes"] for row in said["files"]) > said["bytes_to_fetch"] > 5e6
        assert said["folder"] == str(tmp_path / "cache")

    @pytest.mark.parametrize("variant", ["fp16", "null"])
    def test_a_variant_is_taken_where_there_is_one_and_large_weights_with_their_index(
        self, hub: Hub, variant: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert fetch("dry_run=true", "json=true", f"renderer.variant={variant}", model="tiny/sd35") == 0
        listed = {row["file"] for row in json.loads(capsys.readouterr().out)["files"]}
        other = {file for file in LIKE_SD35 if ".fp16" in file}
        if variant == "fp16":
            other = {file.replace(".fp16", "") for file in other}
        assert listed == {"model_index.json", *LIKE_SD35[1:]} - other - {"text_encoders/clip_l.safetensors"}

    def test_loras_and_the_base_of_a_single_file_are_fetched_with_it(
        self, hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "mine.safetensors").write_bytes(safetensors())
        lora = "renderer.loras=[{path: tiny/loras@main/fast.safetensors, weight: 0.8}]"
        assert fetch("renderer.base=tiny/sd15", lora, "json=true", model=f"{tmp_path}/mine.safetensors") == 0
        small = {file for file in SD15 if not file.endswith(".safetensors")}
        assert sorted(hub.sent) == sorted({*small, "fast.safetensors"})

    def test_a_local_folder_needs_nothing(
        self, hub: Hub, folders: dict[str, Path], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert fetch(model=str(folders["tiny/sd15"])) == 0
        assert capsys.readouterr().out.startswith("nothing to fetch") and hub.sent == []

    def test_a_gated_model_gets_its_licence_page_and_the_name_of_the_variable(
        self, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        hub.gated.add("tiny/sd15")
        assert fetch() == 4
        said = error_of(capsys)
        assert f"tiny/sd15 is gated: accept its licence on {hub.url}/tiny/sd15" in said and "HF_TOKEN" in said
        monkeypatch.setenv("HF_TOKEN", "hf_right")
        assert fetch() == 0
        assert "hf_right" not in "".join(capsys.readouterr())

    @pytest.mark.parametrize(
        ("model", "words", "code", "says"),
        [
            ("tiny/none", [], 2, "/tiny/none does not exist, or is private"),
            ("tiny/sd15", ["renderer.revision=old"], 2, "tiny/sd15 has no revision old"),
            ("tiny/sd15", [f"renderer.revision={'f' * 40}"], 2, f"tiny/sd15 has no revision {'f' * 40}"),
            ("tiny/sd15", ["renderer.variant=fp8"], 2, "tiny/sd15 has no fp8 files; pass renderer.variant=null"),
            ("tiny/loras", [], 2, "tiny/loras has no file model_index.json"),
            ("no name at all", [], 2, "is no file, no folder and no name on the hub"),
            (
                "tiny/sd15",
                ["renderer.loras=[{path: tiny/loras/none.safetensors, weight: 1}]"],
                2,
                "tiny/loras has no file none.safetensors",
            ),
        ],
    )
    def test_a_wrong_name_is_one_line(
        self, hub: Hub, model: str, words: list[str], code: int, says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert fetch(*words, model=f"'{model}'") == code
        assert says in error_of(capsys)

    def test_a_hub_that_does_not_answer_is_one_line(
        self, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from huggingface_hub import constants

        monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
        assert fetch() == 7
        assert error_of(capsys).startswith("synthgen: cannot fetch tiny/sd15 from http://127.0.0.1:9: ")
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
        assert fetch() == 7
        assert "HF_HUB_OFFLINE forbids to fetch it" in error_of(capsys)

    def test_without_a_network_it_says_whether_all_is_there(
        self, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from huggingface_hub import constants

        assert fetch() == 0
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
        assert fetch() == 0
        assert "10 files, 5.7 MB; 0.0 kB to fetch" in capsys.readouterr().out
        [weights] = Path(constants.HF_HUB_CACHE).glob("*/snapshots/*/vae/*.safetensors")
        weights.unlink()
        assert fetch() == 7
        assert "tiny/sd15 is not complete on this machine, and HF_HUB_OFFLINE forbids" in error_of(capsys)

    def test_no_room_is_said_before_anything_is_fetched(
        self, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(9e6, 8e6, 1e6))
        assert fetch() == 6
        assert "are needed in " in error_of(capsys) and hub.sent == ["model_index.json"]

    def test_a_broken_connection_goes_on_where_it_ended(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        from huggingface_hub import constants

        monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 1000)
        hub.cut["diffusion_pytorch_model.safetensors"] = 500_000
        assert fetch() == 0
        [resumed] = [(path, part) for method, path, part in hub.asked if part]
        assert resumed[0].endswith("diffusion_pytorch_model.safetensors") and resumed[1] != "bytes=0-"

    def test_what_was_fetched_renders_without_a_network(self, folders: dict[str, Path], tmp_path: Path) -> None:
        words = ["renderer=diffusers", "renderer.model=tiny/sd15", f"renderer.revision={COMMIT}"]
        small = ["renderer.size=64", "renderer.steps=2", "renderer.device=cpu", "renderer.dtype=float32"]
        looks = ["ability=color", "n=1", "engine.workers=1", "qc.readable.action=report", "name=tiny"]

        def run(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
            environment = os.environ | {"HF_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)} | more
            whole = [sys.executable, "-m", "synthgen", *command]
            return subprocess.run(whole, capture_output=True, text=True, cwd=tmp_path, env=environment)

        with serving(folders) as hub:
            done = run("fetch", *words, HF_ENDPOINT=hub.url)
            assert done.returncode == 0, done.stderr
            assert done.stderr == (
                "fetching tiny/sd15 ...\ncomplete; a run with the same options now works with HF_HUB_OFFLINE=1\n"
            )
        done = run(*words, *small, *looks, HF_HUB_OFFLINE="1", HF_ENDPOINT=hub.url)
        assert done.returncode == 0, done.stderr
        assert len(json.loads((tmp_path / "outputs/tiny/export/llava/llava.json").read_text())) == 1

    def test_a_run_fetches_what_it_lacks_before_it_starts_and_stops_there_if_it_cannot(
        self, hub: Hub, working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = [
            "ability=color",
            "n=2",
            "renderer=diffusers",
            "renderer.model=tiny/sd15",
            f"renderer.revision={COMMIT}",
        ]
        words += [f"renderer.revision={COMMIT}", "renderer.device=cpu", "renderer.dtype=float32", "name=tiny"]
        hub.gated.add("tiny/sd15")
        assert main(words) == 4 and "is gated" in error_of(capsys) and not Path("outputs").exists()
        hub.gated.clear()
        monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(9e6, 8e6, 1e6))
        assert main(words) == 6 and not Path("outputs").exists()
        assert capsys.readouterr().err.startswith("5.7 MB of weights are fetched first, into ")

    def test_nothing_is_fetched_for_a_folder_that_holds_samples_of_another_configuration(
        self, hub: Hub, working_folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["ability=color", "n=1", "name=taken"]) == 0
        capsys.readouterr()
        words = ["ability=color", "n=1", "renderer=diffusers", "renderer.model=tiny/sd15", "name=taken"]
        assert main([*words, f"renderer.revision={COMMIT}", "renderer.device=cpu"]) == 2
        said = capsys.readouterr().err
        assert said.startswith("synthgen: outputs/taken holds a run of another configuration;") and "fetch" not in said
