"""The fingerprints of pictures, as they are stored."""

from dataclasses import replace

import numpy as np

from synthgen.kit.hashes import colour_signature, hamming, phash, signatures_close
from synthgen.kit.pictures import decode, encode, grey
from synthgen.measure import Samples
from synthgen.qc.duplicate import Duplicate
from tests.kit.test_hashes import scene
from tests.samples import picture, prompt

CHECK = Duplicate(3, 8, 0.8, 0.9, 12, "reject")


def test_fingerprints_are_stored_as_text_and_are_those_of_the_decoded_file() -> None:
    one = picture("a-000000000", scene(1))
    (score,) = CHECK.measure(Samples(pictures=[one]))
    stored, looked = score.values["phash"], score.values["signature"]
    assert isinstance(stored, str) and isinstance(looked, str)
    pixels = decode(one.data)
    assert int(stored, 16) == phash(grey(pixels))
    assert bytes.fromhex(looked) == colour_signature(pixels)
    assert (len(stored), len(looked)) == (16, 384)


def test_two_takes_of_a_picture_are_near_and_other_pictures_are_not() -> None:
    same = decode(encode(scene(1), "jpg", 70))
    batch = Samples(pictures=[picture("a", scene(1)), picture("b", np.asarray(same)), picture("c", scene(2))])
    a, b, c = (
        (int(str(s.values["phash"]), 16), bytes.fromhex(str(s.values["signature"]))) for s in CHECK.measure(batch)
    )
    assert hamming(a[0], b[0]) <= CHECK.phash_distance and signatures_close(a[1], b[1], CHECK.signature_within)
    assert hamming(a[0], c[0]) > CHECK.phash_distance


def test_a_broken_picture_has_no_fingerprint_and_no_sample_is_a_duplicate_by_itself() -> None:
    broken = replace(picture("a"), data=b"")
    (score,) = CHECK.measure(Samples(pictures=[broken]))
    assert score.values == {"phash": None, "signature": None}
    assert CHECK.judge(score, prompt()) is None


def test_pictures_are_decoded_once_for_all_checks() -> None:
    batch = Samples(pictures=[picture("a", scene(1))])
    CHECK.measure(batch)
    pixels = batch._memory["pixels"]
    CHECK.measure(batch)
    assert batch._memory["pixels"] is pixels and set(batch._memory) == {"pixels", "grey"}
