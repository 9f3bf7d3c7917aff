// Follows the replies of a session: an event stream that comes back by itself, and single looks for networks that hold
// streams back.

import { Refused, eventStream, repliesAfter } from "./service.js";
import { backoff, wait } from "./wait.js";

// The server sends a comment every 15 seconds: after this long without a byte the line is dead.
const silence = 40_000;

// Calls onEvent(name, data) for each whole event of the text fed in.
export class EventParser {
  #rest = "";

  constructor(onEvent) {
    this.onEvent = onEvent;
  }

  feed(text) {
    const blocks = (this.#rest + text).split("\n\n");
    this.#rest = blocks.pop();
    for (const block of blocks) {
      const field = (name) =>
        block.split("\n").filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2)).join("\n");
      if (field("data")) this.onEvent(field("event") || "message", field("data"));
    }
  }
}

export class Replies {
  #memory;
  #take;
  #lost;
  #stop = null;

  // take(reply) gets each reply once, in order; lost() is called when the server no longer knows the session.
  constructor(memory, take, lost) {
    this.#memory = memory;
    this.#take = take;
    this.#lost = lost;
  }

  follow() {
    if (this.#stop || !this.#memory.token) return;
    this.#stop = new AbortController();
    this.#run(this.#stop.signal);
  }

  leave() {
    this.#stop?.abort();
    this.#stop = null;
  }

  // One look, apart from the stream.
  async look() {
    const { token, last } = this.#memory;
    if (!token) return;
    try {
      const replies = await repliesAfter(token, last);
      if (token === this.#memory.token) replies.forEach((reply) => this.#give(reply));
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) this.#end(token);
    }
  }

  #give(reply) {
    if (reply.id <= this.#memory.last) return;
    this.#memory.last = reply.id;
    this.#take(reply);
  }

  #end(token) {
    if (token !== this.#memory.token) return;
    this.leave();
    this.#lost();
  }

  async #run(signal) {
    const { token } = this.#memory;
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.#read(token, signal, () => { failures = 0; });
        await wait(300, signal); // the server ends a stream now and then
      } catch (problem) {
        if (signal.aborted) return;
        if (problem instanceof Refused && problem.status === 401) return this.#end(token);
        await this.#pause(Math.max(backoff(failures++), problem.wait ?? 0), signal);
        if (!signal.aborted) await this.look();
      }
    }
  }

  // Ends early when the network comes back.
  async #pause(milliseconds, signal) {
    const awake = new AbortController();
    const wake = () => awake.abort();
    addEventListener("online", wake, { once: true });
    signal.addEventListener("abort", wake, { once: true });
    await wait(milliseconds, awake.signal);
    removeEventListener("online", wake);
    signal.removeEventListener("abort", wake);
  }

  async #read(token, signal, onLife) {
    const broken = new AbortController();
    const stop = () => broken.abort();
    signal.addEventListener("abort", stop, { once: true });
    let timer = setTimeout(stop, silence);
    try {
      const response = await eventStream(token, this.#memory.last, broken.signal);
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventParser((name, data) => {
        if (name === "reply" && !signal.aborted) this.#give(JSON.parse(data));
      });
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(timer);
        timer = setTimeout(stop, silence);
        onLife();
        parser.feed(decoder.decode(value, { stream: true }));
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  }
}
