"""J6: the coordinator prints the pilot evaluation in three actions."""

from gpconnect.demo.journeys.stage import Stage


def walk(stage: Stage) -> None:
    """Open *Rapportage*, where kind and period are proposed and the first page shows, and save the PDF."""
    stage.sync_all()
    coordinator = stage.coordinator.robot
    stage.coordinator.go("report")
    with stage.tour.step("J6", "evaluatie opslaan als pdf", coordinator, budget=3):
        target = stage.target / "evaluatie.pdf"
        target.unlink(missing_ok=True)
        coordinator.save_as("reportSavePdf", target)
        assert target.read_bytes().startswith(b"%PDF-"), "what was saved is a PDF"
    stage.coordinator.go("sharing")
    with stage.tour.step("J6", "wat ziet de gemeente", coordinator):
        coordinator.click_chip("sharingSection", "municipality")
        stage.coordinator.settle()
