"""TEMPORARY: tables that do not exist yet."""
import importlib, pkgutil
from synthgen.renderer.sketch.drawing import Place

def _get(mod, name):
    try:
        return getattr(importlib.import_module("synthgen.renderer.sketch." + mod), name)
    except Exception:
        return None

PLACES = _get("places", "PLACES")
if PLACES is None:
    PLACES = {}
    import synthgen.renderer.sketch.places as p
    for m in pkgutil.iter_modules(p.__path__):
        try:
            mod = importlib.import_module(p.__name__ + "." + m.name)
        except Exception:
            continue
        for v in vars(mod).values():
            if isinstance(v, dict) and v and all(isinstance(x, Place) for x in v.values()):
                PLACES.update(v)
MEDIA = _get("media", "MEDIA") or {n: (lambda im, rng: im) for n in ("watercolor","oil painting","pixel art","mosaic","comic")}
_L = ("soft light","dramatic lighting","volumetric light","glowing","shiny","vibrant","mysterious","dreamy","muted colors","rain","snowfall","fog","storm","night","sunset","golden hour","neon light")
LIGHT = _get("weather", "LIGHT") or {n: (lambda im, rng: im) for n in _L}
paint_table = _get("places.table", "paint_table")
