// The list of layers: a box to tick for each, its classes in words beside their mark. What is measured comes first, then
// the others from the top down.
const SVG = "http://www.w3.org/2000/svg";
const MUTED = "#566270", PAPER = "#FFFFFF";
const number = new Intl.NumberFormat("fr-FR");

export function listLayers(box, told, shown, toggle) {
  const list = document.createElement("ul");
  const order = [...told.layers].reverse().sort((one, other) => Boolean(other.measure) - Boolean(one.measure));
  for (const layer of order) list.append(item(layer, shown, toggle));
  box.querySelector("[data-couches] fieldset").append(list);
  const said = [...new Set(told.layers.map((layer) => layer.attribution.replace(/\.$/, "")))];
  box.querySelector("[data-sources]").textContent = `Sources\u00a0: ${said.join("\u202f; ")}.`;
}

function item(layer, shown, toggle) {
  const one = document.createElement("li"), label = document.createElement("label");
  const tick = Object.assign(document.createElement("input"), { type: "checkbox", checked: shown.has(layer.id), className: "form-check-input" });
  tick.addEventListener("change", () => {
    if (tick.checked) shown.add(layer.id);
    else shown.delete(layer.id);
    toggle(layer, tick.checked);
    tick.dispatchEvent(new CustomEvent("couches", { bubbles: true }));
  });
  const classes = [...layer.classes, ...(layer.unknown ? [layer.unknown] : [])];
  label.append(tick, ...(classes.length === 1 ? [mark(layer, classes[0])] : []), ` ${layer.words}`);
  one.append(label);
  if (classes.length > 1) one.append(legend(layer, classes));
  return one;
}

function legend(layer, classes) {
  const list = document.createElement("ul");
  for (const one of classes) {
    const line = document.createElement("li");
    line.append(mark(layer, one, one === layer.unknown), ` ${one.words} (${number.format(one.count)})`);
    list.append(line);
  }
  return list;
}

function mark(layer, { colour }, unknown = false) {
  const drawing = element("svg", { viewBox: "0 0 14 14", class: "swatch", "aria-hidden": "true" });
  const outline = unknown || colour === "none";
  if (layer.geometry === "line") drawing.append(element("path", { d: "M0 7h14", stroke: outline ? MUTED : colour, "stroke-width": 2.5, ...(unknown ? { "stroke-dasharray": "3 3" } : {}) }));
  else if (layer.geometry === "point") drawing.append(element("circle", { cx: 7, cy: 7, r: 4, fill: outline ? PAPER : colour, stroke: outline ? MUTED : colour, "stroke-width": 2 }));
  else {
    drawing.append(element("rect", { x: 1, y: 1, width: 12, height: 12, fill: outline ? PAPER : colour, stroke: MUTED }));
    if (unknown) drawing.append(element("path", { d: "M1 5L5 1M1 9L9 1M1 13L13 1M5 13L13 5M9 13L13 9", stroke: MUTED }));
  }
  return drawing;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
