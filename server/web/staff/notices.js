// Urgent notices: on top of every answer of their units, at once and for some days.

import { get, post } from "./api.js";
import { attempts } from "./attempt.js";
import { linkTo } from "./loudspeaker.js";
import { html, render } from "./vendor/lit-html.js";
import { today, when } from "./words.js";

export const title = "Thông báo khẩn";

export const show = async (place, me) => {
  const may = me.may.includes("announce");
  let { notices } = await get("notices");
  const { told, attempt } = attempts(() => draw());
  const act = (work, words) => attempt(async () => {
    await work();
    ({ notices } = await get("notices"));
  }, words);
  const publish = (event) => {
    event.preventDefault();
    const form = event.target;
    const data = Object.fromEntries(new FormData(form));
    const units = data.units.split(",").map((unit) => unit.trim()).filter(Boolean);
    return act(async () => {
      await post("notices", { ...data, units });
      form.reset();
    }, "Đã công bố. Người dân thấy ngay ở câu trả lời tiếp theo.");
  };
  const takeBack = (one) => act(() => post(`notices/${one.id}/end`), "Đã gỡ thông báo.");
  const item = (one) => html`
    <li class="list-group-item">
      <p class="answer mb-1">${one.text}</p>
      <p class="small text-secondary mb-2">Nguồn: ${one.source}. ${one.units.length ? one.units.join(", ") : "Mọi đơn vị"}, từ ${when(one.begins)} đến ${when(one.ends)}. ${one.who} công bố lúc ${when(one.at)}.</p>
      ${one.over ? html`<span class="badge text-bg-secondary">Đã hết hiệu lực</span>`
        : html`<a class="btn btn-outline-primary" href=${linkTo("notice", one.id, one.units[0] ?? me.units[0] ?? "")}>Bài đọc loa <span class="visually-hidden">${one.text}</span></a>
          ${!may ? "" : html`<button class="btn btn-outline-primary" @click=${() => takeBack(one)}>Gỡ thông báo <span class="visually-hidden">${one.text}</span></button>`}`}
    </li>`;
  const draw = () => render(html`
    <h1 class="h3">Thông báo khẩn</h1>
    <p>Hiện trên đầu câu trả lời, mỗi người một lần trong ngày, trên mọi kênh của đơn vị. Chỉ dùng cho việc gấp: thiên tai, nghỉ tiếp dân đột xuất, cảnh báo lừa đảo.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    ${notices.length === 0 ? html`<p>Chưa có thông báo nào.</p>` : html`<ul class="list-group mb-4">${notices.map(item)}</ul>`}
    ${!may ? "" : html`
      <h2 class="h5">Thông báo mới</h2>
      <form class="narrow" @submit=${publish}>
        <label class="form-label" for="text">Nội dung (tối đa 500 chữ)</label>
        <textarea class="form-control mb-2" id="text" name="text" rows="4" maxlength="500" required></textarea>
        <label class="form-label" for="source">Nguồn: văn bản hoặc người cho phép</label>
        <input class="form-control mb-2" id="source" name="source" maxlength="200" required>
        <label class="form-label" for="units">Đơn vị (mã, cách nhau bằng dấu phẩy; để trống: mọi đơn vị)</label>
        <input class="form-control mb-2" id="units" name="units" value=${me.units.join(", ")}>
        <div class="row g-2 mb-3">
          <div class="col-6"><label class="form-label" for="from">Từ ngày</label><input class="form-control" type="date" id="from" name="from" value=${today()} required></div>
          <div class="col-6"><label class="form-label" for="upto">Đến hết ngày</label><input class="form-control" type="date" id="upto" name="upto" value=${today()} required></div>
        </div>
        <button class="btn btn-primary">Công bố ngay</button>
      </form>`}`, place);
  draw();
};
