// Calls of the console's API. A refusal is a Refusal with its key; "confirm" asks for the password and tries once more.

import { confirmPassword } from "./confirm.js";

export class Refusal extends Error {
  constructor(key, status, body) {
    super(key);
    this.key = key;
    this.status = status;
    this.body = body;
  }
}

let csrf = "";
export const keepCsrf = (token) => { csrf = token ?? ""; };

const send = async (method, path, body) => {
  const headers = {};
  if (method !== "GET") headers["X-CSRF-Token"] = csrf;
  const asFile = body instanceof Blob;
  if (body !== undefined && !asFile) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(`/api/staff/${path}`, { method, headers, body: body === undefined || asFile ? body : JSON.stringify(body) });
  } catch {
    throw new Refusal("offline", 0);
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(told.error ?? (answer.status === 413 ? "too_large" : "storage"), answer.status, told);
  return told;
};

export const call = async (method, path, body) => {
  try {
    return await send(method, path, body);
  } catch (refusal) {
    if (refusal.key === "no_session" && path !== "me") location.assign("/staff/dang-nhap");
    if (refusal.key !== "confirm" || !(await confirmPassword(send))) throw refusal;
    return send(method, path, body);
  }
};

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const put = (path, body = {}) => call("PUT", path, body);
export const remove = (path) => call("DELETE", path);
