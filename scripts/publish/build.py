"""Sources to site/, in one order: check, MkDocs, paper and books, lists of what can be saved, sizes, verify, swap.

Contract: the new site is made beside the old one. Where any step fails, `Stop` is raised, site/ stays byte for
byte as it was and nothing else is left behind. Where all succeed, site/ is replaced as a whole.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from data.load import DataError
from data.texts import load_strings
from environment.exclusive import exclusive
from environment.stop import Exit, Stop
from l10n.site import load_site
from publish.book import Unbound, guide_files
from publish.forms import form_files
from publish.making import make_files
from publish.paper.sheets import Press
from publish.saved import write_lists
from publish.settings import Kind, Settings, read_config, read_settings
from publish.sizes import fill_sizes
from publish.verify import verify


def build(root: Path, kind: Kind = Kind.PREVIEW, *, quiet: bool = False) -> Path:
    """Build the site of the repository `root` and return its folder, site/.

    `quiet` shows the report of the translation check only where it stops the build.
    Raises `Stop` where a step fails; what the step printed stands before it.
    """
    site, new, old = root / "site", root / ".site.new", root / ".site.old"
    with exclusive(root / ".site.lock", "builds the site"):
        settings = read_settings(root, kind, os.environ)
        check(root, quiet)
        try:
            clear_leftovers(site, new, old)
            run_mkdocs(root, new, settings)
            problems = complete(root, new, settings) + verify(new, settings.site_url)
            if problems:
                print(*problems, sep="\n", flush=True)
                raise Stop(
                    f"The built site has {len(problems)} problem(s), named above; site/ is as before.", Exit.FINDINGS
                )
            swap(site, new, old)
        except OSError as error:
            raise Stop(
                f"{error.filename or site}: {error.strerror}; see to its rights and to room on the disk."
            ) from error
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return site


def check(root: Path, quiet: bool) -> None:
    """Run the translation check over the sources. Raises `Stop` where it finds errors or could not check."""
    command = [sys.executable, root / "scripts" / "check_translations.py", "--config", root / "mkdocs.yml"]
    result = subprocess.run(command, check=False, stdout=subprocess.PIPE if quiet else None, text=True)
    if result.returncode == 0:
        return
    if quiet:
        print(result.stdout, end="", flush=True)
    if result.returncode == Exit.FINDINGS:
        raise Stop("The translation check found errors, named above; nothing was built.", Exit.FINDINGS)
    # Whatever else it returned, the sources were not judged: never to be read as "no findings".
    raise Stop(
        f"The translation check could not check (exit code {result.returncode}, reason above); nothing was built."
    )


def clear_leftovers(site: Path, new: Path, old: Path) -> None:
    """Mend what a build that was killed has left: bring back the old site if it was moved away, remove the rest."""
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (new, old):
        if folder.exists():
            shutil.rmtree(folder)


def run_mkdocs(root: Path, target: Path, settings: Settings) -> None:
    """Let MkDocs write its pages to `target`. Raises `Stop` after showing its warnings and errors; a warning fails too."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", root / "mkdocs.yml"]
    result = subprocess.run(
        [*command, "--site-dir", target],
        check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=root, env=settings.environment(os.environ),
    )  # fmt: skip
    if not result.returncode:
        return
    said = [line for line in result.stdout.splitlines() if line.startswith(("ERROR", "WARNING"))]
    if said and not any(line.startswith("ERROR") for line in said):
        print(*said, sep="\n", flush=True)
        raise Stop("MkDocs warned, see above, and a warning stops the build; site/ is as before.", Exit.FINDINGS)
    # Where MkDocs tells no error, a hook or a template broke: only its whole output says where.
    print(*(said or result.stdout.splitlines()), sep="\n", flush=True)
    raise Stop("MkDocs could not build the site, see above; site/ is as before.")


def complete(root: Path, site: Path, settings: Settings) -> list[str]:
    """Add to `site` what is made from its pages, then the sizes of it all; sentences about what could not be made."""
    sources = load_site(root / "mkdocs.yml")
    strings = load_strings(sources.docs / "data", list(sources.codes)) if (sources.docs / "data").is_dir() else {}
    press = Press(site, sources, strings, settings.site_url, settings.kind is Kind.PREVIEW, settings.epoch)
    try:
        nav = read_config(root / "mkdocs.yml").get("nav")
        sheets = [*press.sheets(), *guide_files(press, nav), *form_files(press)]
    except (Unbound, DataError) as error:
        return [str(error)]
    problems = list(make_files(sheets, site, root / ".site.sheets"))
    return problems + list(fill_sizes(site, sources, write_lists(site, sources)))


def swap(site: Path, new: Path, old: Path) -> None:
    """Put `new` in the place of `site`. Raises OSError with `site` as it was."""
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    # What cannot be removed now the next build clears away; the new site stands either way.
    shutil.rmtree(old, ignore_errors=True)
