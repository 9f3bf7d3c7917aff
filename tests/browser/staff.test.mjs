// The console in a real browser: the first administrator, a new editor, one-time codes, and every page of theirs under axe.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, firstLink, motcua, password, sizes } from "./staff.mjs";

assert.ok(desk, "MOTCUA_STAFF_URL must name a running console");
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const clean = async (page, name) => {
  await shoot(page, `staff-${name}`);
  assert.deepEqual(await wcagViolations(page), [], name);
};

// One first start, one first link: the whole story at one size, the pages at both.
describe("the console", () => {
  let boss;
  let invitation;

  before(async () => {
    boss = await openPage(browser, { viewport: sizes.desk, bypassCSP: true });
  });
  after(() => boss?.context().close());

  it("makes its first administrator by the link of the first start, with a one-time code", async () => {
    const link = await firstLink();
    await boss.goto(link);
    await boss.getByRole("heading", { name: "Chào Quản trị" }).waitFor();
    await clean(boss, "1-invitation");
    assert.ok(await comeIn(boss, link), "an administrator needs a code");
    await clean(boss, "2-start");
    assert.deepEqual(boss.problems, []);
  });

  it("says so where a link was used before", async () => {
    const page = await openPage(browser, { bypassCSP: true });
    await page.goto(await firstLink());
    await page.getByRole("alert").filter({ hasText: "Liên kết mời đã dùng" }).waitFor();
    await page.context().close();
  });

  it("invites an editor by a link to hand over", async () => {
    await boss.getByRole("link", { name: "Tài khoản" }).click();
    await boss.getByRole("heading", { name: "Mời người mới" }).waitFor();
    await boss.getByLabel(/^Tên đăng nhập/).fill("chi-lan");
    await boss.getByLabel("Họ tên").fill("<b>Lan</b> & bạn");
    await boss.getByLabel("Biên tập").check();
    await boss.getByRole("button", { name: "Tạo lời mời" }).click();
    invitation = await boss.locator("#link").innerText();
    await boss.getByRole("rowheader", { name: "<b>Lan</b> & bạn" }).waitFor();
    await clean(boss, "3-people");
    assert.deepEqual(boss.problems, []);
  });

  it("lets the editor in without a code, and shows no page of others", async () => {
    const page = await openPage(browser, { viewport: sizes.phone, bypassCSP: true });
    assert.equal(await comeIn(page, invitation), null);
    await page.getByText("Trình đơn").click();
    assert.equal(await page.getByRole("link", { name: "Tài khoản" }).count(), 0);
    await page.goto(`${desk}/staff/tai-khoan`);
    await page.getByRole("heading", { name: "Không có trang này" }).waitFor();
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });

  it("signs in and out again, and says what was wrong", async () => {
    const page = await openPage(browser, { viewport: sizes.phone, bypassCSP: true });
    await page.goto(`${desk}/staff`);
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await clean(page, "4-sign-in-phone");
    await page.getByLabel("Tên đăng nhập").fill("chi-lan");
    await page.getByLabel("Mật khẩu").fill("một câu khác hẳn");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("alert").filter({ hasText: "chưa đúng" }).waitFor();
    await page.getByLabel("Mật khẩu").fill(password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("heading", { name: /^Chào / }).waitFor();
    await page.getByText("Trình đơn").click();
    await page.getByRole("link", { name: /^Đăng xuất/ }).click();
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await page.context().close();
  });

  it("has no violation on any page, at a desk and on a phone", async () => {
    for (const [size, viewport] of Object.entries(sizes)) {
      await boss.setViewportSize(viewport);
      for (const [name, heading] of [["", /^Chào/], ["tai-khoan", "Tài khoản"], ["nhat-ky", "Nhật ký an ninh"], ["cua-toi", "Quản trị"]]) {
        await boss.goto(`${desk}/staff/${name}`);
        await boss.getByRole("heading", { level: 1, name: heading }).waitFor();
        await clean(boss, `5-${name || "start"}-${size}`);
        assert.equal(await scrollsSideways(boss), false, `${name} ${size}`);
      }
    }
    assert.deepEqual(boss.problems, []);
  });

  it("keeps a log that is whole", async () => {
    assert.match(await motcua("audit", "verify"), /entries, whole/);
  });
});
