from tests.ui.handovers.test_page import *
import pytest
@pytest.mark.parametrize("mode", ["a", "b", "c", "d"])
def test_machines(driver: Driver, mode) -> None:
    if mode in "ab":
        made = driver.place.do(a_sent_handover)
        driver.page.show_params({"handover": made})
        driver.settle()
        if mode == "a":
            driver.click("handoverAccept")
    other = driver.place.do(a_dossier, "Bram")
    driver.page.show_params({"patient": other})
    driver.settle()
    if mode == "d":
        inspect(driver.page)
    driver.choose_row("handoverReceivers", MOZAIEK)
