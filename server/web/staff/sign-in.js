// Sign in: login and password, and then the code where one is set up.

import { keepCsrf, post } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { say } from "./words.js";

export const title = "Đăng nhập";

export const show = (place) => {
  let trouble = "";
  let wantsCode = false;
  const enter = async (event) => {
    event.preventDefault();
    try {
      const me = await post("session", Object.fromEntries(new FormData(event.target)));
      keepCsrf(me.csrf);
      location.assign(me.set_up_code ? "/staff/cua-toi" : "/staff");
    } catch (refusal) {
      wantsCode = wantsCode || refusal.key === "code_wanted";
      trouble = say(refusal.key);
      draw();
      if (refusal.key === "code_wanted") place.querySelector("#code").focus();
    }
  };
  const draw = () => render(html`
    <form class="narrow mx-auto" @submit=${enter}>
      <h1 class="h3 mb-3">Đăng nhập</h1>
      <label class="form-label" for="login">Tên đăng nhập</label>
      <input class="form-control mb-3" id="login" name="login" autocomplete="username" autocapitalize="none" required>
      <label class="form-label" for="password">Mật khẩu</label>
      <input class="form-control mb-3" id="password" name="password" type="password" autocomplete="current-password" required>
      ${wantsCode ? html`
        <label class="form-label" for="code">Mã 6 số trong ứng dụng xác thực</label>
        <input class="form-control mb-3" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>` : ""}
      <p class="text-danger" role="alert">${trouble}</p>
      <button class="btn btn-primary btn-lg">Đăng nhập</button>
    </form>`, place);
  draw();
};
