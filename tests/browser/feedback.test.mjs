// Feedback from Zalo becomes a ticket; an officer works on it; the citizen is told on Zalo, and finds it by its code in the web chat.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { ask, base, launch, openPage, scrollsSideways, shoot, wcagViolations } from "./browser.mjs";
import { comeIn, desk, invite, sizes } from "./staff.mjs";
import { sendPictureOnZalo, toldOnZalo, writeOnZalo } from "./zalo.mjs";

let browser;
let host;
let picture;

// A photo as a telephone takes it, with the place written beside it, on a host of the platform.
before(async () => {
  browser = await launch();
  const page = await browser.newPage();
  const plain = Buffer.from(await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    canvas.getContext("2d").fillRect(0, 0, 20, 40);
    return canvas.toDataURL("image/jpeg").split(",")[1];
  }), "base64");
  await page.close();
  const place = Buffer.from("Exif\0\0GPS 20.8561, 106.6822");
  const taken = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, place.length + 2]), place, plain.subarray(2)]);
  host = createServer((_, answer) => answer.end(taken)).listen(0, "127.0.0.1");
  await once(host, "listening");
  picture = `http://127.0.0.1:${host.address().port}/anh.jpg`;
});
after(async () => {
  await browser?.close();
  host?.close();
  host?.closeAllConnections();
});

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
      await say("từ hôm bão", /ảnh hiện trường/);
      await say("Đồng ý, tôi gửi ảnh", /gửi một ảnh/);
      assert.equal(await sendPictureOnZalo(picture, citizen), 200);
      await toldOnZalo(/giữ liên hệ/, citizen);
      code = (await say("Đồng ý, báo cho tôi", /Mã của bác\/anh\/chị/)).match(/[A-Z2-9]{7}/)[0];
    });

    it("is read and worked on by an officer", async () => {
      await officer.goto(`${desk}/staff`);
      await officer.getByText(/phản ánh chưa giải quyết xong/).click();
      await officer.getByRole("link", { name: code }).click();
      await officer.getByText("cống đầu ngõ tắc ba tuần nay, nước thải tràn ra đường").waitFor();
      await officer.getByText("Ảnh người dân gửi kèm").click();
      const shown = officer.getByAltText(`Ảnh kèm phản ánh ${code}`);
      await officer.waitForFunction((img) => img.complete && img.naturalWidth === 40, await shown.elementHandle());
      await clean("1-open");
      const kept = Buffer.from(await officer.evaluate(async (at) => [...new Uint8Array(await (await fetch(at)).arrayBuffer())], await shown.getAttribute("src")));
      assert.ok(!kept.includes("20.8561"), "where the photo was taken is not kept");
      await officer.getByRole("button", { name: "Xóa ảnh" }).click();
      await officer.getByText("Đã xóa ảnh.").waitFor();
      assert.equal(await shown.count(), 0);
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
