// People of the console, as the browser tests need them: invited by the program's own command, come in by the page.

import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

export const desk = process.env.MOTCUA_STAFF_URL?.replace(/\/$/, "");
const work = process.env.MOTCUA_WORK;
const run = promisify(execFile);

export const password = "một câu dài dễ nhớ";
export const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } };

export const motcua = async (...args) => (await run(process.env.MOTCUA_BINARY, [...args, "--config", `${work}/motcua.toml`])).stdout;

// The link that the server printed at its first start.
export const firstLink = async () => (await readFile(`${work}/out`, "utf8")).match(/http:\S+\/staff\/loi-moi\S+/)[0];

// An account by `motcua staff add`; gives the link of its invitation.
export const invite = async (login, name, roles, units = []) =>
  (await motcua("staff", "add", login, "--name", name, ...roles.flatMap((role) => ["--role", role]), ...units.flatMap((unit) => ["--unit", unit]))).trim();

// RFC 6238, from the secret that the page shows.
export const codeOf = (secret) => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

// Opens the invitation, chooses the password, sets the one-time code up where the page asks for it. Gives its secret.
export const comeIn = async (page, link) => {
  await page.goto(link);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu và vào" }).click();
  const code = page.getByRole("button", { name: "Cài mã một lần" });
  const welcome = page.getByRole("heading", { name: /^Chào / });
  await page.waitForURL(/\/staff(\/cua-toi)?$/);
  await code.or(welcome).first().waitFor();
  if (!(await code.isVisible())) return null;
  await code.click();
  const secret = await page.locator(".secret").innerText();
  await page.getByLabel("Mã 6 số").fill(codeOf(secret));
  await page.getByRole("button", { name: "Xác nhận mã" }).click();
  await welcome.waitFor();
  return secret;
};
