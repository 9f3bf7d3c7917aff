// Draws the lines of the conversation. Text only ever goes in as text, never as markup.

const node = (name, className, ...children) => {
  const out = document.createElement(name);
  if (className) out.className = className;
  out.append(...children);
  return out;
};

const unseen = (text) => node("span", "unseen", text);

const isHttps = (address) => {
  try {
    return new URL(address).protocol === "https:";
  } catch {
    return false;
  }
};

const link = (address, ...children) => {
  const out = node("a", "", ...children, unseen(" (mở trang mới)"));
  out.href = address;
  out.target = "_blank";
  out.rel = "noopener noreferrer";
  return out;
};

// The text with its https addresses made links. A full stop after an address is not a part of it.
export const withLinks = (text) => {
  const out = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(/https:\/\/[^\s<>"“”]+/g)) {
    const address = match[0].replace(/[.,;:!?)\]}»…]+$/, "");
    if (!isHttps(address)) continue;
    out.append(text.slice(done, match.index), link(address, address));
    done = match.index + address.length;
  }
  out.append(text.slice(done));
  return out;
};

const button = (title, onPress) => {
  const out = node("button", "", title);
  out.type = "button";
  out.addEventListener("click", onPress);
  return out;
};

const actionNode = (action, onAsk) => {
  if (action.kind === "ask") return button(action.title, () => onAsk(action));
  if (action.kind === "link" && isHttps(action.url)) return link(action.url, action.title, outward());
  if (action.kind === "call" && /^\+?[0-9 .]+$/.test(action.number)) {
    const out = node("a", "", action.title);
    out.href = `tel:${action.number.replace(/[ .]/g, "")}`;
    return out;
  }
  return null;
};

const outward = () => {
  const out = node("span", "outward", "↗");
  out.setAttribute("aria-hidden", "true");
  return out;
};

const clockTime = (at) => {
  const time = new Date(at);
  const out = node("time", "", time.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }));
  out.dateTime = time.toISOString();
  return out;
};

const head = (who, at) => node("p", "speaker", node("span", "", who), clockTime(at));

// Under the newest answer or question back; staff finds it among what was not understood.
const notWhatIAsked = { title: "Chưa đúng ý tôi", payload: "v1:thought:not_helped" };

// {text, at, actions} of the server. onAsk(action) is called for a tapped suggestion.
export const botLine = (reply, onAsk) => {
  const out = node("div", "line bot", head("Trợ lý tự động", reply.at), node("div", "bubble", withLinks(reply.text)));
  const actions = (reply.actions ?? []).map((action) => actionNode(action, onAsk)).filter(Boolean);
  if (actions.length > 0) {
    const group = node("div", "chips", ...actions);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Gợi ý tiếp theo");
    out.append(group);
  }
  if ((reply.actions ?? []).some((action) => action.payload?.startsWith("v1:ask:"))) {
    const wrong = button(notWhatIAsked.title, () => onAsk(notWhatIAsked));
    wrong.className = "wrong";
    out.append(wrong);
  }
  return out;
};

// {text, at, failed}; onAgain() is called when the citizen wants it sent again.
export const citizenLine = (line, onAgain) => {
  const out = node("div", "line citizen", head("Bạn", line.at), node("div", "bubble", line.text));
  if (line.failed) {
    const again = button("Gửi lại", onAgain);
    again.className = "again";
    out.append(node("p", "unsent", "Chưa gửi được. ", again));
  }
  return out;
};

// Something the page itself says: "the conversation is erased".
export const noteLine = (text) => node("p", "line note", text);
