/** The event feed: what happened on the stream, what she did about it, and why. Newest first. */

import { found, made, say, text } from "./dom.js";

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} kind
 * @property {string} name
 * @property {string} who
 * @property {string} text
 * @property {number} amount
 * @property {string} unit
 * @property {number} viewers
 * @property {string} fate
 * @property {string} reason
 * @property {number} more
 */

const MOST = 200;
const KINDS = new Set(["chat", "follow", "sub", "raid", "donation", "alert", "custom"]);
const PAID = new Set(["sub", "raid", "donation"]);
const FATES = {
  waiting: "Waiting",
  answering: "Answering",
  answered: "Answered",
  skipped: "Skipped",
  recalled: "Earlier",
};
const CLOCK = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const SVG = "http://www.w3.org/2000/svg";

export class Feed {
  /** @type {Map<string, HTMLElement>} */ #entries = new Map();
  #list = found("feed");

  /** @param {(line: string) => void} announce told what paid */
  constructor(announce) {
    this.announce = announce;
    const brief = found("brief");
    const set = () => this.#list.classList.toggle("brief", brief.checked);
    brief.addEventListener("change", set);
    set();
  }

  /**
   * Entries of the log; one with the same id takes the other's place. How many are new.
   * @param {unknown} entries @param {number} at seconds since 1970
   */
  take(entries, at) {
    if (!Array.isArray(entries)) return 0;
    let fresh = 0;
    for (const entry of entries) if (entry && typeof entry.id === "string" && this.#show(entry, at)) fresh += 1;
    found("quiet").hidden = this.#entries.size > 0;
    return fresh;
  }

  /** @param {Entry} entry @param {number} at */
  #show(entry, at) {
    const known = this.#entries.get(entry.id);
    const item = known ?? this.#add(entry, at);
    item.dataset.fate = entry.fate;
    const [fate, reason] = item.querySelectorAll(".fate > *");
    say(fate, FATES[entry.fate] ?? text(entry.fate, 20));
    const more = entry.more > 0 ? `and ${Math.round(entry.more)} more` : "";
    say(reason, [text(entry.reason, 300), more].filter(Boolean).map((each) => ` · ${each}`).join(""));
    return !known;
  }

  /** @param {Entry} entry @param {number} at */
  #add(entry, at) {
    const kind = KINDS.has(entry.kind) ? entry.kind : "custom";
    const item = made("li", "entry");
    item.dataset.kind = kind;
    const what = made("p", "what");
    const who = made("bdi", "name");
    who.append(made("b", "", text(entry.who, 80) || "Somebody"));
    const time = made("time", "", new Date(at * 1000).toLocaleTimeString([], CLOCK));
    what.append(who, made("span", "did", deed(kind, entry)));
    item.append(sign(kind), what, time);
    if (entry.text) {
      const words = made("p", "words", text(entry.text));
      words.dir = "auto";
      item.append(words);
    }
    const fate = made("p", "fate");
    fate.append(made("b"), made("span"));
    item.append(fate);
    this.#list.prepend(item);
    this.#entries.set(entry.id, item);
    if (this.#entries.size > MOST) this.#forget(this.#entries.keys().next().value);
    if (PAID.has(kind) && entry.fate !== "recalled") this.announce(`${text(entry.who, 80)} ${deed(kind, entry)}.`);
    return item;
  }

  /** @param {string} id */
  #forget(id) {
    this.#entries.get(id)?.remove();
    this.#entries.delete(id);
  }
}

/** @param {string} kind @param {Entry} entry */
function deed(kind, entry) {
  const amount = entry.amount > 0 ? ` ${Number(entry.amount.toFixed(2))} ${text(entry.unit, 20)}`.trimEnd() : "";
  switch (kind) {
    case "chat":
      return "wrote";
    case "follow":
      return "follows";
    case "sub":
      return "subscribed";
    case "raid":
      return entry.viewers > 0 ? `raids with ${Math.round(entry.viewers)}` : "raids";
    case "donation":
      return `gave${amount || " something"}`;
    case "alert":
      return "test alert";
    default:
      return text(entry.name, 60);
  }
}

/** @param {string} kind */
function sign(kind) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#sign-${kind}`);
  svg.append(use);
  return svg;
}
