// Content work in a real browser: an editor changes the fee of khai sinh, the gate shows whose answers change, an approver
// publishes, the web chat gives the new fee within seconds, and the old version comes back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, base, answers, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

assert.ok(desk, "MOTCUA_STAFF_URL must name a running console");
const fee = "12345";
const said = /12\.345 đồng/;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const clean = async (page, name) => {
  await shoot(page, `content-${name}`);
  assert.deepEqual(await wcagViolations(page), [], name);
  assert.equal(await scrollsSideways(page), false, name);
};

const feeInTheChat = async (words) => {
  const page = await openPage(browser);
  await page.goto(`${base}/chat`);
  await ask(page, "lệ phí đăng ký khai sinh bao nhiêu", /Đăng ký khai sinh/);
  const text = await answers(page).last().innerText();
  await page.context().close();
  return words.test(text);
};

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`content work, ${size}`, () => {
    let editor;
    let approver;
    let draft;
    before(async () => {
      editor = await openPage(browser, { viewport, bypassCSP: true });
      approver = await openPage(browser, { viewport, bypassCSP: true });
      for (const page of [editor, approver]) page.setDefaultTimeout(30_000);
      await comeIn(editor, await invite(`viet-${size}`, "Người viết", ["editor"]));
      await comeIn(approver, await invite(`duyet-${size}`, "Người duyệt", ["approver"]));
    });
    after(async () => {
      await editor.context().close();
      await approver.context().close();
    });

    it("finds an entry without diacritics and opens a draft of it", async () => {
      await editor.goto(`${desk}/staff/noi-dung`);
      await editor.getByLabel(/Tìm theo tên/).fill("dang ky khai sinh");
      await editor.getByRole("button", { name: "Tìm", exact: true }).click();
      await editor.getByRole("link", { name: "Đăng ký khai sinh", exact: true }).waitFor();
      await clean(editor, `${size}-1-list`);
      await editor.getByRole("link", { name: "Đăng ký khai sinh", exact: true }).click();
      await editor.getByRole("button", { name: /^Sửa phần riêng của\s+Thành phố Hải Phòng$/ }).click();
      await editor.getByRole("button", { name: "Lưu và gửi duyệt" }).waitFor();
      draft = editor.url();
    });

    it("narrows the list by field and by how sure one is", async () => {
      await editor.goto(`${desk}/staff/noi-dung`);
      await editor.getByLabel("Lĩnh vực").selectOption({ label: "Hộ tịch" });
      await editor.getByLabel("Độ tin cậy").selectOption("low");
      await editor.getByRole("button", { name: "Tìm", exact: true }).click();
      await editor.waitForURL(/field=ho-tich&trust=low/);
      await editor.locator(".badge").filter({ hasText: "Cần kiểm lại" }).first().waitFor();
      assert.equal(await editor.getByRole("link", { name: "Đăng ký tạm trú" }).count(), 0);
      await clean(editor, `${size}-1b-narrowed`);
      await editor.goto(draft);
    });

    it("shows the phrases by how they are written", async () => {
      await editor.goto(`${desk}/staff/muc-moi`);
      await editor.getByLabel("Tên thường gọi").fill(`Thử cách viết ${size}`);
      await editor.getByLabel(/Câu người dân hay hỏi/).fill("gửi xe ở đâu\ngui xe o dau\ngui xe o ubnd dc ko");
      await editor.getByRole("button", { name: "Viết tiếp" }).click();
      await editor.getByText("3 câu: có dấu 1, không dấu 2, viết tắt 1.").click();
      await editor.locator("li").filter({ hasText: /^gửi xe ở đâu$/ }).waitFor();
      await editor.locator("#f-asked_as").fill("gửi xe ở đâu");
      await editor.locator("#f-title").focus();
      await editor.getByText("1 câu: có dấu 1, không dấu 0, viết tắt 0. Nên thêm câu không dấu, viết tắt.").waitFor();
      await editor.getByRole("button", { name: "Bỏ bản nháp" }).click();
      await editor.waitForURL(/noi-dung/);
      await editor.goto(draft);
    });

    it("edits the fee as an amount among the others of the city", async () => {
      await editor.getByRole("button", { name: "Thêm dòng vào Lệ phí" }).click();
      const amount = editor.locator("[id^=f-fee-][id$=-amount]").last();
      await amount.fill("54321");
      await editor.getByLabel("Phần trả lời").selectOption("fee");
      await editor.getByRole("button", { name: /Xem trên Zalo/ }).click();
      await editor.locator(".col-lg-4").filter({ hasText: "54.321 đồng" }).nth(2).waitFor();
      await amount.fill(fee); // and the channels follow without a click
      await editor.locator(".col-lg-4").filter({ hasText: said }).nth(2).waitFor();
      await editor.locator("[id^=f-fee-][id$=-text]").last().fill("<b>thử</b>");
      await clean(editor, `${size}-2-form`);
      await editor.getByRole("button", { name: "Lưu và gửi duyệt" }).click();
      await editor.getByText("Đã gửi duyệt").waitFor();
      assert.deepEqual(editor.problems, []);
    });

    it("shows the approver at the gate which questions would be answered otherwise", async () => {
      await approver.goto(draft);
      await approver.getByRole("button", { name: "Xem trước thay đổi" }).click();
      await approver.getByText("Chốt kiểm tra cho qua").waitFor();
      const changed = approver.locator("details").filter({ hasText: "12.345" }).first();
      await changed.locator("summary").click();
      await changed.getByRole("heading", { name: "Sẽ trả lời" }).waitFor();
      assert.match(await changed.innerText(), said);
      await clean(approver, `${size}-3-gate`);
    });

    it("answers a question by the draft before it is published", async () => {
      await approver.getByLabel("Câu hỏi thử").fill("phi lam khai sinh");
      await approver.getByRole("button", { name: "Hỏi", exact: true }).click();
      await approver.locator(".answer").filter({ hasText: said }).first().waitFor();
      assert.equal(await feeInTheChat(said), false, "not published yet");
    });

    it("shows the answer as every channel will", async () => {
      await approver.getByLabel("Phần trả lời").selectOption("fee");
      await approver.getByRole("button", { name: /Xem trên Zalo/ }).click();
      for (const channel of ["Zalo", "Messenger", "Trang chat"]) await approver.getByRole("heading", { name: channel, exact: true }).waitFor();
      assert.equal(await approver.locator(".col-lg-4").filter({ hasText: said }).count(), 3);
      await clean(approver, `${size}-4-channels`);
    });

    it("gives the new fee in the web chat within five seconds of publishing", async () => {
      await approver.getByRole("button", { name: "Công bố", exact: true }).click();
      await approver.getByText(/Đã công bố bản/).waitFor();
      const published = Date.now();
      assert.equal(await feeInTheChat(said), true);
      assert.ok(Date.now() - published < 5000, `${Date.now() - published} ms`);
    });

    it("brings the old version back in one click", async () => {
      await approver.goto(`${desk}/staff/muc?ma=khai-sinh&don-vi=hai-phong`);
      await approver.getByText("So với bản đang dùng").first().click();
      await clean(approver, `${size}-4-versions`);
      await approver.getByRole("button", { name: /^Khôi phục bản/ }).first().click();
      await approver.getByText(/Đã khôi phục bản/).waitFor();
      assert.equal(await feeInTheChat(said), false);
      assert.deepEqual(approver.problems, []);
    });
  });
}
