"""Models that look at pictures. Checks get them as nested parts, and share what they find through the batch."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synthgen.checks import Batch
from synthgen.interfaces import Component
from synthgen.types import Pixels

Vectors = NDArray[np.float32]
"""n x d, rows of unit length; a row of NaN where there is nothing to say."""


class Embedder(Component, ABC):
    """Puts pictures and texts into one space, in which those that belong together lie close (CLIP)."""

    name: str
    """What thresholds measured with it are filed under in conf/calibration/."""

    @property
    @abstractmethod
    def scale(self) -> float:
        """By which cosines are multiplied before a softmax; after `open`."""

    @abstractmethod
    def pictures(self, batch: Batch) -> Vectors:
        """One row per picture, computed once per batch; NaN for one that is broken, or that it cannot judge."""

    @abstractmethod
    def texts(self, texts: Sequence[str]) -> Vectors:
        """One row per text, remembered; NaN for one with words that it does not know."""

    @property
    def templates(self) -> Sequence[str]:
        """Sentences that it likes to read about a picture, with {} for what is shown."""
        return ("{}",)

    def captions(self, captions: Sequence[str]) -> Vectors:
        """One row for each thing that a picture may show, "a red car": the mean of the sentences that say so.

        Source: Radford et al. 2021 (CLIP), section 3.1.4, prompt ensembles.
        """
        rows = self.texts([template.format(caption) for caption in captions for template in self.templates])
        means = rows.reshape(len(captions), len(self.templates), -1).mean(axis=1)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


class Detector(Component, ABC):
    """Finds things in pictures by their names (open-vocabulary detection)."""

    @abstractmethod
    def find(self, pixels: Sequence[Pixels], words: Sequence[Sequence[str]]) -> Sequence[Sequence[Sequence[float]]]:
        """For each picture and each of its words the confidences of what was found, 0 to 1, highest first."""
