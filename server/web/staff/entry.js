// One published entry: what was published of it before, compared, and brought back in one click.

import { get, post } from "./api.js";
import { attempts } from "./attempt.js";
import { linkTo } from "./loudspeaker.js";
import { html, render } from "./vendor/lit-html.js";
import { when } from "./words.js";

export const title = "Mục nội dung";

const reasonOf = (reason) => {
  if (reason === "@before_console") return "Bản có từ trước khi dùng trang này";
  if (reason.startsWith("@restored ")) return `Khôi phục bản ${reason.slice(10)}`;
  return reason ? `Công bố vượt chốt: ${reason}` : "";
};

// Lines that only one of the two has.
const compared = (before, after) => {
  const [was, is] = [before.split("\n"), after.split("\n")];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => ["−", line]),
    ...is.filter((line) => !was.includes(line)).map((line) => ["+", line]),
  ];
};

export const show = async (place, me) => {
  const asked = new URLSearchParams(location.search);
  const id = asked.get("ma") ?? "";
  const unit = asked.get("don-vi") ?? "";
  const path = `content/entries/${encodeURIComponent(id)}`;
  const ofUnit = unit ? `?unit=${encodeURIComponent(unit)}` : "";
  const writes = me.may.includes("write_content");
  const publishes = me.may.includes("publish_content");
  const { told, attempt } = attempts(() => draw());
  let { versions } = await get(`${path}/versions${ofUnit}`);
  const { summary, units } = await get(path);
  const restore = (version) => attempt(async () => {
    await post(`${path}/versions/${version.number}/restore${ofUnit}`);
    ({ versions } = await get(`${path}/versions${ofUnit}`));
  }, `Đã khôi phục bản ${version.number}. Người dân được trả lời theo bản này ngay.`);
  const begin = (forUnit) => attempt(async () => {
    const draft = await post("content/drafts", { entry: id, ...(forUnit ? { unit: forUnit } : {}) });
    location.assign(`/staff/ban-nhap?so=${draft.id}`);
  });
  const layers = () => html`
    <h2 class="h5">Nội dung chung và phần riêng</h2>
    <ul class="list-group mb-4">
      ${[{ id: "", name: "Nội dung chung" }, ...units].map((one) => html`
        <li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
          <a class="me-auto" href="/staff/muc?ma=${id}${one.id ? `&don-vi=${one.id}` : ""}" aria-current=${one.id === unit ? "true" : "false"}>${one.name}</a>
          ${writes ? html`<button class="btn btn-outline-primary" @click=${() => begin(one.id)}>Sửa ${one.id ? "phần riêng của" : ""} <span class=${one.id ? "" : "visually-hidden"}>${one.name}</span></button>` : ""}
        </li>`)}
    </ul>`;
  const draw = () => render(html`
    <h1 class="h3">${summary.title}</h1>
    <p>${summary.phrases} câu hỏi mẫu. ${summary.verified_on ? `Kiểm tra ngày ${summary.verified_on.split("-").reverse().join("/")}.` : ""} <a href=${linkTo("entry", id, unit)}>Bài đọc loa</a></p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    ${layers()}
    <h2 class="h5">Các bản đã công bố${unit ? `: phần riêng của ${unit}` : ""}</h2>
    ${versions.length === 0 ? html`<p>Chưa có bản nào được công bố từ trang này.</p>` : ""}
    ${versions.map((version, at) => html`
      <section class="border rounded p-3 mb-3">
        <h3 class="h6">Bản ${version.number}${at === 0 ? " (đang dùng)" : ""}</h3>
        <p>${when(version.at)}, ${version.published_by} công bố${version.written_by.length ? `, ${version.written_by.join(", ")} viết` : ""}. ${reasonOf(version.reason)}</p>
        ${at === 0 ? "" : html`
          <details>
            <summary>So với bản đang dùng</summary>
            <ul class="list-unstyled small">${compared(version.body, versions[0].body).map(([sign, line]) => html`<li>${sign} ${line}</li>`)}</ul>
          </details>
          ${publishes ? html`<button class="btn btn-outline-primary mt-2" @click=${() => restore(version)}>Khôi phục bản ${version.number}</button>` : ""}`}
      </section>`)}
    <p><a href="/staff/noi-dung">Về danh sách nội dung</a></p>`, place);
  draw();
};
