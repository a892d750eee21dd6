/** Asking Vesper for something, over HTTP with the key. */

/** @typedef {{ok: boolean, status: number, body: any, why: string}} Answered `why`: plain words where it failed */

export class Requests {
  #key = "";

  /** @param {() => void} refused called when the key does not fit */
  constructor(refused) {
    this.refused = refused;
  }

  /** @param {string} key */
  use(key) {
    this.#key = key;
  }

  /** @param {string} path @returns {Promise<Answered>} */
  get(path) {
    return this.#ask(path, {});
  }

  /**
   * @param {string} path
   * @param {object} body
   * @param {number} [patienceMs] after so long it counts as taken: a browser has few connections to one address
   * @returns {Promise<Answered>}
   */
  post(path, body, patienceMs) {
    const headers = { "Content-Type": "application/json" };
    const signal = patienceMs ? AbortSignal.timeout(patienceMs) : undefined;
    return this.#ask(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  }

  /** @param {string} path @param {RequestInit} how @returns {Promise<Answered>} */
  async #ask(path, how) {
    const headers = { ...how.headers, Authorization: `Bearer ${this.#key}` };
    try {
      const answer = await fetch(path, { ...how, headers, cache: "no-store" });
      const body = await answer.json().catch(() => null);
      if (answer.status === 401) this.refused();
      const why = answer.ok ? "" : [body?.error, body?.hint].filter((each) => typeof each === "string").join(" ");
      return { ok: answer.ok, status: answer.status, body, why: why || (answer.ok ? "" : `Error ${answer.status}.`) };
    } catch (error) {
      if (/** @type {any} */ (error)?.name === "TimeoutError") return { ok: true, status: 202, body: null, why: "" };
      return { ok: false, status: 0, body: null, why: "Vesper does not answer. Is she running?" };
    }
  }
}
