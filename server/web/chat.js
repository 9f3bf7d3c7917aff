// The chat page: joins the field, the log, the session and the replies.

import { connectFrame } from "./frame.js";
import { botLine, citizenLine, noteLine } from "./lines.js";
import { Memory } from "./memory.js";
import { Questions } from "./questions.js";
import { Replies } from "./replies.js";
import { eraseSession, newId } from "./service.js";

const mostCharacters = 2000;
const typingFor = 20_000; // then the page says that it is slow
const lookEvery = 4000;   // while an answer is awaited: some networks hold streams back

const sayings = {
  empty: "Bạn hãy viết câu hỏi trước khi gửi.",
  too_long: `Câu hỏi dài quá ${mostCharacters} ký tự. Bạn hãy viết ngắn lại.`,
  too_fast: "Bạn gửi hơi nhanh. Câu này sẽ tự gửi sau giây lát.",
  offline: "Đang mất kết nối. Câu của bạn sẽ tự gửi khi có mạng.",
  unknown_unit: "Khung trò chuyện này đã đóng. Bạn hãy tải lại trang.",
  unsent: "Chưa gửi được câu hỏi. Bạn bấm “Gửi lại” ở câu đó nhé.",
  unerased: "Chưa xóa được vì mất kết nối. Bạn thử lại sau giây lát.",
  erased: "Đã xóa hội thoại. Bạn có thể hỏi câu mới.",
  typing: "Trợ lý đang tìm câu trả lời",
  slow: "Câu trả lời đến chậm. Bạn đợi thêm chút nhé.",
};

const byId = (id) => document.getElementById(id);
const field = byId("question");
const log = byId("log");
const unit = document.documentElement.dataset.unit;
const memory = new Memory(unit);
const replies = new Replies(memory, takeReply, () => memory.endSession());
const questions = new Questions(memory, unit, () => { replies.leave(); replies.follow(); }, say);
const tell = connectFrame(() => { if (matchMedia("(pointer: fine)").matches) field.focus(); });
let awaiting = null;

function say(key) {
  byId("fault").textContent = key ? (sayings[key] ?? sayings.unsent) : "";
  field.setAttribute("aria-invalid", String(key === "empty" || key === "too_long"));
}

// The start of a long answer matters more than its end. The typing line is the last one: its place is always there.
function show(line) {
  log.append(line);
  const tall = line.offsetHeight > Math.min(byId("scroll").clientHeight, innerHeight) * 0.8;
  if (tall) line.scrollIntoView({ block: "start" });
  else byId("typing").scrollIntoView({ block: "end" });
}

function takeReply(reply) {
  stopAwaiting();
  say("");
  memory.add({ who: "bot", ...reply });
  show(botLine(reply, askAgain));
  tell("unread");
}

function setTyping(text, moving) {
  const typing = byId("typing");
  typing.textContent = text;
  typing.classList.toggle("moving", moving);
}

function startAwaiting() {
  stopAwaiting();
  setTyping(sayings.typing, true);
  awaiting = {
    slow: setTimeout(() => setTyping(sayings.slow, false), typingFor),
    look: setInterval(() => replies.look(), lookEvery),
  };
}

function stopAwaiting() {
  if (awaiting) {
    clearTimeout(awaiting.slow);
    clearInterval(awaiting.look);
  }
  awaiting = null;
  setTyping("", false);
}

function drawCitizen(line) {
  const drawn = citizenLine(line, () => {
    line.failed = false;
    drawn.replaceWith(send(line));
  });
  return drawn;
}

// Draws the line and sends it; gives what it drew.
function send(line) {
  const drawn = drawCitizen(line);
  const message = line.payload ? { id: line.id, payload: line.payload } : { id: line.id, text: line.text };
  startAwaiting();
  questions.send(message).then(
    () => {
      line.sent = true;
      memory.save();
      replies.follow();
      if (awaiting) say("");
    },
    (problem) => {
      stopAwaiting();
      line.failed = true;
      memory.save();
      drawn.replaceWith(drawCitizen(line));
      say(problem.key in sayings ? problem.key : "unsent");
    },
  );
  return drawn;
}

function ask(text, payload) {
  say("");
  const line = { who: "citizen", id: newId(), text, payload, at: Date.now() };
  memory.add(line);
  show(send(line));
}

const askAgain = (action) => ask(action.title, action.payload);

// A leaflet's QR code opens the page on its procedure, a code of 1022 on its answer: once, so that a reload does not ask
// again.
function askWhatTheAddressNames() {
  const address = new URL(location.href);
  const entry = address.searchParams.get("hoi");
  const code = address.searchParams.get("ma");
  for (const name of ["hoi", "ma"]) address.searchParams.delete(name);
  history.replaceState(null, "", address);
  if (code && /^[A-Za-z0-9]{6}$/.test(code)) ask(`Mã ${code}`, `v1:ref:${code}`);
  else if (entry && /^[a-z0-9.-]{1,80}$/.test(entry)) ask("Cho tôi xem hướng dẫn này", `v1:ask:${entry}:overview`);
}

function submit() {
  const text = field.value.trim();
  if (!text || [...text].length > mostCharacters) {
    say(text ? "too_long" : "empty");
    field.focus();
    return;
  }
  field.value = "";
  fit();
  ask(text);
}

// The field grows with its text, and counts down near the limit.
function fit() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
  const left = mostCharacters - [...field.value].length;
  byId("left").textContent = left < 200 ? `. Còn ${left} ký tự` : "";
}

function askToErase(open) {
  byId("erase-sure").hidden = !open;
  byId("erase").setAttribute("aria-expanded", String(open));
  byId(open ? "erase-no" : "erase").focus();
}

async function erase() {
  try {
    if (memory.token) await eraseSession(memory.token);
  } catch (problem) {
    if (problem.status !== 401) {
      askToErase(false);
      say("unerased");
      return;
    }
  }
  replies.leave();
  stopAwaiting();
  memory.forget();
  say("");
  log.replaceChildren();
  askToErase(false);
  show(noteLine(sayings.erased));
  field.focus();
}

function setLarger(on) {
  document.documentElement.classList.toggle("larger", on);
  byId("larger").setAttribute("aria-pressed", String(on));
  memory.larger = on;
  fit();
}

// Drawn again after a reload: nothing of it is news to a screen reader.
function restore() {
  log.setAttribute("aria-live", "off");
  for (const line of memory.lines) {
    if (line.who === "citizen" && !line.sent) line.failed = true;
    log.append(line.who === "bot" ? botLine(line, askAgain) : drawCitizen(line));
  }
  if (log.lastElementChild) byId("typing").scrollIntoView({ block: "end" });
  requestAnimationFrame(() => log.removeAttribute("aria-live"));
  setLarger(memory.larger);
  replies.follow();
}

function listen() {
  byId("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  field.addEventListener("input", () => { say(""); fit(); });
  field.addEventListener("keydown", (event) => {
    // While an input method is composing (Telex, VNI), Enter ends the word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  for (const example of byId("examples").children) {
    example.disabled = false;
    example.addEventListener("click", () => ask(example.textContent));
  }
  byId("larger").addEventListener("click", () => setLarger(!memory.larger));
  byId("print").addEventListener("click", () => print());
  byId("erase").addEventListener("click", () => askToErase(byId("erase-sure").hidden));
  byId("erase-no").addEventListener("click", () => askToErase(false));
  byId("erase-yes").addEventListener("click", erase);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (byId("erase-sure").hidden) tell("close");
    else askToErase(false);
  });
  addEventListener("pagehide", () => replies.leave());
  addEventListener("pageshow", () => replies.follow());
}

listen();
document.querySelector(".bar-tools").hidden = false;
byId("print").hidden = window.parent !== window; // the frame's sandbox has no print dialog
byId("composer").hidden = false;
restore();
askWhatTheAddressNames();
