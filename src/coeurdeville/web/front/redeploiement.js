// Says under the matrix which town and which service the pointer is on, and what the cell says.
const region = document.querySelector(".redeploiement .matrix");
if (region) {
  const line = document.createElement("p");
  line.className = "lu";
  line.hidden = true;
  line.setAttribute("aria-hidden", "true"); // a table already says it to who hears it
  region.after(line);
  const titles = [...region.querySelectorAll("thead th[scope=col] a")];
  const say = (cell) => {
    const rank = [...cell.parentElement.querySelectorAll("td")].indexOf(cell);
    const town = cell.parentElement.querySelector("th.commune");
    line.hidden = !(town && titles[rank]);
    if (!line.hidden) line.textContent = `${town.textContent}, ${titles[rank].textContent.trim()} : ${cell.textContent}`.replace(" :", "\u00a0:");
  };
  region.addEventListener("pointerover", (event) => {
    const cell = event.target.closest("tbody td");
    if (cell) say(cell);
  });
  region.addEventListener("pointerleave", () => { line.hidden = true; });
}
