/** What a screen reader is told: few, whole lines, never more than it can say. */

import { found } from "./dom.js";

const PAUSE_MS = 1500;
const MOST = 3;

export class Announcer {
  /** @type {string[]} */ #waiting = [];
  #timer = 0;

  /** Have a line read out when there is room for it; the oldest of too many are dropped. @param {string} line */
  tell(line) {
    this.#waiting = [...this.#waiting, line].slice(-MOST);
    if (!this.#timer) this.#next();
  }

  #next() {
    const lines = this.#waiting.splice(0);
    this.#timer = lines.length ? setTimeout(() => this.#next(), PAUSE_MS) : 0;
    if (lines.length) found("announcer").textContent = lines.join(" ");
  }
}
