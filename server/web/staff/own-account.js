// One's own account: the authenticator's code, and the password.

import { post, put } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { roles } from "./words.js";

export const title = "Tài khoản của tôi";

export const show = (place, me) => {
  let secret = null;
  const { told, attempt } = attempts(() => draw());
  const begin = () => attempt(async () => { secret = await post("me/code"); });
  const finish = (event) => {
    event.preventDefault();
    const { code } = Object.fromEntries(new FormData(event.target));
    return attempt(async () => {
      await put("me/code", { code });
      if (me.set_up_code) return location.assign("/staff");
      secret = null;
      told.done = "Đã cài mã một lần.";
    });
  };
  const change = (event) => {
    event.preventDefault();
    const { password } = Object.fromEntries(new FormData(event.target));
    return attempt(async () => {
      await put("me/password", { password });
      location.assign("/staff/dang-nhap");
    });
  };

  const codePart = () => (secret ? html`
    <p>Quét hình này bằng ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP…), rồi nhập
      mã 6 số mà ứng dụng hiện ra.</p>
    <img class="code-picture" alt="Mã QR của mã một lần" src="data:image/svg+xml,${encodeURIComponent(secret.qr)}">
    <p>Không quét được? Nhập tay chuỗi này: <span class="secret">${secret.secret}</span></p>
    <form @submit=${finish}>
      <label class="form-label" for="code">Mã 6 số</label>
      <input class="form-control mb-2" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>
      <button class="btn btn-primary">Xác nhận mã</button>
    </form>` : html`
    <button class="btn ${me.set_up_code ? "btn-primary" : "btn-outline-primary"}" @click=${begin}>
      ${me.has_code ? "Cài lại mã trên điện thoại khác" : "Cài mã một lần"}</button>`);

  const draw = () => render(html`
    <div class="narrow">
      <h1 class="h3">${me.name}</h1>
      <p>Vai trò: ${me.roles.map((role) => roles[role]).join(", ")}.</p>
      <p class="text-danger" role="alert">${told.trouble}</p>
      <p class="text-success" role="status">${told.done}</p>
      <h2 class="h5">Mã một lần</h2>
      ${me.set_up_code ? html`<p>Vai trò của anh/chị cần mã một lần cùng với mật khẩu. Xin cài mã trước khi làm việc.</p>` : ""}
      ${codePart()}
      ${me.set_up_code ? "" : html`
        <h2 class="h5 mt-4">Đổi mật khẩu</h2>
        <form @submit=${change}>
          <label class="form-label" for="password">Mật khẩu mới, ít nhất 14 ký tự</label>
          <input class="form-control mb-2" id="password" name="password" type="password" autocomplete="new-password" minlength="14" required>
          <button class="btn btn-outline-primary">Đổi mật khẩu</button>
        </form>`}
    </div>`, place);
  draw();
};
