from bench.study_careless import SETTINGS, study


def test_raters_who_do_not_look_are_found_and_what_a_study_finds_stays() -> None:
    lazy, caught, honest, wronged, (_, kept, looked) = study(SETTINGS[0], 0, 0)
    assert (lazy, caught) == (2, 2) and (honest, wronged) == (18, 0)
    assert kept == looked and looked[1] == "ours"
