// Turns an engine's answers into figures, the same way for every engine: shares in percent, AUROC from 0 to 1,
// times in microseconds.

export const outOfScope = "oos";

const best = (answer) => answer.candidates[0]?.score ?? -Infinity;
const share = (rows, holds) => (rows.length === 0 ? null : (100 * rows.filter(holds).length) / rows.length);
const among = (count) => ({ row, answer }) =>
  answer.candidates.slice(0, count).some((candidate) => candidate.label === row.label);

// The smallest value that a share of `part` of the values does not exceed.
export const percentile = (values, part) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
};

// How often a question in scope scores higher than one out of scope; a tie is half.
export const auroc = (inside, outside) => {
  if (inside.length === 0 || outside.length === 0) return null;
  const sorted = [...outside].sort((a, b) => a - b);
  const count = (below) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below(sorted[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = inside.reduce(
    (sum, score) => sum + (count((other) => other < score) + count((other) => other <= score)) / 2, 0);
  return wins / (inside.length * outside.length);
};

// The share out of scope that is let in where the threshold lets in 95 % of what is in scope.
export const falsePositivesAt95 = (inside, outside) => {
  if (inside.length === 0 || outside.length === 0) return null;
  const sorted = [...inside].sort((a, b) => b - a);
  const threshold = sorted[Math.ceil(0.95 * sorted.length) - 1];
  return share(outside, (score) => score >= threshold);
};

export function score(rows, answers) {
  if (rows.length !== answers.length) throw new Error(`error: ${answers.length} answers to ${rows.length} questions`);
  const asked = rows.map((row, index) => ({ row, answer: answers[index] }));
  const inside = asked.filter(({ row }) => row.label !== outOfScope);
  const outside = asked.filter(({ row }) => row.label === outOfScope);
  const shares = (some) => ({ top1: share(some, among(1)), top3: share(some, among(3)), rows: some.length });
  const styles = [...new Set(inside.map(({ row }) => row.style).filter(Boolean))];
  const insideScores = inside.map(({ answer }) => best(answer));
  const outsideScores = outside.map(({ answer }) => best(answer));
  const times = answers.map((answer) => answer.microseconds);
  return {
    ...shares(inside),
    auroc: auroc(insideScores, outsideScores),
    fpr_at_95_tpr: falsePositivesAt95(insideScores, outsideScores),
    p50_us: percentile(times, 0.5),
    p99_us: percentile(times, 0.99),
    styles: Object.fromEntries(styles.map((style) => [style, shares(inside.filter(({ row }) => row.style === style))])),
  };
}
