/** Asks for the key in plain words, where there is none or where it does not fit. */

import { found, say } from "./dom.js";

const WRONG = "This token is not hers, or not any more. Take the one she has now.";

/** @param {(key: string) => void} enter called with the key that was given */
export function door(enter) {
  /** @type {HTMLDialogElement} */ const dialog = found("door");
  /** @type {HTMLInputElement} */ const box = found("door-token");
  const why = found("door-why");

  dialog.addEventListener("cancel", (event) => event.preventDefault());
  found("door-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const key = box.value.trim();
    if (key) enter(key);
  });

  return {
    /** @param {boolean} wrong a key was given and did not fit */
    ask(wrong) {
      if (wrong) say(why, WRONG);
      why.classList.toggle("bad", wrong);
      if (!dialog.open) dialog.showModal();
      box.select();
    },
    close() {
      box.value = "";
      if (dialog.open) dialog.close();
    },
  };
}
