// The public look-up pages in a real browser with scripts switched off: index, search, a field, an entry, on a phone and a desk.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { sizes } from "./staff.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`the look-up pages without scripts, ${size}`, () => {
    let page;
    before(async () => { page = await openPage(browser, { viewport, javaScriptEnabled: false }); });
    after(() => page.context().close());

    it("lead from a moment of life to an entry", async () => {
      await page.goto(`${base}/tra-cuu`);
      await shoot(page, `lookup-${size}-1-index`);
      assert.equal(await page.locator(".cards a").count() > 20, true);
      await page.getByRole("link", { name: /^Mất người thân/ }).click();
      await page.getByRole("heading", { level: 1, name: "Mất người thân" }).waitFor();
      await shoot(page, `lookup-${size}-2-event`);
      await page.locator(".entries a").first().click();
      await page.getByRole("heading", { level: 2, name: "Giấy tờ cần có" }).waitFor();
      await shoot(page, `lookup-${size}-3-entry`);
    });

    it("find what is written without diacritics", async () => {
      await page.goto(`${base}/tra-cuu`);
      await page.getByLabel("Bác/anh/chị cần tìm gì?").fill("lam lai cccd bi mat o dau");
      await page.getByRole("button", { name: "Tìm" }).click();
      await page.getByRole("heading", { level: 1, name: /Kết quả cho/ }).waitFor();
      await shoot(page, `lookup-${size}-4-found`);
      assert.match(await page.locator(".entries a").first().getAttribute("href"), /can-cuoc-cap-lai/);
    });
  });

  describe(`the look-up pages for everybody, ${size}`, () => {
    let page;
    before(async () => { page = await openPage(browser, { viewport, bypassCSP: true }); });
    after(() => page.context().close());

    for (const path of ["", "?viec=ho-tich", "?hoi=khai%20sinh", "?hoi=abc%20xyz", "/khai-sinh", "/tong-dai-1022", "/ma-1-000302"]) {
      it(`have no fault that axe finds: ${path || "index"}`, async () => {
        await page.goto(`${base}/tra-cuu${path}`);
        assert.deepEqual(await wcagViolations(page), []);
        assert.equal(await scrollsSideways(page), false);
        assert.deepEqual(page.problems, []);
      });
    }
  });
}
