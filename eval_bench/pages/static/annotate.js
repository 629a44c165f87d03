import {ahead, at, busy, el, get, help, keep, keyOf, quietly, send, sendRest, words} from "./page.js";

const FIELDS = ["head", "refuse", "question", "answer", "accept", "options"];
const LISTS = ["accept", "refuse", "options"];
const RIGHTS = ["license", "credit", "source"];
const form = at("item"), rights = at("rights");
const EMPTY = {ability: "", style: "", odd: null, instead: "", touched: false};
let table = {photos: [], items: []}, now = "", chosen = {...EMPTY}, once = "", offered = 0;

const photo = () => table.photos.find(one => one.id === now);
const own = () => table.items.filter(one => one.photo === now);
const typed = (from, names) => Object.fromEntries(names.map(name => [name, from.elements[name].value]));
const differs = () => RIGHTS.some(name => rights.elements[name].value.trim() !== photo()[name]);
const say = (said, fault = "") => { at("said").textContent = said; at("fault").textContent = fault; };

function show() {
  const one = photo(), index = table.photos.indexOf(one);
  at("main").hidden = !one;
  if (!one) return;
  const source = `picture/${one.id}`;
  if (at("picture").getAttribute("src") !== source) at("picture").src = source;
  at("picture").alt = `photograph ${one.name}`;
  at("place").textContent = `${index + 1} of ${table.photos.length} · ${one.name}${one.skip ? " · skipped" : ""}`;
  at("skip").querySelector("span").textContent = one.skip ? "Take it after all" : "Skip";
  at("items").replaceChildren(...own().map(item => {
    const change = el("button", {type: "button", "aria-label": `change ${item.id}`}, "Change");
    change.addEventListener("click", () => load(item));
    return el("div", item.id === chosen.instead ? {class: "now"} : {},
      el("span", {}, `${item.ability}: `, el("bdi", {}, item.question), " ", el("bdi", {class: "soft"}, item.answer)), change);
  }));
  const done = table.photos.filter(p => p.skip || table.items.some(item => item.photo === p.id)).length;
  at("bar").max = table.photos.length;
  at("bar").value = done;
  at("done").textContent = `${done} of ${table.photos.length} photographs, ${table.items.length} items`;
  missing();
  if (table.photos[index + 1]) ahead(`picture/${table.photos[index + 1].id}`);
}

function missing() {
  const columns = [["items", "items"], ["what …", "wh"], ["yes", "yes"], ["no", "no"], ["right one first", "first"],
    ["second", "second"], ["odd", "odd"], ["ordinary", "ordinary"]];
  const pairs = {yes: "no", no: "yes", first: "second", second: "first", odd: "ordinary", ordinary: "odd"};
  const kind = (count, name) => (name === "items" && count.items >= table.n ? "full"
    : pairs[name] && count[pairs[name]] - count[name] > 1 ? "off" : "");
  at("counts").replaceChildren(
    el("tr", {}, el("th", {}, "ability"), ...columns.map(([title]) => el("th", {}, title))),
    ...Object.entries(table.balance).map(([ability, count]) => el("tr", {}, el("td", {}, ability),
      ...columns.map(([, name]) => el("td", {class: kind(count, name)}, String(count[name] ?? ""))))));
  at("left-out").replaceChildren(...table.left_out.map(line => {
    const item = table.items.find(other => line.startsWith(`${other.id}:`));
    if (!item || table.photos.some(one => one.id === item.photo)) return el("li", {dir: "auto"}, line);
    const button = el("button", {type: "button", "aria-label": `delete ${item.id}`}, "Delete it");
    button.addEventListener("click", () => drop(item.id));
    return el("li", {dir: "auto"}, line, " ", button);
  }));
}

function showRights() {
  const one = photo(), before = table.photos.slice(0, table.photos.indexOf(one)).reverse();
  const has = other => RIGHTS.some(name => other[name]);
  const draft = keep.get(`rights:${now}`), from = draft || (has(one) ? one : before.find(has) || one);
  for (const name of RIGHTS) rights.elements[name].value = from[name];
  tellRights(from !== one && !draft);
}

function tellRights(taken = false) {
  const [license, ...others] = RIGHTS.map(name => rights.elements[name].value.trim());
  const lacks = !license || !others.some(Boolean);
  at("rights-said").className = lacks || taken || differs() ? "open" : "soft";
  at("rights-said").textContent = lacks ? "Without a license, and a credit or source, its items stay out."
    : taken ? "As of a photograph before. Is it so here too? Then it is saved with the item."
      : differs() ? "Not saved yet: Enter saves it, and so does saving an item." : "Saved.";
}

// Sends an action; whether it was done. Else the page says why not, and stays as it is.
async function done(path, body) {
  const answer = await send(path, body);
  if (answer.fault) say("", answer.fault); else table = answer;
  return !answer.fault;
}

async function saveRights() {
  if (busy() || !photo() || !differs()) return true;
  if (!await done("rights", {photo: now, ...typed(rights, RIGHTS)})) return false;
  keep.drop(`rights:${now}`);
  show();
  showRights();
  return true;
}

function showChosen() {
  for (const button of at("abilities").children) button.setAttribute("aria-pressed", String(button.dataset.ability === chosen.ability));
  for (const button of at("styles").querySelectorAll("[data-style]")) button.setAttribute("aria-pressed", String(button.dataset.style === chosen.style));
  at("odd").hidden = chosen.ability !== "joke";
  at("odd").setAttribute("aria-pressed", String(chosen.odd !== null));
  at("odd").querySelector("span").textContent = chosen.odd === null ? "odd or ordinary?" : chosen.odd ? "odd" : "ordinary";
  at("title").textContent = chosen.instead ? `Change ${chosen.instead}` : "New item";
  at("other").querySelector("span").textContent = chosen.style === "either_or"
    ? "the other one, which is not there" : "refused words, between commas";
  suggest();
}

function fill(values) {
  for (const name of FIELDS) form.elements[name].value = values[name] ?? "";
}

function clear() {
  keep.drop(`draft:${now}`);
  chosen = {...EMPTY};
  once = crypto.randomUUID();
  form.reset();
  showChosen();
  show();
}

function draft() {
  keep.set(`draft:${now}`, {chosen, once, values: typed(form, FIELDS)});
}

function load(item) {
  chosen = {ability: item.ability, style: item.style, odd: item.odd, instead: item.id, touched: true};
  once = crypto.randomUUID();
  fill({...item, ...Object.fromEntries(LISTS.map(name => [name, words(item[name])]))});
  say("");
  showChosen();
  show();
  form.elements.question.focus();
}

function go(id) {
  now = id;
  if (!photo()) return;
  const kept = keep.get(`draft:${now}`);
  ({chosen, once} = kept || {chosen: {...EMPTY}, once: crypto.randomUUID()});
  fill(kept ? kept.values : {});
  document.activeElement?.blur();
  showRights();
  showChosen();
  show();
}

async function move(step) {
  if (busy()) return;
  if (!keep.get(`draft:${now}`)) keep.drop(`rights:${now}`);
  const index = table.photos.indexOf(photo()) + step;
  if (!table.photos[index]) return say(step > 0 ? "This is the last photograph." : "This is the first photograph.");
  say("");
  go(table.photos[index].id);
  await done(`at/${now}`);
}

async function save() {
  if (busy()) return;
  if (!chosen.ability) return say("", "Choose an ability: its letter, after Esc.");
  if (!chosen.style) return say("", "Choose the style of the question: 1, 2 or 3, after Esc.");
  say("saving …");
  if (!await saveRights()) return;
  const {touched, ...rest} = chosen;
  draft();
  if (!await done("item", {photo: now, once, ...rest, ...typed(form, FIELDS)})) return;
  clear();
  document.activeElement?.blur();
  say("saved.");
}

async function remove() {
  if (busy() || !chosen.instead) return say("", "First choose an item of this photograph: E.");
  const id = chosen.instead;
  if (!await done(`delete/${id}`)) return;
  chosen.instead = "";
  draft();
  showChosen();
  show();
  say(`deleted: ${id}. It still stands in the form: Enter writes it again, Z clears it.`);
}

async function drop(id) {
  if (busy() || !await done(`delete/${id}`)) return;
  show();
  say(`deleted: ${id}.`);
}

async function skip() {
  if (busy() || !await done(`skip/${now}`)) return;
  say(photo().skip ? "skipped." : "");
  show();
  if (photo().skip) await move(1);
}

function before() {
  const items = own(), index = items.findIndex(item => item.id === chosen.instead);
  if (!items.length) return say("", "This photograph has no items yet.");
  load(items[index > 0 ? index - 1 : items.length - 1]);
}

// What is accepted, guessed from the answer as long as nobody has typed it.
function guess() {
  if (chosen.touched) return;
  const answer = form.elements.answer.value.trim().replace(/[.!]+$/, "");
  form.elements.accept.value = chosen.style === "yes_no" ? (/^(yes|no)\b/i.exec(answer) || [""])[0].toLowerCase()
    : answer.replace(/^(it|this|that|he|she|they|these|those|there|the [^,]*?)('s| is| are| was| were) /i, "")
      .replace(/^(a|an|the) /i, "").toLowerCase();
}

async function suggest() {
  const mine = offered += 1, {head, refuse} = typed(form, ["head", "refuse"]);
  if (!chosen.ability || !chosen.style) return at("suggestions").replaceChildren();
  const asked = new URLSearchParams({ability: chosen.ability, style: chosen.style, head, other: refuse.split(",")[0]});
  const answer = await quietly(`suggest?${asked}`);
  if (mine !== offered || !answer) return undefined;
  return at("suggestions").replaceChildren(...answer.questions.map((question, i) => {
    const button = el("button", {type: "button"}, el("kbd", {}, `Alt ${i + 1}`), " ", question);
    button.addEventListener("click", () => {
      form.elements.question.value = question;
      draft();
      (question.includes("…") ? form.elements.question : form.elements.answer).focus();
    });
    return el("li", {}, button);
  }));
}

function choose(what) {
  chosen = {...chosen, ...what};
  guess();
  draft();
  showChosen();
  if (chosen.ability && chosen.style && !("odd" in what)) form.elements.head.focus();
}

for (const button of at("abilities").children) button.addEventListener("click", () => choose({ability: button.dataset.ability}));
for (const button of at("styles").querySelectorAll("[data-style]")) button.addEventListener("click", () => choose({style: button.dataset.style}));
at("odd").addEventListener("click", () => choose({odd: !chosen.odd}));
form.addEventListener("input", event => {
  if (event.target.name === "accept") chosen.touched = true;
  if (event.target.name === "answer") guess();
  if (["head", "refuse"].includes(event.target.name)) suggest();
  draft();
});
for (const one of [form, rights]) {
  one.addEventListener("submit", event => { event.preventDefault(); if (one === form) save(); else { document.activeElement.blur(); saveRights(); } });
  one.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Escape") document.activeElement.blur();
    if (event.key === "Enter" && event.target.matches("textarea")) { event.preventDefault(); save(); }
    if (event.key === "Enter" && one === rights) { event.preventDefault(); document.activeElement.blur(); saveRights(); }
  });
}
rights.addEventListener("input", () => { keep.set(`rights:${now}`, typed(rights, RIGHTS)); tellRights(); });
at("leave").addEventListener("click", () => { clear(); say(""); });
at("on").addEventListener("click", () => move(1));
at("back").addEventListener("click", () => move(-1));
at("skip").addEventListener("click", skip);
at("ask-help").addEventListener("click", help);

const KEYS = {n: () => move(1), ArrowRight: () => move(1), b: () => move(-1), ArrowLeft: () => move(-1), x: skip, e: before,
  d: remove, z: () => at("leave").click(), k: () => form.elements.head.focus(), q: () => form.elements.question.focus(),
  g: () => rights.elements.license.focus(), o: () => { if (!at("odd").hidden) at("odd").click(); }, Enter: save, "?": help};
document.addEventListener("keydown", event => {
  if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    event.preventDefault();
    return at("suggestions").children[Number(event.code.slice(5)) - 1]?.firstChild.click();
  }
  const key = keyOf(event);
  const button = key.length === 1 && [...document.querySelectorAll("[data-key]")].find(one => one.dataset.key === key && !one.hidden);
  if (!key || !(button || KEYS[key])) return undefined;
  event.preventDefault();
  return button ? button.click() : KEYS[key]();
});

await sendRest();
table = await get("table");
const last = table.photos.find(one => one.id === table.last);
go((last || table.photos[0]).id);
