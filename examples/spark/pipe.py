"""Lines through the program `variorum`: as many answers as lines, in their order, in memory that stays small."""

import subprocess
import threading


def answers(command, lines):
    """Yields what `command` answers to each of `lines`: bytes without an end of line, none of them empty.

    One process, fed by a thread of its own, so that neither side waits for the other's pipe to drain.

    Raises RuntimeError when the command fails, or answers fewer lines or more than it was given.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    fed = _Feeder(process.stdin, lines)
    fed.start()
    answered = 0
    try:
        for answer in process.stdout:
            answered += 1
            yield answer.rstrip(b"\n")
        fed.join()
        status = process.wait()
    finally:
        # Whoever asks may stop early; the program then has nobody to answer.
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()
    if fed.fault:
        raise fed.fault
    if status or answered != fed.count:
        raise RuntimeError(f"{' '.join(command)} ended with {status}: {answered} answers to {fed.count} lines")


class _Feeder(threading.Thread):
    def __init__(self, stream, lines):
        super().__init__(daemon=True)
        self.stream, self.lines, self.count, self.fault = stream, lines, 0, None

    def run(self):
        try:
            with self.stream:
                for line in self.lines:
                    self.count += 1
                    self.stream.write(line)
                    self.stream.write(b"\n")
        except BrokenPipeError:
            pass  # The program ended early: its status and the count of answers tell it.
        except Exception as fault:  # noqa: BLE001 - carried to the thread that asked, and raised there.
            self.fault = fault
