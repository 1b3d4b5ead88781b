// A file dropped on its zone takes the place of one chosen by hand; its name is said. The field works without this.
for (const zone of document.querySelectorAll("[data-depot]")) {
  const input = zone.querySelector("input[type=file]");
  const said = zone.querySelector("[data-choisi]");
  const over = (shown) => zone.classList.toggle("survol", shown);
  zone.querySelector("[data-glisser]").hidden = false;

  const tell = () => {
    const file = input.files[0];
    said.textContent = file ? `Choisi\u00a0: ${file.name}` : "";
  };
  input.addEventListener("change", tell);
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      over(true);
    });
  }
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      tell();
    }
  });
}
