#include "server/lookup/routes.hpp"

#include <algorithm>
#include <stdexcept>

#include "intents/dialogue/reading.hpp"
#include "server/channels/web/pages.hpp"
#include "server/lookup/entry_page.hpp"
#include "server/lookup/feed.hpp"
#include "server/lookup/index_page.hpp"
#include "server/lookup/leaflet.hpp"

namespace motcua::lookup {
namespace {

constexpr std::size_t longest_search = 1000;  // bytes

const std::string& page_in(const http::static_files& files, std::string_view name) {
  const auto* found = files.find(name);
  if (!found) throw std::runtime_error{"the web pages lack " + std::string{name}};
  return found->body;
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
}

class look_up {
 public:
  explicit look_up(options given)
      : given_{std::move(given)},
        policy_{web::content_policy(given_.framed_by)},
        shell_{page_in(given_.files, "lookup.html")},
        leaflet_{page_in(given_.files, "leaflet.html")},
        missing_{page_in(given_.files, "no-such-entry.html")} {}

  http::answer index(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    const auto v = visit_of(*mind->content, ex);
    const auto asked = ex.query.find("hoi");
    if (asked != ex.query.end() && asked->second.find_first_not_of(" \t\r\n") != std::string::npos)
      return shown(v, search_page(v, mind->match, asked->second.substr(0, longest_search)));
    const auto named = ex.query.find("viec");
    if (named == ex.query.end()) return shown(v, index_page(v));
    if (const auto found = shelf_page(v, named->second)) return shown(v, *found);
    return missing();
  }

  http::answer entry(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    const auto v = visit_of(*mind->content, ex);
    const auto* e = entry_named(v.content, v.unit.id, ex.params.at("entry"));
    return e && is_public(*e) ? shown(v, entry_page(v, *e)) : missing();
  }

  http::answer loudspeaker(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    const auto v = visit_of(*mind->content, ex);
    const auto* e = entry_named(v.content, v.unit.id, ex.params.at("entry"));
    return e && is_public(*e) && !v.holds_back(e->id) ? shown(v, loudspeaker_page(v, *e)) : missing();
  }

  http::answer news(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    auto out = http::text_answer(http::status::ok, feed(visit_of(*mind->content, ex)));
    out.message.set(http::field::content_type, "application/atom+xml; charset=utf-8");
    return out;
  }

  http::answer leaflet_for(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    const auto& unit = mind->content->unit_or_default(unit_in(ex));
    const auto* e = entry_named(*mind->content, unit.id, ex.params.at("entry"));
    const auto board = given_.board.take();
    const bool held_back = e && board && board->holds_back(e->id, unit.id);  // staff looks into it
    if (!e || held_back || e->kind() == content::entry_kind::smalltalk) return missing();
    const auto r = intents::read_entry(*mind->content, unit, *e, given_.now());
    const auto bot = address_of_us(ex) + "/chat?unit=" + unit.id.str() + "&hoi=" + e->id.str();
    return protect(http::html_answer(http::status::ok, leaflet(r, leaflet_, bot)));
  }

 private:
  content::unit_id unit_in(const http::exchange& ex) const {
    const auto named = ex.query.find("unit");
    return named == ex.query.end() ? given_.unit : content::unit_id{named->second};
  }

  static const content::entry* entry_named(const content::snapshot& content, const content::unit_id& unit,
                                           const std::string& name) {
    if (const auto* e = content.find_for(unit, content::entry_id{name})) return e;
    const auto* e = content.find_code(name);
    return e ? content.find_for(unit, e->id) : nullptr;
  }

  std::string address_of_us(const http::exchange& ex) const {
    if (!given_.base_url.empty()) return given_.base_url;
    const std::string host{ex.message[http::field::host]};
    return is_host(host) ? "http://" + host : std::string{};
  }

  visit visit_of(const content::snapshot& content, const http::exchange& ex) const {
    const auto& unit = content.unit_or_default(unit_in(ex));
    visit v{content, unit, given_.now(), address_of_us(ex)};
    intents::setting here{unit.id, v.now};
    if (const auto board = given_.board.take()) board->set(here, {});
    v.notices = std::move(here.notices);
    v.held_back = std::move(here.held_back);
    return v;
  }

  http::answer shown(const visit& v, const page& p) const {
    return protect(http::html_answer(http::status::ok, in_shell(v, p, shell_)));
  }
  http::answer missing() const { return protect(http::html_answer(http::status::not_found, missing_)); }

  http::answer protect(http::answer out) const {
    out.message.set("Content-Security-Policy", policy_);
    out.message.set("Referrer-Policy", "no-referrer");
    return out;
  }

  options given_;
  std::string policy_;
  std::string shell_;
  std::string leaflet_;
  std::string missing_;
};

}  // namespace

void add_routes(http::router& routes, options given) {
  const auto pages = std::make_shared<const look_up>(std::move(given));
  const auto on = [&](const char* path, http::answer (look_up::*which)(const http::exchange&) const) {
    routes.on(http::verb::get, path, [pages, which](http::exchange& ex) -> awaitable<http::answer> {
      co_return ((*pages).*which)(ex);
    });
  };
  on("/tra-cuu", &look_up::index);
  on("/tra-cuu/moi.atom", &look_up::news);  // before {entry}
  on("/tra-cuu/{entry}", &look_up::entry);
  on("/tra-cuu/{entry}/phat-thanh", &look_up::loudspeaker);
  on("/tra-cuu/{entry}/in", &look_up::leaflet_for);
}

}  // namespace motcua::lookup
