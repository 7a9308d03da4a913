"""J3: the worker sees a child, writes and signs, and rounds off."""

from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """From *Vandaag* to the note, signed, to outcome, next talk and feedback in three actions, and taken back again."""
    worker = stage.worker.robot
    stage.worker.go("today")
    with stage.tour.step("J3", "notitie openen vanaf Vandaag", worker, budget=1):
        worker.click_text("Notitie openen")
        worker.find("noteSign")
    with stage.tour.step("J3", "notitie schrijven en ondertekenen", worker):
        worker.fill_form(
            {
                "present": "Yusuf en zijn moeder",
                "request": "“Ik wil weer rustig naar school.”",
                "agreements": "Elke avond tien minuten piekertijd, daarna het schrift dicht.",
            }
        )
        worker.click_text("Ja, veilig")
        worker.press("Ctrl+Return")
        worker.find("afterFinish")
    with stage.tour.step("J3", "uitkomst, vervolg en terugkoppeling", worker, budget=3):
        worker.click_text("Yusuf vindt het goed")
        worker.click_chip("afterOutcome", "brief_support")
        assert worker.chosen("afterNext") not in {"", "none"}, "the next talk is proposed by itself"
        worker.click("afterFinish")
        worker.wait_for(lambda: worker.shows("Afgerond: Kort traject"), "the talk to be rounded off")
    with stage.tour.step("J3", "uitkomst terugnemen: het bleek bij advies te blijven", worker, budget=3):
        worker.click_text("Ongedaan maken")
        worker.find("afterFinish")
        worker.click_chip("afterOutcome", "advice_only")
        worker.click("afterFinish")
        worker.wait_for(lambda: worker.shows("Afgerond: Alleen advies"), "the talk to end with advice")
    stage.sync_all()
    gp = stage.gp.robot
    stage.gp.go("today")
    with stage.tour.step("J3", "huisarts leest de terugkoppeling", gp):
        before = gp.count("Gezien")
        gp.click_text("Gezien")
        gp.wait_for(lambda: gp.count("Gezien") < before, "the feedback to be seen")
