/** The console: joins the link to what it shows, and the reader's wishes to requests. */

import { Announcer } from "./announcer.js";
import { composer } from "./composer.js";
import { Controls } from "./controls.js";
import { door } from "./door.js";
import { found, made, say, text } from "./dom.js";
import { Feed } from "./feed.js";
import { foundKey, keepKey } from "./key.js";
import { Mood } from "./mood.js";
import { Requests } from "./requests.js";
import { Transcript } from "./transcript.js";
import { Wire } from "./wire.js";

const TOPICS = ["event", "token", "line", "log", "silence", "pose", "status", "studio"];
const PHASES = { listening: "Hearing you…", thinking: "Thinking…", speaking: "Speaking" };
const LINKS = {
  keyless: "Waiting for the token",
  connecting: "Connecting…",
  lost: "Vesper does not answer. Trying again…",
  refused: "The token does not fit",
};
const PARTS = { mind: "Mind", voice: "Voice", stream: "Stream", obs: "OBS" };
const MOST_LETTERS = 8000;
const MOST_UNSEEN = 99;

const announcer = new Announcer();
const requests = new Requests(() => entrance.ask(true));
const transcript = new Transcript((line) => announcer.tell(`${name()}: ${line}`));
const feed = new Feed((line) => announcer.tell(line));
const mood = new Mood();
const controls = new Controls(requests, complain);
const wire = new Wire(TOPICS, hear, turn);
const entrance = door(enter);
const parts = new Map(Object.entries(PARTS).map(([id, title]) => [id, addPart(title)]));
let phase = "idle";
let unseen = 0;

composer(requests, complain);
views();
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && wire.state === "connected") void controls.hush();
});
addEventListener("hashchange", () => location.hash && start());
start();

function start() {
  const key = foundKey({ hide: true });
  if (key) enter(key);
  else entrance.ask(false);
}

/** @param {string} key */
function enter(key) {
  keepKey(key);
  requests.use(key);
  wire.use(key);
}

/** @param {import("./wire.js").LinkState} state */
function turn(state) {
  document.documentElement.dataset.link = state;
  if (state === "refused") entrance.ask(true);
  if (state === "connected") void arrive();
  else transcript.think(false);
  stand();
}

/** Connected: ask for what no frame tells. */
async function arrive() {
  entrance.close();
  complain("");
  found("write").focus({ preventScroll: true });
  const health = await requests.get("/health");
  if (!health.ok) return;
  part("stream", health.body?.connected === true);
  part("voice", health.body?.voice_available === true);
  part("mind", health.body?.personality_enabled === true);
}

/** @param {import("./wire.js").Frame} frame */
function hear(frame) {
  switch (frame.type) {
    case "hello":
      say(found("name"), text(frame.name, 60) || "Vesper");
      document.title = `${name()} · Console`;
      mood.show(frame.status?.mood);
      controls.be(frame.persona);
      for (const [name, on] of Object.entries(frame.parts ?? {})) controls.switched(name, on);
      break;
    case "line":
      transcript.show(text(frame.key), text(frame.who), text(frame.text, MOST_LETTERS), frame.final === true);
      break;
    case "token":
      transcript.write(Number(frame.turn), text(frame.text, MOST_LETTERS));
      transcript.think(false);
      break;
    case "silence":
      transcript.cut(Number(frame.turn));
      break;
    case "log":
      count(feed.take(frame.entries, frame.at ?? Date.now() / 1000));
      break;
    case "status":
      mood.show(frame.status?.mood);
      break;
    case "pose":
      pose(frame);
      break;
    case "studio":
      part("obs", frame.studio?.connected === true, frame.studio?.scene);
      controls.panicked(frame.studio?.panicked === true);
      break;
    case "event":
      happened(frame.is, frame.fields ?? {});
      break;
  }
}

/** @param {string} is @param {any} fields */
function happened(is, fields) {
  if (is === "PartSwitched") controls.switched(fields.part, fields.on);
  else if (is === "MicrophoneMuted") controls.switched("microphone", !fields.muted);
  else if (is === "RulesChosen") {
    controls.switched("reactions", fields.rules?.reactions);
    controls.switched("chat", fields.rules?.chat);
  } else if (is === "CharacterChosen") {
    controls.be(fields.character);
    say(found("name"), text(fields.character?.name, 60) || name());
  } else if (is === "Panicked") controls.panicked(fields.on === true);
  else if (is === "WorkerChanged") part(fields.worker, fields.health === "ready");
  else if (is === "Failed") transcript.remark(text(fields.message, 400));
  else if (is === "HistoryCleared") transcript.clear();
}

/** @param {import("./wire.js").Frame} frame */
function pose(frame) {
  mood.wear(frame.expression);
  if (frame.phase === phase) return;
  phase = frame.phase;
  transcript.think(phase === "thinking");
  stand();
}

/** Say how things stand: the link where it is broken, else what she is doing. */
function stand() {
  const here = wire.state === "connected";
  say(found("state"), here ? (PHASES[phase] ?? "Listening") : LINKS[wire.state]);
  found("dot").dataset.phase = here ? phase : "";
}

/** A chip of the header. @param {string} title */
function addPart(title) {
  const chip = made("li");
  const state = made("span", "heard-only", ": off");
  chip.append(made("span", "", title), state);
  found("parts").append(chip);
  return { chip, title, state };
}

/** @param {string} id @param {boolean} on @param {unknown} [detail] */
function part(id, on, detail) {
  const known = parts.get(id);
  if (!known) return;
  known.chip.dataset.on = String(on);
  say(known.state, on ? ": on" : ": off");
  known.chip.title = [on ? "On" : "Off", on ? text(detail, 60) : ""].filter(Boolean).join(" · ");
}

/** @param {string} why plain words; empty: all is well */
function complain(why) {
  found("notice").hidden = !why;
  say(found("notice"), why);
}

/** In a narrow window one of the panels is seen at a time. */
function views() {
  const buttons = [...document.querySelectorAll(".views button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const each of buttons) each.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      document.body.dataset.view = button.dataset.view;
      if (button.dataset.view === "events") count(-unseen);
    });
  }
}

/** Events not looked at yet, on the button that shows them. @param {number} more */
function count(more) {
  unseen = document.body.dataset.view === "events" ? 0 : Math.min(unseen + more, MOST_UNSEEN);
  const badge = found("unseen");
  badge.hidden = !unseen;
  badge.replaceChildren(String(unseen), made("span", "heard-only", " new"));
}

function name() {
  return found("name").textContent ?? "";
}
