"""The one place where a process made for a campaign changes how connections to a file behave."""

from typing import Any

from sqlcipher3 import dbapi2


def connect_with(mixin: type) -> None:
    """Every connection that this process makes from now on is also a `mixin`, before what it would be otherwise.

    A profile's own lock stays as it is: it is a transaction that never ends, on a connection that waits for nobody.
    """
    real = dbapi2.connect

    def connect(*arguments: Any, **named: Any) -> Any:
        base = named.pop("factory", dbapi2.Connection)
        changed = base if named.get("timeout") == 0 else type(mixin.__name__, (mixin, base), {})
        return real(*arguments, **named, factory=changed)

    dbapi2.connect = connect
