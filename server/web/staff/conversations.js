// Conversations: who waits for a person, and the newest.

import { get } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { channels, when } from "./words.js";

export const title = "Hội thoại";

const looks = 5_000; // milliseconds

export const show = async (place) => {
  let waiting = [];
  let newest = [];
  const item = (one) => html`
    <li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
      <a class="me-auto" href="/staff/cuoc-tro-chuyen?ma=${one.id}">${channels[one.channel]}, ${when(one.updated_at)} <span class="visually-hidden">${one.id.slice(0, 6)}</span></a>
      <span>${one.unit}</span>
      <span>${one.wants_person ? "Đang chờ người" : one.person_until ? "Cán bộ đang trả lời" : ""}</span>
    </li>`;
  const draw = () => render(html`
    <h1 class="h3">Hội thoại</h1>
    <h2 class="h5">Đang chờ người trả lời</h2>
    <p role="status">${waiting.length === 0 ? "Không có ai đang chờ." : `${waiting.length} người đang chờ, lâu nhất trước.`}</p>
    <ul class="list-group mb-4">${waiting.map(item)}</ul>
    <h2 class="h5">Mới nhất</h2>
    <ul class="list-group">${newest.map(item)}</ul>`, place);
  const look = async () => {
    [waiting, newest] = (await Promise.all([get("conversations?waiting=1"), get("conversations")])).map((told) => told.conversations);
    draw();
  };
  await look();
  setInterval(() => { if (!document.hidden) look().catch(() => {}); }, looks);
};
