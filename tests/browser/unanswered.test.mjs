// From a question that nobody understood to a published phrase: asked in the web chat, found in the list, taught, published, answered.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

const questions = { desk: "xin cái tờ xanh xanh cho thằng cu tí nhà em", phone: "mượn cái thẻ lóng lánh của nội" };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`what was not understood, ${size}`, () => {
    const question = questions[size];
    let editor;
    let approver;
    before(async () => {
      editor = await openPage(browser, { viewport, bypassCSP: true });
      approver = await openPage(browser, { viewport, bypassCSP: true });
      for (const page of [editor, approver]) page.setDefaultTimeout(30_000);
      await comeIn(editor, await invite(`day-${size}`, "Người dạy", ["editor"]));
      await comeIn(approver, await invite(`cho-${size}`, "Người cho", ["approver"]));
    });
    after(async () => {
      await editor.context().close();
      await approver.context().close();
    });
    const clean = async (name) => {
      await shoot(editor, `unanswered-${size}-${name}`);
      assert.deepEqual(await wcagViolations(editor), [], name);
      assert.equal(await scrollsSideways(editor), false, name);
    };

    it("stands in the list with its count, and is taught to an entry", async () => {
      const chat = await openPage(browser);
      await chat.goto(`${base}/chat`);
      await ask(chat, question, /chưa hiểu câu hỏi|nằm ngoài những gì tôi được trả lời/);
      await chat.context().close();
      await editor.goto(`${desk}/staff/chua-hieu`);
      const item = editor.locator("li").filter({ has: editor.getByRole("heading", { name: question }) });
      await item.waitFor();
      await clean("1-list");
      await item.getByLabel(/^Mục khác cho câu/).fill("dang ky khai sinh");
      await item.getByRole("button", { name: "Thêm vào mục này" }).click();
      await editor.getByRole("button", { name: "Lưu và gửi duyệt" }).waitFor();
      assert.ok((await editor.locator("#f-asked_as").inputValue()).includes(question));
    });

    it("makes a new entry of it, of any kind", async () => {
      const draft = editor.url();
      await editor.goto(`${desk}/staff/chua-hieu`);
      const item = editor.locator("li").filter({ has: editor.getByRole("heading", { name: question }) });
      await item.getByRole("link", { name: /^Mục mới/ }).click();
      await editor.getByLabel("Loại").selectOption("procedure");
      await editor.getByLabel("Lĩnh vực").selectOption({ label: "Hộ tịch" });
      await editor.getByLabel("Loại").selectOption("guide");
      await editor.getByLabel("Tên thường gọi").fill(`Thử mục mới ${size}`);
      await clean("1b-new");
      await editor.getByRole("button", { name: "Viết tiếp" }).click();
      await editor.getByRole("heading", { level: 1, name: `Thử mục mới ${size}` }).waitFor();
      assert.ok((await editor.locator("#f-asked_as").inputValue()).includes(question));
      await editor.getByRole("button", { name: "Bỏ bản nháp" }).click();
      await editor.waitForURL(/noi-dung/);
      await editor.goto(draft);
    });

    it("shows the match before and after", async () => {
      await editor.getByRole("button", { name: "Hỏi", exact: true }).click();
      await editor.getByRole("heading", { name: "Sẽ trả lời" }).waitFor();
      await editor.locator(".answer").filter({ hasText: "Đăng ký khai sinh" }).last().waitFor();
      await clean("2-asked");
      await editor.getByRole("button", { name: "Lưu và gửi duyệt" }).click();
      await editor.getByText("Đã gửi duyệt").waitFor();
      assert.deepEqual(editor.problems, []);
    });

    it("holds an answer, too, of which a citizen says that it was not what they asked", async () => {
      const wrongly = { desk: "xin giay khai sinh cho con moi de", phone: "muon dang ky tam tru o nha thue" }[size]; // alike ones are one item
      const chat = await openPage(browser);
      await chat.goto(`${base}/chat`);
      await ask(chat, wrongly, /khai sinh|tạm trú/i);
      await chat.getByRole("button", { name: "Chưa đúng ý tôi" }).click();
      await answers(chat).filter({ hasText: "Xin lỗi vì chưa giúp được" }).last().waitFor();
      await chat.context().close();
      const draft = editor.url();
      await editor.goto(`${desk}/staff/chua-hieu`);
      const item = editor.locator("li").filter({ has: editor.getByRole("heading", { name: wrongly }) });
      await item.getByText("Người dân cho biết câu trả lời chưa giúp được").waitFor();
      await item.getByRole("button", { name: "Bỏ qua" }).click();
      await editor.getByText("Đã bỏ qua.").waitFor();
      await editor.goto(draft);
    });

    it("is answered once it is published, and is gone from the list", async () => {
      await approver.goto(editor.url());
      await approver.getByRole("button", { name: "Công bố", exact: true }).click();
      await approver.getByText(/Đã công bố bản/).waitFor();
      const chat = await openPage(browser);
      await chat.goto(`${base}/chat`);
      await ask(chat, question, /Đăng ký khai sinh/);
      await chat.context().close();
      await editor.goto(`${desk}/staff/chua-hieu`);
      await editor.getByRole("heading", { level: 1, name: "Câu hỏi chưa hiểu" }).waitFor();
      assert.equal(await editor.getByRole("heading", { name: question }).count(), 0);
    });
  });
}
