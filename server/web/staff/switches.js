// What is switched off: the bot on an account, an entry that may be wrong. At once, each with its reason.

import { get, put } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { channels, when } from "./words.js";

export const title = "Tạm ngừng";

export const show = async (place, me) => {
  const may = me.may.includes("switch_off");
  let { off, accounts } = await get("switches");
  const { entries } = await get("content/entries");
  const { told, attempt } = attempts(() => draw());
  const act = (work, words) => attempt(async () => {
    await work();
    ({ off, accounts } = await get("switches"));
  }, words);
  const turnOn = (one) => act(() => put(`switches/${one.kind}/${one.subject}`, { off: false, units: one.units }), "Đã mở lại.");
  const turnOff = (event, path) => {
    event.preventDefault();
    const form = event.target;
    const data = Object.fromEntries(new FormData(form));
    const entry = path ? null : entries.find((one) => one.title === data.entry || one.id === data.entry);
    if (!path && !entry) {
      told.trouble = "Chưa có mục tên như vậy: xin chọn trong danh sách gợi ý.";
      return draw();
    }
    return act(async () => {
      await put(path ?? `switches/entry/${entry.id}`, { off: true, reason: data.reason, units: path ? [] : me.units });
      form.reset();
    }, "Đã tạm ngừng. Người dân được chỉ nơi hỏi trực tiếp.");
  };
  const isOff = (account) => off.some((one) => one.kind === "account" && one.subject === account.id);
  const draw = () => render(html`
    <h1 class="h3">Tạm ngừng</h1>
    <p>Khi một câu trả lời có thể sai, hoặc một kênh gặp sự cố: ngừng ngay, ghi lý do, sửa rồi mở lại. Gọi cấp cứu, công an, cứu hỏa vẫn được trả lời.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    <h2 class="h5">Đang tạm ngừng</h2>
    ${off.length === 0 ? html`<p>Không có gì đang tạm ngừng.</p>` : html`
      <ul class="list-group mb-4">${off.map((one) => html`
        <li class="list-group-item">
          <strong>${one.kind === "account" ? "Kênh" : "Nội dung"}: ${one.title}</strong>${one.kind === "entry" ? ` (${one.units.length ? one.units.join(", ") : "mọi đơn vị"})` : ""}
          <p class="mb-2">Lý do: ${one.reason}. ${one.who}, ${when(one.at)}.</p>
          ${may ? html`<button class="btn btn-outline-primary" @click=${() => turnOn(one)}>Mở lại <span class="visually-hidden">${one.title}</span></button>` : ""}
        </li>`)}</ul>`}
    ${!may ? "" : html`
      <h2 class="h5">Tạm ngừng một nội dung</h2>
      <form class="narrow mb-4" @submit=${(event) => turnOff(event)}>
        <label class="form-label" for="entry">Mục</label>
        <input class="form-control mb-2" id="entry" name="entry" list="entries" required>
        <datalist id="entries">${entries.map((entry) => html`<option value=${entry.title}></option>`)}</datalist>
        <label class="form-label" for="entry-reason">Lý do</label>
        <input class="form-control mb-2" id="entry-reason" name="reason" required>
        <button class="btn btn-primary">Tạm ngừng nội dung này</button>
      </form>
      <h2 class="h5">Tạm ngừng trợ lý trên một kênh</h2>
      <ul class="list-group">${accounts.filter((account) => !isOff(account)).map((account) => html`
        <li class="list-group-item">
          <form class="d-flex flex-wrap gap-2 align-items-end" @submit=${(event) => turnOff(event, `switches/account/${account.id}`)}>
            <div class="flex-grow-1">
              <label class="form-label" for="reason-${account.id}">${channels[account.channel]} (${account.id}): lý do</label>
              <input class="form-control" id="reason-${account.id}" name="reason" required>
            </div>
            <button class="btn btn-outline-primary">Tạm ngừng <span class="visually-hidden">${account.id}</span></button>
          </form>
        </li>`)}</ul>`}`, place);
  draw();
};
