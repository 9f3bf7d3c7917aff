// One conversation: what was said and why, taken over, answered, handed back. Looks for news every few seconds.

import { get, post } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { say, when } from "./words.js";

export const title = "Cuộc trò chuyện";

const looks = 3_000; // milliseconds
const speakers = { citizen: "Người dân", bot: "Trợ lý tự động", officer: "Cán bộ" };
const fates = { waiting: "đang gửi", sent: "đã gửi", undeliverable: "không gửi được" };
const decisions = {
  answer: "trả lời", clarify: "hỏi lại", not_understood: "chưa hiểu", own_dossier: "hỏi hồ sơ riêng", feedback: "phản ánh", person: "muốn gặp người",
  smalltalk: "chào hỏi", emergency: "khẩn cấp", silent: "im lặng vì cán bộ đang trả lời", erase: "xóa", failed: "lỗi",
};

const reasonOf = (line) => {
  if (line.who !== "citizen" || !line.decision) return "";
  const sure = line.confidence > 0 ? `, chắc ${Math.round(line.confidence * 100)} %` : "";
  return `${decisions[line.decision] ?? line.decision}${line.entry ? `: ${line.entry} (${line.aspect})` : ""}${sure}`;
};

export const show = async (place, me) => {
  const path = `conversations/${encodeURIComponent(new URLSearchParams(location.search).get("ma") ?? "")}`;
  const answers = me.may.includes("answer_citizens");
  let talk = await get(path);
  const { told, attempt } = attempts(() => draw());
  const look = async () => {
    talk = await get(`${path}?again=1`);
    draw();
  };
  const act = (work, words) => attempt(async () => {
    await work();
    await look();
  }, words);
  const answer = (event) => {
    event.preventDefault();
    const form = event.target;
    return act(async () => {
      await post(`${path}/answer`, { text: new FormData(form).get("text") });
      form.reset();
    }, "Đã nhận, đang gửi tới người dân. Trợ lý tự động im lặng trong cuộc trò chuyện này.");
  };
  const draw = () => render(html`
    <h1 class="h3">Cuộc trò chuyện</h1>
    <p>${talk.head.unit}. ${talk.head.person_until ? `Cán bộ đang trả lời; trợ lý tự động im lặng tới ${when(talk.head.person_until)}.` : "Trợ lý tự động đang trả lời."}
      ${talk.head.wants_person ? html`<strong>Người dân đang chờ gặp người.</strong>` : ""}</p>
    <ol class="list-unstyled" aria-label="Lời trao đổi">
      ${talk.lines.map((line) => html`
        <li class="border rounded p-2 mb-2">
          <strong>${speakers[line.who]}</strong>, ${when(line.at)}${line.fate ? `, ${fates[line.fate]}` : ""}
          <p class="answer mb-1">${line.text || "(không có chữ, hoặc đã xóa)"}</p>
          <p class="small text-secondary mb-0">${reasonOf(line)} ${line.fate === "undeliverable" ? line.reason : ""}</p>
        </li>`)}
    </ol>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    ${!answers ? "" : html`
      ${talk.window_open ? html`
        <form @submit=${answer}>
          <label class="form-label" for="text">Trả lời với tên cơ quan, không ghi tên riêng</label>
          <textarea class="form-control mb-2" id="text" name="text" rows="3" required></textarea>
          <button class="btn btn-primary">Gửi</button>
        </form>` : html`<p class="alert alert-warning">${say("window_closed")}</p>`}
      <div class="d-flex flex-wrap gap-2 mt-3">
        ${talk.head.person_until
          ? html`<button class="btn btn-outline-primary" @click=${() => act(() => post(`${path}/hand-back`), "Đã trao lại cho trợ lý tự động.")}>Trao lại cho trợ lý tự động</button>`
          : html`<button class="btn btn-outline-primary" @click=${() => act(() => post(`${path}/take`), "Trợ lý tự động sẽ im lặng.")}>Nhận trả lời</button>`}
      </div>`}
    <p class="mt-3"><a href="/staff/hoi-thoai">Về danh sách hội thoại</a></p>`, place);
  draw();
  setInterval(() => { if (!document.hidden) look().catch(() => {}); }, looks);
};
