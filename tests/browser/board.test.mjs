// What staff says at once: an urgent notice on top of answers, an entry held back, and both taken back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { answers, ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`what is said at once, ${size}`, () => {
    let citizen;
    let officer;
    const words = `Nghỉ tiếp dân vì bão <b>${size}</b>`;
    before(async () => {
      officer = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(officer, await invite(`truc-bao-${size}`, "Người trực", ["approver"]));
    });
    before(async () => {
      citizen = await openPage(browser);
      await citizen.goto(`${base}/chat`);
    });
    after(async () => {
      await citizen.context().close();
      await officer.context().close();
    });
    const clean = async (name) => {
      await shoot(officer, `board-${size}-${name}`);
      assert.deepEqual(await wcagViolations(officer), [], name);
      assert.equal(await scrollsSideways(officer), false, name);
    };

    it("a notice stands on top of the next answer", async () => {
      await officer.goto(`${desk}/staff/thong-bao`);
      await officer.getByLabel("Nội dung (tối đa 500 chữ)").fill(words);
      await officer.getByLabel(/^Nguồn/).fill("Công điện 12/CĐ-UBND");
      await officer.getByRole("button", { name: "Công bố ngay" }).click();
      await officer.getByText("Đã công bố.").waitFor();
      await officer.getByText(words).first().waitFor();
      await clean("1-notice");
      await ask(citizen, "lệ phí làm khai sinh bao nhiêu", words);
      assert.match(await answers(citizen).filter({ hasText: words }).last().innerText(), /THÔNG BÁO[\s\S]*Công điện 12\/CĐ-UBND[\s\S]*khai sinh/);
      await shoot(citizen, `board-${size}-citizen`);
    });

    it("and is read out over the loudspeaker", async () => {
      await officer.getByRole("link", { name: /Bài đọc loa/ }).first().click();
      await officer.getByText("Xin cảm ơn bà con đã nghe").waitFor();
      await officer.getByText(words).waitFor();
      await clean("2-loudspeaker");
      const [sound] = await Promise.all([officer.waitForEvent("download"), officer.getByRole("link", { name: /WAV/ }).click()]);
      const bytes = await readFile(await sound.path());
      assert.equal(bytes.subarray(0, 4).toString(), "RIFF");
      await officer.goto(`${desk}/staff/thong-bao`);
    });

    it("and is taken back", async () => {
      await officer.getByRole("button", { name: /Gỡ thông báo/ }).first().click();
      await officer.getByText("Đã gỡ thông báo.").waitFor();
      const another = await openPage(browser);
      await another.goto(`${base}/chat`);
      await ask(another, "lệ phí làm khai sinh bao nhiêu", /Đăng ký khai sinh/);
      assert.doesNotMatch(await answers(another).last().innerText(), /THÔNG BÁO/);
      await another.context().close();
    });

    it("an entry that may be wrong is held back, and answers again when it is let go", async () => {
      await officer.goto(`${desk}/staff/tam-ngung`);
      await officer.getByLabel("Mục").fill("Đăng ký tạm trú");
      await officer.getByLabel("Lý do", { exact: true }).fill("phí có thể đã đổi");
      await officer.getByRole("button", { name: "Tạm ngừng nội dung này" }).click();
      await officer.getByText("Lý do: phí có thể đã đổi").waitFor();
      await clean("2-held-back");
      await ask(citizen, "đăng ký tạm trú cần giấy tờ gì", /đang kiểm tra lại nội dung/);
      await officer.getByRole("button", { name: /Mở lại/ }).click();
      await officer.getByText("Không có gì đang tạm ngừng.").waitFor();
      await ask(citizen, "đăng ký tạm trú cần giấy tờ gì", /[Tt]ờ khai/);
    });

    it("without an error on any page", () => {
      assert.deepEqual(officer.problems, []);
      assert.deepEqual(citizen.problems, []);
    });
  });
}
