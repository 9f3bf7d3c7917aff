// Content as tables for a spreadsheet, and a file of it back: first what would change, then drafts.

import { post } from "./api.js";
import { attempts } from "./attempt.js";
import { inVietnamese } from "./findings.js";
import { html, render } from "./vendor/lit-html.js";
import { say } from "./words.js";

export const title = "Xuất, nhập nội dung";

const largest = 1024 * 1024; // bytes
const kindOf = (name) => (name.endsWith(".yaml") || name.endsWith(".yml") ? "entry.yaml" : /phrases|cau-hoi/.test(name) ? "phrases.csv" : "entries.csv");

export const show = async (place, me) => {
  const writes = me.may.includes("write_content");
  let plan = null;
  let chosen = null;
  let drafts = [];
  const { told, attempt } = attempts(() => draw());
  const send = async (apply) => {
    try {
      return await post(`content/import/${kindOf(chosen.name)}${apply ? "?apply=1" : ""}`, chosen);
    } catch (refusal) {
      if (refusal.key === "bad_file") plan = refusal.body;
      throw refusal;
    }
  };
  const look = (event) => {
    event.preventDefault();
    chosen = new FormData(event.target).get("file");
    plan = null;
    drafts = [];
    if (chosen.size > largest) {
      told.trouble = say("too_large");
      return draw();
    }
    return attempt(async () => { plan = await send(false); });
  };
  const apply = () => attempt(async () => {
    ({ drafts } = await send(true));
    plan = null;
  }, "Đã tạo bản nháp. Xem lại từng bản rồi gửi duyệt.");
  const draw = () => render(html`
    <h1 class="h3">Xuất, nhập nội dung</h1>
    <h2 class="h5">Xuất ra bảng tính</h2>
    <p>Mở được bằng Excel hoặc LibreOffice. Giữ nguyên hàng đầu và cột đường dẫn để nhập lại được.</p>
    <p class="d-flex flex-wrap gap-2">
      <a class="btn btn-outline-primary" href="/api/staff/content/export/entries.csv" download>Nội dung (entries.csv)</a>
      <a class="btn btn-outline-primary" href="/api/staff/content/export/phrases.csv" download>Cách hỏi (phrases.csv)</a>
    </p>
    ${!writes ? "" : html`
      <h2 class="h5">Nhập từ tệp</h2>
      <p>Chưa có gì được công bố: tệp chỉ tạo bản nháp, sau khi anh/chị xem những gì sẽ đổi.</p>
      <form class="narrow" @submit=${look}>
        <label class="form-label" for="file">Tệp entries.csv, phrases.csv hoặc tệp .yaml của một mục</label>
        <input class="form-control mb-2" type="file" id="file" name="file" accept=".csv,.yaml,.yml" required>
        <button class="btn btn-primary">Xem sẽ đổi gì</button>
      </form>`}
    <p class="text-danger mt-3" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    ${!plan ? "" : html`
      ${plan.findings.length ? html`<ul class="list-group mb-3">${plan.findings.map((one) => html`<li class="list-group-item">${one.path}${one.line ? `, dòng ${one.line}` : ""}${one.field ? `, ${one.field}` : ""}: ${inVietnamese(one.message)}</li>`)}</ul>` : ""}
      ${plan.findings.length ? "" : plan.changes.length === 0 ? html`<p>Tệp này không đổi gì.</p>` : html`
        <h2 class="h5">${plan.files} mục sẽ đổi</h2>
        <ul class="list-group mb-3">${plan.changes.map((one) => html`
          <li class="list-group-item"><strong>${one.path}</strong> ${one.field}
            <p class="answer mb-1"><span class="visually-hidden">Trước: </span><del>${one.before}</del></p>
            <p class="answer mb-0"><span class="visually-hidden">Sau: </span><ins>${one.after}</ins></p></li>`)}</ul>
        <button class="btn btn-primary" @click=${apply}>Tạo bản nháp</button>`}`}
    ${drafts.length ? html`<ul class="list-group">${drafts.map((one) => html`<li class="list-group-item"><a href="/staff/ban-nhap?so=${one.id}">${one.title}</a></li>`)}</ul>` : ""}`, place);
  draw();
};
