"""J4: a warm handover, from asking to the receiver's confirmation."""

from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """Ask, send on recorded consent, talk with three, first talk at the other side, confirmation: fourteen actions."""
    worker = stage.worker.robot
    stage.worker.go("handovers")
    worker.grab(stage.target / "overdrachten.png")
    with stage.tour.step("J4", "warm overdragen van vraag tot bevestiging", worker, budget=14, besides_text=True):
        worker.click("handoverNew")
        worker.fill("handoverChildSearch", "Lotte Verhoeven")
        worker.wait_for(lambda: worker.count("Kies") == 1, "Lotte alone in the list")
        worker.click_text("Kies")
        worker.find("handoverReceivers")
        worker.click_text("Kies: Mozaïek jeugdhulp")
        worker.fill("point_reason", "“Ik vind niks meer leuk, ook voetbal niet.”")
        worker.fill("point_assessment", "Veilig. Somber sinds de zomer, sterke band met haar zus.")
        worker.fill("point_question", "Kunnen jullie met haar onderzoeken wat haar somber maakt?")
        worker.click_text("Mondeling akkoord")
        stage.worker.settle()
        worker.press("Ctrl+Return")
        worker.find("handoverAccept")
        worker.fill("talkMoment", f"{stage.day(7)} 13:30")
        worker.click("talkSave")
        stage.worker.settle()
        worker.click("handoverAccept")
        worker.fill("handoverDay", stage.day(9))
        worker.click("handoverConfirm")
        worker.click("handoverBegin")
        worker.fill("handoverDay", stage.day(0))
        worker.click("handoverConfirm")
        worker.click("handoverComplete")
        worker.fill("handoverConfirmedBy", "Iris Blok")
        worker.click("handoverConfirm")
        worker.wait_for(lambda: worker.shows("Iris Blok bevestigde"), "the handover to be completed")
