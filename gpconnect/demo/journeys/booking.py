"""J1 and J2: the GP books between two patients, and a child walks in."""

from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """Book for a known child and for a new one, then receive a walk-in."""
    gp = stage.gp.robot
    with stage.tour.step("J1", "bekende jeugdige boeken", gp, budget=8):
        gp.press("Ctrl+N")
        gp.find("bookSearch")
        gp.type("Noor van den Berg")
        gp.wait_for(lambda: gp.hits("bookHits"), "the known child in the list")
        gp.press("Return")
        gp.find("bookOther")
        gp.click("bookReason_sleep")
        gp.click("bookConsentGiven")
        gp.find("bookSlot0")
        gp.press("Return")
        gp.find("bookDifferent")  # Noor was here this morning: book all the same
        gp.press("Return")
        gp.find("bookPrintCard")
    with stage.tour.step("J1", "nieuwe jeugdige boeken", gp, budget=11):
        gp.press("Ctrl+N")
        gp.find("bookSearch")
        gp.type("Tuur Klaassen 13-2-2013")
        gp.wait_for(lambda: gp.hits("bookHits"), "the offer to add a new child")
        gp.press("Return")
        gp.fill("bookPhone", "0418 000 321")
        gp.click("bookReason_anxiety")
        gp.fill("bookWords", "Hij durft sinds de herfst niet meer naar gym.")
        gp.click("bookConsentGiven")
        gp.find("bookSlot0")
        gp.click("bookConfirm")
        gp.find("bookPrintCard")
    with stage.tour.step("J1", "kaartje bekijken", gp):
        gp.click("bookPrintCard")
        gp.find("paperSave")
        assert not gp.shows("nog niet opgeslagen"), "the card is shown, nothing waits to be saved"
    stage.sync_all()
    worker = stage.worker.robot
    with stage.tour.step("J2", "inloop", worker, budget=2):
        worker.press("Ctrl+I")
        worker.find("bookSlot0")
        worker.press("Return")
        worker.find("bookToAgenda")
