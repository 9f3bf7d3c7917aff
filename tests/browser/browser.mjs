// Debian's Chromium by way of playwright-core, pages that note every error, axe, and screenshots.

import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const base = process.env.MOTCUA_URL?.replace(/\/$/, "");
const shots = process.env.MOTCUA_SCREENSHOTS;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });

// A page whose console errors, exceptions and failed requests land in page.problems.
export const openPage = async (browser, options = {}) => {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.problems = [];
  page.on("console", (line) => { if (line.type() === "error") page.problems.push(line.text()); });
  page.on("pageerror", (error) => page.problems.push(String(error)));
  return page;
};

// Serious and critical findings, as short lines. The page must come from a context with bypassCSP.
export const axeFindings = async (page) => {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations
    .filter((each) => each.impact === "serious" || each.impact === "critical")
    .map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join("; ")}`);
};

// Every violation of WCAG 2.2 A and AA, as short lines.
export const wcagViolations = async (page) => {
  await page.addScriptTag({ path: axe });
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const found = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join("; ")}`);
};

export const scrollsSideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

export const shoot = async (page, name) => {
  if (!shots) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
};

export const answers = (page) => page.locator(".line.bot");
export const lastAnswer = (page) => answers(page).last();

// Types a question, sends it with Enter, and waits for an answer with `words` in it.
export const ask = async (page, question, words) => {
  await page.getByLabel("Câu hỏi của bạn").fill(question);
  await page.keyboard.press("Enter");
  await answers(page).filter({ hasText: words }).last().waitFor();
};
