"""What git knows of a file: every version there was of it, and the files of a revision.

Git is run as a command with a list of arguments, never through a shell, with a time limit, and without the settings of
a surrounding git command (a hook runs with GIT_DIR set). Nothing is written and nothing fetched.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
BATCH = 64  # versions read at once: most of what is looked for is in the first few
SURROUNDING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
# A partial clone would fetch what it lacks.
GLOBAL = ("--no-pager", "--literal-pathspecs", "-c", "protocol.allow=never", "-c", "log.showRoot=true")
# Lines of `log --raw`: the header of the format, then `:mode mode … blob blob … status<tab>path`.
LOG_FORMAT = "--format=%x01%H %cs"
PLAIN = ("--no-color", "--no-ext-diff", "--no-show-signature")
OBJECT = re.compile(r"\b(?:[0-9a-f]{40}|[0-9a-f]{64})\b")


class GitError(Exception):
    """Why the history cannot be read, as half a sentence."""


@dataclass(frozen=True)
class Version:
    """A file as it was: the short commit that made it so, its ISO date, and the content."""

    commit: str
    date: str
    data: bytes


class Git:
    """Git in one folder."""

    def __init__(self, folder: Path):
        self.folder = folder

    def output(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What a git command prints. Raises GitError when git is missing, fails or does not answer."""
        environment = {name: value for name, value in os.environ.items() if name not in SURROUNDING}
        try:
            done = subprocess.run(
                ["git", "-C", str(self.folder), *GLOBAL, *arguments],
                input=stdin,
                capture_output=True,
                timeout=SECONDS,
                check=False,
                env=environment | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None
        except OSError as error:
            raise GitError(f"git cannot be run ({error.strerror})") from None
        except subprocess.TimeoutExpired:
            raise GitError(f"git did not answer within {SECONDS} seconds") from None
        if done.returncode:
            raise GitError(_reason(done.stderr.decode("utf-8", "replace")))
        return done.stdout

    def blobs(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """The content of each object, None for one that is not there."""
        wanted = list(names)
        data = self.output("cat-file", "--batch", stdin="".join(f"{name}\n" for name in wanted).encode())
        at = 0
        for _ in wanted:
            end = data.index(b"\n", at)
            header = data[at:end].split()
            at = end + 1
            if len(header) != 3 or header[1] != b"blob":
                yield None
                continue
            size = int(header[2])
            yield data[at : at + size]
            at += size + 1


def _reason(stderr: str) -> str:
    """The first complaint of git without its prefix."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "no reason")
    if "not a git repository" in fatal:
        return "this is no git repository"
    return f"git says: {fatal.partition(':')[2].strip() or fatal}"


def versions(file: Path) -> Iterator[Version]:
    """Every version of a file, newest first: those the current branch grew from, then those on other branches.

    Renames are followed. Raises GitError when there is no history to read and, after the last version, when there may be
    more than this clone has.
    """
    file = Path(os.path.realpath(file))
    top = os.fsdecode(Git(file.parent).output("rev-parse", "--show-toplevel").rstrip(b"\n"))
    git = Git(Path(top))
    names = _names(git, file.relative_to(top).as_posix())
    seen: set[str] = set()
    for heads in (["HEAD"], ["--branches", "--tags", "--remotes"]):
        found = [(blob, label) for blob, label in _logged(git, heads, names) if blob not in seen]
        seen.update(blob for blob, _ in found)
        for start in range(0, len(found), BATCH):
            part = found[start : start + BATCH]
            for (_, (commit, date)), data in zip(part, git.blobs(blob for blob, _ in part), strict=True):
                if data is not None:
                    yield Version(commit, date, data)
    if not seen:
        raise GitError("git does not know the file yet")
    if git.output("rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GitError("the clone is shallow; git fetch --unshallow brings the rest")


def _names(git: Git, name: str) -> list[str]:
    """The names a file has had, as `git log --follow` finds them."""
    log = git.output("log", "--follow", "-M", "--name-status", "-z", "--format=", *PLAIN, "HEAD", "--", name)
    words = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    names = {name: None}
    for status in words:
        for _ in range(2 if status.strip().startswith(("R", "C")) else 1):
            names.setdefault(next(words, name))
    return list(names)


def _logged(git: Git, heads: list[str], names: list[str]) -> list[tuple[str, tuple[str, str]]]:
    """(blob, (commit, date)) of each change of a file, newest first, each blob once.

    `--follow` alone goes one way where branches meet, so it only gives the names. With full history a text counts that
    a side branch had and lost again before it was merged; merges are shown where their result is in none of the parents.
    """
    log = git.output(*("log", "--full-history", "-c", "--raw", "--no-abbrev", *PLAIN, LOG_FORMAT), *heads, "--", *names)
    found: dict[str, tuple[str, str]] = {}
    label = ("", "")
    for line in log.decode("utf-8", "replace").splitlines():
        if line.startswith("\x01"):
            commit, _, date = line[1:].partition(" ")
            label = (commit[:8], date)
        elif line.startswith(":"):
            blob = OBJECT.findall(line.partition("\t")[0])[-1]
            if blob.strip("0"):
                found.setdefault(blob, label)
    return list(found.items())


class Base:
    """The files of a folder as they were at a revision, by their paths in the folder today.

    The revision is where the present branch left `rev`, so that what others did on `rev` since does not count. Raises
    GitError when git has no such revision.
    """

    def __init__(self, folder: Path, rev: str):
        self.git = Git(folder)
        # Resolved first: a name that begins with a dash would be taken for an option.
        commit = self.git.output("rev-parse", "--verify", "--end-of-options", f"{rev}^{{commit}}").decode().strip()
        try:
            self.commit = self.git.output("merge-base", commit, "HEAD").decode().strip()
        except GitError:  # nothing in common, or not in a shallow clone: then the revision itself
            self.commit = commit
        self._blobs = dict(_tree(self.git.output("ls-tree", "-r", "-z", self.commit)))
        options = ("--name-status", "-M", "-z", "--diff-filter=R", "--relative", "--no-ext-diff", "--no-color")
        words = self.git.output("diff", *options, self.commit, "--", ".").decode("utf-8", "surrogateescape").split("\0")
        self._renamed = dict(zip(words[2::3], words[1::3], strict=False))

    def unchanged(self, path: str, data: bytes) -> bool:
        """Whether a file has the content that it had."""
        blob = self._blobs.get(self._renamed.get(path, path), "")
        kind = hashlib.sha256 if len(blob) == 64 else hashlib.sha1
        return kind(b"blob %d\0" % len(data) + data).hexdigest() == blob

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Path -> content at the revision, for those that were there, under their former name too."""
        blobs = {path: blob for path in paths if (blob := self._blobs.get(self._renamed.get(path, path)))}
        read = zip(blobs, self.git.blobs(blobs.values()), strict=True) if blobs else ()
        return {path: data for path, data in read if data is not None}


def _tree(listing: bytes) -> Iterator[tuple[str, str]]:
    """(path, blob) of each file in what `ls-tree -r -z` prints."""
    for entry in listing.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, path = entry.partition("\t")
        _, kind, blob = about.split()
        if kind == "blob":
            yield path, blob
