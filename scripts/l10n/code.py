"""Code as source and translation share it: comments and labels may be translated, the rest may not.

The idea is FastAPI's (scripts/doc_parsing_utils.py): what a comment is depends on the language of the fence. Diagrams
and plain text hold words for people: there only the structure has to be the same.
"""

from __future__ import annotations

import re
from functools import cache

ALIASES = {
    **dict.fromkeys(("py", "python3", "py3", "pycon"), "python"),
    **dict.fromkeys(("sh", "shell", "zsh", "fish", "ksh"), "bash"),
    **dict.fromkeys(("shell-session", "sh-session", "bash-session", "shellsession"), "console"),
    **dict.fromkeys(("ps1", "pwsh", "posh"), "powershell"),
    **dict.fromkeys(("js", "node", "mjs"), "javascript"),
    **dict.fromkeys(("htm", "html+jinja"), "html"),
    **dict.fromkeys(("txt", "plain", "plaintext", "text", "none", "ascii"), ""),
    **dict.fromkeys(("c++", "cxx"), "cpp"),
    "yml": "yaml",
    "ts": "typescript",
    "rb": "ruby",
    "rs": "rust",
    "cs": "csharp",
    "kt": "kotlin",
    "md": "markdown",
    "golang": "go",
    "tf": "terraform",
    "make": "makefile",
    "batch": "bat",
    "cfg": "ini",
    "hs": "haskell",
    "docker": "dockerfile",
}
_FAMILIES = {
    r"(?<!\S)#[^\n]*": "python bash console yaml toml ruby r perl makefile dockerfile nginx apache powershell elixir"
    " julia properties dotenv env hcl terraform cmake awk tcl nix graphql jq robot php ini conf gitignore",
    r"(?<!:)//[^\n]*": "javascript typescript jsx tsx java c cpp csharp go rust swift kotlin scala dart groovy gradle"
    " php scss sass less json json5 jsonc proto protobuf solidity zig hcl terraform vue svelte objc console",
    r"/\*[\s\S]*?(?:\*/|\Z)": "javascript typescript jsx tsx java c cpp csharp go rust swift kotlin scala dart groovy"
    " gradle php css scss less json5 jsonc proto protobuf solidity sql hcl terraform vue svelte objc",
    r"(?<!\S)--[^\n]*": "sql lua haskell elm ada vhdl",
    r"<!--[\s\S]*?(?:-->|\Z)": "html xml svg vue svelte",
    r"\{#[\s\S]*?(?:#\}|\Z)": "jinja html django twig",
    r"(?<!\S)%[^\n]*": "latex tex matlab erlang prolog",
    r"(?<!\S);[^\n]*": "ini lisp clojure scheme asm nasm",
    r"(?mi)^[ \t]*(?:rem\b|::)[^\n]*": "bat",
    r"\(\*[\s\S]*?(?:\*\)|\Z)": "ocaml fsharp",
}
_STRINGS = r'"""[\s\S]*?(?:"""|\Z)|' r"'''[\s\S]*?(?:'''|\Z)|" r'"(?:\\.|[^"\\\n])*"|' r"'(?:\\.|[^'\\\n])*'"
_BACKTICKS = r"`(?:\\[\s\S]|[^`\\])*`"  # template strings
_TEMPLATES = frozenset(("javascript", "typescript", "jsx", "tsx", "go", "vue", "svelte"))
WORDS = frozenset(("", "markdown", "mermaid", "rst", "tree", "poetry"))  # text for people
INDENTED = frozenset(("yaml", "makefile", "bash", "console", "diff", "toml", "ini"))  # each line counts as it is
_LAYOUT = re.compile(rf"{_STRINGS}|[()\[\]{{}},]|\s+|[^()\[\]{{}},\s\"']+|.")
_BLANKS = re.compile(r"(?<=\S)[ \t]{2,}")
_SINGLE_QUOTED = re.compile(r"'([^'\"\\\n]*)'")
ANNOTATION = re.compile(r"\(\d+\)!?")  # Material: a comment `# (1)!` shows note 1 there
_RUN = re.compile(r"[!#-&*+\--:<-Z\\^_a-z{|}~]+")
_TECHNICAL = re.compile(r"[0-9_/\\=${}<>@#~]|^--?\w|\w\.\w")
_LABEL = re.compile(r'"[^"\n]*"|\|[^|\n]*\||(?<=[\[({>])[^\[\](){}\n]+(?=[\])}])|(?<=[:;])[^\n]*')
_LETTERS = re.compile(r"[^\W_][\w .,'’«»“”!?-]*")


def language_of(name: str) -> str:
    """The language of a fence under the one name that stands for its aliases; text has none."""
    name = name.lower()
    return ALIASES.get(name, name)


def comparable(language: str, code: str) -> str:
    """What of a code block has to be the same in a translation; `language` as `language_of` gives it."""
    if language == "mermaid":
        return _diagram(code)
    if language in WORDS:
        return _plain(code)
    pattern = _comments(language)
    if pattern is not None:
        code = pattern.sub(_without_comment, code)
    lines = (_BLANKS.sub(" ", line).rstrip() for line in code.split("\n") if line.strip())
    code = "\n".join(lines)
    return code if language in INDENTED else _unwrapped(_SINGLE_QUOTED.sub(r'"\1"', code))


@cache
def _comments(language: str) -> re.Pattern[str] | None:
    """Strings, which stay, and comments, in group 1, of a language; None when it has no comments we know of."""
    forms = [form for form, languages in _FAMILIES.items() if language in languages.split()]
    if not forms:
        return None
    flags = "".join(form[: form.index(")") + 1] for form in forms if form.startswith("(?m"))
    bare = [form.removeprefix("(?mi)") for form in forms]
    strings = f"{_STRINGS}|{_BACKTICKS}" if language in _TEMPLATES else _STRINGS
    return re.compile(f"{flags}{strings}|({'|'.join(bare)})")


def _without_comment(match: re.Match[str]) -> str:
    if match.group(1) is None:
        return match.group()
    return " ".join(ANNOTATION.findall(match.group(1)))


def _unwrapped(code: str) -> str:
    """Code in which it does not count how what stands in brackets is laid out over lines."""
    out: list[str] = []
    depth = 0
    for match in _LAYOUT.finditer(code):
        piece = match.group()
        if piece in "([{":
            depth += 1
        elif piece in ")]}":
            depth -= 1
            while out and out[-1] in (" ", ","):
                out.pop()
        elif piece.isspace() and depth > 0:
            piece = "" if out and out[-1] in ("(", "[", "{", ",") else " "
        if piece:
            out.append(piece)
    return "".join(out)


def _plain(code: str) -> str:
    """Of text for people: how many lines, and the words that are no words (paths, options, numbers, placeholders)."""
    lines = sum(1 for line in code.split("\n") if line.strip())
    runs = (run.strip(".,:!?*") for run in _RUN.findall(code))
    return "\n".join([str(lines), *sorted(run for run in runs if _TECHNICAL.search(run))])


def _diagram(code: str) -> str:
    """Of a diagram: its lines with their arrows and brackets, the kind in the first line as it is."""
    lines = [line.strip() for line in code.split("\n") if line.strip() and not line.lstrip().startswith("%%")]
    shapes = ["".join(_LETTERS.sub("w", _LABEL.sub("w", line)).split()) for line in lines[1:]]
    return "\n".join([*(line.partition(" title ")[0] for line in lines[:1]), *shapes])
