"""`python -m gpconnect`: the same as the command `gpconnect`."""

import sys

from gpconnect.cli import main

if __name__ == "__main__":
    sys.exit(main())
