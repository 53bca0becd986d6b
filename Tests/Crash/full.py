"""Lets each call that changes the disk fail once, or it and all behind it, as on a disk that is full or broken."""

import os
import subprocess
import tempfile
from pathlib import Path

from place import Failed, demand_ended, library

WORDS = {"ENOSPC": "space", "EIO": "nput/output", "EACCES": "ermission"}


def campaign(place, _):
    faults = library("faults", place.root)
    place.before = place.tree()
    counts = []
    for how, lasts, old in [
        ("ENOSPC", False, False), ("ENOSPC", True, False), ("ENOSPC", True, True), ("EIO", False, False),
        ("EACCES", False, False), ("EACCES", True, True),
    ]:
        number = 0
        while fault(place, faults, number + 1, how, lasts, old):
            number += 1
        if number < 5:
            raise Failed(f"{how}: only {number} calls change the disk")
        counts.append(f"{number} × {how}{' from there on' if lasts else ''}")
    return ", ".join(counts) + small_disk(place)


def fault(place, faults, number, how, lasts, old):
    """One fault; whether it was reached.

    With `old` there is a page from before, of another text.
    """
    place.reset()
    before = None
    if old:
        before = place.clean.replace(b"<title>", b"<title>Old ")
        (place.notes / "Output").mkdir()
        (place.notes / "Output" / "book.html").write_bytes(before)
    log = place.home / ".cache" / "log"
    log.parent.mkdir()
    more = {"FAULT_LASTS": 1} if lasts else {}
    result = place.run(LD_PRELOAD=faults, FAULT_AT=number, FAULT_HOW=how, FAULT_LOG=log, **more)
    if not log.exists():
        return False
    what = f"{how} at call {number}, {log.read_text().strip()}{' and behind it' if lasts else ''}"
    demand_ended(result, what)
    with place.going_on():
        demand_said(place, result, what, how, lasts, before)
        # A draft that cannot be removed is left to the next run.
        place.demand_untouched(what, may_leave_drafts="unlink" in what or lasts)
    place.demand_clean(what, *(["--overwrite"] if old else []))
    return True


def demand_said(place, result, what, how, lasts, before):
    """A page that is whole or from before, and the reason where the run failed."""
    # A cell that failed has its reason on a page that is as whole as any other.
    tells_failure = result.returncode == 1 and place.page and place.page.endswith(b"</html>\n")
    if place.page not in (before, place.clean) and not tells_failure:
        raise Failed(f"{what}: the page is neither the one from before nor whole\n{result.text}")
    if result.returncode == 0 and place.page != place.clean:
        raise Failed(f"{what}: exit 0, and no page\n{result.text}")
    if WORDS[how] not in result.text and (result.returncode != 0 or lasts):
        raise Failed(f"{what}: exit {result.returncode}, and the reason is not said\n{result.text}")


def small_disk(place):
    """Runs on a small disk of memory, filled but for so much; where one can be mounted."""
    folder = Path(tempfile.mkdtemp())
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], capture_output=True).returncode:
        return "; SKIPPED: a small disk, which may not be mounted here"
    try:
        for name in ["book.md", "table.csv"]:
            (folder / name).write_bytes((place.notes / name).read_bytes())
        count = 0
        for free in range(0, 240, 8):
            subprocess.run(["sh", "-c", "rm -rf .tunebook Output weights.npz filler"], cwd=folder, check=True)
            room = os.statvfs(folder)
            filler = max(0, room.f_bavail * room.f_bsize - free * 1024)
            (folder / "filler").write_bytes(bytes(filler))
            result = subprocess.run(
                place.command("run", "book.md"), cwd=folder, env=place.environment(), capture_output=True)
            result.text = (result.stdout + result.stderr).decode(errors="replace")
            what = f"a disk with {free} KB left"
            demand_ended(result, what)
            page = folder / "Output" / "book.html"
            if page.exists() and page.read_bytes() != place.clean:
                raise Failed(f"{what}: half a page")
            if result.returncode == 0 and not page.exists():
                raise Failed(f"{what}: exit 0, and no page")
            if result.returncode != 0 and "space" not in result.text:
                raise Failed(f"{what}: it is not said that the disk is full\n{result.text}")
            (folder / "filler").unlink()
            result = subprocess.run(
                place.command("run", "book.md"), cwd=folder, env=place.environment(), capture_output=True)
            if result.returncode or page.read_bytes() != place.clean:
                raise Failed(f"{what}: with room again, a run does not give the clean page")
            count += 1
        return f", {count} runs on a small disk"
    finally:
        subprocess.run(["umount", folder], check=True)
        folder.rmdir()
