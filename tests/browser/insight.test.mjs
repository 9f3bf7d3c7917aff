// What citizens ask becomes figures on a page, a workbook and a sheet of paper; the workbook says what the store does.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { readSheet } from "read-excel-file/node";
import { answers, ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

// From the store, by its own means: `measure` as store/tally.hpp numbers them.
const counted = async (measure, detail) => {
  const sql = `SELECT COALESCE(SUM(count), 0) FROM tally WHERE measure = ${measure} AND detail IN (${detail.map((one) => `'${one}'`).join(", ")})`;
  return Number((await promisify(execFile)("sqlite3", [`${process.env.MOTCUA_WORK}/data/motcua.db`, sql])).stdout);
};

describe("a citizen tells whether it helped", () => {
  it("when thanking, by two taps", async () => {
    const citizen = await openPage(browser);
    await citizen.goto(`${base}/chat`);
    await ask(citizen, "lệ phí làm khai sinh bao nhiêu", /Đăng ký khai sinh/);
    await ask(citizen, "cảm ơn nhé", /có giúp được/);
    await shoot(citizen, "insight-opinion");
    await citizen.getByRole("button", { name: "Có, giúp được" }).click();
    await citizen.getByRole("button", { name: "Có, đỡ rồi" }).click();
    await answers(citizen).filter({ hasText: "Cảm ơn bác/anh/chị đã cho biết." }).last().waitFor();
    assert.deepEqual(citizen.problems, []);
    await citizen.context().close();
  });
});

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`figures, ${size}`, () => {
    let analyst;
    before(async () => {
      analyst = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(analyst, await invite(`thong-ke-${size}`, "Người xem số liệu", ["analyst"]));
    });
    after(() => analyst.context().close());

    it("are on a page that anybody can read", async () => {
      await analyst.goto(`${desk}/staff/so-lieu?span=quarter`);
      await analyst.getByRole("heading", { name: "Tổng hợp" }).waitFor();
      await analyst.getByText(/^Quý I?[IV]+ năm \d{4}$/).waitFor();
      await analyst.locator("#by-hour").waitFor();
      await shoot(analyst, `insight-${size}`);
      assert.deepEqual(await wcagViolations(analyst), []);
      assert.equal(await scrollsSideways(analyst), false);
    });

    it("are those of the store, in the workbook", async () => {
      const [file] = await Promise.all([analyst.waitForEvent("download"), analyst.getByRole("link", { name: "Tải báo cáo .xlsx" }).click()]);
      const path = await file.path();
      const rows = await readSheet(path);
      const told = Object.fromEntries(rows.filter((row) => typeof row[1] === "number").map((row) => [row[0], row[1]]));
      assert.equal(told["Số người được phục vụ"], await counted(3, ["quarter"]));
      assert.equal(told["Trả lời được"], await counted(0, ["answer"]));
      assert.equal(told["Số câu hỏi"], await counted(0, ["answer", "clarify", "not_understood", "person", "own_dossier", "feedback", "emergency"]));
      assert.equal(told["Cho biết câu trả lời giúp được"], await counted(7, ["helped"]));
      assert.equal(told["Cho biết đỡ phải gọi điện, đi lại"], await counted(7, ["saved"]));
      assert.ok(told["Trả lời được"] >= 1 && told["Cho biết câu trả lời giúp được"] >= 1);
      const procedures = await readSheet(path, "Thủ tục được hỏi");
      assert.ok(procedures.some((row) => /khai sinh/.test(row[0]) && row[1] >= 1), JSON.stringify(procedures));
    });

    it("leave as CSV, a table a file", async () => {
      const [file] = await Promise.all([analyst.waitForEvent("download"), analyst.getByRole("button", { name: /Tải CSV bảng Tổng hợp/ }).click()]);
      assert.equal(file.suggestedFilename(), "Tổng hợp.csv");
    });

    it("fit on paper", async () => {
      await analyst.emulateMedia({ media: "print" });
      assert.equal(await analyst.locator("#menu").isVisible(), false);
      assert.equal(await analyst.getByRole("heading", { name: "Thủ tục được hỏi" }).isVisible(), true);
      await shoot(analyst, `insight-${size}-print`);
      await analyst.emulateMedia({ media: "screen" });
      assert.deepEqual(analyst.problems, []);
    });
  });
}
