// The same job in Node: verify, parse, keep durably, then answer 200. Prints its port; ends when its input does.
//   node node_server.mjs each|grouped FOLDER SECRET
// each: a commit a request, as one writes it first; grouped: what came in one turn of the event loop shares one.

import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import Database from "better-sqlite3";
import Fastify from "fastify";

const [kind, folder, secret] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const db = new Database(join(folder, "events.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.pragma("wal_autocheckpoint = 8000");
db.exec(`CREATE TABLE event (
  id INTEGER PRIMARY KEY, mid TEXT NOT NULL, sender TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (at, mid)) STRICT`);
const insert = db.prepare("INSERT INTO event (mid, sender, text, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");

const keep = (events) => {
  for (const e of events) insert.run(e.message.mid, e.sender.id, e.message.text, e.timestamp);
};
const keepAll = db.transaction((batches) => batches.forEach(keep));

let waiting = [];
const flush = () => {
  const batch = waiting;
  waiting = [];
  keepAll(batch.map((one) => one.events));
  for (const one of batch) one.done();
};
const grouped = (events) =>
  new Promise((done) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ events, done });
  });
const each = (events) => keepAll([events]);
const durable = kind === "grouped" ? grouped : each;

const app = Fastify({ logger: false });
app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => done(null, body));
app.post("/webhook/messenger/page", async (request, reply) => {
  const wanted = createHmac("sha256", secret).update(request.body).digest();
  const given = Buffer.from(String(request.headers["x-hub-signature-256"] ?? "").replace("sha256=", ""), "hex");
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return reply.code(401).send("refused");
  await durable(JSON.parse(request.body).entry.flatMap((entry) => entry.messaging));
  return "EVENT_RECEIVED";
});
await app.listen({ host: "127.0.0.1", port: 0 });
console.log(app.server.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
