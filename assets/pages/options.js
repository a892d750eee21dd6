/** What the address of the overlay asks for, such as `/overlay?size=64&position=top`. Anything unfit is passed over. */

/**
 * @typedef {object} Options
 * @property {number} size text height in CSS pixels; 0: by the size of the page
 * @property {"left" | "center" | "right"} align
 * @property {"top" | "middle" | "bottom"} position
 * @property {number} margin distance from the edges, in hundredths of the page's shorter side
 * @property {number} width the longest line, in hundredths of the page
 * @property {number} lines most lines seen at once
 * @property {"appear" | "dim" | "all"} words coming words are hidden, dim, or all words are seen alike
 * @property {number} hide seconds until words go when nothing follows
 * @property {string} font family, or several with commas between
 * @property {number} weight
 * @property {string} color of the words
 * @property {string} lit colour of the word that sounds
 * @property {string} outline colour of the rim
 * @property {number} rim its width, in hundredths of the text height
 * @property {boolean} shadow
 * @property {string} box colour behind the words; empty: none
 * @property {boolean} caps
 * @property {string} name on a tag above the words; "1": hers; empty: no tag
 * @property {"auto" | "on" | "off"} motion auto: as the system says
 * @property {boolean} preview show a sample, to find a place for it
 * @property {boolean} debug say how the link is
 */

const BOX = "#120e28d9";

/** @param {string} query such as `?size=64` @returns {Options} */
export function options(query) {
  const asked = new URLSearchParams(query);
  return {
    size: number(asked, "size", 0, 10, 400),
    align: choice(asked, "align", ["center", "left", "right"]),
    position: choice(asked, "position", ["bottom", "middle", "top"]),
    margin: number(asked, "margin", 6, 0, 45),
    width: number(asked, "width", 84, 10, 100),
    lines: Math.round(number(asked, "lines", 2, 1, 8)),
    words: choice(asked, "words", ["appear", "dim", "all"]),
    hide: number(asked, "hide", 2.5, 0, 600),
    font: family(asked.get("font") ?? ""),
    weight: number(asked, "weight", 800, 100, 900),
    color: colour(asked, "color", "#ffffff"),
    lit: colour(asked, "lit", "#f7c65b"),
    outline: colour(asked, "outline", "#1a1338"),
    rim: number(asked, "rim", asked.get("box") ? 4 : 9, 0, 30),
    shadow: flag(asked, "shadow", true),
    box: asked.get("box") === "1" ? BOX : colour(asked, "box", ""),
    caps: flag(asked, "caps", false),
    name: (asked.get("name") ?? "").trim().slice(0, 40).replace(/^0$/, ""),
    motion: choice(asked, "motion", ["auto", "on", "off"]),
    preview: flag(asked, "preview", false),
    debug: flag(asked, "debug", false),
  };
}

/** @param {URLSearchParams} asked */
function number(asked, name, usual, least, most) {
  const given = asked.get(name);
  const value = given ? Number(given) : NaN;
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : usual;
}

/** @param {URLSearchParams} asked @param {string[]} all the first is the usual one */
function choice(asked, name, all) {
  const given = asked.get(name) ?? "";
  return /** @type {any} */ (all.includes(given) ? given : all[0]);
}

/** @param {URLSearchParams} asked */
function flag(asked, name, usual) {
  const given = asked.get(name);
  return given === null ? usual : !["0", "off", "no", "false"].includes(given);
}

/** A colour by name or as hexadecimal digits; # may be left out, since an address gives it another meaning. */
function colour(asked, name, usual) {
  const given = (asked.get(name) ?? "").trim();
  const value = /^[0-9a-f]{3,8}$/i.test(given) && !CSS.supports("color", given) ? `#${given}` : given;
  return value && CSS.supports("color", value) ? value : usual;
}

/** @param {string} given */
function family(given) {
  const names = given.split(",").map((name) => name.replace(/[^\p{L}\p{N} ._-]/gu, "").trim());
  return names.filter(Boolean).slice(0, 6).map((name) => `"${name}"`).join(", ");
}
