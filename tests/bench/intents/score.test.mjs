// The scorer's arithmetic, on answers that can be counted by hand.

import assert from "node:assert/strict";
import { test } from "node:test";

import { auroc, falsePositivesAt95, percentile, score } from "./score.mjs";

test("percentiles are values that occurred", () => {
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentile([4, 1, 3, 2], 0.99), 4);
});

test("AUROC counts pairs, a tie as half", () => {
  assert.equal(auroc([3, 2], [1]), 1);
  assert.equal(auroc([1], [3]), 0);
  assert.equal(auroc([1, 3], [1]), 0.75);
  assert.equal(auroc([1], []), null);
});

test("the threshold keeps 95 % of what is in scope", () => {
  const inside = Array.from({ length: 20 }, (_, index) => index);
  assert.equal(falsePositivesAt95(inside, [0, 0.5, 1, 5]), 50);
});

test("rows out of scope count only for telling apart", () => {
  const rows = [
    { text: "a", label: "x", style: "plain" },
    { text: "b", label: "y", style: "typos" },
    { text: "c", label: "oos", style: "plain" },
  ];
  const answer = (...labels) => ({
    candidates: labels.map((label, index) => ({ label, score: 1 / (index + 1) })), microseconds: 10,
  });
  const figures = score(rows, [answer("x", "y"), answer("x", "y"), { candidates: [], microseconds: 30 }]);
  assert.equal(figures.top1, 50);
  assert.equal(figures.top3, 100);
  assert.equal(figures.auroc, 1);
  assert.equal(figures.fpr_at_95_tpr, 0);
  assert.deepEqual(figures.styles.plain, { top1: 100, top3: 100, rows: 1 });
  assert.equal(figures.p50_us, 10);
});

test("a missing answer is an error", () => {
  assert.throws(() => score([{ text: "a", label: "x" }], []), /0 answers to 1/);
});
