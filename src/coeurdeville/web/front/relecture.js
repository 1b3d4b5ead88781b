// Keeps the draft of a review at each change, once typing stops. The form works without this.
const form = document.querySelector("[data-brouillon]");
if (form) {
  const said = form.querySelector("[data-enregistre]");
  let waiting = 0;
  let last = 0;

  const keep = async () => {
    const turn = ++last;
    try {
      const answer = await fetch(form.dataset.brouillon, { method: "POST", body: new FormData(form), redirect: "error" });
      const told = await answer.json();
      if (turn !== last) return;
      said.textContent = told.problemes.length ? told.problemes.join(" ") : told.dit;
    } catch {
      said.textContent = "Le brouillon n’a pas pu être enregistré\u00a0: ce que vous écrivez reste à l’écran, un nouvel essai suivra.";
      later(15000);
    }
  };
  const later = (delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, delay);
  };
  form.addEventListener("input", () => later(800));
  form.addEventListener("submit", () => clearTimeout(waiting));
}
