// The console beside 100,000 stored messages: every page opens without an error; how long each took is printed, not judged.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { launch, openPage } from "./browser.mjs";
import { comeIn, desk, invite } from "./staff.mjs";

const messages = 100_000;
const pages = ["", "noi-dung", "chua-hieu", "hoi-thoai", "thong-bao", "tam-ngung", "so-lieu?span=quarter", "huong-dan", "trao-doi"];

// A tenth was not understood; twenty messages a conversation, over the last 25 days.
const fill = `
BEGIN;
CREATE TEMP TABLE n AS WITH RECURSIVE up(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM up WHERE i < ${messages}) SELECT i, ${Date.now()} - 25 * 86400000 + i * 21000 AS at FROM up;
CREATE TEMP TABLE top AS SELECT COALESCE(MAX(id), 0) AS id FROM event;
INSERT INTO event (id, account, dedupe_key, conversation, kind, text, occurred_at, arrived_at, done)
  SELECT top.id + i, 'web-mac-dinh', 'large-' || i, 'large-' || (i / 20), 0, 'cho hỏi việc số ' || (i % 977) || ' làm thế nào', at, at, 1 FROM n, top;
INSERT INTO turn (event, conversation, account, decision, entry, aspect, confidence, content_version, at)
  SELECT top.id + i, 'large-' || (i / 20), 'web-mac-dinh', CASE WHEN i % 10 = 0 THEN 'not_understood' WHEN i % 333 = 0 THEN 'person' ELSE 'answer' END, 'khai-sinh', 'fee', 0.9, 'v', at FROM n, top;
INSERT INTO outbox (account, conversation, event, position, reply, status, next_try, created_at, settled_at)
  SELECT 'web-mac-dinh', 'large-' || (i / 20), top.id + i, 0, '{"text":"Dạ","actions":[]}', 1, at, at, at FROM n, top;
INSERT INTO conversation (id, account, state, updated_at) SELECT 'large-' || (i / 20), 'web-mac-dinh', '', MAX(at) FROM n GROUP BY i / 20;
INSERT INTO tally (day, account, measure, detail, count) SELECT at / 86400000, 'web-mac-dinh', 0, 'answer', COUNT(*) FROM n WHERE true GROUP BY at / 86400000 ON CONFLICT DO UPDATE SET count = count + excluded.count;
COMMIT;`;

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe("the console beside many messages", () => {
  let officer;
  before(async () => {
    officer = await openPage(browser, { viewport: { width: 1366, height: 768 } });
    await comeIn(officer, await invite("nhieu-tin", "Người xem nhiều", ["editor", "approver"]));
    await promisify(execFile)("sqlite3", ["-cmd", ".timeout 10000", `${process.env.MOTCUA_WORK}/data/motcua.db`, fill], { maxBuffer: 1e8 });
  });
  after(() => officer.context().close());

  it("opens every page", async (t) => {
    for (const page of pages) {
      const began = performance.now();
      await officer.goto(`${desk}/staff/${page}`);
      await officer.getByRole("heading", { level: 1 }).waitFor();
      await officer.waitForLoadState("networkidle");
      t.diagnostic(`/staff/${page}: ${Math.round(performance.now() - began)} ms`);
    }
    assert.deepEqual(officer.problems, []);
  });

  it("opens a conversation among them", async (t) => {
    await officer.goto(`${desk}/staff/hoi-thoai`);
    const began = performance.now();
    await officer.locator("#page li a").first().click();
    await officer.getByRole("heading", { name: "Cuộc trò chuyện" }).waitFor();
    t.diagnostic(`/staff/cuoc-tro-chuyen: ${Math.round(performance.now() - began)} ms`);
    assert.deepEqual(officer.problems, []);
  });
});
