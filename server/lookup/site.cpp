#include "server/lookup/site.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/channels/web/pages.hpp"

namespace motcua::lookup {
namespace {

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
}

}  // namespace

site::site(options given)
    : given_{std::move(given)},
      policy_{web::content_policy(given_.framed_by)},
      shell_{file("lookup.html")},
      missing_{file("no-such-entry.html")} {}

const std::string& site::file(std::string_view name) const {
  const auto* found = given_.files.find(name);
  if (!found) throw std::runtime_error{"the web pages lack " + std::string{name}};
  return found->body;
}

content::unit_id site::unit_in(const http::exchange& ex) const {
  const auto named = ex.query.find("unit");
  return named == ex.query.end() ? given_.unit : content::unit_id{named->second};
}

std::string site::address_of_us(const http::exchange& ex) const {
  if (!given_.base_url.empty()) return given_.base_url;
  const std::string host{ex.message[http::field::host]};
  return is_host(host) ? "http://" + host : std::string{};
}

visit site::visit_of(const content::snapshot& content, const content::unit_id& of,
                     const http::exchange& ex) const {
  const auto& unit = content.unit_or_default(of);
  visit v{content, unit, given_.now(), address_of_us(ex)};
  intents::setting here{unit.id, v.now};
  if (const auto board = given_.board.take()) board->set(here, {});
  v.notices = std::move(here.notices);
  v.held_back = std::move(here.held_back);
  return v;
}

http::answer site::shown(const visit& v, const page& p, http::status code) const {
  return protect(http::html_answer(code, in_shell(v, p, shell_)));
}

http::answer site::missing() const {
  return protect(http::html_answer(http::status::not_found, missing_));
}

http::answer site::protect(http::answer out) const {
  out.message.set("Content-Security-Policy", policy_);
  out.message.set("Referrer-Policy", "no-referrer");
  return out;
}

const content::entry* entry_named(const content::snapshot& content, const content::unit_id& unit,
                                  const std::string& name) {
  if (const auto* e = content.find_for(unit, content::entry_id{name})) return e;
  const auto* e = content.find_code(name);
  return e ? content.find_for(unit, e->id) : nullptr;
}

}  // namespace motcua::lookup
