// What is known of the objects under a click, or at the centre of the map with the Enter key, said in words.
import { layersOf } from "./style.js";

const REACH = 6, MOST = 5;
const NOTHING = "Aucun objet à cet endroit.";

export function readObjects(map, box, told) {
  const drawnAs = new Map(told.layers.flatMap((layer) => layersOf(layer).map(({ id }) => [id, layer])));
  const panel = box.querySelector("[data-lu]");
  const read = (at) => say(panel, found(map, at, drawnAs));
  map.on("click", ({ point }) => read(point));
  const canvas = map.getCanvas(), frame = box.querySelector("[data-toile]");
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Enter") read(map.project(map.getCenter()));
  });
  canvas.addEventListener("focus", () => frame.classList.toggle("mire", canvas.matches(":focus-visible")));
  canvas.addEventListener("blur", () => frame.classList.remove("mire"));
}

// Objects that have something to say hide the ground under them.
function found(map, { x, y }, drawnAs) {
  const here = map.queryRenderedFeatures([[x - REACH, y - REACH], [x + REACH, y + REACH]], { layers: [...drawnAs.keys()] });
  const objects = here.map(({ layer, properties }) => [drawnAs.get(layer.id), properties]);
  const told = objects.filter(([layer, { t }]) => t || several(layer));
  return [...new Set((told.length ? told : objects).map(([layer, object]) => words(layer, object)))];
}

function words(layer, { c, t }) {
  const its = c === undefined || c === null ? layer.unknown : layer.classes[c];
  const name = t?.startsWith(layer.words) ? "" : `${layer.words}\u00a0: `;
  if (t) return `${name}${t}${several(layer) && its ? ` Classe\u00a0: ${its.words}.` : ""}`;
  return several(layer) && its ? `${name}${its.words}.` : `${layer.words}.`;
}

function several(layer) {
  return layer.classes.length > 1 || Boolean(layer.unknown);
}

function say(panel, texts) {
  const lines = texts.length ? texts.slice(0, MOST) : [NOTHING];
  if (texts.length > MOST) lines.push(`Et ${texts.length - MOST} autres objets\u00a0: agrandir la carte pour les distinguer.`);
  panel.replaceChildren(...lines.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
}
