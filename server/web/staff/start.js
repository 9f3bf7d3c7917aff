// The first page after signing in: what there is to do.

import { html, render } from "./vendor/lit-html.js";
import { roles } from "./words.js";

export const title = "Trang đầu";

export const show = (place, me) => render(html`
  <h1 class="h3">Chào ${me.name}</h1>
  <p>Anh/chị đang làm việc với vai trò ${me.roles.map((role) => roles[role].toLowerCase()).join(", ")}.</p>`, place);
