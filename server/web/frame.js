// The chat inside the commune's own site: a few words to and from the loader (widget.js), never a token or a text.
// Words: "open" comes in; "close" and "unread" go out.

const loaderOrigin = () => {
  if (window.parent === window) return "";
  try {
    return location.ancestorOrigins?.[0] ?? new URL(document.referrer).origin;
  } catch {
    return "";
  }
};

// onOpen() is called when the citizen opens the box. Gives tell(word), which does nothing on the full page.
export const connectFrame = (onOpen) => {
  const origin = loaderOrigin();
  if (!origin || origin === "null") return () => {};
  addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== window.parent) return;
    if (event.data?.motcua === "open") onOpen();
  });
  return (word) => window.parent.postMessage({ motcua: word }, origin);
};
