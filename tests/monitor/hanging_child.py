"""In the place of the process in which the library of Weights & Biases works: one that never answers."""

import time


def main() -> None:
    time.sleep(60)
