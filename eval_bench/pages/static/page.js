// What both pages do: make elements out of text, keep what was typed, send each action until the server has it.

export const at = id => document.getElementById(id);

// el("button", {class: "good"}, "Save"): text is never read as HTML
export function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const words = list => (list || []).join(", ");

// One folder of this machine: another page at the same address keeps its own words.
const place = name => `${location.pathname}${name}`;
export const keep = {
  get(name) {
    try { return JSON.parse(localStorage.getItem(place(name))); } catch { return null; }
  },
  set(name, value) { localStorage.setItem(place(name), JSON.stringify(value)); },
  drop(name) { localStorage.removeItem(place(name)); },
};

const pause = seconds => new Promise(wake => setTimeout(wake, seconds * 1000));
let sending = false;

export const busy = () => sending;

async function asked(path, options) {
  const answer = await fetch(path, options);
  if (answer.status === 403 || answer.status >= 500) throw new Error(String(answer.status));
  at("gone").hidden = true;
  if (!answer.ok) return {fault: `The server did not understand that (${answer.status}); nothing was changed.`};
  return answer.json();
}

// Sends an action; gives what the server answers once it is on its disk. Lasts as long as the server is gone.
export async function send(path, body = {}) {
  sending = true;
  keep.set("pending", {path, body});
  for (;;) {
    try {
      const answer = await asked(path, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body),
      });
      keep.drop("pending");
      sending = false;
      return answer;
    } catch {
      at("gone").hidden = false;
      await pause(1);
    }
  }
}

// What a closed browser had not been able to send.
export async function sendRest() {
  const rest = keep.get("pending");
  if (!rest) return;
  const answer = await send(rest.path, rest.body);
  if (answer.fault) at("fault").textContent = answer.fault;
  else if (["item", "verdict"].includes(rest.path)) keep.drop(`draft:${rest.body.photo || rest.body.item}`);
}

export async function get(path) {
  for (;;) {
    try { return await asked(path); } catch { at("gone").hidden = false; await pause(1); }
  }
}

// Loads a picture before it is shown.
export const ahead = source => { new Image().src = source; };

// For what one can do without.
export const quietly = path => asked(path).catch(() => null);

setInterval(() => { if (!sending) asked("alive").catch(() => { at("gone").hidden = false; }); }, 2000);

// The key of a press that is meant for the page; "" for one that goes into a field, a dialog or the browser.
export function keyOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || at("help").open) return "";
  if (event.target.matches("input, textarea, select")) return "";
  if (event.target.matches("button") && (event.key === "Enter" || event.key === " ")) return "";
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

export function help() {
  at("help").showModal();
}
