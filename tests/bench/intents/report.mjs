// Writes the figures as Markdown: a table a data set, the best of every column bold.

import { availableParallelism, cpus } from "node:os";

const percent = (value) => value.toFixed(1);
const fraction = (value) => value.toFixed(3);
const whole = (value) => value.toFixed(0);
const seconds = (value) => value.toFixed(value < 10 ? 2 : 1);

const [most, least] = [(a, b) => a > b, (a, b) => a < b];
const column = (title, of, better, show) => ({ title, of, better, show });

const columnsOf = (rows) => {
  const styles = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures?.styles ?? {})))];
  const all = [
    column("top-1", (figures) => figures.top1, most, percent),
    column("top-3", (figures) => figures.top3, most, percent),
    ...styles.map((style) =>
      column(`${style.replaceAll("_", " ")} top-1`, (figures) => figures.styles?.[style]?.top1, most, percent)),
    column("AUROC", (figures) => figures.auroc, most, fraction),
    column("FPR at 95 % TPR", (figures) => figures.fpr_at_95_tpr, least, percent),
    column("p50 µs", (figures) => figures.p50_us, least, whole),
    column("p99 µs", (figures) => figures.p99_us, least, whole),
    column("training s", (figures) => figures.train_seconds, least, seconds),
    column("peak MB", (figures) => figures.peak_mb, least, whole),
  ];
  return all.filter(({ of }) => rows.some(({ figures }) => figures && Number.isFinite(of(figures))));
};

// What a column says of a row as it is shown: figures that look alike are alike.
const shown = ({ of, show }, { figures }) => {
  const value = figures && of(figures);
  return Number.isFinite(value) ? show(value) : null;
};

const bestOf = (each, rows) =>
  rows.map((row) => shown(each, row)).filter((text) => text !== null)
    .reduce((best, text) => (each.better(Number(text), Number(best)) ? text : best));

const whereBehind = (columns, rows) => {
  const own = rows.find(({ engine }) => engine.name === "motcua");
  if (!own) return "";
  if (!own.figures) return `${own.failure}.`;
  const behind = columns.flatMap((each) => {
    const [mine, best] = [shown(each, own), bestOf(each, rows)];
    if (mine === best) return [];
    const leader = rows.find((row) => shown(each, row) === best).engine.name;
    return [`${each.title} (${mine ?? "none"}; ${leader} ${best})`];
  });
  return behind.length === 0 ? "" : `motcua does not lead in ${behind.join(", ")}.`;
};

const tuning = (rows) =>
  rows.filter(({ figures }) => figures?.tuning_seconds)
    .map(({ engine, figures }) =>
      `${engine.name} chose its settings in ${seconds(figures.tuning_seconds)} s more, which its training does not count.`)
    .join(" ");

const table = ({ title, about, skipped, rows }) => {
  if (skipped) return `## ${title}\n\n${skipped[0].toUpperCase()}${skipped.slice(1)}\n`;
  const columns = columnsOf(rows);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const lines = rows.map((row) => line([row.engine.name, ...columns.map((each) => {
    const text = shown(each, row);
    if (text === null) return "–";
    return text === bestOf(each, rows) ? `**${text}**` : text;
  })]));
  const failed = rows.filter(({ engine, failure }) => failure && engine.name !== "motcua")
    .map(({ engine, failure }) => `${engine.name} failed: ${failure}`);
  const parts = [
    `## ${title}`,
    about,
    [line(["engine", ...columns.map((each) => each.title)]), line(["---", ...columns.map(() => "---:")]), ...lines].join("\n"),
    whereBehind(columns, rows),
    tuning(rows),
    ...failed,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
};

export function report(tables, engines, root) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores`;
  const head = `# The matcher beside other engines

Written by \`tests/bench/intents/run\` on ${date}: ${machine}, Node.js ${process.versions.node}. motcua reads the phrases
and questions as they are, every other engine the same ones in lower case and NFC. Shares are in percent, AUROC is from 0
to 1; it and the false-positive rate judge how well the best candidate's score tells questions out of scope from the
rest. Training lasts until the first question can be asked. Memory is the peak of the largest process, Node.js's where
the engine runs in it. fastText and SQLite are asked over a pipe, which costs about 40 µs of each of their answers.

${engines.map((engine) => `- **${engine.name}** ${engine.version(root)}: ${engine.how}`).join("\n")}
`;
  return [head, ...tables.map(table)].join("\n");
}
