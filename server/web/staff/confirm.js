// Asks for the password again before a dangerous act.

import { html, render } from "./vendor/lit-html.js";
import { say } from "./words.js";

// True once it was right; false where it was given up.
export const confirmPassword = (send) => new Promise((done) => {
  const place = document.getElementById("dialogs");
  let trouble = "";
  let wantsCode = false;
  const close = (result) => {
    render(html``, place);
    done(result);
  };
  const prove = async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    try {
      await send("POST", "me/confirm", given);
      close(true);
    } catch (refusal) {
      wantsCode = wantsCode || refusal.key === "code_wanted";
      trouble = say(refusal.key);
      draw();
    }
  };
  const draw = () => render(html`
    <dialog aria-labelledby="confirm-title" @cancel=${() => close(false)}>
      <form @submit=${prove}>
        <h2 class="h5" id="confirm-title">Xin nhập lại mật khẩu</h2>
        <p>Việc này cần chắc chắn là chính anh/chị đang làm.</p>
        <label class="form-label" for="confirm-password">Mật khẩu</label>
        <input class="form-control mb-2" id="confirm-password" name="password" type="password" autocomplete="current-password" required>
        ${wantsCode ? html`
          <label class="form-label" for="confirm-code">Mã 6 số</label>
          <input class="form-control mb-2" id="confirm-code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>` : ""}
        <p class="text-danger" role="alert">${trouble}</p>
        <button class="btn btn-primary">Tiếp tục</button>
        <button class="btn btn-outline-secondary" type="button" @click=${() => close(false)}>Thôi</button>
      </form>
    </dialog>`, place);
  draw();
  place.querySelector("dialog").showModal();
});
