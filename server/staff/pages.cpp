#include "server/staff/pages.hpp"

#include <stdexcept>

namespace motcua::staff {
namespace {

using http::verb;

constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

http::answer protect(http::answer out) {
  out.message.set("Content-Security-Policy", policy);
  out.message.set("X-Content-Type-Options", "nosniff");
  out.message.set("Referrer-Policy", "no-referrer");
  out.message.set("Cross-Origin-Opener-Policy", "same-origin");
  out.message.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  return out;
}

}  // namespace

void add_pages(http::router& to, const http::static_files& files) {
  const auto* shell = files.find("staff/shell.html");
  if (!shell) throw std::runtime_error{"the web pages lack staff/shell.html"};
  const auto show = [shell](http::exchange&) -> awaitable<http::answer> {
    co_return protect(http::html_answer(http::status::ok, shell->body));
  };
  to.on(verb::get, "/staff", show);
  to.on(verb::get, "/staff/", show);
  to.on(verb::get, "/staff/{page}", show);
  to.on(verb::get, "/staff/files/{file*}", [&files](http::exchange& ex) -> awaitable<http::answer> {
    co_return protect(files.serve(ex, "staff/" + ex.params.at("file")));
  });
  to.on(verb::get, "/", [](http::exchange&) -> awaitable<http::answer> {
    auto out = http::text_answer(http::status::found, "");
    out.message.set(http::field::location, "/staff");
    co_return protect(std::move(out));
  });
}

}  // namespace motcua::staff
