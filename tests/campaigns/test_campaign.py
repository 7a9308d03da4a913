import json

import pytest

from tests.campaigns.campaign import Options, Tally, main, run


def two_rounds(options: Options, tally: Tally) -> None:
    for number in range(options.rounds):
        tally.rounds += 1
        tally.check(number != 3, f"round {number}: three is broken")
    tally.say(f"on {options.hub}, drew {options.chance('a').randrange(100)}")


def test_the_last_line_is_one_object_and_a_violation_ends_in_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("example", two_rounds, 3, ["--seed", "7"]) == 0
    good = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (good["name"], good["rounds"], good["violations"]) == ("example", 3, 0)
    assert main("example", two_rounds, 3, ["--rounds", "5", "--hub", "postgresql"]) == 1
    bad = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (bad["rounds"], bad["violations"]) == (5, 1)
    assert bad["details"][0] == "round 3: three is broken"
    assert set(bad) == {"name", "rounds", "violations", "seconds", "details"}


def test_the_same_seed_draws_the_same_however_much_else_was_drawn() -> None:
    one, two = Options(1, 4), Options(99, 4)
    one.chance("else").random()
    assert one.chance("kill", 3).random() == two.chance("kill", 3).random()
    assert one.chance("kill", 3).random() != Options(1, 5).chance("kill", 3).random()


def test_an_outcome_keeps_the_first_violations_and_counts_all() -> None:
    def broken(options: Options, tally: Tally) -> None:
        for number in range(options.rounds):
            tally.check(False, str(number))

    assert run("broken", broken, Options(500)).violations == 500
