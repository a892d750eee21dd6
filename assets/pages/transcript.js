/** What was said, as bubbles. Her line grows: what is written of it is faint until it has become a clause of hers. */

import { found, made, say } from "./dom.js";

/** @typedef {{element: HTMLElement, said: HTMLElement, coming: HTMLElement, written: string, final: boolean}} Line */

const MOST_LINES = 300;
const NEAR_PX = 60;

export class Transcript {
  /** @type {Map<string, Line>} */ #lines = new Map();
  #scroll = found("scroll");
  #list = found("lines");
  #newest = found("newest");
  #follows = true;

  /** @param {(line: string) => void} announce told what she has said in full */
  constructor(announce) {
    this.announce = announce;
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#newest.addEventListener("click", () => this.#toNewest());
    new ResizeObserver(() => this.#follow()).observe(this.#scroll);
  }

  /**
   * A line changed; lines with the same key replace each other, and an empty one is taken away.
   * @param {string} key @param {string} who @param {string} text @param {boolean} final
   */
  show(key, who, text, final) {
    if (!text) return final ? this.#remove(key) : undefined;
    const line = this.#line(key, who);
    const finished = final && !line.final;
    line.final = final;
    line.element.classList.toggle("partly", !final);
    say(line.said, text);
    this.#showComing(line);
    if (finished && who === "her") this.announce(text);
    this.#follow();
  }

  /** More of her line has been written. @param {number} turn @param {string} text */
  write(turn, text) {
    const key = `reply-${turn}`;
    const line = this.#line(key, "her");
    for (const [other, each] of this.#lines) if (other !== key) this.#settle(other, each);
    line.written += text;
    this.#showComing(line);
    this.#follow();
  }

  /** What was written and will not be said is taken away, of turns up to this one. @param {number} turn */
  cut(turn) {
    for (const [key, line] of this.#lines) {
      if (key.startsWith("reply-") && Number(key.slice(6)) <= turn) this.#settle(key, line);
    }
  }

  /** A remark between the lines. @param {string} text */
  remark(text) {
    const key = `remark-${text}`;
    this.#remove(key);
    this.#line(key, "remark").element.classList.add("bad");
    this.show(key, "remark", text, true);
  }

  /** @param {boolean} on three dots where her answer will be */
  think(on) {
    const dots = found("dots");
    if (dots.hidden === !on) return;
    dots.hidden = !on;
    this.#follow();
  }

  clear() {
    for (const key of [...this.#lines.keys()]) this.#remove(key);
  }

  /** @param {string} key @param {string} who @returns {Line} */
  #line(key, who) {
    const known = this.#lines.get(key);
    if (known) return known;
    const look = who === "her" || who === "user" ? who : "remark";
    const element = made("li", `line ${look}`);
    const bubble = made("p", look === "remark" ? "words" : "bubble");
    const [said, coming] = [made("span", "said"), made("span", "coming")];
    bubble.dir = "auto";
    bubble.append(said, coming);
    if (look !== "remark") element.append(made("span", "heard-only", look === "her" ? "She: " : "You: "));
    element.append(bubble);
    const line = { element, said, coming, written: "", final: false };
    this.#lines.set(key, line);
    this.#list.append(element);
    found("empty").hidden = true;
    if (this.#lines.size > MOST_LINES) this.#remove(this.#lines.keys().next().value);
    return line;
  }

  /** Show what is written behind what has become her line. @param {Line} line */
  #showComing(line) {
    const said = line.said.textContent ?? "";
    const rest = line.final ? "" : beyond(line.written, said);
    say(line.coming, said && rest && !/^\s/.test(rest) ? ` ${rest}` : rest);
  }

  /** @param {string} key @param {Line} line */
  #settle(key, line) {
    if (line.final || !line.written) return;
    line.final = true;
    line.written = "";
    if (line.said.textContent) this.#showComing(line);
    else this.#remove(key);
  }

  /** @param {string} key */
  #remove(key) {
    this.#lines.get(key)?.element.remove();
    this.#lines.delete(key);
    found("empty").hidden = this.#lines.size > 0;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    this.#newest.hidden = this.#follows;
  }

  #follow() {
    if (this.#follows) this.#scroll.scrollTop = this.#scroll.scrollHeight;
    else this.#newest.hidden = false;
  }

  #toNewest() {
    this.#follows = true;
    this.#follow();
    this.#newest.hidden = true;
    this.#scroll.focus({ preventScroll: true });
  }
}

/** What of `written` comes after `said`, white space apart; nothing where they differ. */
function beyond(written, said) {
  let at = 0;
  for (const letter of said) {
    if (/\s/.test(letter)) continue;
    while (at < written.length && /\s/.test(written[at])) at += 1;
    if (!written.startsWith(letter, at)) return "";
    at += letter.length;
  }
  return written.slice(at).trimEnd();
}
