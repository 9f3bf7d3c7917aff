// The calls to the server. Every member throws Refused where the server says no, and TypeError where it is out of reach.

export class Refused extends Error {
  constructor(status, key, wait) {
    super(key);
    this.status = status;
    this.key = key;
    this.wait = wait; // milliseconds the server wants us to wait; 0 where it says nothing
  }
}

const check = async (response) => {
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  const seconds = Number(response.headers.get("Retry-After"));
  throw new Refused(response.status, body.error ?? "", seconds > 0 ? seconds * 1000 : 0);
};

const call = async (path, token, options = {}) => {
  const headers = { ...options.headers };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (options.body) headers["Content-Type"] = "application/json";
  const fixed = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };
  return check(await fetch(path, { ...fixed, ...options, headers }));
};

export const openSession = async (unit) => {
  const body = JSON.stringify(unit ? { unit } : {});
  return (await call("/api/chat/sessions", "", { method: "POST", body })).json();
};

export const postMessage = (token, message) =>
  call("/api/chat/messages", token, { method: "POST", body: JSON.stringify(message) });

export const repliesAfter = async (token, after) => (await call(`/api/chat/replies?after=${after}`, token)).json();

export const eventStream = (token, after, signal) =>
  call(`/api/chat/events?after=${after}`, token, { signal, headers: { Accept: "text/event-stream" } });

export const eraseSession = (token) => call("/api/chat/session", token, { method: "DELETE" });

// crypto.randomUUID is missing on plain http and in older browsers.
export const newId = () => {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};
