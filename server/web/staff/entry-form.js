// The form of an entry, made for its kind: documents, fees, sources as rows; phrases a line each. What the form does not
// know stays in the tree as it was.

import { html } from "./vendor/lit-html.js";

const text = (key, label, more = {}) => ({ key, label, as: "text", ...more });
const long = (key, label, more = {}) => ({ key, label, as: "long", ...more });
const lines = (key, label, more = {}) => ({ key, label, as: "lines", ...more });
const rows = (key, label, columns, more = {}) => ({ key, label, as: "rows", columns, ...more });

const dated = [["text", "Nội dung", "long"], ["from", "Từ ngày", "date"], ["to", "Đến ngày", "date"]];
const documents = [["name", "Tên giấy tờ", "long"], ["original", "Bản chính", "number"], ["copy", "Bản sao", "number"], ["present", "Chỉ xuất trình", "flag"],
  ["when", "Khi nào cần", "long"], ["note", "Ghi chú", "long"], ["form", "Trang tải mẫu", "text"]];
const fees = [["amount", "Số tiền (đồng)", "number"], ["text", "Khi nào, cho ai", "long"], ["from", "Từ ngày", "date"], ["to", "Đến ngày", "date"]];
const ways = [["way", "Cách (in_person, online, post)", "text"], ["note", "Ghi chú", "long"]];
const links = [["name", "Tên mẫu", "long"], ["url", "Trang tải", "text"]];
const sources = [["title", "Tên nguồn", "long"], ["url", "Trang", "text"], ["date", "Ngày", "text"]];

const heading = [text("title", "Tên thường gọi"), long("summary", "Tóm tắt")];
const ending = [
  lines("asked_as", "Câu người dân hay hỏi (mỗi dòng một câu)"),
  lines("related", "Mục liên quan (mã, mỗi dòng một mã)"),
  rows("sources", "Nguồn", sources),
  text("confidence", "Độ tin cậy (high, medium, low)"),
  text("verified_on", "Ngày kiểm tra", { date: true }),
  text("review_by", "Hạn rà lại", { date: true }),
  long("staff_note", "Ghi chú cho cán bộ (người dân không thấy)"),
];

const forms = {
  procedure: [
    ...heading,
    long("official_name", "Tên chính thức"), text("code", "Mã thủ tục"), text("level", "Cấp"),
    rows("fee", "Lệ phí", fees, { fact: true }),
    rows("documents", "Giấy tờ", documents, { fact: true }),
    lines("steps", "Các bước (mỗi dòng một bước)", { fact: true }),
    rows("time_limit", "Thời hạn", dated, { fact: true, single: true }),
    rows("agency", "Nơi nhận và giải quyết", dated, { fact: true, single: true }),
    rows("who", "Ai làm", dated, { fact: true, single: true }),
    rows("ways", "Cách nộp", ways, { fact: true }),
    rows("exemptions", "Miễn, giảm", dated, { fact: true, single: true }),
    rows("result", "Kết quả", dated, { fact: true, single: true }),
    rows("legal", "Căn cứ pháp lý", dated, { fact: true, single: true }),
    text("online_link", "Địa chỉ nộp trực tuyến", { fact: true }),
    rows("forms", "Mẫu đơn", links),
    text("contact", "Hỏi ai (mã mục liên hệ)"),
    ...ending,
  ],
  guide: [...heading, lines("steps", "Các bước (mỗi dòng một bước)"), lines("notes", "Lưu ý (mỗi dòng một ý)"), text("link", "Trang"), text("contact", "Hỏi ai (mã mục liên hệ)"), ...ending],
  faq: [...heading, long("answer", "Trả lời"), text("link", "Trang"), ...ending],
  contact: [...heading, text("phone", "Điện thoại", { fact: true }), text("hours", "Giờ làm việc", { fact: true }), text("address", "Địa chỉ", { fact: true }), text("cost", "Cước gọi"), text("link", "Trang"), ...ending],
  smalltalk: [...heading, long("text", "Lời nói"), ...ending],
};

// What a unit may say otherwise: facts and their sources, not the name or the questions.
export const mayDiffer = (field) => field.fact || ["sources", "link", "notes", "answer"].includes(field.key);

const kinds = { procedure: "Thủ tục", guide: "Hướng dẫn", faq: "Hỏi đáp", contact: "Liên hệ", smalltalk: "Câu chào" };
export const kindName = (kind) => kinds[kind] ?? kind;
export const labelOf = (key) => Object.values(forms).flat().find((field) => field.key === key)?.label ?? key;

// One text may stand where rows may: it is shown as a row with no days, and is one text again where only that is said.
const rowsOf = (field, value) => (value == null || value === "unknown" ? [] : Array.isArray(value) ? value : [value]).map((row) => (typeof row === "string" ? { text: row } : { ...row }));
const valueOf = (field, list) => {
  if (field.columns !== dated) return list;
  const plain = list.map((row) => (row.from || row.to ? row : row.text));
  return plain.length === 1 && typeof plain[0] === "string" && field.key !== "legal" ? plain[0] : plain;
};

// How citizens write: a topic is understood best when its phrases come in every way.
const styles = {
  "có dấu": (phrase) => /[^\u0000-\u007f]/.test(phrase),
  "không dấu": (phrase) => !/[^\u0000-\u007f]/.test(phrase),
  "viết tắt": (phrase) => /(^|\s)(k|ko|kg|dc|đc|j|vs|lm|ntn|cccd|cmnd|gks|hk|ubnd|bhyt|bhxh|đkkd|gpxd|gcn|gcnqsdđ|vneid)(\s|[?,.!]|$)/i.test(phrase),
};
const stylesOf = (phrases) => {
  const groups = Object.entries(styles).map(([name, fits]) => [name, phrases.filter(fits)]);
  const lacking = groups.filter(([, some]) => some.length === 0).map(([name]) => name);
  return html`
    <details class="form-text">
      <summary>${phrases.length} câu: ${groups.map(([name, some]) => `${name} ${some.length}`).join(", ")}.${lacking.length ? ` Nên thêm câu ${lacking.join(", ")}.` : ""}</summary>
      ${groups.map(([name, some]) => (some.length === 0 ? "" : html`<p class="mb-0 mt-1"><strong>Câu ${name}:</strong></p><ul class="mb-0">${some.map((phrase) => html`<li>${phrase}</li>`)}</ul>`))}
    </details>`;
};

// The fields for `tree`, which is changed as they are; `changed()` draws again where rows come and go.
export const entryForm = (tree, kind, changed, only = () => true) => {
  const put = (key, value) => { tree[key] = value; };

  const input = (id, kind, value, set) => {
    if (kind === "flag") return html`<input class="form-check-input" id=${id} type="checkbox" .checked=${value === "true"} @change=${(event) => set(event.target.checked ? "true" : "")}>`;
    if (kind === "long") return html`<textarea class="form-control" id=${id} rows="2" .value=${value ?? ""} @input=${(event) => set(event.target.value)}></textarea>`;
    return html`<input class="form-control" id=${id} type=${kind === "date" ? "date" : "text"} inputmode=${kind === "number" ? "numeric" : "text"} .value=${value ?? ""} @input=${(event) => set(event.target.value)}>`;
  };

  const row = (field, list, one, at) => {
    const id = `f-${field.key}-${at}`;
    const set = (name) => (value) => {
      if (value === "") delete one[name]; else one[name] = value;
      put(field.key, valueOf(field, list));
    };
    return html`
      <li class="border rounded p-2 mb-2">
        <div class="row g-2">
          ${field.columns.map(([name, label, kind]) => html`
            <div class=${kind === "long" ? "col-12 col-md-6" : "col-6 col-md-3"}>
              <label class="form-label mb-0" for="${id}-${name}">${label}</label>
              ${input(`${id}-${name}`, kind, one[name], set(name))}
            </div>`)}
        </div>
        <button class="btn btn-outline-secondary mt-2" type="button" @click=${() => { list.splice(at, 1); put(field.key, valueOf(field, list)); changed(); }}>
          Bỏ dòng ${at + 1} <span class="visually-hidden">của ${field.label}</span></button>
      </li>`;
  };

  const rowsField = (field) => {
    const list = rowsOf(field, tree[field.key]);
    const add = () => {
      list.push({});
      tree[field.key] = list;
      changed();
    };
    return html`
      <ul class="list-unstyled mb-1">${list.map((one, at) => row(field, list, one, at))}</ul>
      <button class="btn btn-outline-primary" type="button" @click=${add}>Thêm dòng <span class="visually-hidden">vào ${field.label}</span></button>`;
  };

  const body = (field) => {
    const id = `f-${field.key}`;
    const value = tree[field.key] === "unknown" ? "" : tree[field.key];
    if (field.as === "rows") return rowsField(field);
    if (field.as === "lines") {
      const all = Array.isArray(value) ? value : value ? [value] : [];
      return html`<textarea class="form-control" id=${id} rows=${Math.min(16, Math.max(3, all.length + 1))}
        .value=${all.join("\n")}
        @input=${(event) => put(field.key, event.target.value.split("\n").map((line) => line.trim()).filter(Boolean))} @change=${changed}></textarea>
        ${field.key === "asked_as" ? stylesOf(all) : ""}`;
    }
    return input(id, field.as === "long" ? "long" : field.date ? "date" : "text", value, (given) => put(field.key, given));
  };

  const unknown = (field) => (!field.fact ? "" : html`
    <div class="form-check">
      <input class="form-check-input" type="checkbox" id="u-${field.key}" .checked=${tree[field.key] === "unknown"}
        @change=${(event) => { put(field.key, event.target.checked ? "unknown" : ""); changed(); }}>
      <label class="form-check-label" for="u-${field.key}">Chưa rõ: trả lời người dân là chưa được xác nhận <span class="visually-hidden">(${field.label})</span></label>
    </div>`);

  return (forms[kind] ?? heading).filter(only).map((field) => html`
    <section class="mb-4">
      ${field.as === "rows"
        ? html`<h3 class="h6">${field.label}</h3>`
        : html`<label class="form-label fw-semibold" for="f-${field.key}">${field.label}</label>`}
      ${unknown(field)}
      ${tree[field.key] === "unknown" ? "" : body(field)}
    </section>`);
};
