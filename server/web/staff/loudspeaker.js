// What the commune's loudspeaker says of an entry or an urgent notice: to read, to copy, to hear.

import { get } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";

export const title = "Bài đọc loa";

// Its page, for one unit.
export const linkTo = (what, id, unit) => `/staff/phat-thanh?${new URLSearchParams({ [what]: id, unit })}`;

export const show = async (place) => {
  const asked = new URLSearchParams(location.search);
  const script = await get(`loudspeaker?${asked}`);
  const sound = `/api/staff/loudspeaker/wav?${asked}`;
  const { told, attempt } = attempts(() => draw());
  const copy = () => attempt(() => navigator.clipboard.writeText(script.text), "Đã chép bài đọc.");
  const draw = () => render(html`
    <h1 class="h3">Bài đọc loa: ${script.title || "Thông báo khẩn"}</h1>
    <p>Đọc trong khoảng một phút trở lại. Bài chỉ có nội dung đang công bố.</p>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <p class="text-success" role="status">${told.done}</p>
    <div class="answer border rounded p-3 mb-3" lang="vi">${script.text}</div>
    <p><button class="btn btn-outline-primary" @click=${copy}>Chép bài đọc</button></p>
    ${script.sound ? html`
      <h2 class="h5">Giọng máy</h2>
      <audio class="d-block mb-2" controls preload="none" src=${sound} aria-label="Nghe bài đọc"></audio>
      <p><a href=${sound} download="bai-doc-loa.wav">Tải tệp âm thanh (WAV)</a></p>`
      : html`<p>Máy chủ chưa cài bộ đọc tiếng Việt (espeak-ng), nên chưa có tệp âm thanh.</p>`}`, place);
  draw();
};
