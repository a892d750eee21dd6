/** Making and finding elements. Text goes in as text: nothing that came by the wire ever becomes markup. */

/**
 * @param {string} tag
 * @param {string} [look] its classes
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function made(tag, look = "", text = "") {
  const element = document.createElement(tag);
  if (look) element.className = look;
  if (text) element.textContent = text;
  return element;
}

/** The element with this id, which the page is known to have. @param {string} id @returns {any} */
export function found(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id}`);
  return element;
}

/**
 * Set text only where it differs, so that nothing is drawn or read out twice.
 * @param {Element} at @param {string} text
 */
export function say(at, text) {
  if (at.textContent !== text) at.textContent = text;
}

/** A string of at most so many characters, whatever came. @param {unknown} value */
export function text(value, most = 2000) {
  return typeof value === "string" ? value.slice(0, most) : typeof value === "number" ? String(value) : "";
}
