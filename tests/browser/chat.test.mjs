// The chat page in a real browser, against a running server at MOTCUA_URL. Screenshots go to MOTCUA_SCREENSHOTS.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { answers, ask, axeFindings, base, lastAnswer, launch, openPage, scrollsSideways, shoot } from "./browser.mjs";

const question = "lam giay khai sinh can gi";
const documents = /Giấy chứng sinh/i;
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

assert.ok(base, "MOTCUA_URL must name a running server, like http://127.0.0.1:8080");
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const openChat = async (options) => {
  const page = await openPage(browser, options);
  await page.goto(`${base}/chat`);
  return page;
};

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"]) {
    describe(`the chat on a ${size}, ${colorScheme}`, () => {
      it("answers a question without diacritics, and the fee at a tap", async () => {
        const page = await openChat({ viewport, colorScheme });
        await shoot(page, `${size}-${colorScheme}-1-welcome`);
        await ask(page, question, documents);
        await shoot(page, `${size}-${colorScheme}-2-documents`);
        await lastAnswer(page).getByRole("button", { name: "Lệ phí" }).click();
        await answers(page).filter({ hasText: /0\s*đồng/ }).last().waitFor();
        await shoot(page, `${size}-${colorScheme}-3-fee`);
        assert.equal(await scrollsSideways(page), false);
        assert.deepEqual(page.problems, []);
        await page.context().close();
      });

      it("has no serious finding of axe", async () => {
        const page = await openChat({ viewport, colorScheme, bypassCSP: true });
        assert.deepEqual(await axeFindings(page), []);
        await ask(page, question, documents);
        await page.getByRole("button", { name: "Xóa hội thoại" }).click();
        assert.deepEqual(await axeFindings(page), []);
        await page.context().close();
      });
    });
  }
}

describe("the chat page", () => {
  it("always says that it is not an officer, and whose it is", async () => {
    const page = await openChat();
    assert.match(await page.locator("header").innerText(), /Trợ lý tự động, không phải cán bộ/);
    assert.notEqual((await page.getByRole("heading", { level: 1 }).innerText()).trim(), "");
    assert.match(await page.locator(".notice").innerText(), /30 ngày/);
    assert.equal(await page.locator("html").getAttribute("lang"), "vi");
    await page.context().close();
  });

  it("sets no cookie and stores nothing before the first question but its own settings", async () => {
    const page = await openChat();
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...sessionStorage })), /token\\":\\"[^\\]/);
    await page.context().close();
  });

  it("can be used with the keyboard alone", async () => {
    const page = await openChat({ viewport: sizes.desk });
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
    const tabTo = async (wanted) => {
      for (let i = 0; i < 40; ++i) {
        await page.keyboard.press("Tab");
        if ((await focused()) === wanted) return;
      }
      assert.fail(`Tab never reached ${wanted}`);
    };
    await tabTo("question");
    await page.keyboard.type("làm giấy khai sinh");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("cần gì");
    assert.equal(await page.locator("#question").inputValue(), "làm giấy khai sinh\ncần gì");
    await page.keyboard.press("Enter");
    await answers(page).filter({ hasText: documents }).waitFor();
    await page.locator("#scroll").focus();
    await tabTo("Lệ phí");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none");
    await page.keyboard.press("Enter");
    await answers(page).filter({ hasText: /0\s*đồng/ }).last().waitFor();
    await page.context().close();
  });

  it("keeps the conversation over a reload and takes up where it was", async () => {
    const page = await openChat();
    await ask(page, question, documents);
    const before = await answers(page).count();
    await page.reload();
    assert.equal(await answers(page).count(), before);
    await lastAnswer(page).getByRole("button", { name: "Lệ phí" }).click();
    await answers(page).filter({ hasText: /0\s*đồng/ }).last().waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  it("sends a question again by itself after the network comes back", async () => {
    const page = await openChat();
    await ask(page, question, documents);
    const bodies = [];
    page.on("request", (request) => { if (request.url().endsWith("/messages")) bodies.push(request.postDataJSON().id); });
    await page.context().setOffline(true);
    await page.getByLabel("Câu hỏi của bạn").fill("lệ phí khai sinh");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "mất kết nối" }).waitFor();
    await page.context().setOffline(false);
    await answers(page).filter({ hasText: /0\s*đồng/ }).last().waitFor();
    assert.ok(bodies.length >= 2);
    assert.equal(new Set(bodies).size, 1, "the same id each time");
    await page.context().close();
  });

  it("erases the conversation on the server and on the screen", async () => {
    const page = await openChat();
    await ask(page, question, documents);
    await page.getByRole("button", { name: "Xóa hội thoại" }).click();
    const gone = page.waitForResponse((r) => r.request().method() === "DELETE");
    await page.getByRole("button", { name: "Xóa ngay" }).click();
    assert.equal((await gone).status(), 204);
    await page.getByText("Đã xóa hội thoại").waitFor();
    assert.equal(await answers(page).count(), 0);
    await ask(page, question, documents);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  it("refuses an empty and an overlong question next to the field", async () => {
    const page = await openChat();
    await page.getByRole("button", { name: "Gửi", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: "viết câu hỏi" }).waitFor();
    await page.getByLabel("Câu hỏi của bạn").fill("á".repeat(2001));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "2000" }).waitFor();
    assert.equal(await page.locator(".line.citizen").count(), 0);
    await page.context().close();
  });

  it("shows what was typed as text, never as markup", async () => {
    const page = await openChat();
    await page.getByLabel("Câu hỏi của bạn").fill("<img src=x onerror=alert(1)>");
    await page.keyboard.press("Enter");
    await page.locator(".line.citizen .bubble").filter({ hasText: "<img src=x" }).waitFor();
    assert.equal(await page.locator("#log img").count(), 0);
    await page.context().close();
  });

  it("fits 320 pixels with larger text, and half the height at 200 percent", async () => {
    for (const viewport of [{ width: 320, height: 568 }, { width: 320, height: 284 }]) {
      const page = await openChat({ viewport });
      await page.getByRole("button", { name: "Chữ to" }).click();
      await ask(page, question, documents);
      assert.equal(await scrollsSideways(page), false);
      await shoot(page, `small-${viewport.height}`);
      await page.context().close();
    }
  });

  it("has nothing to tap that is smaller than 44 pixels", async () => {
    const page = await openChat();
    await ask(page, question, documents);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, .chips a, textarea")]
        .filter((each) => each.offsetParent && each.getBoundingClientRect().height < 44)
        .map((each) => each.textContent));
    assert.deepEqual(small, []);
    await page.context().close();
  });

  it("keeps its dots still where motion is not wanted", async () => {
    const page = await openChat({ reducedMotion: "reduce" });
    const motion = await page.evaluate(() => {
      document.getElementById("typing").classList.add("moving");
      return getComputedStyle(document.getElementById("typing"), "::after").animationName;
    });
    assert.equal(motion, "none");
    await page.context().close();
  });
});
