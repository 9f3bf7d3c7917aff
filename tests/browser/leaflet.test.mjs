// The leaflets in a real browser: each on one sheet of A4, and the way from its QR code to the bot.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { answers, axeFindings, base, launch, openPage, scrollsSideways, shoot } from "./browser.mjs";

const content = fileURLToPath(new URL("../../content", import.meta.url));
const printed = ["procedures", "guides"].flatMap((room) =>
  readdirSync(`${content}/${room}`, { recursive: true })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml")));

const pagesOf = (pdf) => Number(/\/Type\s*\/Pages[\s\S]*?\/Count\s+(\d+)/.exec(pdf.toString("latin1"))[1]);

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe("a leaflet", () => {
  it("fits one sheet of A4, whatever the procedure", async () => {
    assert.ok(printed.length > 150, "the shipped procedures and guides");
    const page = await openPage(browser);
    const longer = [];
    // Printing takes a while: those with most to print.
    const sheets = await Promise.all(printed.map(async (entry) => ({ entry, html: await (await fetch(`${base}/tra-cuu/${entry}/in`)).text() })));
    for (const { entry } of sheets.sort((a, b) => b.html.length - a.html.length).slice(0, 40)) {
      await page.goto(`${base}/tra-cuu/${entry}/in`);
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
      if (pages !== 1) longer.push(`${entry}: ${pages}`);
    }
    assert.deepEqual(longer, []);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  it("has no serious finding of axe and shows its code", async () => {
    const page = await openPage(browser, { bypassCSP: true });
    await page.goto(`${base}/tra-cuu/khai-sinh/in`);
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
    assert.ok(await page.locator("svg").first().isVisible());
    await shoot(page, "leaflet");
    await page.context().close();
  });
});

describe("a unit's poster", () => {
  it("fits one sheet of A4, with the doors to the bot as QR codes", async () => {
    const page = await openPage(browser, { bypassCSP: true });
    await page.goto(`${base}/ap-phich`);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
    assert.equal(await page.locator("svg").count(), 2); // Zalo and the web chat
    assert.deepEqual(await axeFindings(page), []);
    assert.equal(await scrollsSideways(page), false);
    await shoot(page, "poster");
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});

describe("the chat page of a QR code", () => {
  it("opens on the answer of that procedure", async () => {
    const page = await openPage(browser);
    await page.goto(`${base}/chat?hoi=khai-sinh`);
    await answers(page).filter({ hasText: /Đăng ký khai sinh/ }).first().waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
});
