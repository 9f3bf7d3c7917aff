// Accounts: who there is, new ones by a one-time link, changes, and a new way in for whoever lost theirs.

import { get, post, put } from "./api.js";
import { attempts } from "./attempt.js";
import { html, render } from "./vendor/lit-html.js";
import { roles, when } from "./words.js";

export const title = "Tài khoản";

const fieldsOf = (form) => {
  const data = new FormData(form);
  return {
    login: data.get("login"),
    name: data.get("name"),
    roles: data.getAll("role"),
    units: (data.get("units") ?? "").split(",").map((unit) => unit.trim()).filter(Boolean),
    active: data.get("active") === "on",
  };
};

const roleBoxes = (key, chosen) => html`
  <fieldset class="mb-2">
    <legend class="form-label fs-6">Vai trò</legend>
    ${Object.entries(roles).map(([role, name]) => html`
      <div class="form-check form-check-inline">
        <input class="form-check-input" type="checkbox" name="role" id="${key}-${role}" value=${role} ?checked=${chosen.includes(role)}>
        <label class="form-check-label" for="${key}-${role}">${name}</label>
      </div>`)}
  </fieldset>`;

const unitsBox = (key, units) => html`
  <label class="form-label" for="${key}-units">Đơn vị (mã, cách nhau bằng dấu phẩy; để trống: mọi đơn vị)</label>
  <input class="form-control mb-2" id="${key}-units" name="units" .value=${units.join(", ")}>`;

export const show = async (place, me) => {
  let { people } = await get("people");
  let editing = null;
  const { told, attempt } = attempts(() => draw());
  let link = null;
  const act = (work) => attempt(async () => {
    link = null;
    await work();
    ({ people } = await get("people"));
  });
  const invite = (event) => {
    event.preventDefault();
    const form = event.target;
    return act(async () => {
      link = { of: fieldsOf(form).name, ...(await post("people", fieldsOf(form))) };
      form.reset();
    });
  };
  const change = (event, one) => {
    event.preventDefault();
    const fields = fieldsOf(event.target);
    return act(async () => {
      await put(`people/${one.id}`, fields);
      editing = null;
    });
  };
  const reset = (one) => act(async () => { link = { of: one.name, ...(await post(`people/${one.id}/reset`)) }; });

  const state = (one) => (!one.active ? "Đã khóa" : one.has_password ? `Lần cuối ${when(one.last_seen)}` : "Chưa nhận lời mời");
  const row = (one) => html`
    <tr>
      <th scope="row">${one.name}<br><span class="fw-normal">${one.login}</span></th>
      <td>${one.roles.map((role) => roles[role]).join(", ")}</td>
      <td>${one.units.length ? one.units.join(", ") : "Mọi đơn vị"}</td>
      <td>${state(one)}</td>
      <td>${one.id === me.id ? "" : html`
        <button class="btn btn-outline-primary" @click=${() => { editing = one.id; draw(); }}>Sửa</button>
        <button class="btn btn-outline-secondary" @click=${() => reset(one)}>Cấp lại</button>`}</td>
    </tr>
    ${editing !== one.id ? "" : html`
      <tr><td colspan="5">
        <form @submit=${(event) => change(event, one)}>
          <label class="form-label" for="edit-name">Họ tên</label>
          <input class="form-control mb-2" id="edit-name" name="name" .value=${one.name} required>
          ${roleBoxes("edit", one.roles)}
          ${unitsBox("edit", one.units)}
          <div class="form-check mb-2">
            <input class="form-check-input" type="checkbox" id="edit-active" name="active" ?checked=${one.active}>
            <label class="form-check-label" for="edit-active">Đang dùng</label>
          </div>
          <button class="btn btn-primary">Lưu</button>
          <button class="btn btn-outline-secondary" type="button" @click=${() => { editing = null; draw(); }}>Thôi</button>
        </form>
      </td></tr>`}`;

  const draw = () => render(html`
    <h1 class="h3">Tài khoản</h1>
    <p class="text-danger" role="alert">${told.trouble}</p>
    <div role="status">${!link ? "" : html`
      <div class="alert alert-success">
        Gửi cho ${link.of} liên kết này, dùng một lần, trong ${link.hours} giờ:
        <br><span class="secret" id="link">${location.origin}${link.link}</span>
      </div>`}</div>
    <div class="table-responsive" tabindex="0" role="region" aria-label="Danh sách tài khoản">
      <table class="table align-middle">
        <thead><tr><th scope="col">Người dùng</th><th scope="col">Vai trò</th><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
        <tbody>${people.map(row)}</tbody>
      </table>
    </div>
    <h2 class="h5">Mời người mới</h2>
    <form class="narrow" @submit=${invite}>
      <label class="form-label" for="new-login">Tên đăng nhập (chữ thường không dấu)</label>
      <input class="form-control mb-2" id="new-login" name="login" autocapitalize="none" required>
      <label class="form-label" for="new-name">Họ tên</label>
      <input class="form-control mb-2" id="new-name" name="name" required>
      ${roleBoxes("new", [])}
      ${unitsBox("new", me.units)}
      <button class="btn btn-primary">Tạo lời mời</button>
    </form>`, place);
  draw();
};
