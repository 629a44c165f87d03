"""A rank other than 0: python -m tests.engine.attendant FOLDER"""

import sys
from pathlib import Path

from synthgen.engine.static.attending import attend
from synthgen.kit.launchers import group

if __name__ == "__main__":
    us = group()
    assert us is not None
    attend(us, [Path(sys.argv[1])], patience=60)
