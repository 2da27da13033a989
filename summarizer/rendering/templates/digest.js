"use strict";
// A line is a link to its evidence; with this script it is a button as well: pressed while chosen, chosen again it lets go.
const lines = [...document.querySelectorAll(".line")];
const none = "#-";

function show() {
  for (const line of lines) line.setAttribute("aria-pressed", String(line.hash === location.hash));
}

for (const line of lines) {
  line.setAttribute("role", "button");
  line.addEventListener("click", (event) => {
    if (line.hash !== location.hash) return;
    event.preventDefault();
    location.hash = none;
  });
  line.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    line.click();
  });
}
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.querySelector(":target")) return;
  const chosen = lines.filter((line) => line.hash === location.hash);
  location.hash = none;
  // A line and its translation share an anchor: the one that was chosen keeps the focus.
  if (!chosen.includes(document.activeElement)) chosen[0]?.focus();
});
addEventListener("hashchange", show);
show();
