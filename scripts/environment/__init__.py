"""What the commands need around them: Python, the virtual environment, a browser, the HTML checker.

Everything here uses the standard library alone, because it runs before anything is installed.

Importing this package under a Python that is too old ends the process with one sentence and exit code 2.
The check stands here, in syntax that any Python 3 reads, because the other modules do not even parse there.
"""

import sys

OLDEST_PYTHON = (3, 11)

if sys.version_info < OLDEST_PYTHON:
    _have, _need = [".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST_PYTHON)]
    sys.stderr.write(
        "error: Python " + _need + " or newer is needed and this is Python " + _have + " (" + sys.executable + "). "
        "Install a newer one, and see that `python3` names it.\n"
    )
    sys.exit(2)
