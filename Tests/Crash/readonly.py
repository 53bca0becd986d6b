"""Runs in folders that may not be written, as a user whom modes bind."""

import os
import shutil
import subprocess

from place import Failed, demand_ended

NOBODY = 65534


def campaign(place, _):
    user = []
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            return "SKIPPED: root is bound by no mode, and there is no setpriv to be someone else"
        user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        subprocess.run(["chown", "-hR", f"{NOBODY}:{NOBODY}", place.root], check=True)
        os.chmod(place.root, 0o755)
    place.before = place.tree()
    place.demand_clean("with all folders writable", user=user)
    count = 0
    notes = place.notes
    for name, prepare, locked in [
        ("the notebook's folder", [], notes),
        ("the folder of pages", [notes / "Output"], notes / "Output"),
        ("the store", [notes / ".tunebook"], notes / ".tunebook"),
        ("the user's home", [], place.home),
    ]:
        for stored in [False, True]:
            place.reset()
            if stored:
                place.demand_clean(name, user=user)
            for folder in prepare:
                folder.mkdir(exist_ok=True)
                if user:
                    os.chown(folder, NOBODY, NOBODY)
            locked.chmod(0o555)
            result = place.run("-o", str(place.home / ".cache" / "out") if locked == notes else "Output", user=user)
            locked.chmod(0o755)
            what = f"{name} may not be written{', all is stored' if stored else ''}"
            with place.going_on():
                demand_ended(result, what)
                if place.page not in (None, place.clean):
                    raise Failed(f"{what}: the page is neither missing nor whole")
                if result.returncode != 0 and "ermission" not in result.text:
                    raise Failed(f"{what}: exit {result.returncode}, and the reason is not said\n{result.text}")
                place.demand_untouched(what)
                place.demand_clean(what, user=user)
            count += 1
    return f"{count} runs with a folder that may not be written"
