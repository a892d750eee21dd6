/** The box to write to her. What could not be sent comes back into it. */

import { found } from "./dom.js";

const PATIENCE_MS = 4000;
const INTERRUPTED = 409;

/**
 * @param {import("./requests.js").Requests} requests
 * @param {(why: string) => void} complain
 */
export function composer(requests, complain) {
  const form = found("composer");
  /** @type {HTMLTextAreaElement} */ const box = found("write");

  const fit = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  };

  const send = async () => {
    const message = box.value.trim();
    if (!message) return;
    box.value = "";
    fit();
    const answer = await requests.post("/chat/respond", { message }, PATIENCE_MS);
    if (answer.status === INTERRUPTED) return;
    complain(answer.why);
    if (!answer.ok && !box.value) {
      box.value = message;
      fit();
    }
  };

  box.addEventListener("input", fit);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
    box.focus();
  });
}
