// nlp.js: @nlpjs/basic as its quick start sets it up, with the default tokenizer, since it has no Vietnamese.

import basic from "@nlpjs/basic";

import { question } from "./questioning.mjs";

const language = "vi";

await question(async (rows) => {
  const dock = await basic.dockStart({
    settings: { nlp: { forceNER: false, autoSave: false, log: false, nlu: { log: false } } },
    use: ["Basic"],
  });
  const nlp = dock.get("nlp");
  nlp.addLanguage(language);
  for (const { text, label } of rows) nlp.addDocument(language, text, label);
  await nlp.train();
  return {
    ask: async (text) => {
      const { classifications } = await nlp.process(language, text);
      return classifications
        .filter(({ intent, score }) => intent !== "None" && score > 0)
        .slice(0, 5)
        .map(({ intent, score }) => ({ label: intent, score }));
    },
  };
});
