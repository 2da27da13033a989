"use strict";
// A line is a link to its evidence; with this script it is a button as well: pressed while chosen, chosen again it lets go.
const lines = [...document.querySelectorAll(".line")];
const none = "#-";

const links = [...document.querySelectorAll('.boxes a[href^="#"]')];
// The link of the box that was followed last: the way back leads to it.
let followed = null;

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
for (const link of links) link.addEventListener("click", () => { followed = link; });
document.querySelector(".back")?.addEventListener("click", (event) => {
  const from = followed?.hash === location.hash ? followed : links.find((link) => link.hash === location.hash);
  if (!from) return;
  event.preventDefault();
  location.hash = none;
  from.focus({ preventScroll: true });
  from.scrollIntoView({ block: "center" });
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.querySelector(":target")) return;
  const chosen = lines.filter((line) => line.hash === location.hash);
  location.hash = none;
  // A line and its translation share an anchor: the one that was chosen keeps the focus.
  if (!chosen.includes(document.activeElement)) chosen[0]?.focus();
});
addEventListener("hashchange", show);
show();
