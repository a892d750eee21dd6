/** How she feels: three meters and her face. */

import { found, made, say } from "./dom.js";

const METERS = { energy: "Energy", positivity: "Positivity", engagement: "Engagement" };
const FACES = new Set(
  "idle happy excited snarky thinking surprised sad angry sleepy love laughing cat_face".split(" "),
);

/** Whether she has a face of this name. @param {unknown} name @returns {name is string} */
export const isFace = (name) => typeof name === "string" && FACES.has(name);

export class Mood {
  /** @type {Map<string, {track: HTMLElement, fill: HTMLElement, number: HTMLElement}>} */ #meters = new Map();

  constructor() {
    for (const [name, title] of Object.entries(METERS)) {
      const meter = made("div", `meter ${name}`);
      const label = made("span", "", title);
      const number = made("output", "", "–");
      const track = made("span", "track");
      const fill = made("span", "fill");
      label.id = `meter-${name}`;
      track.setAttribute("role", "meter");
      track.setAttribute("aria-labelledby", label.id);
      track.setAttribute("aria-valuemin", "0");
      track.setAttribute("aria-valuemax", "100");
      track.setAttribute("aria-valuenow", "0");
      number.setAttribute("aria-hidden", "true");
      track.append(fill);
      meter.append(label, number, track);
      found("meters").append(meter);
      this.#meters.set(name, { track, fill, number });
    }
  }

  /** @param {any} mood of the status */
  show(mood) {
    for (const [name, { track, fill, number }] of this.#meters) {
      const value = Math.min(Math.max(Number(mood?.[name]) || 0, 0), 100);
      fill.style.transform = `scaleX(${value / 100})`;
      say(number, String(Math.round(value)));
      track.setAttribute("aria-valuenow", String(Math.round(value)));
    }
    this.wear(mood?.current_expression);
  }

  /** @param {unknown} face */
  wear(face) {
    if (!isFace(face)) return;
    found("face").dataset.face = face;
    found("mood-face").dataset.face = face;
    say(found("feeling"), face.replace("_", " "));
  }
}
