// A caller asks 1022; the operator reads the answer out and sends a code; the caller goes on with it on Zalo, on its page and in
// the web chat; what became of it is counted.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";
import { toldOnZalo, writeOnZalo } from "./zalo.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const row = (page, table, name) => page.getByRole("region", { name: `Bảng ${table}`, exact: true }).getByRole("row", { name });
const counts = async (page, table, name) => (await row(page, table, name).getByRole("cell").allInnerTexts()).map(Number);

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`the operator's page, ${size}`, () => {
    let page;
    let code;
    const login = `truc-${size}`;
    const caller = `73022188455609${size.length}0001`;
    before(async () => {
      page = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(page, await invite(login, "Người trực máy", ["operator", "analyst"]));
    });
    after(() => page.context().close());
    const clean = async (name) => {
      await shoot(page, `operator-${size}-${name}`);
      assert.deepEqual(await wcagViolations(page), [], name);
      assert.equal(await scrollsSideways(page), false, name);
    };

    it("finds the answer while the caller speaks", async () => {
      await page.goto(`${desk}/staff/tong-dai`);
      await page.getByLabel(/Người gọi hỏi gì/).pressSequentially("khách hỏi làm lại căn cước bị mất");
      await page.getByRole("heading", { name: /Làm lại thẻ căn cước/ }).waitFor();
      await clean("1-found");
    });

    it("needs six key presses at most for the fee and a code", async () => {
      let presses = 0;
      const press = async (key) => { presses += 1; await page.keyboard.press(key); };
      await press("Enter");
      const fee = await page.getByRole("button", { name: /^\d\. Lệ phí/ }).innerText();
      await press(fee[0]);
      assert.match(await page.locator("#spoken").innerText(), /đồng/);
      assert.doesNotMatch(await page.locator("#spoken").innerText(), /https?:/);
      await press("g");
      code = await page.locator("#code").innerText();
      assert.ok(presses <= 6, `${presses}`);
      assert.match(code, /^[A-Z2-9]{6}$/);
      assert.ok((await page.getByLabel("Tin nhắn SMS").inputValue()).includes(`/t/${code}`));
      await page.getByRole("img", { name: `Mã QR của ${code}` }).evaluate((image) => image.decode());
      await clean("2-sent");
    });

    it("the caller types the code on Zalo, in lower case with a blank, and gets that very answer", async () => {
      assert.equal(await writeOnZalo(`em nhắn mã ${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()}`, caller), 200);
      assert.match(await toldOnZalo(/Làm lại thẻ căn cước/, caller), /đồng/);
      assert.equal(await writeOnZalo("cần giấy tờ gì", caller), 200);
      await toldOnZalo(/Không phải nộp giấy tờ/, caller);
    });

    it("the funnel shows one, one and one", async () => {
      await page.goto(`${desk}/staff/so-lieu`);
      await page.getByRole("heading", { name: "1022 theo người trực" }).waitFor();
      assert.deepEqual((await counts(page, "1022 theo người trực", login)).slice(0, 3), [1, 1, 1]);
      await clean("3-funnel");
    });

    it("the link shows the answer without a script, and the doors to go on", async () => {
      const citizen = await openPage(browser, { javaScriptEnabled: false });
      await citizen.goto(`${base}/t/${code.toLowerCase()}`);
      await citizen.getByText(/đồng/).first().waitFor();
      const zalo = await citizen.getByRole("link", { name: "Hỏi tiếp trên Zalo" }).getAttribute("href");
      assert.equal(zalo, "https://zalo.me/2881503477612093508");
      await shoot(citizen, `operator-${size}-4-landing`);
      assert.equal(await scrollsSideways(citizen), false);
      await citizen.context().close();
      const looked = await openPage(browser, { bypassCSP: true });
      await looked.goto(`${base}/t/${code}`);
      assert.deepEqual(await wcagViolations(looked), []);
      await looked.getByRole("link", { name: "Hỏi tiếp ngay trên trang này" }).click();
      await answers(looked).filter({ hasText: /đồng/ }).last().waitFor();
      await ask(looked, "nộp ở đâu", /[Cc]ông an/);
      assert.deepEqual(looked.problems, []);
      await looked.context().close();
    });

    it("the caller calls again with the code", async () => {
      await page.goto(`${desk}/staff/tong-dai`);
      await page.getByLabel(/Người gọi hỏi gì/).pressSequentially(code.toLowerCase());
      await page.getByText(`Mã ${code}: đã gửi câu này`).waitFor();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.equal(await page.getByLabel(/Người gọi hỏi gì/).inputValue(), "");
      await page.goto(`${desk}/staff/so-lieu`);
      await page.getByRole("heading", { name: "1022 theo người trực" }).waitFor();
      assert.equal((await counts(page, "1022 theo người trực", login)).at(-1), 1);
      assert.deepEqual(page.problems, []);
    });
  });
}

describe("a wrong code", () => {
  it("opens nothing and says so", async () => {
    const citizen = await openPage(browser, { bypassCSP: true });
    await citizen.goto(`${base}/t?ma=K7M4XP`);
    await citizen.getByText("Mã chưa đúng hoặc đã hết hạn").waitFor();
    assert.deepEqual(await wcagViolations(citizen), []);
    await citizen.context().close();
  });
});
