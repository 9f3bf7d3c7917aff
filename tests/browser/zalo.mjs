// A citizen on Zalo: what they write goes to the webhook, signed as Zalo signs it; what they are told stands in the stand-in's
// output (tests/browser/run).

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { base } from "./browser.mjs";

const app = "4417733920815566021";
const secret = "Tn4xQ8vLr2ZbK6mYw1Pd"; // of the configuration in tests/browser/run

let messages = 0;

const send = async (event, message, who) => {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: app, sender: { id: who }, recipient: { id: "2881503477612093508" }, event_name: event,
    message: { ...message, msg_id: `zalo-${++messages}-${timestamp}` }, timestamp,
  });
  const mac = createHash("sha256").update(app + body + timestamp + secret).digest("hex");
  const answer = await fetch(`${base}/webhook/zalo/oa`, {
    method: "POST", body, headers: { "Content-Type": "application/json", "X-ZEvent-Signature": `mac=${mac}` },
  });
  return answer.status;
};

export const writeOnZalo = (text, who = "7302218845560917334") => send("user_send_text", { text }, who);
export const sendPictureOnZalo = (url, who) => send("user_send_image", { attachments: [{ type: "image", payload: { url, thumbnail: url } }] }, who);

// The first message to `who` that holds `words`, waited for.
export const toldOnZalo = async (words, who = "7302218845560917334") => {
  const until = Date.now() + 15_000;
  for (;;) {
    const lines = (await readFile(`${process.env.MOTCUA_WORK}/zalo`, "utf8")).split("\n").filter(Boolean).map((line) => JSON.parse(line));
    const found = lines.map((line) => line.body).find((body) => body.recipient.user_id === who && body.message.text.match(words));
    if (found) return found.message.text;
    if (Date.now() > until) throw new Error(`nothing like ${words} came to Zalo, but ${lines.map((line) => line.body.message.text).join(" | ")}`);
    await new Promise((later) => { setTimeout(later, 50); });
  }
};
