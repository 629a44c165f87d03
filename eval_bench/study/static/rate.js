// The rating page: shows the state that a backend tells, and hands it votes. Texts are set as text, never as HTML.
//
// start(backend): backend = {state(), agree(), vote(task, vote), undo(), more()}, promises of a state; a promise that is
// refused brings {status, fault}. backend.trouble is set here and tells what hinders it. backend.save() downloads votes.
"use strict";

const at = id => document.getElementById(id);
const GUARD = 400; // ms in which a new picture cannot be voted on: a second press was meant for the one before
const LOOK_AWAY = 30; // s after which a page that comes back to the front asks anew: its time starts again
const TROUBLES = {
  gone: "No connection. Your last answer is kept here and is sent as soon as the connection is back.",
  slow: "One moment: you are faster than the page. Your answer is on its way.",
  unsaved: "Your answer could not be saved just now. The page keeps it and tries again by itself.",
  forgetful: "This browser does not remember your votes. Please download them before you close the page.",
};

function minutes(seconds) {
  const found = Math.round(seconds / 60);
  if (found <= 1) return "about a minute left";
  return found < 100 ? `about ${found} minutes left` : `about ${Math.round(found / 60)} hours left`;
}

function start(backend) {
  let state = null;
  let busy = true; // an action is on its way
  let ready = false; // the picture is there
  let lost = false; // it does not load
  let since = 0; // ms, when what is seen appeared
  let waiting = false; // feedback, a break or the beginning: Enter goes on
  let introduced = false;
  let chosen = "";
  let away = 0;
  const votes = [...document.querySelectorAll("[data-vote]")];

  const settled = () => performance.now() - since >= GUARD;
  const voting = () => state !== null && state.step === "vote" && !waiting && !busy;
  const mayVote = vote => voting() && settled() && (ready || (lost && ["cannot_tell", "bad_item"].includes(vote)));
  const mayUndo = () => state !== null && Boolean(state.undo) && !busy && at("feedback").hidden && at("start").hidden;

  function mark() {
    document.body.setAttribute("aria-busy", String(busy));
    for (const button of votes) {
      button.setAttribute("aria-disabled", String(!mayVote(button.dataset.vote)));
      button.classList.toggle("chosen", button.dataset.vote === chosen);
    }
    at("undo").setAttribute("aria-disabled", String(!mayUndo()));
    const over = at("said").scrollHeight - at("said").clientHeight - at("said").scrollTop;
    at("below").hidden = at("vote").hidden || over < 24;
  }

  function appeared() {
    since = performance.now();
    setTimeout(mark, GUARD + 20);
    mark();
  }

  function step(id, title) {
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== id;
    at("top").hidden = ["consent", "start", "full", "closed"].includes(id);
    document.body.dataset.step = id;
    if (title) at(title).focus();
    scrollTo(0, 0);
    appeared();
  }

  function progress() {
    const practice = state.calibration;
    const place = practice ? `Practice ${Math.min(practice.done + 1, practice.total)} of ${practice.total}`
      : state.step === "done" ? `All ${state.total} done`
      : `${state.done + 1} of ${state.total}${state.left === null ? "" : ` · ${minutes(state.left)}`}`;
    at("bar").max = (practice || state).total || 1;
    at("bar").value = (practice || state).done;
    at("place").textContent = place;
    return place;
  }

  function load(url) {
    ready = lost = false;
    at("lost").hidden = true;
    const picture = new Image();
    picture.alt = "The picture that the question is about";
    picture.id = "picture";
    picture.onload = () => { if (picture.isConnected) { ready = true; appeared(); } };
    picture.onerror = () => { if (picture.isConnected) { lost = true; at("lost").hidden = false; appeared(); } };
    at("frame").replaceChildren(picture);
    picture.src = url;
  }

  function paragraph(name, text) {
    const made = document.createElement("article");
    const [title, words] = [document.createElement("h2"), document.createElement("p")];
    title.textContent = name;
    words.textContent = text;
    words.dir = "auto";
    made.append(title, words);
    return made;
  }

  function show() {
    const {task} = state;
    waiting = false;
    chosen = task.vote;
    const focused = votes.includes(document.activeElement);
    const names = task.texts.length > 1 ? ["Answer 1", "Answer 2"] : ["Answer"];
    at("question").textContent = task.question;
    at("texts").replaceChildren(...task.texts.map((text, i) => paragraph(names[i], text)));
    at("kind").hidden = !task.calibrating;
    at("kind").textContent = "Practice: this one does not count";
    if (at("reference")) {
      at("reference").hidden = !task.reference;
      at("answer").textContent = task.reference ? task.reference.answer : "";
      at("accept").replaceChildren(...(task.reference ? words(task.reference.accept) : []));
    }
    at("feedback").hidden = true;
    at("keys").hidden = false;
    load(task.picture);
    if (state.next) new Image().src = state.next;
    step("vote", focused ? "" : "question");
    at("said").scrollTop = at("vote").scrollTop = 0;
    const read = task.texts.map((text, i) => `${names[i]}: ${text}`).join(" ");
    tell(`${progress()}. ${focused ? `Question: ${task.question} ` : ""}${read}`);
  }

  function words(list) {
    return list.flatMap((word, i) => {
      const made = document.createElement("span");
      made.textContent = word;
      made.dir = "auto";
      return i ? [" ", made] : ["Words that count: ", made];
    });
  }

  const tell = text => { at("live").textContent = text; };

  function pause(id, title) {
    waiting = true;
    step(id, title);
  }

  function feedback(next) {
    const {passed, known, why} = next.feedback;
    const button = votes.find(one => one.dataset.vote === known);
    at("verdict").textContent = passed ? "Yes, we see it the same way."
      : `We see it differently: ${button.dataset.name.toLowerCase()}.`;
    at("why").textContent = why;
    at("feedback").className = passed ? "passed" : "";
    at("feedback").hidden = false;
    at("keys").hidden = true;
    waiting = true;
    at("verdict").focus();
    tell(`${at("verdict").textContent} ${why}`);
    appeared();
  }

  function draw(next) {
    const told = state !== null && next.feedback && state.step === "vote";
    state = next;
    if (told) return feedback(next);
    if (next.step === "consent") return step("consent", "consent-title");
    if (next.step === "full") return step("full", "full-title");
    const first = next.step === "vote" && !next.done && !(next.calibration && next.calibration.done);
    if (next.step === "done") {
      progress();
      at("offer").hidden = !next.more;
      step("done", "done-title");
      return tell("Everything is answered. Thank you!");
    }
    if (first && !introduced) {
      const practice = next.calibration;
      at("practice").hidden = !practice;
      if (practice) at("practice").textContent = `The first ${practice.total} are for practice: you see at once what we would have said.`;
      return pause("start", "start-title");
    }
    introduced = true;
    if (!next.rest) return show();
    progress();
    at("rested").textContent = `${next.done} of ${next.total} are done${next.left === null ? "" : `, ${minutes(next.left)}`}. Well done!`;
    pause("rest", "rest-title");
  }

  async function act(action, vote) {
    busy = true;
    chosen = vote || chosen;
    mark();
    try {
      const next = await action();
      busy = false;
      draw(next);
    } catch (fault) {
      if (!fault.fault) throw fault;
      busy = false;
      if (fault.status === 403) {
        at("closed-why").textContent = fault.fault;
        return step("closed", "closed-title");
      }
      trouble(fault.fault);
      if (vote) return act(backend.state); // the vote was refused: what holds is shown
      mark();
    }
  }

  function trouble(text) {
    if (at("trouble").textContent !== text) at("trouble").textContent = text;
    at("trouble").hidden = !text;
  }

  function goOn() {
    if (!waiting || busy || !settled()) return;
    introduced = true;
    act(backend.state); // its time runs from now on
  }

  function vote(button) {
    if (!mayVote(button.dataset.vote)) return;
    trouble("");
    act(() => backend.vote(state.task.id, button.dataset.vote), button.dataset.vote);
  }

  function undo() {
    if (mayUndo()) act(backend.undo);
  }

  function enlarge() {
    const picture = at("picture");
    if (!ready || at("vote").hidden) return;
    const [wide, high] = [innerWidth, innerHeight];
    const fit = Math.min(wide / picture.naturalWidth, high / picture.naturalHeight) * picture.naturalWidth;
    const whole = Math.max(wide / picture.naturalWidth, high / picture.naturalHeight) * picture.naturalWidth;
    const seen = Math.min(picture.clientWidth / picture.naturalWidth, picture.clientHeight / picture.naturalHeight);
    const copy = picture.cloneNode();
    copy.removeAttribute("id");
    const sizes = [fit, Math.max(whole, 2 * fit)]; // a phone's window is no wider than its page: there it begins large
    let now = fit < 1.15 * seen * picture.naturalWidth ? 1 : 0;
    const set = () => {
      copy.width = sizes[now];
      at("room").scrollTo((copy.width - wide) / 2, (copy.height - high) / 2);
    };
    copy.addEventListener("click", () => { now = 1 - now; set(); });
    at("room").replaceChildren(copy);
    at("large").showModal();
    at("room").focus();
    set();
  }

  function ask() {
    if (at("top").hidden) return;
    at("rubric").showModal();
    at("rubric").scrollTop = 0;
  }

  function pressed(event) {
    const onButton = event.target.closest && event.target.closest("button, summary, a");
    if (event.repeat && event.key === "Enter" && onButton) return event.preventDefault(); // a key that is held down
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    if (at("large").open) return void (key === "z" && at("large").close());
    if (at("rubric").open) return void (key === "?" && at("rubric").close());
    if (waiting && (key === "enter" || key === " ") && !onButton) {
      event.preventDefault();
      return goOn();
    }
    const digit = event.shiftKey ? null : /^(?:Digit|Numpad)(\d)$/.exec(event.code); // rows that need Shift for digits
    const fits = name => votes.find(one => one.dataset.keys.split(" ").includes(name));
    const button = !waiting && !at("vote").hidden && (fits(key) || (digit && fits(digit[1])));
    if (button) vote(button);
    else if (key === "u") undo();
    else if (key === "z") enlarge();
    else if (key === "?") ask();
    else return;
    event.preventDefault();
  }

  for (const button of votes) button.addEventListener("click", () => vote(button));
  for (const button of document.querySelectorAll(".on")) button.addEventListener("click", goOn);
  for (const button of document.querySelectorAll(".save")) button.addEventListener("click", () => backend.save());
  at("agree").addEventListener("click", () => { if (!busy) act(backend.agree); });
  at("more").addEventListener("click", () => { if (!busy) act(backend.more); });
  at("undo").addEventListener("click", undo);
  at("ask").addEventListener("click", ask);
  at("enlarge").addEventListener("click", enlarge);
  at("again").addEventListener("click", () => load(state.task.picture));
  at("below").addEventListener("click", () => at("said").scrollBy(0, at("said").clientHeight * 0.8));
  at("said").addEventListener("scroll", mark, {passive: true});
  addEventListener("resize", mark);
  document.addEventListener("keydown", pressed);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) away = performance.now();
    else if (away && performance.now() - away > 1000 * LOOK_AWAY && voting()) act(backend.state);
  });
  backend.trouble = kind => trouble(TROUBLES[kind] || "");
  backend.changed = () => { if (voting()) act(backend.state); }; // another tab voted
  act(backend.state);
}
