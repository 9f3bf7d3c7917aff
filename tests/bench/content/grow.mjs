// A content folder of a thousand entries with twenty phrases each, grown from the shipped one: every copy of an entry
// speaks of another matter, because each of its words is put in another's place, the same way in the whole copy.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const grown = 1000;
const phrases = 20;
const rooms = ["procedures", "guides", "faqs"];

const yamlFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((at) => at.isFile() && at.name.endsWith(".yaml"))
    .map((at) => join(at.parentPath ?? at.path, at.name))
    .sort();

// A block's lines, from its key to the next key at the margin.
const blockOf = (lines, key) => {
  const begin = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (begin < 0) return undefined;
  let end = begin + 1;
  while (end < lines.length && !/^\S/.test(lines[end])) end += 1;
  return { begin, end };
};

const without = (lines, key) => {
  const block = blockOf(lines, key);
  return block ? [...lines.slice(0, block.begin), ...lines.slice(block.end)] : lines;
};

const askedAs = (lines) => {
  const block = blockOf(lines, "asked_as");
  return lines
    .slice(block.begin + 1, block.end)
    .map((line) => line.replace(/^\s*- /, "").replace(/^"(.*)"$/, "$1"));
};

const isWord = /^\p{L}+$/u;

const shifted = (vocabulary, copy) => {
  const place = new Map(vocabulary.map((word, i) => [word, i]));
  return (text) =>
    text.replace(/\p{L}+/gu, (word) => {
      const i = place.get(word.toLowerCase());
      return i === undefined ? word : vocabulary[(i + copy * 97) % vocabulary.length];
    });
};

const copyOf = (file, copy, say) => {
  let lines = readFileSync(file, "utf8").split("\n");
  const asked = askedAs(lines);
  for (const key of ["related", "replaced_by", "contact", "asked_as", "code"]) lines = without(lines, key);
  const id = `${basename(file, ".yaml")}-${copy}`;
  lines = lines.map((line) => {
    if (line.startsWith("id: ")) return `id: ${id}`;
    if (line.startsWith("title: ")) return `title: ${JSON.stringify(`${say(line.slice(7).replaceAll('"', "")).slice(0, 50)} ${copy}`)}`;
    return line;
  });
  const twenty = Array.from({ length: phrases }, (_, i) => say(`${asked[i % asked.length]}${i < asked.length ? "" : ` ${asked[(i + 1) % asked.length]}`}`));
  return { id, text: `${lines.join("\n").trimEnd()}\nasked_as: ${JSON.stringify([...new Set(twenty)])}\n` };
};

const [from, to] = process.argv.slice(2);
rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
rmSync(join(to, "catalogue"), { recursive: true, force: true }); // records on top would make it more than a thousand
const files = rooms.flatMap((room) => yamlFiles(join(from, room)));
const vocabulary = [
  ...new Set(files.flatMap((file) => askedAs(readFileSync(file, "utf8").split("\n")).join(" ").toLowerCase().split(/\s+/))),
]
  .filter((word) => isWord.test(word))
  .sort();
for (let made = files.length, copy = 1; made < grown; copy += 1) {
  const say = shifted(vocabulary, copy);
  for (const file of files) {
    if (made === grown) break;
    const { id, text } = copyOf(file, copy, say);
    const folder = join(to, file.slice(from.length, -basename(file).length));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${id}.yaml`), text);
    made += 1;
  }
}
