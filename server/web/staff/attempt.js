// What a page tries on somebody's behalf: what went wrong is said, what was done is said, and the page is drawn again.

import { say } from "./words.js";

// `told.trouble` and `told.done` are for the page to show.
export const attempts = (draw) => {
  const told = { trouble: "", done: "" };
  const attempt = async (work, words = "") => {
    told.trouble = told.done = "";
    try {
      await work();
      told.done ||= words;
    } catch (refusal) {
      told.trouble = say(refusal.key);
    }
    draw();
  };
  return { told, attempt };
};
