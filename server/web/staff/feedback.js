// Feedback of citizens to this unit: what is open first; each with its history and the word to the citizen.

import { get, post, remove } from "./api.js";
import { attempts } from "./attempt.js";
import { saveCsv } from "./csv.js";
import { html, render } from "./vendor/lit-html.js";
import { today, when } from "./words.js";

export const title = "Phản ánh";

const kinds = { works: "Hạ tầng, môi trường", paperwork: "Thủ tục, giấy tờ", conduct: "Thái độ phục vụ", other: "Việc khác" };
const statuses = { received: "Đã nhận", passed_on: "Đã chuyển cơ quan có trách nhiệm", in_work: "Đang giải quyết", answered: "Đã giải quyết xong", declined: "Không thuộc phạm vi" };
const settled = (one) => one.status === "answered" || one.status === "declined";
const late = (one) => one.due && !settled(one) && one.due < today();
const dayOf = (iso) => iso.split("-").reverse().join("/");
const toldWords = {
  now: "Đã báo cho người dân.",
  next_contact: "Đã quá thời gian nền tảng cho nhắn trước: người dân sẽ được báo khi nhắn lại, hoặc tự tra bằng mã.",
  not_wanted: "Người dân không để lại liên hệ: họ tự tra bằng mã.",
};

const table = (rows) => ({
  name: "phan-anh",
  heads: ["Mã", "Loại", "Trạng thái", "Đơn vị", "Nội dung", "Ở đâu", "Khi nào", "Ngày gửi", "Hạn", "Trả lời"],
  rows: rows.map((one) => [one.code, kinds[one.kind], statuses[one.status], one.unit, one.what, one.place, one.time, when(one.filed_at), one.due ? dayOf(one.due) : "", one.word]),
});

export const show = async (place) => {
  const code = () => location.hash.slice(1);
  let list = [];
  let open = null;
  const { told, attempt } = attempts(() => draw());

  const look = () => attempt(async () => {
    ({ feedback: list } = await get("feedback"));
    open = code() ? await get(`feedback/${code()}`) : null;
  });
  const takeAlong = () => attempt(async () => saveCsv(table((await get("feedback/export")).feedback)));
  const step = (event) => {
    event.preventDefault();
    const form = event.target;
    return attempt(async () => {
      const { told: how } = await post(`feedback/${open.code}/step`, Object.fromEntries(new FormData(form)));
      told.done = `Đã ghi. ${toldWords[how]}`;
      form.reset();
      ({ feedback: list } = await get("feedback"));
      open = await get(`feedback/${open.code}`);
    });
  };

  const removePhoto = () => attempt(async () => {
    await remove(`feedback/${open.code}/photo`);
    open = await get(`feedback/${open.code}`);
  }, "Đã xóa ảnh.");

  const photoOf = (one) => !one.photo ? "" : html`
    <details class="mb-3">
      <summary>Ảnh người dân gửi kèm</summary>
      <img class="img-fluid my-2" loading="lazy" src="/api/staff/feedback/${one.code}/photo" alt="Ảnh kèm phản ánh ${one.code}">
      <p>Ảnh có giấy tờ hoặc mặt người thì xóa ngay. <button class="btn btn-outline-primary" @click=${removePhoto}>Xóa ảnh</button></p>
    </details>`;
  const lineOf = (one) => html`
    <li class="list-group-item">
      <a href="#${one.code}" aria-current=${one.code === open?.code}>${one.code}</a>
      ${late(one) ? html`<span class="badge text-bg-danger">Quá hạn</span>` : ""}
      ${statuses[one.status]} · ${kinds[one.kind]}${one.place ? ` · ${one.place}` : ""}
      <div class="small text-secondary">Gửi ${when(one.filed_at)}${one.due && !settled(one) ? `, hạn ${dayOf(one.due)}` : ""}${one.untold ? ", chờ báo cho người dân" : ""}</div>
    </li>`;
  const whole = () => html`
    <section class="card"><div class="card-body">
      <h2 class="h5">${open.code}: ${kinds[open.kind]}</h2>
      <p class="spoken">${open.what}</p>
      ${photoOf(open)}
      <dl class="row mb-0">
        <dt class="col-4">Ở đâu</dt><dd class="col-8">${open.place || "Không nói"}</dd>
        <dt class="col-4">Khi nào</dt><dd class="col-8">${open.time || "Không nói"}</dd>
        <dt class="col-4">Hạn trả lời</dt><dd class="col-8">${open.due ? dayOf(open.due) : "Không đặt"}</dd>
        <dt class="col-4">Báo kết quả</dt><dd class="col-8">${open.wants_to_be_told ? "Người dân đồng ý được báo" : "Người dân tự tra bằng mã"}</dd>
      </dl>
      <h3 class="h6 mt-3">Quá trình</h3>
      <ol>${open.history.map((one) => html`<li>${when(one.at)}: ${statuses[one.status]}${one.who ? ` (${one.who})` : ""}${one.word ? html`<br>“${one.word}”` : ""}</li>`)}</ol>
      <form @submit=${step}>
        <label class="form-label" for="status">Bước tiếp theo</label>
        <select class="form-select mb-2" id="status" name="status">${Object.entries(statuses).filter(([key]) => key !== "received").map(([key, name]) => html`<option value=${key}>${name}</option>`)}</select>
        <label class="form-label" for="word">Lời gửi người dân (bắt buộc khi kết thúc)</label>
        <textarea class="form-control mb-2" id="word" name="word" rows="3" maxlength="1000"></textarea>
        <button class="btn btn-primary">Ghi và báo cho người dân</button>
      </form>
    </div></section>`;
  const draw = () => render(html`
    <h1 class="h3">Phản ánh, kiến nghị</h1>
    <p>Người dân gửi qua trợ lý. Tố cáo, khiếu nại không nhận ở đây. Phản ánh về thái độ phục vụ chỉ người duyệt nội dung đọc được.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    <div class="row g-3">
      <div class="col-lg-6">
        ${list.length === 0 ? html`<p>Chưa có phản ánh nào.</p>` : html`
          <ul class="list-group mb-2">${list.map(lineOf)}</ul>
          <button class="btn btn-outline-primary" @click=${takeAlong}>Tải CSV</button>`}
      </div>
      <div class="col-lg-6">${open ? whole() : ""}</div>
    </div>`, place);
  addEventListener("hashchange", look);
  await look();
};
