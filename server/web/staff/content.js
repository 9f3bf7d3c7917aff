// What is published, and the drafts under way.

import { get, post } from "./api.js";
import { kindName } from "./entry-form.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { when } from "./words.js";

export const title = "Nội dung";

const states = { open: "Đang viết", in_review: "Chờ duyệt" };
const trusts = { low: "Thấp, cần kiểm lại", medium: "Vừa", high: "Cao" };
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const show = async (place, me) => {
  const writes = me.may.includes("write_content");
  const asked = new URLSearchParams(location.search);
  let entries = [];
  let fields = [];
  let units = [];
  const { told, attempt } = attempts(() => draw());
  const { drafts } = await get("content/drafts");
  const search = async (event) => {
    event?.preventDefault();
    const wanted = event ? new URLSearchParams([...new FormData(event.target)].filter(([, value]) => value)) : asked;
    history.replaceState(null, "", `?${wanted}`);
    ({ entries, fields, units } = await get(`content/entries?${wanted}`));
    draw();
  };
  const begin = (entry) => attempt(async () => {
    const draft = await post("content/drafts", { entry });
    location.assign(`/staff/ban-nhap?so=${draft.id}`);
  });
  const narrowed = (name, label, choices) => html`
    <div class="col-6 col-lg-2">
      <label class="form-label" for=${name}>${label}</label>
      <select class="form-select" id=${name} name=${name}>
        <option value="">Tất cả</option>
        ${choices.map(([value, words]) => html`<option value=${value} ?selected=${asked.get(name) === value}>${words}</option>`)}
      </select>
    </div>`;
  const draw = () => render(html`
    <h1 class="h3">Nội dung</h1>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <h2 class="h5">Bản nháp</h2>
    ${drafts.length === 0 ? html`<p>Không có bản nháp nào.</p>` : html`
      <ul class="list-group mb-4">
        ${drafts.map((draft) => html`
          <li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
            <a class="me-auto" href="/staff/ban-nhap?so=${draft.id}">${draft.title}</a>
            <span>${states[draft.state]}</span><span>${draft.editors.join(", ")}</span><span>${when(draft.changed_at)}</span>
          </li>`)}
      </ul>`}
    <p>${writes ? html`<a class="me-3" href="/staff/muc-moi">Mục mới</a>` : ""}<a href="/staff/trao-doi">Xuất ra bảng tính, nhập từ tệp</a></p>
    <h2 class="h5">Đã công bố</h2>
    <form class="row g-2 mb-3" role="search" @submit=${search}>
      <div class="col-12 col-md-6 col-lg-4">
        <label class="form-label" for="q">Tìm theo tên, không cần dấu</label>
        <input class="form-control" id="q" name="q" type="search" value=${asked.get("q") ?? ""}>
      </div>
      ${narrowed("field", "Lĩnh vực", fields.map((one) => [one.id, one.name]))}
      ${narrowed("unit", "Riêng của đơn vị", units.map((one) => [one.id, one.name]))}
      ${narrowed("trust", "Độ tin cậy", Object.entries(trusts))}
      ${narrowed("due", "Hạn rà lại", [[inDays(0), "Đã quá hạn"], [inDays(30), "Trong 30 ngày tới"]])}
      <div class="col-12 col-md-6 col-lg-2 d-flex align-items-end"><button class="btn btn-primary w-100">Tìm</button></div>
    </form>
    <p role="status">${entries.length} mục</p>
    <ul class="list-group">
      ${entries.map((entry) => html`
        <li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
          <a class="me-auto" href="/staff/muc?ma=${entry.id}">${entry.title}</a>
          <span>${kindName(entry.kind)}</span>
          ${entry.trust === "low" ? html`<span class="badge text-bg-warning">Cần kiểm lại</span>` : ""}
          <span>${entry.review_by ? `Rà lại trước ${entry.review_by.split("-").reverse().join("/")}` : ""}</span>
          ${writes ? html`<button class="btn btn-outline-primary" @click=${() => begin(entry.id)}>Sửa <span class="visually-hidden">${entry.title}</span></button>` : ""}
        </li>`)}
    </ul>`, place);
  await search();
};
