// The handbook and its pictures. A picture is of a page's words as they are in pictures.json: where a page has changed, the
// test fails until the pictures are taken anew (MOTCUA_TAKE_PICTURES=1 tests/browser/run ...).

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";
import { toldOnZalo, writeOnZalo } from "./zalo.mjs";

const folder = join(import.meta.dirname, "../../server/web/staff/handbook");
const take = Boolean(process.env.MOTCUA_TAKE_PICTURES);
// Page and what of it is always the same: headings, labels and buttons.
const pages = { "trang-dau": "", "tong-dai": "tong-dai", "noi-dung": "noi-dung", "phan-anh": "phan-anh", "thong-bao": "thong-bao", "tam-ngung": "tam-ngung", "so-lieu": "so-lieu?span=day", "cua-toi": "cua-toi" };
const wordsOf = (page) =>
  page.evaluate(() => [...document.querySelectorAll("#page h1, #page h2, #page > form label, #page > form button")].map((one) => one.textContent.trim()).filter((text) => !/\d/.test(text)));

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe("the handbook", () => {
  let officer;
  before(async () => {
    officer = await openPage(browser, { viewport: { width: 1000, height: 700 }, bypassCSP: true });
    const citizen = "7302218845569990001";
    for (const [text, words] of [["tôi muốn phản ánh", /kể sự việc/], ["đèn đường ngõ 12 hỏng ba tuần nay", /loại nào/], ["1", /ở đâu/], ["ngõ 12, tổ 3", /khi nào/],
      ["đầu tháng", /ảnh hiện trường/], ["Không gửi ảnh", /giữ liên hệ/], ["Không, tôi tự xem", /Mã của/]]) {
      assert.equal(await writeOnZalo(text, citizen), 200);
      await toldOnZalo(words, citizen);
    }
    await comeIn(officer, await invite("viet-huong-dan", "Cán bộ mẫu", ["editor", "approver"]));
  });
  after(() => officer.context().close());

  it("has pictures of the pages as they are", async () => {
    const taken = {};
    if (take) await mkdir(folder, { recursive: true });
    for (const [name, path] of Object.entries(pages)) {
      await officer.goto(`${desk}/staff/${path}`);
      await officer.getByRole("heading", { level: 1 }).waitFor();
      await officer.waitForLoadState("networkidle");
      taken[name] = await wordsOf(officer);
      if (take) await officer.screenshot({ path: join(folder, `${name}.png`) });
    }
    if (take) await writeFile(join(folder, "pictures.json"), `${JSON.stringify(taken, null, 1)}\n`);
    assert.deepEqual(JSON.parse(await readFile(join(folder, "pictures.json"), "utf8")), taken);
  });

  for (const [size, viewport] of Object.entries(sizes)) {
    it(`opens from every page at its chapter, ${size}`, async () => {
      await officer.setViewportSize(viewport);
      await officer.goto(`${desk}/staff/tam-ngung`);
      await officer.getByRole("heading", { level: 1 }).waitFor();
      const menu = officer.getByText("Trình đơn");
      if (await menu.isVisible()) await menu.click();
      await officer.getByRole("link", { name: "Hướng dẫn" }).click();
      await officer.getByRole("heading", { name: "Sửa nội dung" }).waitFor();
      assert.match(officer.url(), /huong-dan#tam-ngung$/);
      const pictures = officer.locator("#page img");
      for (let at = 0; at < (await pictures.count()); at += 1) {
        await pictures.nth(at).scrollIntoViewIfNeeded();
        await officer.waitForFunction((n) => document.querySelectorAll("#page img")[n].naturalWidth > 0, at);
      }
      await shoot(officer, `handbook-${size}`);
      assert.deepEqual(await wcagViolations(officer), []);
      assert.equal(await scrollsSideways(officer), false);
      assert.deepEqual(officer.problems, []);
    });
  }
});
