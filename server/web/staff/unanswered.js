// What the bot did not understand, the most asked first: to be taught to an entry, or set aside.

import { get, post, put } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { when } from "./words.js";

export const title = "Chưa hiểu";

// Titles and ids without diacritics, as the page's own search compares them.
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

export const show = async (place) => {
  let { groups, left } = await get("unanswered");
  const { entries } = await get("content/entries");
  const { told, attempt } = attempts(() => draw());
  const setAside = (group, as) => attempt(async () => {
    await post("unanswered/mark", { key: group.key, as });
    groups = groups.filter((one) => one !== group);
  }, as === "outside" ? "Đã xếp ra ngoài phạm vi." : "Đã bỏ qua.");
  // A draft of the entry with the question among its phrases; there it is tried before and after.
  const teach = (group, entry) => attempt(async () => {
    const draft = await post("content/drafts", { entry });
    const { tree } = await get(`content/drafts/${draft.id}`);
    tree.asked_as = [...(tree.asked_as ?? []), ...group.examples];
    await put(`content/drafts/${draft.id}`, { revision: draft.revision, tree });
    location.assign(`/staff/ban-nhap?so=${draft.id}&thu=${encodeURIComponent(group.examples[0])}`);
  });
  const choose = (event, group) => {
    event.preventDefault();
    const wanted = plain(new FormData(event.target).get("entry"));
    const entry = entries.find((one) => plain(one.title) === wanted || one.id === wanted);
    if (!entry) {
      told.trouble = "Chưa có mục tên như vậy: xin chọn trong danh sách gợi ý.";
      return draw();
    }
    return teach(group, entry.id);
  };
  const item = (group, at) => html`
    <li class="list-group-item">
      <h2 class="h6">${group.examples[0]} <span class="badge text-bg-secondary">${group.count} lần</span></h2>
      ${group.examples.length > 1 ? html`<p class="mb-1 text-secondary">Cũng hỏi: ${group.examples.slice(1).join(" · ")}</p>` : ""}
      ${group.unhelpful.length ? html`<p class="mb-1"><strong>Người dân cho biết câu trả lời chưa giúp được:</strong> ${group.unhelpful.map((one) => html`<a href="/staff/muc?ma=${one.entry}">${one.title}</a> `)}</p>` : ""}
      <p class="mb-2 small text-secondary">Lần cuối ${when(group.last_at)}</p>
      <div class="d-flex flex-wrap gap-2 mb-2">
        ${group.guesses.map((guess) => html`<button class="btn btn-outline-primary" @click=${() => teach(group, guess.entry)}>Thêm vào: ${guess.title}</button>`)}
      </div>
      <form class="d-flex flex-wrap gap-2" @submit=${(event) => choose(event, group)}>
        <label class="visually-hidden" for="entry-${at}">Mục khác cho câu: ${group.examples[0]}</label>
        <input class="form-control w-auto flex-grow-1" id="entry-${at}" name="entry" list="entries" placeholder="Mục khác…" required>
        <button class="btn btn-outline-primary">Thêm vào mục này</button>
        <a class="btn btn-outline-primary" href="/staff/muc-moi?${new URLSearchParams({ cau: group.examples.join("\n") })}">Mục mới <span class="visually-hidden">cho câu: ${group.examples[0]}</span></a>
        <button class="btn btn-outline-secondary" type="button" @click=${() => setAside(group, "outside")}>Ngoài phạm vi</button>
        <button class="btn btn-outline-secondary" type="button" @click=${() => setAside(group, "ignored")}>Bỏ qua</button>
      </form>
    </li>`;
  const draw = () => render(html`
    <h1 class="h3">Câu hỏi chưa hiểu</h1>
    <p>Gồm cả những câu mà người dân bấm “Chưa giúp được”, “Chưa đúng ý tôi”. Số định danh, điện thoại của người dân đã được che. Thêm vào một mục sẽ tạo bản nháp để hỏi thử, rồi gửi duyệt.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    ${groups.length === 0 ? html`<p>Không còn câu nào.</p>` : ""}
    <datalist id="entries">${entries.map((entry) => html`<option value=${entry.title}></option>`)}</datalist>
    <ul class="list-group">${groups.map(item)}</ul>
    ${left ? html`<p>Còn ${left} nhóm ít gặp hơn.</p>` : ""}`, place);
  draw();
};
