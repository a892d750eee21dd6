/** When each word of a clause sounds. */

/** @typedef {{text: string, gap: string, start: number, end: number}} Word milliseconds; gap: what follows it */

const MOST_WORDS = 200;
const PER_LETTER_S = 0.065;
const LINGER_MS = 300;

/**
 * The words of a caption and when they sound; where that is not told, by their length.
 * @param {{text: string, words?: any, length_s?: any}} caption
 * @returns {Word[]}
 */
export function wordsOf(caption) {
  const told = Array.isArray(caption.words) ? caption.words.filter(fit).slice(0, MOST_WORDS) : [];
  if (told.length && told.at(-1).end_s > 0) return timed(caption.text, told);
  return guessed(caption.text, Number(caption.length_s) || 0);
}

/** Until when a word stays lit: the next one, or a moment after its end. @param {Word[]} words @param {number} n */
export function litUntil(words, n) {
  const next = words[n + 1]?.start ?? Infinity;
  return Math.max(Math.min(next, words[n].end + LINGER_MS), words[n].start);
}

/** @param {any} word */
function fit(word) {
  return typeof word?.text === "string" && word.text.trim() && word.start_s >= 0 && word.end_s >= word.start_s;
}

/**
 * Words as they are written: what stands between two of them goes with the one it touches, as commas and quotes do.
 * @param {string} text @param {{text: string, start_s: number, end_s: number}[]} told @returns {Word[]}
 */
function timed(text, told) {
  let at = 0;
  const places = told.map(({ text: word }) => {
    const here = text.indexOf(word, at);
    if (here >= 0) at = here + word.length;
    return here;
  });
  const whole = !places.includes(-1);
  let before = whole ? text.slice(0, places[0]).trimStart() : "";
  return told.map((word, n) => {
    const end = places[n] + word.text.length;
    const between = whole ? text.slice(end, places[n + 1] ?? text.length) : " ";
    const [, after, gap, next] = /** @type {string[]} */ (/^(\S*)(\s*)(.*)$/s.exec(between));
    const written = before + word.text + after;
    before = next;
    return { text: written, gap, start: word.start_s * 1000, end: word.end_s * 1000 };
  });
}

/** @param {string} text @param {number} lengthS @returns {Word[]} */
function guessed(text, lengthS) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const letters = words.map((word) => word.length + 2);
  const total = letters.reduce((sum, each) => sum + each, 0);
  const step = ((lengthS || total * PER_LETTER_S) * 1000) / Math.max(total, 1);
  let at = 0;
  return words.map((word, n) => {
    const start = at;
    at += letters[n] * step;
    return { text: word, gap: " ", start, end: at };
  });
}
