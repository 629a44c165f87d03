"""TEMPORARY: tables that do not exist yet."""
import importlib, pkgutil
from synthgen.renderer.sketch.drawing import Place

def _get(mod, name):
    try:
        return getattr(importlib.import_module("synthgen.renderer.sketch." + mod), name)
    except Exception:
        return None

MEDIA = _get("media", "MEDIA") or {n: (lambda im, rng: im) for n in ("watercolor","oil painting","pixel art","mosaic","comic")}
