"""The clock of a candidature, as the browser runs it down."""

import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[3] / "src" / "coeurdeville" / "web" / "front" / "candidature.js"
PAGE = """
globalThis.said = [];
const strong = { set textContent(words) { said.push(words); } };
const page = {
  dataset: { maintenant: "2027-01-01T12:00:00Z", limite: "2027-01-01T11:59:59Z" },
  classList: { add: (name) => said.push(name) },
  querySelector: (asked) => ({ "[data-reste]": { parentElement: strong },
    "template": { content: { cloneNode: () => "la phrase entière" } } })[asked],
  replaceChildren: (words) => said.push(words),
};
globalThis.document = { querySelector: (asked) => (asked === "[data-limite]" ? page : null) };
"""


def test_whole_sentence_changes_when_the_limit_is_passed() -> None:
    asked = f"{PAGE}\n{SCRIPT.read_text('utf-8')}\nconsole.log(said.join(', '))"
    done = subprocess.run(["node", "--input-type=module", "-"], input=asked, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "passee, la phrase entière"
