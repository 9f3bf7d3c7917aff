// A draft: its form, the gate, a question to try it with, and publishing by somebody else.

import { get, post, put } from "./api.js";
import { entryForm, kindName, labelOf, mayDiffer } from "./entry-form.js";
import { inVietnamese } from "./findings.js";
import { html, render } from "./vendor/lit-html.js";
import { say, when } from "./words.js";

export const title = "Bản nháp";

const states = { open: "Đang viết", in_review: "Chờ duyệt", published: "Đã công bố", withdrawn: "Đã bỏ" };

const findingsList = (findings) => (findings.length === 0 ? html`<p>Không có lỗi nào.</p>` : html`
  <ul>${findings.map((one) => html`<li>${one.error ? "Lỗi" : "Nhắc"}: ${one.path} ${one.field ? `(${labelOf(one.field)})` : ""} ${inVietnamese(one.message)}</li>`)}</ul>`);

const gateView = (gate) => html`
  <div class="alert ${gate.blocked ? "alert-danger" : "alert-success"}" role="status">
    ${gate.blocked
      ? html`Chốt kiểm tra chưa cho qua: ${gate.loads ? `${gate.newly_wrong} câu hỏi mẫu đang đúng sẽ thành sai (cho phép ${gate.most_newly_wrong}).` : "có lỗi cần sửa."}`
      : html`Chốt kiểm tra cho qua. ${gate.answers_changed} câu hỏi mẫu sẽ được trả lời khác.`}
  </div>
  <h3 class="h6">Thay đổi</h3>
  <ul>${gate.changes.map((one) => html`<li>${labelOf(one.field)}: <del class="answer">${one.before}</del> <ins class="answer">${one.after}</ins></li>`)}</ul>
  <h3 class="h6">Kiểm tra</h3>
  ${findingsList(gate.findings)}
  ${gate.answers.length === 0 ? "" : html`
    <h3 class="h6">Câu hỏi được trả lời khác</h3>
    ${gate.answers.map((one) => html`
      <details class="border rounded p-2 mb-2">
        <summary>${one.question} ${one.was_right && !one.is_right ? html`<strong>(đang đúng, sẽ sai)</strong>` : ""}</summary>
        <div class="row mt-2">
          <div class="col-12 col-md-6"><h4 class="h6">Đang trả lời</h4><p class="answer">${one.before}</p></div>
          <div class="col-12 col-md-6"><h4 class="h6">Sẽ trả lời</h4><p class="answer">${one.after}</p></div>
        </div>
      </details>`)}`}`;

const replyView = (heading, heard) => html`
  <div class="col-12 col-md-6">
    <h4 class="h6">${heading}</h4>
    ${heard.replies.map((reply) => html`<p class="answer border rounded p-2">${reply.text}</p><p>${reply.buttons.map((button) => html`<span class="badge text-bg-light border me-1">${button}</span>`)}</p>`)}
  </div>`;

const channels = { zalo: "Zalo", messenger: "Messenger", web: "Trang chat" };
const sides = {
  overview: "Tổng quan", documents: "Giấy tờ", steps: "Các bước", fee: "Phí, lệ phí", time: "Thời hạn", where: "Nơi nộp", online: "Nộp trực tuyến", result: "Kết quả", legal: "Căn cứ", forms: "Mẫu đơn", contact: "Liên hệ",
};

const afterTyping = 1000; // milliseconds

// One message a box, as the platform will part it.
const channelView = (name, messages) => html`
  <div class="col-12 col-lg-4">
    <h3 class="h6">${name}</h3>
    ${messages.length === 0 ? html`<p>Kênh này không trả lời phần này.</p>` : messages.map((one) => html`
      <div class="border rounded p-2 mb-2">
        <p class="answer mb-2">${one.text}</p>
        ${one.buttons.map((button) => html`<span class="badge text-bg-light border me-1 mb-1 text-wrap">${button}</span>`)}
      </div>`)}
  </div>`;

export const show = async (place, me) => {
  const id = new URLSearchParams(location.search).get("so") ?? "";
  const path = `content/drafts/${encodeURIComponent(id)}`;
  let { summary, tree, kind } = await get(path);
  kind ??= tree.kind;
  const local = summary.unit !== "mac-dinh" && !tree.id; // only what differs in one unit
  let trouble = "";
  let done = "";
  let gate = null;
  let heard = null;
  let shown = null;
  let about = "overview";
  let working = "";

  const attempt = async (what, work) => {
    trouble = done = "";
    working = what;
    draw();
    try {
      await work();
    } catch (refusal) {
      if (refusal.key === "gate") gate = refusal.body;
      trouble = refusal.key === "changed_meanwhile"
        ? `${refusal.body.editors.at(-1)} vừa sửa bản này lúc ${when(refusal.body.changed_at)}. Chưa ghi đè gì: xin chép phần của mình ra, tải lại trang rồi sửa tiếp.`
        : say(refusal.key);
    }
    working = "";
    draw();
  };
  const save = () => attempt("Đang lưu…", async () => {
    summary = await put(path, { revision: summary.revision, tree });
    gate = heard = null;
    done = "Đã lưu.";
  });
  const preview = (event) => {
    event.preventDefault();
    ({ about } = Object.fromEntries(new FormData(event.target)));
    return attempt("Đang xem trước, vài giây…", async () => { shown = await post(`${path}/preview`, { about, tree }); });
  };
  // Once open, it follows what is typed, a moment after the last letter. While an entry is half written it keeps what it shows.
  let typed = 0;
  const follow = async () => {
    if (!shown) return;
    const mine = ++typed;
    await new Promise((later) => { setTimeout(later, afterTyping); });
    if (mine !== typed) return;
    const next = await post(`${path}/preview`, { about, tree }).catch(() => null);
    if (!next || mine !== typed) return;
    shown = next;
    draw();
  };
  const submit = () => attempt("Đang gửi…", async () => {
    summary = await put(path, { revision: summary.revision, tree });
    summary = await post(`${path}/submit`, { revision: summary.revision });
    done = "Đã gửi duyệt. Người khác sẽ xem và công bố.";
  });
  const withdraw = () => attempt("Đang bỏ…", async () => {
    await post(`${path}/withdraw`, { revision: summary.revision });
    location.assign("/staff/noi-dung");
  });
  const examine = () => attempt("Đang kiểm tra, vài giây…", async () => { gate = await post(`${path}/examine`); });
  const publish = (event) => {
    event.preventDefault();
    const { reason } = Object.fromEntries(new FormData(event.target));
    return attempt("Đang công bố, vài giây…", async () => {
      const { version } = await post(`${path}/publish`, { revision: summary.revision, ...(reason ? { reason } : {}) });
      summary.state = "published";
      done = `Đã công bố bản ${version}. Người dân được trả lời theo bản này ngay.`;
    });
  };
  const ask = (event) => {
    event.preventDefault();
    const { text } = Object.fromEntries(new FormData(event.target));
    return attempt("Đang hỏi, vài giây…", async () => { heard = await post(`${path}/ask`, { text }); });
  };

  const living = () => summary.state === "open" || summary.state === "in_review";
  const writes = me.may.includes("write_content");
  const reviews = () => summary.state === "in_review" && !summary.editors.includes(me.login);
  const publishing = () => {
    if (!reviews()) return "";
    if (me.may.includes("publish_content")) return html`<form @submit=${publish}><button class="btn btn-primary">Công bố</button></form>`;
    if (!me.may.includes("override_gate") || !gate?.blocked || !gate.loads) return "";
    return html`
      <form @submit=${publish}>
        <label class="form-label" for="reason">Lý do công bố vượt chốt (ghi vào nhật ký)</label>
        <input class="form-control mb-2" id="reason" name="reason" required>
        <button class="btn btn-danger">Công bố vượt chốt</button>
      </form>`;
  };

  const draw = () => render(html`
    <h1 class="h3">${summary.title}</h1>
    <p>${kindName(kind)}, ${states[summary.state]}, ${summary.editors.join(", ")} viết.</p>
    <p class="text-danger" role="alert">${trouble}</p>
    <p class="text-success" role="status">${working || done}</p>
    <div class="d-flex flex-wrap gap-2 mb-3">
      ${writes && living() ? html`
        <button class="btn btn-outline-primary" @click=${save}>Lưu</button>
        <button class="btn btn-primary" @click=${submit}>Lưu và gửi duyệt</button>` : ""}
      <button class="btn btn-outline-primary" @click=${examine}>Xem trước thay đổi</button>
      ${publishing()}
      ${writes && living() ? html`<button class="btn btn-outline-secondary" @click=${withdraw}>Bỏ bản nháp</button>` : ""}
    </div>
    ${gate ? html`<section class="mb-4"><h2 class="h5">Chốt kiểm tra</h2>${gateView(gate)}</section>` : ""}
    <section class="mb-4">
      <h2 class="h5">Hỏi thử bản nháp đã lưu</h2>
      <form class="d-flex gap-2" @submit=${ask}>
        <label class="visually-hidden" for="ask">Câu hỏi thử</label>
        <input class="form-control" id="ask" name="text" required>
        <button class="btn btn-outline-primary">Hỏi</button>
      </form>
      ${heard ? html`<div class="row mt-2">${replyView("Đang trả lời", heard.before)}${replyView("Sẽ trả lời", heard.after)}</div>` : ""}
    </section>
    <section class="mb-4">
      <h2 class="h5">Xem trên từng kênh</h2>
      <form class="d-flex flex-wrap gap-2" @submit=${preview}>
        <label class="visually-hidden" for="about">Phần trả lời</label>
        <select class="form-select w-auto" id="about" name="about">${Object.entries(sides).map(([key, name]) => html`<option value=${key}>${name}</option>`)}</select>
        <button class="btn btn-outline-primary">Xem trên Zalo, Messenger, web</button>
      </form>
      ${shown ? html`<div class="row mt-2">${Object.entries(channels).map(([key, name]) => channelView(name, shown.channels[key]))}</div>` : ""}
    </section>
    ${writes && living() ? html`<h2 class="h5">${local ? `Phần riêng của ${summary.unit}: chỉ điền chỗ khác nội dung chung` : "Nội dung"}</h2><form @input=${follow} @submit=${(event) => event.preventDefault()}>${entryForm(tree, kind, draw, local ? mayDiffer : undefined)}</form>` : ""}`, place);
  draw();
  const tried = new URLSearchParams(location.search).get("thu"); // a question to try it with, from the list of those not understood
  if (tried) place.querySelector("#ask").value = tried;
};
