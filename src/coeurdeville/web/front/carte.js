// The map that moves: its engine is fetched when the map comes near, or when a reader who saves data asks for it.
const NEAR = "300px";
const FAILED = "La carte n’a pas pu être chargée. Le dessin et le tableau plus bas disent la même chose. Recharger la page pour réessayer.";
const UNABLE = "Ce navigateur ne peut pas dessiner la carte. Le dessin et le tableau plus bas disent la même chose.";

for (const box of document.querySelectorAll("[data-carte]")) {
  box.hidden = false;
  if (navigator.connection?.saveData) ask(box);
  else wait(box);
}

function ask(box) {
  const state = box.querySelector("[data-etat]");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-primary", textContent: "Charger la carte (environ 450\u00a0ko)" });
  button.addEventListener("click", () => { state.textContent = "La carte se charge."; start(box); });
  state.replaceChildren(button);
}

function wait(box) {
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    start(box);
  }, { rootMargin: NEAR });
  near.observe(box);
}

async function start(box) {
  const { moteur, carte, style } = box.dataset;
  const state = box.querySelector("[data-etat]");
  try {
    const [engine, map] = await Promise.all([import(moteur), read(carte), dress(style)]);
    if (!engine.able()) state.textContent = UNABLE;
    else engine.draw(box, map);
  } catch (fault) {
    console.warn(fault);
    state.textContent = FAILED;
  }
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

function dress(address) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
    document.head.append(link);
  });
}
