"""synthgen: image-dialogue data for multimodal models out of a configuration. `python -m synthgen --help`."""

from importlib.metadata import version

__version__ = version("synthgen")
