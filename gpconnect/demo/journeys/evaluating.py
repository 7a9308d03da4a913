"""J5: a child answers on the locked screen, the worker fills in the own form, the GP needs four clicks."""

from gpconnect.demo.journeys.stage import Stage

MOST_QUESTIONS = 30


def walk(stage: Stage) -> None:
    """A form on the locked screen, then the GP's form."""
    worker = stage.worker.robot
    stage.worker.go("evaluation")
    with stage.tour.step("J5", "jeugdige vult in op het afgesloten scherm", worker):
        worker.click_text("Op dit scherm")
        worker.click("kioskBegin")
        for _ in range(MOST_QUESTIONS):
            if worker.is_there("kioskDone"):
                break
            if worker.is_there("kioskText"):
                worker.fill("kioskText", "Het was fijn.")
            elif answer := worker.first_named("kioskAnswer_"):
                worker.click(answer)
            if worker.is_there("kioskNext"):
                worker.click("kioskNext")
        worker.click("kioskDone")
        worker.fill("kioskPassphrase", stage.worker.person.passphrase)
        worker.click("kioskUnlock")
        stage.worker.settle()
    gp = stage.gp.robot
    stage.gp.go("evaluation")
    with stage.tour.step("J5", "huisarts antwoordt in vier klikken", gp, budget=4):
        for item in ("gp_reach", "gp_feedback", "gp_lead", "gp_time"):
            gp.click_chip(f"gp_{item}", "4")
        stage.gp.settle()
