"""*Evaluatie*: the worker asks four voices; the GP answers in four clicks."""

from collections.abc import Mapping

from gpconnect.domain.staff import Role
from gpconnect.ui.desk import Desk
from gpconnect.ui.evaluation.gp_part import GpPart
from gpconnect.ui.evaluation.worker_part import WorkerPart
from gpconnect.ui.page import Page


class EvaluationPage(Page):
    """What this role is asked for."""

    area = "evaluation"
    kinds = frozenset({"episode_of_care", "response", "goal", "patient", "feedback", "form_draft"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.part: WorkerPart | GpPart = GpPart(desk) if desk.role == Role.GP else WorkerPart(desk)
        self.part.told.connect(self._told)
        if isinstance(self.part, WorkerPart):
            self.header.set_actions([self.part.paper_button])
        self.header.set_title(self.tr("Evaluatie"))
        self.body.addWidget(self.part, 1)

    def load(self) -> None:
        self.part.load()

    def show_params(self, params: Mapping[str, object]) -> None:
        if "patient" in params and isinstance(self.part, WorkerPart):
            self.part.want(str(params["patient"]))
            self.reload()

    def _told(self, subtitle: str, waiting: int) -> None:
        self.header.set_title(self.tr("Evaluatie"), subtitle)
        self.desk.badge_changed.emit(self.area, waiting)
