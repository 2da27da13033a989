"use strict";
// The search: every word asked for stands in an article's title, points, terms or names, whatever its case and accents.
const most = 100;
const query = document.querySelector("#query");
const found = document.querySelector("#found");
const elsewhere = document.querySelector("#elsewhere");
const articles = [...document.querySelectorAll(".article")];
const groups = [...document.querySelectorAll(".group")].filter((group) => group !== elsewhere);
const radios = [...document.querySelectorAll("[name=language]")];
let haystacks = null;
let others = null;

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase();
}

function load() {
  const data = document.querySelector("#others");
  haystacks = articles.map((article) => fold(article.textContent));
  others = data ? JSON.parse(data.textContent).map((row) => ({ row, haystack: fold(row.slice(1).join(" ")) })) : [];
}

function entry([address, title, lang, date, scoop]) {
  const item = document.createElement("li");
  const heading = document.createElement("h3");
  const link = document.createElement("a");
  const note = document.createElement("p");
  const text = document.createElement("p");
  item.className = "article";
  item.lang = lang;
  item.dataset.lang = lang;
  link.href = address;
  link.textContent = title || address;
  heading.dir = text.dir = "auto";
  heading.append(link);
  note.className = "note";
  note.textContent = date;
  text.className = "scoop";
  text.textContent = scoop;
  item.append(heading, note, text);
  return item;
}

function search() {
  const words = fold(query ? query.value : "").split(/\s+/).filter(Boolean);
  const lang = radios.find((radio) => radio.checked)?.value ?? "";
  const matches = (haystack, own) => (!lang || own === lang) && words.every((word) => haystack.includes(word));
  const asked = words.length > 0 || lang !== "";
  if (asked && !haystacks) load();
  let count = 0;
  articles.forEach((article, place) => {
    const seen = !asked || matches(haystacks[place], article.dataset.lang);
    article.hidden = !seen;
    count += seen;
  });
  for (const group of groups) group.hidden = !group.querySelector(".article:not([hidden])");
  if (elsewhere) {
    const more = asked ? others.filter(({ row, haystack }) => matches(haystack, row[2])) : [];
    elsewhere.querySelector("ol").replaceChildren(...more.slice(0, most).map(({ row }) => entry(row)));
    elsewhere.hidden = !more.length;
    count += more.length;
  }
  const phrase = count === 1 ? found.dataset.one : found.dataset.many;
  found.textContent = asked && query ? phrase.replace("{count}", count.toLocaleString(document.documentElement.lang)) : "";
}

if (query) {
  document.querySelector("#search").hidden = false;
  query.addEventListener("input", search);
}
for (const radio of radios) radio.addEventListener("change", search);
search();
// Whoever comes back from an article finds the words and the language that the browser keeps.
addEventListener("pageshow", search);
