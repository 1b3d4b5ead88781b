// How far a run is: asked every two seconds; the page is loaded again when it ends. The page reads well without it.
const block = document.querySelector("[data-avancement]");
const step = block.querySelector("[data-etape]");
const bar = block.querySelector("progress");
const EVERY = 2000;

async function ask() {
  try {
    const answer = await fetch(block.dataset.avancement, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    const told = await answer.json();
    if (!told.ouvert) return window.location.assign(told.adresse);
    show(told);
  } catch {
    say("Le site ne répond pas pour l’instant\u00a0: le calcul continue. Nouvel essai dans quelques secondes.");
  }
  setTimeout(ask, EVERY);
}

function show(told) {
  bar.value = told.avancement;
  if (told.etat === "en_cours") say(told.etape || "Préparation");
}

// The live region is written only when its words change: a reader hears each step once.
function say(words) {
  if (step.textContent !== words) step.textContent = words;
}

setTimeout(ask, EVERY);
