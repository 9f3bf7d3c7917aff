// A citizen asks for a person in the web chat; an officer takes the conversation over in the console, answers, and hands it back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`a conversation taken over, ${size}`, () => {
    let citizen;
    let officer;
    before(async () => {
      citizen = await openPage(browser);
      officer = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(officer, await invite(`tong-dai-${size}`, "Người trực", ["operator"]));
    });
    after(async () => {
      await citizen.context().close();
      await officer.context().close();
    });
    const clean = async (name) => {
      await shoot(officer, `takeover-${size}-${name}`);
      assert.deepEqual(await wcagViolations(officer), [], name);
      assert.equal(await scrollsSideways(officer), false, name);
    };
    const send = async (text) => {
      await citizen.getByLabel("Câu hỏi của bạn").fill(text);
      await citizen.keyboard.press("Enter");
    };

    it("waits in the list for a person", async () => {
      await citizen.goto(`${base}/chat`);
      await ask(citizen, "cho tôi gặp cán bộ <i>thật</i>", /gặp cán bộ, xin liên hệ/);
      await officer.goto(`${desk}/staff/hoi-thoai`);
      await officer.getByText("1 người đang chờ").waitFor();
      await clean("1-list");
      await officer.getByRole("link", { name: /^Trang web/ }).first().click();
      await officer.getByText("cho tôi gặp cán bộ <i>thật</i>").waitFor();
      await officer.getByText(/muốn gặp người/).waitFor();
      await clean("2-transcript");
    });

    it("is answered by the officer in the office's name", async () => {
      await officer.getByLabel(/Trả lời với tên cơ quan/).fill("Chào bác, <b>bác</b> cần gì ạ?");
      await officer.getByRole("button", { name: "Gửi" }).click();
      await answers(citizen).filter({ hasText: "trả lời: Chào bác, <b>bác</b> cần gì ạ?" }).waitFor();
      await officer.getByText(/trợ lý tự động im lặng tới/).waitFor();
    });

    it("has no bot in it while the officer is there", async () => {
      const before = await answers(citizen).count();
      await send("tôi bị mất căn cước");
      await officer.getByText("tôi bị mất căn cước").waitFor();
      await officer.getByText(/im lặng vì cán bộ đang trả lời/).waitFor();
      assert.equal(await answers(citizen).count(), before);
      await clean("3-held");
    });

    it("goes back to the bot, which says that it is the bot", async () => {
      await officer.getByRole("button", { name: "Trao lại cho trợ lý tự động" }).click();
      await officer.getByText("Trợ lý tự động đang trả lời.").waitFor();
      await send("làm lại căn cước ở đâu");
      await answers(citizen).filter({ hasText: /trợ lý tự động/i }).last().waitFor();
      assert.deepEqual(officer.problems, []);
      assert.deepEqual(citizen.problems, []);
    });
  });
}
