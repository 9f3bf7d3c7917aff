// The security log, newest first.

import { get } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { acts, when } from "./words.js";

export const title = "Nhật ký an ninh";

export const show = async (place) => {
  let entries = [];
  let more = true;
  const next = async () => {
    const before = entries.length ? entries[entries.length - 1].number : 0;
    const page = await get(`audit?before=${before}`);
    entries = entries.concat(page.entries);
    more = page.more;
    draw();
  };
  const draw = () => render(html`
    <h1 class="h3">Nhật ký an ninh</h1>
    <p>Chỉ ghi thêm, không sửa được; giữ 12 tháng. Không có lời của người dân ở đây.</p>
    <div class="table-responsive" tabindex="0" role="region" aria-label="Nhật ký">
      <table class="table table-sm">
        <thead><tr><th scope="col">Số</th><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Việc</th><th scope="col">Đối tượng</th><th scope="col">Kết quả</th><th scope="col">Địa chỉ mạng</th></tr></thead>
        <tbody>${entries.map((one) => html`
          <tr>
            <td>${one.number}</td><td>${when(one.at)}</td><td>${one.who}</td>
            <td>${acts[one.what] ?? one.what}</td><td class="words">${one.subject}</td>
            <td>${one.refused ? "Từ chối" : "Xong"}</td><td>${one.from}</td>
          </tr>`)}</tbody>
      </table>
    </div>
    ${more ? html`<button class="btn btn-outline-primary" @click=${next}>Xem cũ hơn</button>` : ""}`, place);
  await next();
};
