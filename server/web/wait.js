// Waiting, and how long to wait before the next try.

export const wait = (milliseconds, signal) =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", () => { clearTimeout(timer); done(); }, { once: true });
  });

// 1, 2, 4 … 30 seconds, a little spread so that a thousand pages do not come back at one instant.
export const backoff = (failures) => Math.min(30_000, 1000 * 2 ** failures) * (0.8 + 0.4 * Math.random());
