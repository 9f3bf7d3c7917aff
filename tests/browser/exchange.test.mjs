// Content taken to a spreadsheet and brought back: what would change is shown, and becomes drafts; a file that is none is
// refused in a clear line.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [size, viewport] of Object.entries(sizes)) {
  describe(`content out and in, ${size}`, () => {
    let editor;
    let table;
    before(async () => {
      editor = await openPage(browser, { viewport, bypassCSP: true });
      await comeIn(editor, await invite(`bang-tinh-${size}`, "Người biên tập", ["editor"]));
      await editor.goto(`${desk}/staff/trao-doi`);
    });
    after(() => editor.context().close());
    const bring = async (name, body) => {
      const path = join(process.env.MOTCUA_WORK, name);
      await writeFile(path, body);
      await editor.getByLabel(/^Tệp entries.csv/).setInputFiles(path);
      await editor.getByRole("button", { name: "Xem sẽ đổi gì" }).click();
    };

    it("leaves as a table", async () => {
      const [file] = await Promise.all([editor.waitForEvent("download"), editor.getByRole("link", { name: /phrases.csv/ }).click()]);
      table = await readFile(await file.path(), "utf8");
      assert.match(table, /khai-sinh\.yaml/);
    });

    it("comes back as drafts, after a look at what would change", async () => {
      const rows = table.split("\r\n");
      const at = rows.findIndex((row) => row.includes("/tam-tru.yaml"));
      rows.splice(at, 0, `${rows[at].split(";")[0]};đăng ký ở trọ cho ${size} <b>mới</b>`);
      await bring("phrases.csv", rows.join("\r\n"));
      await editor.getByText("1 mục sẽ đổi").waitFor();
      await shoot(editor, `exchange-${size}`);
      assert.deepEqual(await wcagViolations(editor), []);
      assert.equal(await scrollsSideways(editor), false);
      await editor.getByRole("button", { name: "Tạo bản nháp" }).click();
      await editor.getByText("Đã tạo bản nháp.").waitFor();
      await editor.getByRole("link", { name: "Đăng ký tạm trú" }).waitFor();
      assert.deepEqual(editor.problems, []);
    });

    it("is refused in a clear line where it is too large or no table", async () => {
      await bring("entries.csv", Buffer.alloc(50 * 1024 * 1024, "x"));
      await editor.getByText("Tệp quá lớn (tối đa 1 MB).").waitFor();
      await bring("entries.csv", 'Tệp;Tên\r\n"a;b\r\n');
      await editor.getByText("Tệp có lỗi, chưa nhận gì.").waitFor();
      await editor.getByText(/entries.csv, dòng 2/).waitFor();
    });
  });
}
