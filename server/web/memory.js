// What this browser tab remembers: the session's token, the last reply's id and the lines on the screen.
// Kept in sessionStorage, which ends with the tab; in memory only where the browser blocks it.

const mostLines = 100;

export class Memory {
  #key;
  #kept = { token: "", last: 0, lines: [], larger: false };

  constructor(unit) {
    this.#key = `motcua.chat.${unit}`;
    try {
      const text = sessionStorage.getItem(this.#key);
      if (text) Object.assign(this.#kept, JSON.parse(text));
    } catch {
      // Blocked or broken: begin anew.
    }
  }

  get token() { return this.#kept.token; }
  set token(value) { this.#change({ token: value }); }

  get last() { return this.#kept.last; }
  set last(value) { this.#change({ last: value }); }

  get larger() { return this.#kept.larger; }
  set larger(value) { this.#change({ larger: value }); }

  get lines() { return this.#kept.lines; }

  add(line) {
    this.#change({ lines: [...this.#kept.lines, line].slice(-mostLines) });
  }

  // The session is over: the next one counts its replies from the start.
  endSession() {
    this.#change({ token: "", last: 0 });
  }

  forget() {
    this.#change({ token: "", last: 0, lines: [] });
  }

  save() { this.#change({}); }

  #change(what) {
    Object.assign(this.#kept, what);
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#kept));
    } catch {
      // Memory alone, then.
    }
  }
}
