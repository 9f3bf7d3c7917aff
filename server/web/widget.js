// The loader for the commune's own site. One line in the page, no library, no cookie, nothing loaded before the click:
//
//   <script src="https://chat.example.gov.vn/widget.js" data-unit="tan-hung" data-name="UBND phường Tân Hưng" defer></script>
//
// The site's Content-Security-Policy needs: script-src and frame-src of the chat's origin.
(() => {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const unit = script.dataset.unit ?? "";
  const name = script.dataset.name ?? "trợ lý tự động";

  const style = `
    :host { all: initial; }
    button, .box { position: fixed; right: max(16px, env(safe-area-inset-right)); z-index: 2147483000; }
    button { bottom: max(16px, env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 10px;
      min-height: 52px; padding: 0 20px 0 16px; border: 2px solid #fff; border-radius: 999px; cursor: pointer;
      background: #8c181d; color: #fff; font: 600 17px/1.2 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      box-shadow: 0 4px 18px rgb(0 0 0 / .28); }
    button:hover { background: #741216; }
    button:focus-visible { outline: 3px solid #0b57a4; outline-offset: 3px; }
    svg { width: 24px; height: 24px; flex: none; }
    .dot { width: 12px; height: 12px; border-radius: 50%; background: #ffd34d; }
    .dot[hidden], .box[hidden] { display: none; }
    .box { bottom: 84px; width: min(400px, calc(100vw - 32px)); height: min(660px, calc(100vh - 100px));
      border-radius: 14px; overflow: hidden; background: #fff; box-shadow: 0 10px 40px rgb(0 0 0 / .3); }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @media (max-width: 480px) { .box { right: 0; width: 100vw; border-radius: 14px 14px 0 0; } }
    @media print { button, .box { display: none; } }
  `;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  // A constructed sheet passes a strict style-src; a <style> element would not.
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
  } else {
    root.append(Object.assign(document.createElement("style"), { textContent: style }));
  }

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.lang = "vi";
  launcher.setAttribute("aria-expanded", "false");
  launcher.setAttribute("aria-controls", "motcua-box");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("fill", "currentColor");
  path.setAttribute("d", "M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-6 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z");
  svg.append(path);
  const label = document.createElement("span");
  const dot = document.createElement("span");
  dot.className = "dot";
  dot.setAttribute("role", "img");
  dot.setAttribute("aria-label", "có câu trả lời mới");
  dot.hidden = true;
  launcher.append(svg, label, dot);

  const box = document.createElement("div");
  box.id = "motcua-box";
  box.className = "box";
  box.lang = "vi";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", `Trò chuyện với ${name}`);
  box.hidden = true;
  let frame = null;

  const load = () => {
    frame = document.createElement("iframe");
    frame.title = `Trò chuyện với ${name}`;
    // Links to the public service portals must open as ordinary pages, outside the sandbox.
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox");
    frame.referrerPolicy = "origin";
    frame.src = `${origin}/chat${unit ? `?unit=${encodeURIComponent(unit)}` : ""}`;
    frame.addEventListener("load", greet);
    box.append(frame);
  };

  const greet = () => {
    if (!box.hidden) frame.contentWindow.postMessage({ motcua: "open" }, origin);
  };

  const setOpen = (open) => {
    box.hidden = !open;
    dot.hidden = true;
    label.textContent = open ? "Đóng" : "Hỏi đáp";
    launcher.setAttribute("aria-label", open ? "Đóng trò chuyện" : "Mở trò chuyện, Hỏi đáp");
    launcher.setAttribute("aria-expanded", String(open));
    if (!open) return;
    if (!frame) load();
    frame.focus();
    greet();
  };

  const close = () => {
    if (box.hidden) return;
    setOpen(false);
    launcher.focus();
  };

  launcher.addEventListener("click", () => (box.hidden ? setOpen(true) : close()));
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("message", (event) => {
    if (!frame || event.origin !== origin || event.source !== frame.contentWindow) return;
    if (event.data?.motcua === "close") close();
    if (event.data?.motcua === "unread") dot.hidden = !box.hidden;
  });

  setOpen(false);
  root.append(launcher, box);
  document.body.append(host);
})();
