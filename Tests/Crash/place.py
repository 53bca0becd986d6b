"""A folder with notebooks in it, amid files of other people's: where faults are brought about."""

import hashlib
import os
import random
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".tunebook-draft"
HERE = Path(__file__).parent
NOTEBOOK = """```{load} table
dataset: {csv: {path: table.csv, label: kind}}
test_split: 0.2
```

```{model} net
layers:
  - dense: {units: 16, activation: tanh}
  - dense: {units: 3, activation: softmax}
```

```{fit} fast
model: net
data: table
optimizer: {sgd: {learning_rate: 0.1}}
metrics: [accuracy]
validation_data: table
epochs: %d
batch_size: 4
save: weights.npz
```

```{fit} slow
from: fast
optimizer: {sgd: {learning_rate: 0.01}}
save: null
```

```{evaluate}
fit: fast
```
"""


class Failed(Exception):
    """What must not have happened."""


def library(name, folder):
    """Compiles a C file that is preloaded."""
    path = Path(folder) / f"{name}.so"
    compiler = shutil.which("cc") or "clang"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", path, HERE / f"{name}.c", "-ldl"], check=True)
    return str(path)


class Place:
    """`root/notes` holds the notebook; what the program may write is its store, its page, its weights and its state."""

    def __init__(self, tunebook, epochs=3, rows=300):
        self.tunebook = os.path.realpath(tunebook)
        self.failures = []
        self.root = Path(tempfile.mkdtemp(prefix="tunebook-crash-"))
        self.notes = self.root / "notes"
        self.home = self.root / "home"
        for folder in [self.notes / "sub", self.home, self.root / "others" / "deep"]:
            folder.mkdir(parents=True)
        numbers = random.Random(1)
        table = ["a,b,kind"] + [
            f"{row % 3 + numbers.random():.4f},{numbers.random() - row % 3:.4f},k{row % 3}" for row in range(rows)]
        (self.notes / "table.csv").write_text("\n".join(table) + "\n")
        (self.notes / "book.md").write_text(NOTEBOOK % epochs)
        self._others()
        self.run("-o", "clean", "--no-cache", check=True)
        self.clean = (self.notes / "clean" / "book.html").read_bytes()
        self.weights = (self.notes / "weights.npz").read_bytes()
        shutil.rmtree(self.notes / "clean")
        self.reset()
        self.before = self.tree()

    @contextmanager
    def going_on(self):
        """Keeps a failure for the end, so that all of them come to light."""
        try:
            yield
        except Failed as failure:
            self.failures.append(str(failure))

    def _others(self):
        """Files of every type, which nobody may touch."""
        for folder in [self.notes, self.notes / "sub", self.root / "others", self.home]:
            (folder / "letter.txt").write_text(f"of {folder.name}\n")
            (folder / ".hidden").write_bytes(bytes(range(256)))
            os.symlink("../others", folder / "link")
            os.symlink("nowhere", folder / "dangling")
            os.mkfifo(folder / "pipe")
            (folder / "locked").write_text("mine\n")
            os.chmod(folder / "locked", 0o400)
            with socket.socket(socket.AF_UNIX) as server:
                here = os.getcwd()
                os.chdir(folder)
                server.bind("socket")
                os.chdir(here)
        old = 1_000_000_000
        os.utime(self.root / "others" / "letter.txt", (old, old))

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "TUNEBOOK_OFFLINE": "1",
                **{name: str(value) for name, value in more.items()}}

    def command(self, *arguments):
        return [self.tunebook, *arguments]

    def run(self, *arguments, check=False, command="run", user=None, **environment):
        """Runs the command in the folder of the notebook."""
        words = [*(user or []), *self.command(command, *(["book.md"] if command == "run" else []), *arguments)]
        result = subprocess.run(
            words, cwd=self.notes, env=self.environment(**environment), capture_output=True, timeout=120)
        result.text = (result.stdout + result.stderr).decode(errors="replace")
        if check and result.returncode != 0:
            raise Failed(f"{' '.join(map(str, words))}: exit {result.returncode}\n{result.text}")
        return result

    def start(self, *arguments, command="run", **environment):
        words = self.command(command, *(["book.md"] if command == "run" else []), *arguments)
        return subprocess.Popen(
            words, cwd=self.notes, env=self.environment(**environment), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def store_another(self):
        """Stores what another notebook beside this one trains."""
        lines = (self.notes / "book.md").read_text().replace("learning_rate: 0.1", "learning_rate: 0.2").splitlines()
        other = self.notes / "other.md"
        other.write_text("\n".join(line for line in lines if not line.startswith("save:")) + "\n")
        subprocess.run(
            self.command("run", "other.md", "-o", "-", "--quiet"), cwd=self.notes, env=self.environment(), check=True,
            capture_output=True)
        other.unlink()

    def reset(self):
        """Takes away all that the program made."""
        for folder in [self.notes / ".tunebook", self.notes / "Output", self.home / ".local", self.home / ".cache"]:
            shutil.rmtree(folder, ignore_errors=True)
        for file in [self.notes / "weights.npz"]:
            file.unlink(missing_ok=True)

    @property
    def page(self):
        file = self.notes / "Output" / "book.html"
        return file.read_bytes() if file.exists() else None

    def demand_whole(self, what):
        """There is no page, or all of it; and the same of the weights."""
        if self.page not in (None, self.clean):
            raise Failed(f"{what}: the page is neither missing nor whole")
        weights = self.notes / "weights.npz"
        if weights.exists() and weights.read_bytes() != self.weights:
            raise Failed(f"{what}: the file of weights is neither missing nor whole")

    def demand_clean(self, what, *arguments, **more):
        """A run gives the clean bytes, and nothing beside them has changed."""
        result = self.run(*arguments, check=True, **more)
        if self.page != self.clean:
            raise Failed(f"{what}: the next run gives another page")
        self.demand_untouched(what)
        left = [name for name in os.listdir(self.notes / "Output") if name != "book.html"]
        if left:
            raise Failed(f"{what}: beside the page is left {left}")
        return result

    def demand_untouched(self, what, may_leave_drafts=False):
        """No other file has changed; a draft is what a process leaves that is killed while it writes."""
        after = self.tree()
        if may_leave_drafts:
            after = {name: entry for name, entry in after.items() if not os.path.basename(name).startswith(DRAFT)}
        if after != self.before:
            names = sorted(name for name in {*after, *self.before} if after.get(name) != self.before.get(name))
            changes = [f"{name}: {self.before.get(name)} -> {after.get(name)}" for name in names]
            raise Failed(f"{what}: other files have changed\n  " + "\n  ".join(changes))

    def tree(self):
        """Every file but the program's own: its type, mode, owner, time of change and content."""
        own = {self.notes / ".tunebook", self.notes / "Output", self.notes / "weights.npz", self.home / ".local",
               self.home / ".cache"}
        found = {}
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if Path(folder) / name not in own]
            for name in folders + files:
                path = Path(folder) / name
                if path in own:
                    continue
                status = path.lstat()
                content = ""
                if stat.S_ISREG(status.st_mode):
                    content = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
                elif stat.S_ISLNK(status.st_mode):
                    content = os.readlink(path)
                time = None if stat.S_ISDIR(status.st_mode) else status.st_mtime_ns
                found[str(path.relative_to(self.root))] = (oct(status.st_mode), status.st_uid, time, content)
        return found

    def remove(self):
        subprocess.run(["chmod", "-R", "u+rwX", self.root], check=False, capture_output=True)
        shutil.rmtree(self.root, ignore_errors=True)


def demand_ended(result, what, codes=(0, 1, 2)):
    """A process has ended by itself, and said why where it failed."""
    if result.returncode < 0:
        name = signal.Signals(-result.returncode).name
        raise Failed(f"{what}: it was ended by {name}\n{result.text[-2000:]}")
    if result.returncode not in codes:
        raise Failed(f"{what}: exit {result.returncode}\n{result.text[-2000:]}")
    if result.returncode != 0 and not result.text.strip():
        raise Failed(f"{what}: exit {result.returncode} without a word")
    for word in ["Fatal error", "Segmentation fault", "Crash:"]:
        if word in result.text:
            raise Failed(f"{what}: {word}\n{result.text[-2000:]}")
