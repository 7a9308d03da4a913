"""A third place within a minute: the coordinator opens a school, and its worker has it in the agenda."""

from gpconnect.demo.journeys.stage import Stage

SCHOOL = "Basisschool ’t Stroomdal"


def walk(stage: Stage) -> None:
    """Open a school with the worker who sits there; after a round they found it without an invitation."""
    coordinator, worker = stage.coordinator.robot, stage.worker.robot
    stage.coordinator.go("admin")
    stage.worker.go("agenda")
    if worker.is_there("bookToAgenda"):
        worker.click("bookToAgenda")  # the walk-in of this morning is still on the screen
    with stage.tour.step("J0", "derde plek openen", coordinator, budget=5):
        coordinator.click_chip("adminSection", "sites")
        coordinator.fill("siteName", SCHOOL)
        coordinator.click_chip("siteKind", "school")
        coordinator.click_text(stage.worker.person.name, within="siteWorkers")
        coordinator.click("siteOpen")
        coordinator.wait_for(lambda: coordinator.shows("De plek staat open."), "the place on the list")
        stage.sync_all()
        worker.wait_for(lambda: worker.shows(SCHOOL), "the place in the worker's agenda")
