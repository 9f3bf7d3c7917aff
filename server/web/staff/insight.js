// The figures of a span: charts, tables to be taken along as CSV or as a workbook, and on paper.

import { get } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { loadChart } from "./chart.js";
import { saveCsv } from "./csv.js";
import { referralTables } from "./referral-figures.js";
import { today } from "./words.js";

export const title = "Số liệu";

const spans = { day: "Ngày", week: "Tuần", month: "Tháng", quarter: "Quý", half: "6 tháng", year: "Năm" };
const shown = (cell) => (typeof cell === "object" ? `${cell.per_cent.toLocaleString("vi-VN", { maximumFractionDigits: 1 })} %` : typeof cell === "number" ? cell.toLocaleString("vi-VN") : cell);

const series = [
  ["answered", "Trả lời được", "#1b6e3c"],
  ["clarified", "Hỏi lại cho rõ", "#0b5ed7"],
  ["not_understood", "Chưa hiểu", "#8c1d18"],
  ["handed_over", "Muốn gặp cán bộ", "#6c4a00"],
];

const tableOf = (table) => html`
  <section class="mb-4">
    <h2 class="h5">${table.name}</h2>
    ${table.rows.length === 0 ? html`<p>Chưa có số liệu trong kỳ này.</p>` : html`
      <div class="table-responsive" tabindex="0" role="region" aria-label="Bảng ${table.name}">
        <table class="table table-sm align-middle">
          <thead><tr>${table.heads.map((head, at) => html`<th scope="col" class=${at ? "text-end" : ""}>${head}</th>`)}</tr></thead>
          <tbody>${table.rows.map((row) => html`
            <tr>${row.map((cell, at) => (at ? html`<td class="text-end">${shown(cell)}</td>` : html`<th scope="row" class="fw-normal">${shown(cell)}</th>`))}</tr>`)}</tbody>
        </table>
      </div>
      <button class="btn btn-outline-primary no-print" @click=${() => saveCsv(table)}>Tải CSV <span class="visually-hidden">bảng ${table.name}</span></button>`}
  </section>`;

export const show = async (place) => {
  const asked = new URLSearchParams(location.search);
  if (!asked.get("span")) asked.set("span", "week");
  if (!asked.get("day")) asked.set("day", today());
  const { told, attempt } = attempts(() => draw());
  let figures = null;
  const charts = {};

  const drawCharts = async () => {
    const Chart = await loadChart();
    const make = (id, config) => {
      charts[id]?.destroy();
      const canvas = document.getElementById(id);
      if (canvas) charts[id] = new Chart(canvas, { ...config, options: { animation: false, maintainAspectRatio: false, ...config.options } });
    };
    make("by-day", {
      type: "bar",
      data: {
        labels: figures.days.map((one) => one.day.slice(8) + "/" + one.day.slice(5, 7)),
        datasets: series.map(([key, label, color]) => ({ label, data: figures.days.map((one) => one[key]), backgroundColor: color })),
      },
      options: { scales: { x: { stacked: true }, y: { stacked: true, ticks: { precision: 0 } } } },
    });
    make("by-hour", {
      type: "bar",
      data: { labels: figures.hours.map((_, hour) => `${hour}h`), datasets: [{ label: "Tin nhắn của người dân", data: figures.hours, backgroundColor: "#0b5ed7" }] },
      options: { scales: { y: { ticks: { precision: 0 } } } },
    });
  };
  const look = () => attempt(async () => {
    history.replaceState(null, "", `?${asked}`);
    const found = await get(`insight?${asked}`);
    const { rows } = await get(`referral/figures?${asked}`);
    figures = { ...found, tables: [...found.tables, ...(rows.length ? referralTables(rows) : [])] };
  });
  const choose = async (event) => {
    event.preventDefault();
    for (const [key, value] of new FormData(event.target)) value ? asked.set(key, value) : asked.delete(key);
    await look();
  };
  const draw = () => {
    render(html`
      <h1 class="h3">Số liệu phục vụ</h1>
      <form class="row g-2 mb-3 no-print" @submit=${choose}>
        <div class="col-6 col-md-2">
          <label class="form-label" for="span">Kỳ</label>
          <select class="form-select" id="span" name="span">${Object.entries(spans).map(([key, name]) => html`<option value=${key} ?selected=${key === asked.get("span")}>${name}</option>`)}</select>
        </div>
        <div class="col-6 col-md-3">
          <label class="form-label" for="day">Có ngày</label>
          <input class="form-control" type="date" id="day" name="day" value=${asked.get("day")} required>
        </div>
        <div class="col-8 col-md-4">
          <label class="form-label" for="unit">Đơn vị</label>
          <select class="form-select" id="unit" name="unit">
            <option value="">Tất cả</option>
            ${Object.entries(figures?.units ?? {}).map(([unit, name]) => html`<option value=${unit} ?selected=${unit === asked.get("unit")}>${name}</option>`)}
          </select>
        </div>
        <div class="col-4 col-md-3 d-flex align-items-end"><button class="btn btn-primary w-100">Xem</button></div>
      </form>
      <p class="text-danger" role="alert">${told.trouble}</p>
      ${!figures ? "" : html`
        <div role="status">${figures.opening.map((line, at) => html`<p class=${at ? "mb-1" : "h4 mb-1"}>${line}</p>`)}</div>
        <p class="my-3 no-print d-flex flex-wrap gap-2">
          <a class="btn btn-primary" href="/api/staff/insight/workbook?${asked}" download="bao-cao.xlsx">Tải báo cáo .xlsx</a>
          <button class="btn btn-outline-primary" @click=${() => print()}>In trên giấy A4</button>
        </p>
        ${figures.days.length > 1 ? html`<section class="mb-4"><h2 class="h5">Câu hỏi theo ngày</h2><div class="chart"><canvas id="by-day" role="img" aria-label="Biểu đồ câu hỏi theo ngày; số liệu ở bảng Theo ngày"></canvas></div></section>` : ""}
        <section class="mb-4 no-print"><h2 class="h5">Giờ người dân nhắn</h2><div class="chart"><canvas id="by-hour" role="img" aria-label="Biểu đồ tin nhắn theo giờ: ${figures.hours.map((count, hour) => (count ? `${hour} giờ ${count}` : "")).filter(Boolean).join(", ") || "chưa có"}"></canvas></div></section>
        ${figures.tables.map(tableOf)}`}`, place);
    if (figures) drawCharts();
  };
  await look();
};
