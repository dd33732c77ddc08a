"""The way in. What can be answered without the command line's machinery is answered here, within a few milliseconds."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

FAILED, INTERRUPTED = 2, 130


def main() -> NoReturn:
    """Run the command given on the command line, and end with its exit code."""
    try:
        if sys.stdout is None or sys.stderr is None:
            # Somebody closed them (`>&-`): an answer that nobody can read is no answer.
            os._exit(FAILED)
        code = run_command(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        _leave(INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _leave(0)
    except OSError as error:
        _say(f"error: {_reason(error)}")
        _leave(FAILED)
    except Exception as error:  # noqa: BLE001 - the one place where a fault of ours becomes a message and an exit code
        _confess(error)
        _leave(FAILED)
    sys.exit(code)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename is None:
        return "the current folder does not exist any more"
    return _harmless(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")


def _harmless(text: str) -> str:
    """A message that may name a file or an argument, such that no terminal and no CI system takes it for a command."""
    import re

    from partnerkit.diagnostics.text import visible

    return re.sub(r"^(\s*):(?=:)", r"\1\\x3a", visible(text), flags=re.MULTILINE)


def _confess(error: Exception) -> None:
    """Say that the program is at fault. A traceback shows code and no values, so that it can be passed on."""
    import traceback

    traceback.print_exception(error, file=sys.stderr)
    _say(
        "\nerror: this is a fault of partnerkit, not of your records. Please report it with the lines above, and with "
        "the shape of the record that brought it about, not with what it says."
    )


def run_command(arguments: list[str]) -> int:
    """Run a command and give its exit code."""
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
    # Plug-ins of pydantic's have no part in reading records, and looking for them takes longer than reading one.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from partnerkit.app.outcome import CannotRunError
    from partnerkit.cli.main import run

    try:
        return run(arguments)
    except CannotRunError as error:
        _say(f"error: {_harmless(str(error))}")
        return FAILED


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _leave(code: int) -> NoReturn:
    """End at once, without Python's own attempt to flush what can no longer be written."""
    os._exit(code)


if __name__ == "__main__":
    main()
