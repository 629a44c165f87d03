import {ahead, at, busy, el, get, help, keep, keyOf, send, sendRest, words} from "./page.js";

const FIELDS = ["question", "answer", "accept", "refuse", "options"];
const LISTS = ["accept", "refuse", "options"];
const STATES = ["unvalidated", "accepted", "mended", "refused"];
const form = at("mend");
const query = new URLSearchParams(location.search);
let items = [], now = "", undo = 0;

const item = () => items.find(one => one.id === now);
const source = one => `picture/${encodeURIComponent(one.id)}?${one.sha256}`;
const fits = one => (!at("ability").value || one.ability === at("ability").value)
  && (!at("state").value || one.state === at("state").value);

function row(name, list, kind) {
  return list.length ? [el("dt", {}, name), el("dd", {class: kind}, ...list.map(w => el("span", {dir: "auto"}, w)))] : [];
}

function show() {
  const one = item(), view = items.filter(other => fits(other) || other.id === now);
  at("main").hidden = !one;
  progress();
  if (!one) return;
  if (at("picture").getAttribute("src") !== source(one)) at("picture").src = source(one);
  at("picture").alt = `the picture of item ${one.id}`;
  at("place").textContent = `${view.indexOf(one) + 1} of ${view.length} · ${one.id}`;
  const odd = one.odd === null ? [] : [one.odd ? "odd picture" : "ordinary picture"];
  const tags = [one.ability, {yes_no: "yes or no", wh: "what, who, where …", either_or: "either or"}[one.style], ...odd,
    ...(one.held_out ? ["held out"] : [])];
  at("tags").replaceChildren(...tags.map(tag => el("span", {}, tag)), el("span", {class: one.state}, one.state));
  at("question").textContent = one.question;
  at("answer").textContent = one.answer;
  at("words").replaceChildren(...row("accepted", one.accept, "yes"), ...row("refused", one.refuse, "no"),
    ...row("options", one.options, ""), ...row("keyword", one.head ? [one.head] : [], ""));
  at("undo").disabled = !undo;
  at("why").hidden = true;
  const draft = keep.get(`draft:${one.id}`);
  if (draft) edit(draft); else close();
  for (const next of [following(1, true), following(1)]) if (next) ahead(source(next));
}

function progress() {
  const done = items.filter(one => one.state !== "unvalidated").length;
  at("bar").max = items.length || 1;
  at("bar").value = done;
  at("done").textContent = `${done} of ${items.length} judged`;
  const abilities = [...new Set(items.map(one => one.ability))];
  const head = el("tr", {}, el("th", {}, "ability"), ...STATES.map(state => el("th", {}, state)));
  at("counts").replaceChildren(head, ...abilities.map(name => el("tr", {}, el("td", {}, name), ...STATES.map(state =>
    el("td", {}, String(items.filter(one => one.ability === name && one.state === state).length))))));
}

function go(id) {
  now = id;
  at("fault").textContent = "";
  const address = new URLSearchParams();
  for (const name of ["ability", "state"]) if (at(name).value) address.set(name, at(name).value);
  if (id) address.set("item", id);
  history.replaceState(null, "", `?${address}`);
  show();
}

// The next item that fits the filters, from the one shown; also only those that nobody has judged.
function following(step, unjudged = false) {
  const from = items.findIndex(one => one.id === now);
  const order = items.map((_, i) => items[(from + step * (i + 1) + items.length * 2) % items.length]);
  return order.find(one => one && fits(one) && (!unjudged || one.state === "unvalidated"));
}

function move(step, unjudged = false) {
  const next = following(step, unjudged);
  if (!next && unjudged) at("said").textContent += " Everything here is judged.";
  return go(next ? next.id : now);
}

async function judge(verdict) {
  if (busy() || !item()) return;
  const id = now;
  at("fault").textContent = "";
  at("said").textContent = "saving …";
  const answer = await send("verdict", {item: id, ...verdict});
  take(answer, `saved: ${id} ${verdict.state}.`);
  if (answer.fault) return;
  keep.drop(`draft:${id}`);
  form.hidden = true;
  move(1, true);
}

function take(answer, said) {
  at("said").textContent = answer.fault ? "" : said;
  at("fault").textContent = answer.fault || "";
  if (answer.fault) return;
  items = items.map(one => (one.id === answer.item.id ? answer.item : one));
  undo = answer.undo;
}

async function takeBack() {
  if (busy()) return;
  const answer = await send("undo");
  take(answer, `taken back: ${answer.item?.id} is ${answer.item?.state} again.`);
  if (!answer.fault) go(answer.item.id);
}

function edit(values) {
  for (const name of FIELDS) form.elements[name].value = values[name];
  form.hidden = false;
  at("shown").hidden = at("keys").hidden = true;
  form.elements.question.focus();
}

function close() {
  form.hidden = true;
  at("shown").hidden = at("keys").hidden = false;
  if (form.contains(document.activeElement)) document.activeElement.blur();
}

function leave() {
  keep.drop(`draft:${now}`);
  at("fault").textContent = "";
  close();
}

function mend() {
  const one = item();
  if (one && !busy()) edit({...one, ...Object.fromEntries(LISTS.map(name => [name, words(one[name])]))});
}

const typed = () => Object.fromEntries(FIELDS.map(name => [name, form.elements[name].value]));
const save = () => judge({state: "mended", ...typed()});

function refuse() {
  if (busy()) return;
  at("why").hidden = !at("why").hidden;
  if (!at("why").hidden) at("why").querySelector("button").focus();
}

form.addEventListener("input", () => keep.set(`draft:${now}`, typed()));
form.addEventListener("submit", event => { event.preventDefault(); save(); });
form.addEventListener("keydown", event => {
  if (event.isComposing) return;
  if (event.key === "Escape") leave();
  if (event.key === "Enter" && event.target.matches("textarea, input")) { event.preventDefault(); save(); }
});
at("leave").addEventListener("click", leave);
at("accept").addEventListener("click", () => judge({state: "accepted"}));
at("open-mend").addEventListener("click", mend);
at("refuse").addEventListener("click", refuse);
at("undo").addEventListener("click", takeBack);
at("on").addEventListener("click", () => move(1));
at("back").addEventListener("click", () => move(-1));
at("stay").addEventListener("click", () => { at("why").hidden = true; });
at("ask-help").addEventListener("click", help);
for (const button of at("why").querySelectorAll("[data-reason]"))
  button.addEventListener("click", () => judge({state: "refused", reason: button.dataset.reason}));
for (const name of ["ability", "state"])
  at(name).addEventListener("change", () => { at(name).blur(); if (item() && fits(item())) go(now); else move(1); });

const KEYS = {a: () => judge({state: "accepted"}), m: mend, r: refuse, u: takeBack, j: () => move(1), k: () => move(-1),
  ArrowRight: () => move(1), ArrowLeft: () => move(-1), "?": help};
document.addEventListener("keydown", event => {
  const key = keyOf(event);
  if (!key || !form.hidden) return;
  if (!at("why").hidden) {
    const button = at("why").querySelectorAll("[data-reason]")[Number(key) - 1];
    if (button) button.click();
    else if (key === "Escape") at("why").hidden = true;
    else return;
  } else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});

await sendRest();
({items, undo} = await get("items"));
at("ability").append(el("option", {value: ""}, "all"),
  ...[...new Set(items.map(one => one.ability))].map(name => el("option", {}, name)));
for (const name of ["ability", "state"]) {
  const wish = query.get(name) || "";
  if ([...at(name).options].some(option => option.value === wish)) at(name).value = wish;
}
const first = items.find(one => one.id === query.get("item"))
  || items.find(one => fits(one) && one.state === "unvalidated") || items.find(fits) || items[0];
go(first ? first.id : "");
