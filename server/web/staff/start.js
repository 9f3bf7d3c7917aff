// The first page after signing in: what there is to do, and how the week went.

import { get } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { roles, today } from "./words.js";

export const title = "Trang đầu";

const remindFrom = 20; // days before a report is due
const unseen = ["/staff", "Chưa xem được một mục việc cần làm: bấm để tải lại"]; // one that fails does not hide the others
const inDays = (days) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
const dayOf = (iso) => iso.split("-").reverse().join("/");

// Each: what is asked of whom, and the line that says so; nothing to do: no line.
const tasks = [
  ["read_conversations", async () => {
    const { conversations } = await get("conversations?waiting=1");
    return conversations.length && ["/staff/hoi-thoai", `${conversations.length} người đang chờ gặp cán bộ`];
  }],
  ["answer_citizens", async () => {
    const open = (await get("feedback")).feedback.filter((one) => !["answered", "declined"].includes(one.status));
    const late = open.filter((one) => one.due && one.due < today()).length;
    return open.length && ["/staff/phan-anh", `${open.length} phản ánh chưa giải quyết xong${late ? `, ${late} đã quá hạn` : ""}`];
  }],
  ["read_content", async (me) => {
    const { drafts } = await get("content/drafts");
    const mine = drafts.filter((one) => one.state === "in_review" && me.may.includes("publish_content") && !one.editors.includes(me.login));
    return mine.length && ["/staff/noi-dung", `${mine.length} bản nháp chờ anh/chị duyệt`];
  }],
  ["write_content", async () => {
    const { groups } = await get("unanswered");
    return groups.length && ["/staff/chua-hieu", `${groups.length} nhóm câu hỏi trợ lý chưa hiểu hoặc chưa giúp được`];
  }],
  ["write_content", async () => {
    const { entries } = await get(`content/entries?due=${inDays(30)}`);
    return entries.length && [`/staff/noi-dung?due=${inDays(30)}`, `${entries.length} mục cần rà lại trong 30 ngày tới`];
  }],
  ["read_content", async () => {
    const { off } = await get("switches");
    return off.length && ["/staff/tam-ngung", `${off.length} nội dung hoặc kênh đang tạm ngừng`];
  }],
  ["see_figures", async () => {
    const { reports } = await get("insight/due");
    const next = reports.find((one) => one.days <= remindFrom);
    return next && [`/staff/so-lieu?span=quarter&day=${next.before}`, `${next.unit}: báo cáo ${next.titles.join(", ")} nộp trước ngày ${dayOf(next.before)} (còn ${next.days} ngày)`];
  }],
];

export const show = async (place, me) => {
  const found = await Promise.all(tasks.filter(([may]) => me.may.includes(may)).map(([, look]) => look(me).catch(() => unseen)));
  const todo = found.filter(Boolean);
  const week = me.may.includes("see_figures") ? await get("insight?span=week") : null;
  render(html`
    <h1 class="h3">Chào ${me.name}</h1>
    <p>Anh/chị đang làm việc với vai trò ${me.roles.map((role) => roles[role].toLowerCase()).join(", ")}.</p>
    <h2 class="h5">Việc cần làm</h2>
    ${todo.length === 0 ? html`<p>Hiện không có việc nào đang chờ.</p>` : html`
      <ul class="list-group mb-4">${todo.map(([href, line]) => html`<li class="list-group-item"><a href=${href}>${line}</a></li>`)}</ul>`}
    ${!week ? "" : html`
      <h2 class="h5">${week.title}</h2>
      <dl class="row mb-0">
        ${week.tables[0].rows.slice(0, 5).map(([name, now]) => html`<dt class="col-8 col-md-4 fw-normal">${name}</dt><dd class="col-4 col-md-8 fw-bold">${now.toLocaleString("vi-VN")}</dd>`)}
      </dl>
      <p><a href="/staff/so-lieu">Xem số liệu</a></p>`}`, place);
};
