/** The overlay: joins the link to the captions. Whatever goes wrong, the broadcast sees nothing of it. */

import { Captions } from "./captions.js";
import { found, say, text } from "./dom.js";
import { foundKey } from "./key.js";
import { options } from "./options.js";
import { Wire } from "./wire.js";

const SAMPLE = "This is where her words appear, one by one, while she says them.";
const SAMPLE_S = 6;
const FACES = new Set(
  "idle happy excited snarky thinking surprised sad angry sleepy love laughing cat_face".split(" "),
);

const chosen = options(location.search);
const root = found("captions");
const tag = found("tag");
const captions = new Captions({ root, roll: found("roll"), box: found("box"), tag }, chosen, () => performance.now());
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let heard = 0;

dress();
calm.addEventListener("change", dress);
if (chosen.preview) preview();
else listen();

/** Give the page the look its address asks for. */
function dress() {
  const page = document.documentElement;
  const set = (name, value) => page.style.setProperty(name, value);
  page.classList.toggle("calm", chosen.motion === "off" || (chosen.motion === "auto" && calm.matches));
  if (chosen.size) set("--size", `${chosen.size}px`);
  if (chosen.font) set("--font", `${chosen.font}, ui-rounded, "Nunito", "Segoe UI", system-ui, sans-serif`);
  if (!chosen.shadow) set("--shadow", "none");
  if (chosen.box) set("--box", chosen.box);
  set("--weight", String(chosen.weight));
  set("--color", chosen.color);
  set("--lit", chosen.lit);
  set("--outline", chosen.outline);
  set("--rim", `${chosen.rim / 100}em`);
  set("--margin", `${chosen.margin}vmin`);
  set("--width", `${chosen.width}%`);
  for (const name of ["align", "position", "words", "caps"]) root.dataset[name] = String(chosen[name]);
  found("box").hidden = !chosen.box;
  tag.hidden = !chosen.name;
  say(found("name"), chosen.name === "1" ? "" : chosen.name);
  found("debug").hidden = !chosen.debug;
}

function listen() {
  const topics = ["caption", "silence", ...(chosen.name ? ["pose", "status"] : [])];
  const wire = new Wire(topics, hear, (state) => {
    if (state !== "connected") captions.clear();
    document.documentElement.dataset.link = state;
    report(state);
  });
  addEventListener("hashchange", () => wire.use(foundKey({ hide: false })));
  report("keyless");
  wire.use(foundKey({ hide: false }));
}

/** @param {import("./wire.js").Frame} frame @param {number} lateS */
function hear(frame, lateS) {
  heard += 1;
  if (frame.type === "caption") captions.say(/** @type {any} */ (frame), lateS);
  else if (frame.type === "silence") captions.cut(frame.turn);
  else if (frame.type === "pose") pose(frame);
  else if (frame.type === "hello" && chosen.name === "1") say(found("name"), text(frame.name, 40));
  report("connected");
}

/** @param {import("./wire.js").Frame} frame */
function pose(frame) {
  if (FACES.has(frame.expression)) found("face").dataset.face = frame.expression;
  const mouth = Math.min(Math.max(Number(frame.mouth) || 0, 0), 1);
  tag.style.setProperty("--mouth", mouth.toFixed(2));
}

/** @param {string} state */
function report(state) {
  if (!chosen.debug) return;
  const nodes = document.querySelectorAll("*").length;
  say(found("debug"), `${state} · ${heard} frames · ${nodes} nodes`);
}

/** A sample that comes again and again, for the one who lays out the scene. */
function preview() {
  if (chosen.name === "1") say(found("name"), "Vesper");
  let turn = 0;
  const show = () => captions.say({ turn: (turn += 1), n: 0, text: SAMPLE, length_s: SAMPLE_S }, 0);
  show();
  setInterval(show, (SAMPLE_S + Math.min(chosen.hide, 10) + 1.5) * 1000);
}
