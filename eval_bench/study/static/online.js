// The backend of a page that a server keeps. An action has a name by chance and is sent until the server has answered:
// sent twice, it counts once. A vote that waits is kept in the browser, if it keeps anything, and sent by the next page.
"use strict";

const KEPT = `${location.pathname}#`;
const wait = seconds => new Promise(wake => {
  setTimeout(wake, seconds * 1000);
  addEventListener("online", wake, {once: true});
});

function chance() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}

const volatile = new Set(); // votes on their way that the browser does not keep, as in a private window
const kept = {
  put(action, body) {
    try {
      localStorage.setItem(KEPT + action, JSON.stringify(body));
    } catch {
      volatile.add(action);
    }
  },
  drop(action) {
    volatile.delete(action);
    try {
      localStorage.removeItem(KEPT + action);
    } catch { /* there is nothing to remove */ }
  },
  all() {
    try {
      return Object.keys(localStorage).filter(name => name.startsWith(KEPT)).map(name => JSON.parse(localStorage[name]))
        .sort((a, b) => a.at - b.at).map(({at, ...body}) => body);
    } catch {
      return [];
    }
  },
};

const online = {
  trouble() {},
  async send(path, body) {
    const options = body && {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)};
    for (let tries = 0; ; tries += 1) {
      const late = AbortSignal.timeout ? AbortSignal.timeout(20000) : null; // not in old browsers
      const answer = await fetch(path, {...options, signal: late, cache: "no-store"}).catch(() => null);
      const told = answer && await answer.json().catch(() => null);
      const again = Number(answer && answer.headers.get("Retry-After")) || Math.min(10, 2 ** tries / 2);
      if (answer && answer.status === 429) this.trouble("slow");
      else if (answer && answer.status === 503) this.trouble("unsaved");
      else if (!answer || answer.status >= 500 || (answer.ok && !told)) this.trouble("gone");
      else {
        this.trouble("");
        if (answer.ok) return told;
        throw {status: answer.status, fault: (told && told.fault) || "That did not work. Please load the page again."};
      }
      await wait(Math.min(again, 60));
    }
  },
  async act(path, body) {
    const action = chance();
    if (path === "vote") kept.put(action, {...body, action, at: Date.now()});
    try {
      const told = await this.send(path, {...body, action});
      kept.drop(action);
      return told;
    } catch (fault) {
      if (fault.status !== 403) kept.drop(action); // a link that opens again later brings it
      throw fault;
    }
  },
  state() { return this.send("state"); },
  agree() { return this.act("agree", {}); },
  vote(task, vote) { return this.act("vote", {task, vote}); },
  undo() { return this.act("undo", {}); },
  more() { return this.act("more", {}); },
  async rest() {
    for (const body of kept.all()) {
      try {
        await this.send("vote", body);
      } catch (fault) {
        if (fault.status === 403) return; // the page says why
      }
      kept.drop(body.action);
    }
  },
};

const backend = Object.fromEntries(["state", "agree", "vote", "undo", "more"].map(name => [name, online[name].bind(online)]));
online.trouble = kind => backend.trouble && backend.trouble(kind);
addEventListener("beforeunload", event => { if (volatile.size) event.preventDefault(); });
let early = online.rest();
const first = backend.state;
backend.state = async () => { await early; backend.state = first; return first(); };
start(backend);
