/**
 * The link to Vesper: one WebSocket that proves its key, says what it wants to hear, and comes back for ever.
 *
 * It knows nothing of drawing. Frames are JSON objects with a `type` and `at`, when they were sent (seconds since
 * 1970).
 */

/** @typedef {{type: string, at?: number} & Record<string, any>} Frame */
/** @typedef {"keyless" | "connecting" | "connected" | "lost" | "refused"} LinkState */

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const REFUSED_PAUSE_MS = 30_000;
const STEADY_MS = 5_000;
const LATEST_S = 1;

/** What a close of the connection says when the key was wrong: policy violation, or the API's own codes. */
const REFUSALS = new Set([1008, 4401, 4403]);

export class Wire {
  /** @type {WebSocket | null} */ #socket = null;
  /** @type {LinkState} */ #state = "keyless";
  #key = "";
  #failures = 0;
  #timer = 0;
  #soonest = Infinity;

  /**
   * @param {string[]} topics types of frames to hear
   * @param {(frame: Frame, lateS: number) => void} hear called with every frame, and how late it came
   * @param {(state: LinkState) => void} turn called when the link changes
   */
  constructor(topics, hear, turn) {
    this.topics = topics;
    this.hear = hear;
    this.turn = turn;
    addEventListener("online", () => this.#failures && this.#connect());
  }

  /** @returns {LinkState} */
  get state() {
    return this.#state;
  }

  /** Connect with this key from now on; an empty one disconnects. @param {string} key */
  use(key) {
    this.#key = key;
    this.#failures = 0;
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    const former = this.#socket;
    this.#socket = null;
    former?.close();
    if (!this.#key) return this.#become("keyless");
    this.#become("connecting");
    const address = new URL("/stream", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.#socket = socket;
    let opened = 0;
    socket.onopen = () => {
      opened = performance.now();
      socket.send(JSON.stringify({ type: "auth", token: this.#key }));
      socket.send(JSON.stringify({ type: "subscribe", to: this.topics }));
    };
    socket.onmessage = (event) => {
      if (socket === this.#socket) this.#take(event.data);
    };
    socket.onclose = (event) => {
      if (socket !== this.#socket) return;
      if (opened && performance.now() - opened > STEADY_MS) this.#failures = 0;
      this.#socket = null;
      this.#soonest = Infinity;
      this.#again(REFUSALS.has(event.code));
    };
  }

  /** @param {unknown} data */
  #take(data) {
    /** @type {Frame | null} */ let frame = null;
    try {
      frame = JSON.parse(String(data));
    } catch {
      return;
    }
    if (typeof frame?.type !== "string") return;
    if (this.#state !== "connected" && frame.type === "hello") this.#become("connected");
    this.hear(frame, this.#late(frame.at));
  }

  /**
   * How much later than the quickest frame so far this one came, in seconds: right also where clocks differ.
   * @param {unknown} at
   */
  #late(at) {
    if (typeof at !== "number") return 0;
    const took = Date.now() / 1000 - at;
    this.#soonest = Math.min(this.#soonest, took);
    return Math.min(took - this.#soonest, LATEST_S);
  }

  /** @param {boolean} refused */
  #again(refused) {
    const pause = refused ? REFUSED_PAUSE_MS : Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#connect(), pause * (0.75 + Math.random() / 2));
    this.#become(refused ? "refused" : "lost");
  }

  /** @param {LinkState} state */
  #become(state) {
    if (state === "connecting" && this.#state === "lost") return;
    if (state === this.#state) return;
    this.#state = state;
    this.turn(state);
  }
}
