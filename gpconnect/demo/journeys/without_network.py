"""J7: two desks book the same slot without a network; then the network is back."""

from gpconnect.demo.desks import Desk
from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """Book twice offline, sync, and see one desk told with three free slots to choose from."""
    stage.hub.off()
    for desk, name, phone in (
        (stage.gp, "Jurre Hendriks 4-5-2016", "0418 000 331"),
        (stage.assistant, "Nienke Timmermans 9-9-2015", "0418 000 332"),
    ):
        with stage.tour.step("J7", f"boeken zonder netwerk door {desk.person.role}", desk.robot, budget=11):
            book(desk, name, phone)
    stage.hub.on()
    stage.gp.sync()
    stage.assistant.sync()
    stage.gp.sync()
    loser = stage.assistant.robot
    stage.assistant.go("today")
    with stage.tour.step("J7", "de tweede boeking ziet een taak met drie vrije plekken", loser):
        loser.click_text("Plek kiezen")
        loser.find("moveSlot2")
    with stage.tour.step("J7", "een andere plek kiezen", loser, budget=1):
        loser.click("moveSlot0")
        stage.assistant.settle()
    stage.sync_all()
    worker = stage.worker.robot
    stage.worker.go("sharing")
    with stage.tour.step("J7", "alles is binnen en wat de gemeente ziet", worker):
        worker.wait_for(lambda: worker.shows("niets wacht"), "nothing waits to be sent")
        worker.click_chip("sharingSection", "municipality")
        worker.wait_for(lambda: worker.shows("Geen namen, geboortedata"), "what never leaves")


def book(desk: Desk, name: str, phone: str) -> None:
    """A new child on the earliest slot, as J1 does."""
    robot = desk.robot
    robot.press("Ctrl+N")
    robot.find("bookSearch")
    robot.type(name)
    robot.wait_for(lambda: robot.hits("bookHits"), "the offer to add a new child")
    robot.press("Return")
    robot.fill("bookPhone", phone)
    robot.click("bookReason_school")
    robot.click("bookConsentGiven")
    robot.find("bookSlot0")
    robot.click("bookConfirm")
    robot.find("bookPrintCard")
