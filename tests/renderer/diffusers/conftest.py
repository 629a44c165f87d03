"""The tiny models that all tests of diffusion share."""

from pathlib import Path

import pytest

from tests.renderer.tiny import save_flux, save_sd3, save_sd15, save_sdxl

SAVED = {"sd15": save_sd15, "sdxl": save_sdxl, "sd3": save_sd3, "flux": save_flux}


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one of each kind, by name; nobody writes into it."""
    import torch

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("models")
    for name, save in SAVED.items():
        save(folder / name)
    return folder
