// The admin page: asks every few seconds how far the study is. Rows are made once and then mended in place, so that
// whoever is in the middle of them keeps their place. Texts of people are only ever set as text.
"use strict";

const EVERY = 4000;
const $ = id => document.getElementById(id);
const rows = new Map();
let waiting = 0, newest = 0, asked = 0;

function made(name, parent, text = "", className = "") {
  const node = document.createElement(name);
  node.textContent = text;
  if (className) node.className = className;
  parent.append(node);
  return node;
}

function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function plural(count, one, several) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
}

function duration(seconds) {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 90 ? plural(minutes, "minute", "minutes") : plural(Math.round(minutes / 60), "hour", "hours");
}

function ago(at) {
  if (!at) return "not yet";
  const minutes = Math.floor((Date.now() / 1000 - at) / 60);
  if (minutes < 1) return "just now";
  if (minutes < 90) return `${minutes} min ago`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h ago` : `${Math.round(minutes / 1440)} days ago`;
}

function rowOf(rater) {
  if (rows.has(rater.id)) return rows.get(rater.id);
  const tr = made("tr", $("raters").tBodies[0]), row = { tr, rater };
  const cell = (name, title) => {
    row[name] = made("td", tr, "", name);
    if (title) row[name].dataset.name = title;
  };
  cell("label"); cell("state", "State"); cell("done", "Done"); cell("attention", "Attention");
  cell("seconds", "Seconds each"); cell("seen", "Last seen"); cell("buttons");
  row.name = made("bdi", row.label);
  row.copy = button(row, "Copy link", () => copy(row.rater));
  row.revoke = button(row, "Revoke", () => ask(row.rater));
  rows.set(rater.id, row);
  return row;
}

function button(row, text, act) {
  const node = made("button", row.buttons, text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function showRater(rater) {
  const row = rowOf(rater);
  row.rater = rater;
  row.tr.dataset.state = rater.state;
  put(row.name, rater.label);
  put(row.state, rater.state);
  put(row.done, rater.total ? `${rater.done} of ${rater.total}` : "–");
  put(row.attention, rater.asked ? `${rater.passed} of ${rater.asked}` : "–");
  put(row.seconds, rater.seconds === null ? "–" : rater.seconds.toFixed(1));
  put(row.seen, ago(rater.seen));
  row.copy.setAttribute("aria-label", `Copy the link of ${rater.label}`);
  const revoked = rater.state === "revoked";
  put(row.revoke, revoked ? "Remove votes" : "Revoke");
  row.revoke.setAttribute("aria-label", revoked ? `Remove the votes of ${rater.label}` : `Revoke the link of ${rater.label}`);
  row.copy.hidden = !rater.link;
  row.revoke.hidden = revoked && !rater.total;
}

function list(id, several, make, show) {
  const parent = $(id);
  while (parent.children.length > several.length) parent.lastChild.remove();
  several.forEach((one, n) => show(parent.children[n] || make(made("li", parent)), one, n));
}

function showCoverage(counts) {
  const total = counts.reduce((sum, n) => sum + n, 0);
  list("coverage", counts, li => {
    made("span", li); made("progress", li).max = total; made("span", li);
    return li;
  }, (li, count, votes) => {
    const [name, bar, number] = li.children;
    put(name, plural(votes, "vote", "votes"));
    bar.value = count;
    bar.setAttribute("aria-label", `Items with ${plural(votes, "vote", "votes")}`);
    put(number, plural(count, "item", "items"));
  });
}

function showBad(several) {
  put($("bad-count"), several.length ? String(several.length) : "none so far");
  list("bad", several, li => {
    made("img", li).loading = "lazy"; made("p", li); made("p", li, "", "soft");
    return li;
  }, (li, one) => {
    const [picture, question, people] = li.children, address = `picture/${one.number}`;
    if (picture.getAttribute("src") !== address) picture.src = address;
    picture.alt = `Picture of: ${one.question}`;
    put(question, one.question);
    put(people, `said by ${plural(one.votes, "rater", "raters")}`);
  });
}

function show(told) {
  const share = told.wanted ? Math.floor(100 * told.votes / told.wanted) : 100;
  $("bar").max = told.wanted || 1;
  $("bar").value = told.votes;
  put($("share"), `${share} %`);
  put($("said"), `${told.votes.toLocaleString("en")} of ${plural(told.wanted, "vote", "votes")} on items.`);
  put($("left"), told.votes >= told.wanted ? "All votes are in."
    : told.left === null ? "How long the rest takes shows once there are votes."
    : `The rest takes about ${duration(told.left)} of voting, of all raters together.`);
  told.raters.forEach(showRater);
  showCoverage(told.coverage);
  put($("cannot-tell"), `“I cannot tell” was said ${plural(told.cannot_tell, "time", "times")}.`);
  showBad(told.bad);
}

async function send(path, body) {
  const number = ++asked;
  const options = body ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {};
  const answer = await fetch(path, { cache: "no-store", ...options });
  const told = await answer.json().catch(() => ({ fault: "The server said something odd." }));
  if (!answer.ok) throw new Error(told.fault || "The server said no.");
  if (number > newest) { // an answer that was overtaken is old
    newest = number;
    show(told);
  }
  return told;
}

function trouble(text) {
  $("trouble").hidden = !text;
  put($("trouble"), text);
}

async function refresh() {
  clearTimeout(waiting);
  try {
    await send("progress.json");
    trouble("");
  } catch (error) {
    trouble(error instanceof TypeError ? "The server does not answer. What you see may be old; this page tries again." : error.message);
  }
  clearTimeout(waiting);
  if (!document.hidden) waiting = setTimeout(refresh, EVERY);
}

function say(text, bad = false) {
  put($("done"), text);
  $("done").classList.toggle("off", bad);
}

async function change(path, body, said) {
  try {
    say(said(await send(path, body)));
    return true;
  } catch (error) {
    say(error instanceof TypeError ? "The server does not answer; nothing was changed, as far as this page knows." : error.message, true);
    return false;
  }
}

async function copy(rater) {
  try {
    await navigator.clipboard.writeText(rater.link);
    say(`Copied: the link of ${rater.label}.`);
  } catch { // browsers allow that on https and on this machine alone
    $("link").value = rater.link;
    $("by-hand").showModal();
    $("link").select();
  }
}

function ask(rater) {
  $("sure").dataset.rater = rater.id;
  put($("sure-whom"), rater.label);
  $("forget").checked = $("forget").disabled = rater.state === "revoked";
  $("sure").showModal();
  $("keep").focus();
}

$("keep").addEventListener("click", () => $("sure").close());
$("copied").addEventListener("click", () => $("by-hand").close());
$("revoke").addEventListener("click", () => {
  const { rater } = $("sure").dataset, { label } = rows.get(rater).rater, forget = $("forget").checked;
  $("sure").close();
  change("revoke", { rater, forget }, () => forget ? `Removed: the votes of ${label}.` : `Revoked: the link of ${label}.`);
});
$("invite").addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.target, submit = form.querySelector("button");
  if (submit.disabled) return;
  submit.disabled = true;
  const body = { label: form.elements.label.value.trim(), count: Number(form.elements.count.value) };
  if (await change("invite", body, told => `Invited: ${plural(told.made.length, "rater", "raters")}, at the end of the table.`)) form.reset();
  submit.disabled = false;
  form.elements.label.focus();
});
document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(waiting) : refresh());
refresh();
