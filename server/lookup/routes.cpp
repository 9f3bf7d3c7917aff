#include "server/lookup/routes.hpp"

#include <algorithm>
#include <stdexcept>

#include "intents/dialogue/reading.hpp"
#include "server/channels/web/pages.hpp"
#include "server/lookup/leaflet.hpp"

namespace motcua::lookup {
namespace {

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
        leaflet_{page_in(given_.files, "leaflet.html")},
        missing_{page_in(given_.files, "no-such-entry.html")} {}

  http::answer leaflet_for(const http::exchange& ex) const {
    const auto mind = given_.minds.take();
    const auto& unit = mind->content->unit_or_default(unit_in(ex));
    const auto* e = entry_named(*mind->content, unit.id, ex.params.at("entry"));
    const auto board = given_.board.take();
    const bool held_back = e && board && board->holds_back(e->id, unit.id);  // staff looks into it
    if (!e || held_back || e->kind() == content::entry_kind::smalltalk)
      return protect(http::html_answer(http::status::not_found, missing_));
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

  static http::answer protect(http::answer out) {
    out.message.set("Content-Security-Policy", web::content_policy({}));
    out.message.set("Referrer-Policy", "no-referrer");
    return out;
  }

  options given_;
  std::string leaflet_;
  std::string missing_;
};

}  // namespace

void add_routes(http::router& routes, options given) {
  const auto pages = std::make_shared<const look_up>(std::move(given));
  routes.on(http::verb::get, "/tra-cuu/{entry}/in",
            [pages](http::exchange& ex) -> awaitable<http::answer> { co_return pages->leaflet_for(ex); });
}

}  // namespace motcua::lookup
