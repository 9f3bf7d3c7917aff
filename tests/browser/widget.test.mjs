// The widget on a page of another origin. The server at MOTCUA_URL must let that origin frame it: the page is served at
// MOTCUA_HOST_PORT, which `run` puts into the configuration.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { axeFindings, base, launch, openPage, shoot } from "./browser.mjs";

const hostPage = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Trang của phường</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>Trang của phường</h1><p>Tin tức.</p></main>
<script src="${base}/widget.js" data-name="UBND phường" defer></script></body></html>`;

// As strict as a careful webmaster's.
const policy = `default-src 'none'; script-src ${base}; frame-src ${base}; img-src data:`;

let browser;
let site;
let address;
before(async () => {
  site = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
    response.end(hostPage);
  });
  await new Promise((ready) => site.listen(Number(process.env.MOTCUA_HOST_PORT ?? 0), "127.0.0.1", ready));
  address = `http://127.0.0.1:${site.address().port}/`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site.closeAllConnections();
  site.close();
});

describe("the widget", () => {
  it("loads nothing but its script before the click", async () => {
    const page = await openPage(browser);
    const asked = [];
    page.on("request", (request) => { if (request.url().startsWith(base)) asked.push(new URL(request.url()).pathname); });
    await page.goto(address);
    await page.getByRole("button", { name: "Mở trò chuyện" }).waitFor();
    assert.deepEqual(asked, ["/widget.js"]);
    assert.equal(page.frames().length, 1);
    await page.context().close();
  });

  it("opens the chat in a frame, answers there, and Esc closes it with the focus back", async () => {
    for (const [name, viewport] of Object.entries({ phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } })) {
      const page = await openPage(browser, { viewport });
      await page.goto(address);
      const opener = page.getByRole("button", { name: "Mở trò chuyện" });
      await opener.focus();
      await page.keyboard.press("Enter");
      const closer = page.getByRole("button", { name: "Đóng trò chuyện" });
      assert.equal(await closer.getAttribute("aria-expanded"), "true");
      assert.equal(await closer.getAttribute("aria-controls"), await page.getByRole("dialog").getAttribute("id"));

      const frame = page.frameLocator("iframe");
      await frame.getByLabel("Câu hỏi của bạn").fill("lam giay khai sinh can gi");
      await frame.getByLabel("Câu hỏi của bạn").press("Enter");
      await frame.locator(".line.bot").filter({ hasText: /Giấy chứng sinh/i }).waitFor();
      await shoot(page, `widget-${name}`);

      await frame.getByLabel("Câu hỏi của bạn").press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(await opener.evaluate((node) => node.getRootNode().activeElement === node), true);
      assert.equal(await opener.getAttribute("aria-expanded"), "false");
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
  });

  it("ignores words from anyone but its own frame", async () => {
    const page = await openPage(browser);
    await page.goto(address);
    await page.getByRole("button", { name: "Mở trò chuyện" }).click();
    await page.frameLocator("iframe").getByLabel("Câu hỏi của bạn").waitFor();
    await page.evaluate(() => window.postMessage({ motcua: "close" }, location.origin));
    await page.evaluate(() => new Promise((done) => setTimeout(done))); // the message's turn is over
    assert.equal(await page.getByRole("dialog").isVisible(), true);
    await page.context().close();
  });

  it("has no serious finding of axe, open", async () => {
    const page = await openPage(browser, { bypassCSP: true });
    await page.goto(address);
    await page.getByRole("button", { name: "Mở trò chuyện" }).click();
    await page.frameLocator("iframe").getByLabel("Câu hỏi của bạn").waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await page.context().close();
  });
});
