/**
 * Her words on the picture, lit one by one as they sound.
 *
 * A clause is a paragraph, a turn of hers a column of them in `roll`, which is moved so that the lines to be seen stand
 * at their place; lines before and after those are clear. Nothing of a turn outlives it.
 */

import { made } from "./dom.js";
import { litUntil, wordsOf } from "./timing.js";

/** @typedef {import("./timing.js").Word & {element: HTMLElement}} Lettered */
/** @typedef {{n: number, element: HTMLElement, words: Lettered[], began: number, over: number}} Clause */
/** @typedef {{top: number, bottom: number, left: number, right: number, words: Lettered[], clause: Clause}} Line */

const KEPT = 6;
const GONE_MS = 600;
const LONGEST_WAIT_MS = 60_000;

export class Captions {
  #turn = NaN;
  /** @type {Clause[]} */ #clauses = [];
  /** @type {Line[]} */ #lines = [];
  #timer = 0;
  #sweep = 0;
  #passed = 0;

  /**
   * @param {{root: HTMLElement, roll: HTMLElement, box: HTMLElement, tag: HTMLElement}} places
   * @param {import("./options.js").Options} options
   * @param {() => number} now milliseconds, never going back
   */
  constructor(places, options, now) {
    this.places = places;
    this.options = options;
    this.now = now;
    new ResizeObserver(() => this.#clauses.length && this.#layOut()).observe(places.root);
    document.fonts?.addEventListener("loadingdone", () => this.#clauses.length && this.#layOut());
  }

  /**
   * A clause begins to be heard; without text, she has ended.
   * @param {{turn: number, n: number, text: string, words?: any, length_s?: any}} caption
   * @param {number} lateS
   */
  say(caption, lateS) {
    if (!caption.text?.trim?.()) return caption.turn >= this.#turn ? this.#wait(this.options.hide * 1000) : undefined;
    if (caption.turn !== this.#turn || this.places.root.dataset.shown !== "true") this.clear();
    this.#turn = caption.turn;
    for (const again of this.#clauses.filter((clause) => clause.n >= caption.n)) this.#drop(again);
    this.#end();
    this.#add(caption, this.now() - lateS * 1000);
    while (this.#clauses.length > KEPT) this.#pass(this.#clauses[0]);
    this.#layOut();
  }

  /** She was silenced: what was said stays for a moment, what was to come does not come. @param {number} turn */
  cut(turn) {
    if (!this.#clauses.length || (Number.isFinite(turn) && turn < this.#turn)) return;
    this.#draw(true);
    this.#fade("cut");
  }

  /** Everything away at once. */
  clear() {
    clearTimeout(this.#timer);
    clearTimeout(this.#sweep);
    this.places.root.dataset.shown = "false";
    for (const clause of this.#clauses) clause.element.remove();
    this.#clauses = [];
    this.#lines = [];
    this.#passed = 0;
    this.#turn = NaN;
    this.places.roll.style.paddingTop = "0px";
  }

  /** @param {any} caption @param {number} began */
  #add(caption, began) {
    const element = made("p", "clause");
    element.dir = "auto";
    const words = wordsOf(caption).map((word) => {
      const span = made("span", "word coming", word.text);
      span.dataset.text = word.text;
      element.append(span, word.gap);
      return { ...word, element: span };
    });
    const over = Math.max(Number(caption.length_s) * 1000 || 0, words.at(-1)?.end ?? 0);
    this.places.roll.append(element);
    this.#clauses.push({ n: caption.n, element, words, began, over });
  }

  /** The clauses so far have been said. */
  #end() {
    for (const clause of this.#clauses) clause.began = -Infinity;
  }

  /** @param {Clause} clause */
  #drop(clause) {
    clause.element.remove();
    this.#clauses = this.#clauses.filter((each) => each !== clause);
  }

  /** Remove the oldest clause and leave its height, so that nothing moves. @param {Clause} clause */
  #pass(clause) {
    const next = this.#clauses[1];
    this.#passed += next.element.offsetTop - clause.element.offsetTop;
    this.#drop(clause);
    this.places.roll.style.paddingTop = `${this.#passed}px`;
  }

  /** Find out which words stand on a line together. */
  #layOut() {
    this.#lines = [];
    for (const clause of this.#clauses) {
      for (const word of clause.words) {
        const { offsetTop: top, offsetLeft: left, offsetHeight: height, offsetWidth: width } = word.element;
        let line = this.#lines.at(-1);
        if (line?.clause !== clause || top > line.top + height / 2) {
          line = { top, bottom: top + height, left, right: left + width, words: [], clause };
          this.#lines.push(line);
        }
        line.words.push(word);
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, left + width);
        line.bottom = Math.max(line.bottom, top + height);
      }
    }
    this.#draw(false);
  }

  /** Draw the moment, and come back at the next one that differs. @param {boolean} cut nothing more is to be lit */
  #draw(cut) {
    const clause = this.#clauses.at(-1);
    if (!clause) return;
    clearTimeout(this.#timer);
    const at = this.now() - clause.began;
    const current = this.#window(at);
    for (const [n, line] of this.#lines.entries()) {
      const place = n < current.first ? " gone" : n > current.last ? " beyond" : "";
      for (const word of line.words) {
        const look = `word ${this.#stateOf(word, line.clause, cut)}${place}`;
        if (word.element.className !== look) word.element.className = look;
      }
    }
    this.#place(current);
    if (cut) return;
    const moments = clause.words.flatMap((word, n) => [word.start, litUntil(clause.words, n)]);
    const next = Math.min(...moments.filter((moment) => moment > at));
    if (next < Infinity) this.#timer = setTimeout(() => this.#draw(false), Math.min(next - at, LONGEST_WAIT_MS));
    else this.#wait(Math.max(clause.over - at, 0) + this.options.hide * 1000);
  }

  /** @param {Lettered} word @param {Clause} clause @param {boolean} cut */
  #stateOf(word, clause, cut) {
    const at = this.now() - clause.began;
    if (at < word.start) return "coming";
    return !cut && at < litUntil(clause.words, clause.words.indexOf(word)) ? "now" : "past";
  }

  /** The lines to be seen while the last clause is `at` milliseconds old. @param {number} at */
  #window(at) {
    const most = this.options.lines;
    const end = this.#lines.length - 1;
    let current = this.#lines.findIndex((line) => line.clause === this.#clauses.at(-1));
    for (let n = current + 1; n <= end; n += 1) if (this.#lines[n].words[0].start <= at) current = n;
    const ahead = this.options.words === "appear" ? 0 : Math.ceil((most - 1) / 2);
    const last = Math.min(end, current + ahead);
    return { first: Math.max(0, last - most + 1), last };
  }

  /** @param {{first: number, last: number}} seen */
  #place({ first, last }) {
    const { root, roll, box, tag } = this.places;
    const lines = this.#lines.slice(first, last + 1);
    if (!lines.length) return;
    const top = lines[0].top;
    const bottom = lines.at(-1).bottom;
    const left = Math.min(...lines.map((line) => line.left));
    const right = Math.max(...lines.map((line) => line.right));
    const head = tag.hidden ? 0 : tag.offsetHeight;
    const lift = { top: head - top, middle: -(top - head + bottom) / 2, bottom: -bottom }[this.options.position];
    const across = { left, center: (left + right - tag.offsetWidth) / 2, right: right - tag.offsetWidth };
    const starting = root.dataset.shown !== "true";
    if (starting) root.classList.add("still");
    roll.style.transform = `translateY(${lift}px)`;
    Object.assign(box.style, {
      transform: `translate(${left}px, ${top}px)`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
    tag.style.transform = `translate(${across[this.options.align]}px, ${top - head}px)`;
    if (starting) {
      root.offsetTop; // places are taken before anything moves
      root.classList.remove("still", "cut");
      root.dataset.shown = "true";
    }
  }

  /** @param {number} ms */
  #wait(ms) {
    clearTimeout(this.#timer);
    if (this.#clauses.length) this.#timer = setTimeout(() => this.#fade(""), ms);
  }

  /** @param {string} how */
  #fade(how) {
    clearTimeout(this.#timer);
    clearTimeout(this.#sweep);
    if (how) this.places.root.classList.add(how);
    this.places.root.dataset.shown = "false";
    this.#sweep = setTimeout(() => this.clear(), GONE_MS);
  }
}
