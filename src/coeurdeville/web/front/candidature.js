// A candidature: the clock that runs down, answers saved as they are typed. The pages work without this.
const clock = document.querySelector("[data-limite]");
if (clock?.querySelector("[data-reste]")) {
  const ahead = Date.parse(clock.dataset.maintenant) - Date.now();
  const end = Date.parse(clock.dataset.limite);
  const told = clock.querySelector("[data-reste]");
  const count = (number, word) => (number ? `${number}\u00a0${word}${number > 1 ? "s" : ""}` : "");
  const tick = () => {
    const left = Math.floor((end - Date.now() - ahead) / 60000);
    if (end < Date.now() + ahead) {
      clock.classList.add("passee");
      clock.replaceChildren(clock.querySelector("template").content.cloneNode(true));
      return;
    }
    const [days, hours, minutes] = [Math.floor(left / 1440), Math.floor(left / 60) % 24, left % 60];
    const first = count(days, "jour");
    const parts = first ? [first, count(hours, "heure")] : [count(hours, "heure"), count(minutes, "minute")];
    told.textContent = parts.filter(Boolean).join(" et ") || "moins d’une minute";
    setTimeout(tick, left < 2 ? 1000 : 20000);
  };
  tick();
}

const form = document.querySelector("form[data-candidature]");
if (form?.querySelector("[data-champ]")) start(form);

function start(form) {
  const PAUSE = 1200;
  const AGAIN = 10000;
  const fields = [...form.querySelectorAll("[data-champ]")].map((block) => ({
    block,
    key: `candidature-${form.dataset.cle}-${block.dataset.champ}`,
    base: block.querySelector("[name^='base.']"),
    said: block.querySelector("[data-suivi]"),
    timer: 0,
    sent: null,
    busy: false,
    dirty: false,
  }));
  form.querySelector("[data-avec-script]").hidden = false;
  for (const field of fields) {
    field.block.addEventListener("input", () => touched(field));
    field.block.addEventListener("change", () => touched(field, 0));
    giveBack(field);
  }
  form.addEventListener("submit", () => fields.forEach((field) => clearTimeout(field.timer)));
  window.addEventListener("online", sendAgain);
  window.addEventListener("focus", sendAgain);
  setInterval(sendAgain, AGAIN);

  // Leaving a field says `change` of what was typed, and sent, already.
  function touched(field, wait = PAUSE) {
    if (typed(field) === field.sent) return;
    field.dirty = true;
    keep(field);
    clearTimeout(field.timer);
    field.timer = setTimeout(() => send(field), wait);
  }

  function sendAgain() {
    fields.filter((field) => field.waiting && field.dirty).forEach(send);
  }

  async function send(field) {
    if (field.busy) return;
    field.busy = true;
    field.dirty = false;
    field.sent = typed(field);
    try {
      const answer = await post(field);
      if (answer.redirected || answer.status === 403) return await signedOut(field);
      heard(field, await answer.json());
    } catch {
      waits(field, "Pas de connexion\u00a0: votre texte est gardé sur cet appareil, il partira dès qu’elle revient.");
    } finally {
      field.busy = false;
    }
    if (field.dirty && !field.waiting) send(field);
  }

  function post(field) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of entries(field)) body.append(name, value);
    const address = `${form.dataset.candidature}champs/${field.block.dataset.champ}/`;
    return fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
  }

  function heard(field, told) {
    field.waiting = false;
    if (told.etat === "enregistre") field.base.value = told.version;
    if (told.etat !== "refuse" && !field.dirty) forget(field);
    say(field, told.dit, told.etat, told.adresse);
  }

  // A new session has a new token: it is taken from the page as it is served now.
  async function signedOut(field) {
    const page = await fetch(location.pathname);
    const token = page.redirected ? null : new DOMParser().parseFromString(await page.text(), "text/html")
      .querySelector("form[data-candidature] [name=csrfmiddlewaretoken]");
    if (token && token.value) form.elements.csrfmiddlewaretoken.value = token.value;
    const words = "Votre session est terminée\u00a0: votre texte est gardé sur cet appareil. " +
      "Connectez-vous de nouveau dans un autre onglet, il partira tout seul.";
    waits(field, words, !token && "/compte/connexion/");
    if (token) setTimeout(sendAgain, 0);
  }

  function waits(field, words, address) {
    field.dirty = field.waiting = true;
    field.sent = null;
    say(field, words, "attente", address);
  }

  function say(field, words, state, address) {
    field.said.className = state;
    field.said.textContent = words;
    if (!address) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = state === "ecart" ? "Voir les deux textes" : "Se connecter";
    if (state !== "ecart") link.target = "_blank";
    field.said.append(" ", link);
  }

  function entries(field) {
    return [...field.block.querySelectorAll("[name]")]
      .filter((one) => one.type !== "radio" || one.checked)
      .map((one) => [one.name, one.value]);
  }

  function typed(field) {
    return JSON.stringify(entries(field).filter(([name]) => !name.startsWith("base.")));
  }

  function keep(field) {
    try {
      localStorage.setItem(field.key, JSON.stringify(entries(field)));
    } catch {
      // No room, or none allowed: the server still has what was saved.
    }
  }

  function forget(field) {
    localStorage.removeItem(field.key);
  }

  // What was typed before the page was left, and that the server never took.
  function giveBack(field) {
    const kept = localStorage.getItem(field.key);
    if (!kept) return;
    for (const [name, value] of JSON.parse(kept)) {
      for (const one of field.block.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (one.type === "radio") one.checked = one.value === value;
        else one.value = value;
      }
    }
    say(field, "Voici ce que vous aviez écrit.", "attente");
    touched(field, 0);
  }
}
