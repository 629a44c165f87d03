// The backend of a packet: its questions lie in the page, its log of votes in the browser, one entry per key, so that
// two tabs add to the same log. A browser that keeps nothing is told of; the votes can be downloaded all the same.
"use strict";

const packet = JSON.parse(at("packet").textContent);
const PLACE = `packet:${packet.token}:`;

let forgetful = false;
const own = new Map(); // what this tab wrote, in case the browser keeps nothing

function keep(name, value) {
  own.set(name, value);
  try {
    localStorage.setItem(PLACE + name, JSON.stringify(value));
  } catch {
    forgetful = true;
  }
}

function everything() {
  const found = new Map(own);
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PLACE)) found.set(name.slice(PLACE.length), JSON.parse(localStorage[name]));
    }
  } catch {
    forgetful = true;
  }
  return found;
}

const agreed = () => everything().get("agreed") || "";
const log = () => [...everything()].filter(([name]) => name !== "agreed").map(([, entry]) => entry).sort((a, b) => a.at - b.at);

const offline = {
  trouble() {},
  shown: 0,
  told() {
    this.trouble(forgetful ? "forgetful" : "");
    const entries = log();
    const votes = new Map();
    for (const {task, vote} of entries) {
      votes.delete(task); // so that the last one stands last
      if (vote) votes.set(task, vote);
    }
    const real = packet.tasks.filter(one => !one.calibrating);
    const practice = packet.tasks.filter(one => one.calibrating);
    const done = real.filter(one => votes.has(one.id));
    const practiced = practice.filter(one => votes.has(one.id)).length;
    const open = packet.tasks.filter(one => !votes.has(one.id));
    const times = entries.filter(one => one.vote && one.seconds !== null).slice(-20).map(one => one.seconds).sort((a, b) => a - b);
    return {
      votes,
      step: packet.consent && !agreed() ? "consent" : open.length ? "vote" : "done",
      done: done.length,
      total: real.length,
      calibration: practiced < practice.length ? {done: practiced, total: practice.length} : null,
      left: times.length < 3 ? null : times[Math.floor(times.length / 2)] * (real.length - done.length),
      undo: done.length > 0,
      more: false,
      task: open.length ? {...open[0], picture: at(`picture-${open[0].picture}`).textContent, vote: ""} : null,
      next: open.length > 1 ? at(`picture-${open[1].picture}`).textContent : null,
    };
  },
  write(task, vote, seconds) {
    const last = log().at(-1);
    const action = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
    keep(action, {task, vote, action, at: Math.max(Date.now(), last ? last.at + 1 : 0), seconds});
  },
  state() {
    this.shown = performance.now();
    return this.told();
  },
  agree() {
    keep("agreed", new Date().toISOString());
    return this.state();
  },
  vote(id, vote) {
    const seconds = Math.round(performance.now() - this.shown) / 1000;
    this.write(id, vote, seconds);
    const {known, why, passes, calibrating} = packet.tasks.find(one => one.id === id);
    const next = this.state();
    next.rest = !calibrating && next.step === "vote" && next.done % packet.rest === 0;
    if (calibrating) next.feedback = {vote, known, why, passed: passes.includes(vote)};
    return next;
  },
  undo() {
    const real = [...this.told().votes.keys()].filter(id => !packet.tasks.find(one => one.id === id).calibrating);
    if (real.length) this.write(real.at(-1), "", null);
    return this.state();
  },
  more() { return this.state(); },
  save() {
    const text = JSON.stringify({packet: packet.token, agreed: agreed(), log: log()}, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    link.download = "votes.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
};

const backend = {save: () => offline.save()};
for (const name of ["state", "agree", "vote", "undo", "more"]) backend[name] = async (...given) => offline[name](...given);
offline.trouble = kind => backend.trouble && backend.trouble(kind);
addEventListener("storage", event => { if (event.key && event.key.startsWith(PLACE)) backend.changed(); });
addEventListener("beforeunload", event => { if (forgetful && own.size) event.preventDefault(); });
start(backend);
