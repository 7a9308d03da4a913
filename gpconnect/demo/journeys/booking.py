"""J1 and J2: the GP books between two patients, and a child walks in."""

from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """Book for a known child and for a new one, both by keyboard alone; move, call off, receive a walk-in."""
    gp = stage.gp.robot
    with stage.tour.step("J1", "bekende jeugdige boeken", gp, budget=8):
        gp.press("Ctrl+N")
        gp.find("bookSearch")
        gp.type("Noor van den Berg")
        gp.wait_for(lambda: gp.hits("bookHits"), "the known child in the list")
        gp.press("Return")
        gp.find("bookOther")
        gp.type("sl")
        gp.press("Alt+G")
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
        gp.find("bookPhone")
        gp.type("0418 000 321")
        gp.press("Tab")
        gp.type("sp")
        gp.press("Tab")
        gp.type("Hij durft sinds de herfst niet meer naar gym.")
        gp.press("Alt+G")
        gp.find("bookSlot0")
        gp.press("Return")
        gp.find("bookPrintCard")
    with stage.tour.step("J1", "kaartje bekijken", gp):
        gp.click("bookPrintCard")
        gp.find("paperSave")
        assert not gp.shows("nog niet opgeslagen"), "the card is shown, nothing waits to be saved"
    change(stage)
    stage.sync_all()
    worker = stage.worker.robot
    with stage.tour.step("J2", "inloop", worker, budget=2):
        worker.press("Ctrl+I")
        worker.find("bookSlot0")
        worker.press("Return")
        worker.find("bookToAgenda")


def change(stage: Stage) -> None:
    """Back in the agenda: move what was booked, then call it off."""
    gp = stage.gp.robot
    gp.click("bookToAgenda")
    stage.gp.settle()
    with stage.tour.step("J1", "afspraak verplaatsen", gp, budget=3):
        gp.press("Return")
        gp.click("detailMove")
        gp.find("moveSlot0")
        gp.press("Return")
        gp.wait_for(lambda: gp.shows("Verplaatst."), "the booking in another slot")
    stage.gp.settle()
    gp.press("Escape")
    with stage.tour.step("J1", "afspraak afzeggen", gp, budget=3):
        gp.press("Return")
        gp.click("detailCancel")
        gp.find("cancelReason_ill")
        gp.type("zi")
        gp.wait_for(lambda: gp.shows("Afgezegd. "), "the booking called off")
