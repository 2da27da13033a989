"use strict";
// Sent once: the button says that the article is being read, and is itself again when the page is come back to.
const form = document.querySelector("form");
const button = form.querySelector("button");
const words = button.textContent;

form.addEventListener("submit", (event) => {
  if (button.getAttribute("aria-disabled") === "true") event.preventDefault();
  button.setAttribute("aria-disabled", "true");
  button.textContent = form.dataset.busy;
});
addEventListener("pageshow", () => {
  button.removeAttribute("aria-disabled");
  button.textContent = words;
});
