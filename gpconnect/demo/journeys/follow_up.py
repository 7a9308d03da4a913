"""J3 again, for a child who comes back: from *Vandaag* to a signed note with the keyboard alone."""

from gpconnect.demo.journeys.stage import Stage

NOTE_ACTIONS = 6
"""Besides typed text: to the notes, into the one of now, along two questions, and signed."""


def walk(stage: Stage) -> None:
    """Lotte comes back; what is still to be filled in is shown by the key that signs."""
    worker = stage.worker.robot
    stage.worker.go("today")
    with stage.tour.step("J3", "vervolggesprek beginnen", worker):
        worker.click_text("Aanwezig: Lotte Verhoeven")
        worker.click_text("Gesprek starten: Lotte Verhoeven")
        worker.button("Notitie openen: Lotte Verhoeven")
    with stage.tour.step(
        "J3", "vervolgnotitie met alleen het toetsenbord", worker, budget=NOTE_ACTIONS, besides_text=True
    ):
        worker.press("Ctrl+4")
        worker.wait_for(lambda: worker.has_keyboard("noteVisits"), "the keyboard on the talk of now")
        worker.press("Return")
        worker.wait_for(lambda: worker.has_keyboard("form_present"), "the keyboard in the first question")
        worker.type("Lotte en haar vader")
        worker.press("Tab")
        worker.type("Ze sliep vijf nachten door. “Het helpt als papa nog even komt zitten.”")
        worker.press("Ctrl+Return")
        worker.wait_for(lambda: worker.has_keyboard("form_safety_changed"), "the keyboard on what is still open")
        worker.press("N")
        worker.press("Ctrl+Return")
        worker.find("afterFinish")
