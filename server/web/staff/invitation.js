// The one-time link of an invitation: whoever opens it chooses a password.

import { get, keepCsrf, post } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { say } from "./words.js";

export const title = "Lời mời";

export const show = async (place) => {
  const path = `invitations/${encodeURIComponent(new URLSearchParams(location.search).get("t") ?? "")}`;
  let trouble = "";
  const invited = await get(path);
  const accept = async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    if (given.password !== given.again) {
      trouble = "Hai lần nhập chưa giống nhau.";
      return draw();
    }
    try {
      const me = await post(path, { password: given.password });
      keepCsrf(me.csrf);
      location.assign(me.set_up_code ? "/staff/cua-toi" : "/staff");
    } catch (refusal) {
      trouble = say(refusal.key);
      draw();
    }
  };
  const draw = () => render(html`
    <form class="narrow mx-auto" @submit=${accept}>
      <h1 class="h3">Chào ${invited.name}</h1>
      <p>Tên đăng nhập của anh/chị là <strong>${invited.login}</strong>. Xin đặt mật khẩu, ít nhất ${invited.shortest} ký tự;
        một câu dài dễ nhớ là tốt nhất.</p>
      <input type="hidden" name="username" autocomplete="username" value=${invited.login}>
      <label class="form-label" for="password">Mật khẩu</label>
      <input class="form-control mb-3" id="password" name="password" type="password" autocomplete="new-password" minlength=${invited.shortest} required>
      <label class="form-label" for="again">Nhập lại mật khẩu</label>
      <input class="form-control mb-3" id="again" name="again" type="password" autocomplete="new-password" required>
      <p class="text-danger" role="alert">${trouble}</p>
      <button class="btn btn-primary btn-lg">Đặt mật khẩu và vào</button>
    </form>`, place);
  draw();
};
