/** Switches, the stop and panic buttons, and who she is. They show what Vesper says, not what was clicked. */

import { found, made, say } from "./dom.js";

/** @typedef {import("./requests.js").Requests} Requests */

const PARTS = { reactions: "Reactions", chat: "Chat answers", microphone: "Microphone", voice: "Voice" };
const CHOICES = {
  preset: ["Personality", ["chill", "hype", "snarky", "inappropriate", "sensual"]],
  dynamic: ["Relationship", ["ride_or_die", "flirty", "competitive", "protective", "chaotic", "tender"]],
  style: ["Style", ["", "kawaii", "chaotic", "calm_with_chaos"]],
  energy: ["Energy", ["low", "normal", "high"]],
};

export class Controls {
  /** @type {Map<string, HTMLElement>} */ #switches = new Map();
  /** @type {Map<string, HTMLSelectElement>} */ #choices = new Map();
  /** @type {HTMLInputElement} */ #family;
  #panics = false;

  /** @param {Requests} requests @param {(why: string) => void} complain */
  constructor(requests, complain) {
    this.requests = requests;
    this.complain = complain;
    for (const [part, title] of Object.entries(PARTS)) this.#addSwitch(part, title);
    for (const [field, [title, values]] of Object.entries(CHOICES)) this.#addChoice(field, title, values);
    this.#family = this.#addFamily();
    found("hush").addEventListener("click", () => this.hush());
    found("panic").addEventListener("click", () => this.#post("/panic", { on: !this.#panics }));
  }

  hush() {
    return this.#post("/hush", {});
  }

  /** A part was switched. @param {unknown} part @param {unknown} on */
  switched(part, on) {
    this.#switches.get(String(part))?.setAttribute("aria-checked", String(Boolean(on)));
  }

  /** @param {boolean} on */
  panicked(on) {
    this.#panics = on;
    found("panic").setAttribute("aria-pressed", String(on));
    say(found("panic-words"), on ? "End panic" : "Panic");
    found("panicking").hidden = !on;
  }

  /** Who she is now, in the shape of `GET /persona`. @param {any} persona */
  be(persona) {
    if (typeof persona?.preset !== "string") return;
    found("character").hidden = false;
    for (const [field, select] of this.#choices) {
      const value = persona[field];
      if (typeof value !== "string") continue;
      if (![...select.options].some((option) => option.value === value)) select.add(option(value));
      select.value = value;
    }
    this.#family.checked = persona.family_mode === true;
  }

  /** @param {string} part @param {string} title */
  #addSwitch(part, title) {
    const button = made("button", "switch");
    button.setAttribute("type", "button");
    button.setAttribute("role", "switch");
    button.setAttribute("aria-checked", "true");
    button.dataset.part = part;
    button.append(made("span", "", title), made("i"));
    button.addEventListener("click", async () => {
      const on = button.getAttribute("aria-checked") !== "true";
      const answer = await this.#post(`/toggle/${part}`, { on });
      if (answer.ok) this.switched(part, answer.body?.on ?? on);
    });
    found("switches").append(button);
    this.#switches.set(part, button);
  }

  /** @param {string} field @param {string} title @param {string[]} values */
  #addChoice(field, title, values) {
    const label = made("label", "", title);
    const select = /** @type {HTMLSelectElement} */ (document.createElement("select"));
    select.name = field;
    for (const value of values) select.add(option(value));
    select.addEventListener("change", () => this.#choose({ [field]: select.value }));
    label.append(select);
    found("persona").append(label);
    this.#choices.set(field, select);
  }

  #addFamily() {
    const label = made("label", "check");
    const box = /** @type {HTMLInputElement} */ (document.createElement("input"));
    box.type = "checkbox";
    box.name = "family_mode";
    box.addEventListener("change", () => this.#choose({ family_mode: box.checked }));
    label.append(box, "Family mode");
    found("persona").append(label);
    return box;
  }

  /** @param {object} wish */
  async #choose(wish) {
    const answer = await this.#post("/persona", wish);
    this.be(answer.ok ? answer.body : (await this.requests.get("/persona")).body);
  }

  /** @param {string} path @param {object} body */
  async #post(path, body) {
    const answer = await this.requests.post(path, body);
    this.complain(answer.ok ? "" : answer.why);
    return answer;
  }
}

/** @param {string} value */
function option(value) {
  const words = value.replaceAll("_", " ");
  return new Option(words ? words[0].toUpperCase() + words.slice(1) : "None", value);
}
