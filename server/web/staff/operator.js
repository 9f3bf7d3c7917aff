// The 1022 operator's page: the answer while the caller speaks, read out side by side, and a code to send them away with.
// Everything can be done from the keyboard.

import { get, post } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";

export const title = "Tổng đài";

const nothing = { found: [], urgent: "", referral: null, about: "overview" };

export const show = async (place, me) => {
  const { units } = await get("referral/units");
  let unit = units.find((one) => one.id === me.units[0])?.id ?? units[0]?.id ?? "mac-dinh";
  let told = nothing;   // what was found for the words in the field
  let chosen = 0;       // which of it
  let side = 0;         // and which side of that
  let sent = null;      // the code that was given out for it
  let asked = 0;        // counts questions: an answer that comes late is not shown over a newer one
  const { told: saying, attempt } = attempts(() => draw());

  const field = () => place.querySelector("#question");
  const script = () => told.found[chosen];
  const sideOf = (entry) => Math.max(0, entry?.sides.findIndex((one) => one.about === told.about) ?? 0);
  const choose = (number) => {
    chosen = number;
    side = sideOf(script());
    sent = null;
    draw();
  };
  const search = () => attempt(async () => {
    const question = field().value.trim();
    const number = ++asked;
    const found = question ? await get(`referral/answers?${new URLSearchParams({ q: question, unit })}`) : nothing;
    if (number !== asked) return;
    told = found;
    choose(0);
  });
  const read = () => {
    if (!script()) return;
    if (told.referral && chosen === 0) countCall(told.referral.code);
    place.querySelector("#script").focus();
  };
  const counted = new Set(); // codes whose caller has been counted on this page
  const countCall = (code) => counted.has(code) || attempt(async () => {
    counted.add(code);
    await post(`referral/codes/${code}/called-again`);
  });
  const send = () => script() && !sent && attempt(async () => {
    sent = await post("referral/codes", { entry: script().entry, about: script().sides[side].about, unit });
  });
  const nextCall = () => {
    field().value = "";
    told = nothing;
    asked += 1;
    choose(0);
    field().focus();
  };

  const inField = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") read();
    else if (event.key === "Escape") nextCall();
    else if (step && told.found.length) choose((chosen + step + told.found.length) % told.found.length);
    else return;
    event.preventDefault();
  };
  const inScript = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("textarea")) return;
    const number = Number(event.key);
    if (number >= 1 && number <= script().sides.length) { side = number - 1; draw(); }
    else if (event.key.toLowerCase() === "g") send();
    else if (event.key === "Escape") nextCall();
    else if (event.key === "/") field().select();
    else return;
    event.preventDefault();
  };

  const sentBox = () => html`
    <div class="card mt-3"><div class="card-body" role="status">
      <h3 class="h5">Đã tạo mã cho người gọi</h3>
      <p class="display-5 mb-1" id="code">${sent.code}</p>
      <p>Đọc cho người gọi: <strong>${sent.spelled}</strong>.</p>
      <div class="d-flex flex-wrap gap-3">
        <div class="flex-grow-1">
          <label class="form-label" for="sms">Tin nhắn SMS</label>
          <textarea class="form-control mb-2" id="sms" rows="3" readonly @focus=${(event) => event.target.select()}>${sent.sms}</textarea>
          <button class="btn btn-outline-primary" @click=${() => attempt(() => navigator.clipboard.writeText(sent.sms), "Đã chép tin nhắn.")}>Chép tin nhắn</button>
          <a class="btn btn-outline-secondary" href=${sent.link} target="_blank" rel="noopener">Xem trang người gọi sẽ mở</a>
        </div>
        <img src="/api/staff/referral/codes/${sent.code}/qr" width="160" height="160" alt="Mã QR của ${sent.code}">
      </div>
    </div></div>`;
  const scriptBox = (entry) => html`
    <section id="script" class="card" tabindex="-1" aria-label="Lời đọc cho người gọi" @keydown=${inScript}>
      <div class="card-body">
        <h2 class="h4">${entry.title}</h2>
        <div class="d-flex flex-wrap gap-2 mb-3" role="group" aria-label="Các phần, bấm phím số">
          ${entry.sides.map((one, at) => html`<button class="btn btn-sm ${at === side ? "btn-primary" : "btn-outline-primary"}" aria-pressed=${at === side} @click=${() => { side = at; draw(); }}>${at + 1}. ${one.name}</button>`)}
        </div>
        <p class="spoken fs-5" id="spoken">${entry.sides[side].text}</p>
        ${sent ? sentBox() : html`<button class="btn btn-primary" @click=${send}>Gửi cho người gọi (phím G)</button>`}
      </div>
    </section>`;
  const resultLine = (entry, at) => html`
    <li><button class="list-group-item list-group-item-action ${at === chosen ? "active" : ""}" aria-current=${at === chosen} @click=${() => { choose(at); read(); }}>
      ${at === 0 && told.referral ? html`<span class="badge text-bg-warning">Mã ${told.referral.code}: đã gửi câu này</span> ` : ""}${entry.title}
    </button></li>`;
  const draw = () => render(html`
    <h1 class="h3">Tổng đài 1022</h1>
    <div class="row g-2 mb-2">
      <div class="col-md-8">
        <label class="form-label" for="question">Người gọi hỏi gì? (hoặc mã đã gửi)</label>
        <input class="form-control form-control-lg" id="question" autocomplete="off" spellcheck="false" @input=${search} @keydown=${inField}>
      </div>
      <div class="col-md-4">
        <label class="form-label" for="unit">Xã, phường của người gọi</label>
        <select class="form-select form-select-lg" id="unit" @change=${(event) => { unit = event.target.value; search(); }}>
          ${units.map((one) => html`<option value=${one.id} ?selected=${one.id === unit}>${one.name}</option>`)}
        </select>
      </div>
    </div>
    <p class="small text-secondary">Enter: đọc câu trả lời · phím số: chọn phần · G: gửi mã · Esc: cuộc gọi mới · /: sửa câu hỏi</p>
    <p class="text-danger" role="alert">${saying.trouble}</p>
    <p class="text-success" role="status">${saying.done}</p>
    ${told.urgent ? html`<p class="alert alert-danger fs-5" role="alert">${told.urgent}</p>` : ""}
    <div class="row g-3">
      <div class="col-lg-4">
        ${told.found.length ? html`<ul class="list-group list-unstyled" aria-label="Kết quả">${told.found.map(resultLine)}</ul>`
          : html`<p>${field()?.value.trim() ? "Chưa có câu trả lời đã công bố cho câu này. Xin chuyển máy cho người phụ trách, không tự trả lời." : "Gõ vài chữ người gọi nói, có dấu hay không dấu đều được."}</p>`}
      </div>
      <div class="col-lg-8">${script() ? scriptBox(script()) : ""}</div>
    </div>`, place);
  draw();
  field().focus();
};
