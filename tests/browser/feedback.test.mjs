// Feedback from Zalo becomes a ticket; an officer works on it; the citizen is told on Zalo, and finds it by its code in the web chat.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";
import { toldOnZalo, writeOnZalo } from "./zalo.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`feedback, ${size}`, () => {
    let officer;
    let code;
    const citizen = `73022188455610${size.length}0001`;
    const say = async (text, words) => {
      assert.equal(await writeOnZalo(text, citizen), 200);
      return toldOnZalo(words, citizen);
    };
    before(async () => {
      officer = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(officer, await invite(`mot-cua-${size}`, "Cán bộ một cửa", ["operator"]));
    });
    after(() => officer.context().close());
    const clean = async (name) => {
      await shoot(officer, `feedback-${size}-${name}`);
      assert.deepEqual(await wcagViolations(officer), [], name);
      assert.equal(await scrollsSideways(officer), false, name);
    };

    it("is told on Zalo in a few messages and gets a code", async () => {
      await say("tôi muốn phản ánh", /kể sự việc/);
      await say("cống đầu ngõ tắc ba tuần nay, nước thải tràn ra đường", /loại nào/);
      await say("1", /Sự việc ở đâu/);
      await say("ngõ 12 tổ dân phố số 3", /khi nào/);
      await say("từ hôm bão", /đồng ý/);
      code = (await say("Đồng ý, báo cho tôi", /Mã của bác\/anh\/chị/)).match(/[A-Z2-9]{7}/)[0];
    });

    it("is read and worked on by an officer", async () => {
      await officer.goto(`${desk}/staff`);
      await officer.getByText(/phản ánh chưa giải quyết xong/).click();
      await officer.getByRole("link", { name: code }).click();
      await officer.getByText("cống đầu ngõ tắc ba tuần nay, nước thải tràn ra đường").waitFor();
      await clean("1-open");
      await officer.getByLabel("Bước tiếp theo").selectOption("answered");
      await officer.getByLabel(/Lời gửi người dân/).fill("Đội thoát nước đã thông cống sáng nay.");
      await officer.getByRole("button", { name: "Ghi và báo cho người dân" }).click();
      await officer.getByText("Đã báo cho người dân.").waitFor();
      await clean("2-settled");
      assert.deepEqual(officer.problems, []);
    });

    it("the citizen is told on Zalo", async () => {
      assert.match(await toldOnZalo(/Đội thoát nước đã thông cống sáng nay/, citizen), new RegExp(code));
    });

    it("and whoever has the code sees how far it is, on any channel", async () => {
      const page = await openPage(browser);
      await page.goto(`${base}/chat`);
      await ask(page, `cho hỏi mã ${code.toLowerCase()}`, /đã giải quyết xong/);
      assert.ok(!(await page.locator("#log").innerText()).includes("cống đầu ngõ"));
      await page.context().close();
    });
  });
}
