"""How a device makes itself known: by its signature, and as a founder by the operator's code."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from gpconnect.hub import founders
from gpconnect.hub.database import reading, writing
from gpconnect.hub.doors import RejectedError, micros
from gpconnect.hub.limits import WINDOW, Limits
from gpconnect.hub.schema import DEVICE
from gpconnect.sync import proving, wire


def register(engine: sa.Engine, limits: Limits, now: datetime, request: proving.Register) -> None:
    """Makes a device known. Doing it again changes nothing; with the code of the operator it becomes a founder.

    A wrong code refuses nothing: what needs one is refused when it comes.

    Raises:
        RejectedError: 400 ``device_id`` when the id does not follow from the key, 403 ``signature``, 429
            ``newcomers`` when too many made themselves known that belong nowhere, as this one does.
    """
    if request.device != wire.device_id(request.sign_key):
        raise RejectedError(400, "device_id")
    if not wire.verify(request.sign_key, request.signature, proving.register_message(request.device)):
        raise RejectedError(403, "signature")
    founder = founders.is_good(engine, now, request.code)
    named = DEVICE.c.device == request.device
    with reading(engine) as connection:
        known = connection.execute(sa.select(DEVICE.c.founder).where(named)).first()
        if known is not None and (known.founder or not founder):
            return
        expected = known is not None or founder or founders.belongs_somewhere(connection, request.device)
        if not expected and founders.newcomers(connection, now - WINDOW) >= limits.newcomers:
            raise RejectedError(429, "newcomers", int(WINDOW.total_seconds()))
    row = {"device": request.device, "sign_key": request.sign_key, "since": micros(now), "founder": founder}
    try:
        with writing(engine) as connection:
            if known is None:
                connection.execute(sa.insert(DEVICE).values(row))
            else:
                connection.execute(sa.update(DEVICE).where(named).values(founder=True))
    except IntegrityError:
        return  # registered in the meantime by the same device: the id determines the key
