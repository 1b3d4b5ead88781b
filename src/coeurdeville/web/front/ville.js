// What a page of a town adds when scripts run: print, and copy its address with the state of the map.
for (const shown of document.querySelectorAll(".avec-js")) shown.hidden = false;

document.querySelector("[data-imprimer]")?.addEventListener("click", () => window.print());

document.querySelector("[data-partager]")?.addEventListener("click", async (event) => {
  const said = event.currentTarget.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = "Adresse copiée.";
  } catch {
    said.textContent = `À copier\u00a0: ${location.href}`;
  }
});
