// The plain answers that handlers give.
#include "server/http/exchange.hpp"

namespace motcua::http {
namespace {

answer plain(status code, std::string_view type, std::string body) {
  answer out;
  out.message.result(code);
  out.message.set(field::content_type, type);
  out.message.set("X-Content-Type-Options", "nosniff");
  out.message.set(field::cache_control, "no-store");
  out.message.body() = std::move(body);
  return out;
}

}  // namespace

answer text_answer(status code, std::string body) {
  return plain(code, "text/plain; charset=utf-8", std::move(body));
}
answer html_answer(status code, std::string body) {
  return plain(code, "text/html; charset=utf-8", std::move(body));
}
answer json_answer(status code, const std::string& body) {
  return plain(code, "application/json; charset=utf-8", body);
}

}  // namespace motcua::http
