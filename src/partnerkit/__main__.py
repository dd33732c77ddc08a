"""The way in. What can be answered without the command line's machinery is answered here, within a few milliseconds."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

FAILED, INTERRUPTED = 2, 130


def main() -> NoReturn:
    """Run the command given on the command line, and end with its exit code."""
    try:
        code = _run(sys.argv[1:])
        _flush()
    except KeyboardInterrupt:
        _leave(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _leave(0)
    except OSError as error:
        _say(f"error: {error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        _leave(FAILED)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from partnerkit import __version__

        sys.stdout.write(f"partnerkit {__version__}\n")
        return 0
    from partnerkit.io.replay import answer

    if (code := answer(arguments)) is not None:
        return code
    return _command(arguments)


def _command(arguments: list[str]) -> int:
    import gc

    # A run builds values and ends; looking for cycles among them takes a tenth of its time.
    gc.disable()
    from partnerkit.app.outcome import CannotRunError
    from partnerkit.cli.main import run

    try:
        return run(arguments)
    except CannotRunError as error:
        _say(f"error: {error}")
        return FAILED


def _flush() -> None:
    sys.stdout.flush()


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _leave(code: int) -> NoReturn:
    """End at once, without Python's own attempt to flush what can no longer be written."""
    os._exit(code)


if __name__ == "__main__":
    main()
