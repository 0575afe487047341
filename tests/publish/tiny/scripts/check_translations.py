"""Stands for the translation check: ends as the file `verdict` beside mkdocs.yml says, or well."""

import sys
from pathlib import Path

verdict = Path(sys.argv[sys.argv.index("--config") + 1]).with_name("verdict")
print("coverage: en lt")
sys.exit(int(verdict.read_text()) if verdict.exists() else 0)
