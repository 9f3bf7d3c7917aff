// What the checker finds wrong in an entry is told to staff in Vietnamese: every finding of a folder with very many faults.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { inVietnamese } from "../../server/web/staff/findings.js";

const root = new URL("../..", import.meta.url).pathname;

const check = (folder) => new Promise((done) => {
  execFile(process.env.MOTCUA_BINARY, ["content", "check", "--json", "--content", folder], { maxBuffer: 1 << 26 }, (_, out) => done(out));
});

const faults = {
  "faqs/sai-ten.yaml": "id: Sai Ten\nkind: faq\ntitle: \nanswer: unknown\nlink: ftp://a\nlạ: 1\nasked_as: [một câu, một câu]\nsources: []\nconfidence: chắc\nverified_on: mai\n",
  "faqs/trong.yaml": "",
  "faqs/dai.yaml": `id: khac\nkind: faq\ntitle: ${"rất dài ".repeat(40)}\nsummary: x\nanswer: "{la} nhé"\nlink: http://a.vn\nrelated: [khong-co, khac]\nreplaced_by: khac\nasked_as: [làm giấy khai sinh cho con]\nsources:\n  - {title: "", url: a.vn, date: hôm qua}\nconfidence: low\n`,
  "contacts/goi.yaml": "id: goi\nkind: contact\ntitle: Gọi\nsummary: x\nphone: 0225 123\nasked_as: [gọi ai đó giúp]\nsources: [{title: a}]\nconfidence: high\n",
  "procedures/ho-tich/thu.yaml": "id: thu\nkind: procedure\ntitle: Thử\nsummary: x\nofficial_name: Thử\ncode: abc\nfield: dat-dai\nagency: [{text: a, from: 2027-01-01, to: 2026-01-01}]\nways: [{way: bay, note: a}]\ndocuments: [{name: a, original: nhiều, present: có lẽ}]\nsteps: một\ntime_limit: a\nfee: [{amount: -5}, {note: x}, {amount: tám nghìn}]\nresult: a\nlegal: a\ncontact: khai-sinh\nasked_as: [x]\nsources: [{title: a}]\nconfidence: high\nreview_by: 2020-01-01\n",
};

it("every fault of an entry is told in Vietnamese", async () => {
  const folder = await mkdtemp(join(tmpdir(), "motcua-faults-"));
  try {
    await cp(join(root, "content"), folder, { recursive: true });
    for (const [name, text] of Object.entries(faults)) await writeFile(join(folder, name), text);
    const told = JSON.parse(await check(folder));
    const findings = (told.findings ?? told).filter((one) => Object.keys(faults).some((name) => one.path.endsWith(name)));
    assert.ok(findings.length >= 25, `${findings.length} findings`);
    const left = findings.map((one) => one.message).filter((message) => inVietnamese(message) === message);
    assert.deepEqual(left, []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
