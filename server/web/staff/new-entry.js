// A new entry: its kind, name and what citizens ask; the rest is written in its draft.

import { get, post } from "./api.js";
import { attempts } from "./attempt.js";
import { kindName } from "./entry-form.js";
import { html, render } from "./vendor/lit-html.js";

export const title = "Mục mới";

// "Gửi xe ở trụ sở" as a file is named: "gui-xe-o-tru-so".
const idOf = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);

export const show = async (place) => {
  const asked = new URLSearchParams(location.search).get("cau") ?? "";
  const { fields } = await get("content/entries?q=@");
  const { told, attempt } = attempts(() => draw());
  let kind = "faq";
  const begin = (event) => {
    event.preventDefault();
    const { field, name, phrases } = Object.fromEntries(new FormData(event.target));
    const asked_as = phrases.split("\n").map((line) => line.trim()).filter(Boolean);
    return attempt(async () => {
      const tree = { id: idOf(name), kind, title: name.trim(), ...(kind === "procedure" ? { field } : {}), asked_as };
      const draft = await post("content/drafts", { tree });
      location.assign(`/staff/ban-nhap?so=${draft.id}`);
    });
  };
  const draw = () => render(html`
    <h1 class="h3">Mục mới</h1>
    <p>Chưa ai thấy mục này cho tới khi người khác duyệt và công bố.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <form class="narrow" @submit=${begin}>
      <label class="form-label" for="kind">Loại</label>
      <select class="form-select mb-2" id="kind" @change=${(event) => { kind = event.target.value; draw(); }}>
        ${["faq", "guide", "contact", "procedure"].map((one) => html`<option value=${one} ?selected=${one === kind}>${kindName(one)}</option>`)}
      </select>
      ${kind !== "procedure" ? "" : html`
        <label class="form-label" for="field">Lĩnh vực</label>
        <select class="form-select mb-2" id="field" name="field">${fields.map((one) => html`<option value=${one.id}>${one.name}</option>`)}</select>`}
      <label class="form-label" for="name">Tên thường gọi</label>
      <input class="form-control mb-2" id="name" name="name" maxlength="120" required>
      <label class="form-label" for="phrases">Câu người dân hay hỏi (mỗi dòng một câu)</label>
      <textarea class="form-control mb-3" id="phrases" name="phrases" rows="5">${asked}</textarea>
      <button class="btn btn-primary">Viết tiếp</button>
    </form>`, place);
  draw();
};
