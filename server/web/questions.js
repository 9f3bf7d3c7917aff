// Sends questions one after the other, each until the server has it. A question keeps its id: sending it twice is
// harmless.

import { Refused, openSession, postMessage } from "./service.js";
import { backoff, wait } from "./wait.js";

const mostTries = 6;

export class Questions {
  #memory;
  #unit;
  #onSession;
  #onSlow;
  #before = Promise.resolve();

  // onSession() is called when a session has been opened; onSlow(key) when a question has to wait.
  constructor(memory, unit, onSession, onSlow) {
    this.#memory = memory;
    this.#unit = unit;
    this.#onSession = onSession;
    this.#onSlow = onSlow;
  }

  // Ends when the server has {id, text} or {id, payload}; throws Refused or TypeError when it will not take it.
  send(message) {
    const mine = this.#before.then(() => this.#insist(message));
    this.#before = mine.catch(() => {});
    return mine;
  }

  async #insist(message) {
    for (let tries = 1; ; ++tries) {
      try {
        return await this.#once(message);
      } catch (problem) {
        const pause = this.#pauseAfter(problem, tries);
        if (pause === null) throw problem;
        await wait(pause);
      }
    }
  }

  // How long to wait before the next try; null: it makes no sense to try again.
  #pauseAfter(problem, tries) {
    if (tries >= mostTries) return null;
    const status = problem instanceof Refused ? problem.status : 0;
    if (status === 401) {
      this.#memory.endSession();
      return 0;
    }
    if (status === 429) {
      this.#onSlow("too_fast");
      return Math.max(problem.wait, 1000);
    }
    if (status >= 400 && status < 500) return null;
    this.#onSlow("offline");
    return Math.max(backoff(tries - 1), problem.wait ?? 0);
  }

  async #once(message) {
    if (!this.#memory.token) {
      const { token } = await openSession(this.#unit);
      this.#memory.token = token;
      this.#onSession();
    }
    await postMessage(this.#memory.token, message);
  }
}
