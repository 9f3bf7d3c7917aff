// Opens the page that the address names, for whoever is signed in.

import { get, keepCsrf, remove } from "./api.js";
import { html, render } from "./vendor/lit-html.js";
import { say } from "./words.js";

// A page is a module with `title` and `show(place, me)`. `may`: the permission that shows it in the menu.
const pages = {
  "": { module: "./start.js", menu: "Trang đầu" },
  "tong-dai": { module: "./operator.js", menu: "Tổng đài", may: "refer_callers" },
  "noi-dung": { module: "./content.js", menu: "Nội dung", may: "read_content" },
  "chua-hieu": { module: "./unanswered.js", menu: "Chưa hiểu", may: "write_content" },
  "hoi-thoai": { module: "./conversations.js", menu: "Hội thoại", may: "read_conversations" },
  "phan-anh": { module: "./feedback.js", menu: "Phản ánh", may: "answer_citizens" },
  "thong-bao": { module: "./notices.js", menu: "Thông báo", may: "announce" },
  "tam-ngung": { module: "./switches.js", menu: "Tạm ngừng", may: "switch_off" },
  "so-lieu": { module: "./insight.js", menu: "Số liệu", may: "see_figures" },
  "tai-khoan": { module: "./people.js", menu: "Tài khoản", may: "manage_people" },
  "nhat-ky": { module: "./audit.js", menu: "Nhật ký", may: "read_audit" },
  "huong-dan": { module: "./handbook.js", menu: "Hướng dẫn" },
  "cua-toi": { module: "./own-account.js", menu: "Của tôi" },
};
// Reached from the others.
const inner = { "muc-moi": { module: "./new-entry.js", may: "write_content" }, "phat-thanh": { module: "./loudspeaker.js", may: "read_content" }, "trao-doi": { module: "./exchange.js", may: "read_content" }, muc: { module: "./entry.js", may: "read_content" }, "cuoc-tro-chuyen": { module: "./conversation.js", may: "read_conversations" }, "ban-nhap": { module: "./draft.js", may: "read_content" } };
const outside = { "dang-nhap": { module: "./sign-in.js" }, "loi-moi": { module: "./invitation.js" } };

const place = document.getElementById("page");
const menu = document.getElementById("menu");
const name = location.pathname.replace(/^\/staff\/?/, "");

const leave = async (event) => {
  event.preventDefault();
  await remove("session");
  location.assign("/staff/dang-nhap");
};

const drawMenu = (me) => {
  const chapter = { "": "trang-dau", muc: "noi-dung", "muc-moi": "noi-dung", "phat-thanh": "thong-bao", "trao-doi": "noi-dung", "ban-nhap": "noi-dung", "cuoc-tro-chuyen": "hoi-thoai", "cua-toi": "tai-khoan", "nhat-ky": "tai-khoan" }[name] ?? name;
  const links = Object.entries(pages).filter(([, page]) => !page.may || me.may.includes(page.may));
  render(html`
    <div class="container-xl">
      <nav aria-label="Các trang">
        <details open>
          <summary>Trình đơn</summary>
          <ul>
            ${links.map(([path, page]) => html`
              <li><a href="/staff/${path}${path === "huong-dan" ? `#${chapter}` : ""}" aria-current=${path === name ? "page" : "false"}>${page.menu}</a></li>`)}
            <li><a href="/staff/dang-nhap" @click=${leave}>Đăng xuất (${me.name})</a></li>
          </ul>
        </details>
      </nav>
    </div>`, menu);
  if (matchMedia("(max-width: 991px)").matches) menu.querySelector("details").open = false;
};

const open = async (page, me) => {
  const shown = await import(page.module);
  document.title = `${shown.title} – motcua`;
  place.replaceChildren();
  await shown.show(place, me);
};

const start = async () => {
  if (outside[name]) return open(outside[name]);
  let me;
  try {
    me = await get("me");
  } catch (refusal) {
    if (refusal.status === 401) return location.assign("/staff/dang-nhap");
    throw refusal;
  }
  keepCsrf(me.csrf);
  if (me.set_up_code && name !== "cua-toi") return location.assign("/staff/cua-toi");
  drawMenu(me);
  const page = pages[name] ?? inner[name];
  if (!page || (page.may && !me.may.includes(page.may))) {
    place.replaceChildren();
    return render(html`<h1 class="h3">Không có trang này</h1><p><a href="/staff">Về trang đầu</a></p>`, place);
  }
  return open(page, me);
};

start().catch((failure) => {
  place.replaceChildren();
  render(html`<p class="alert alert-danger" role="alert">${say(failure.key ?? failure.message)}</p>`, place);
});
