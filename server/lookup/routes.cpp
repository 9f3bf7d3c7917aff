#include "server/lookup/routes.hpp"

#include <algorithm>

#include "intents/dialogue/reading.hpp"
#include "server/lookup/entry_page.hpp"
#include "server/lookup/feed.hpp"
#include "server/lookup/index_page.hpp"
#include "server/lookup/leaflet.hpp"

namespace motcua::lookup {
namespace {

constexpr std::size_t longest_search = 1000;  // bytes

class look_up {
 public:
  explicit look_up(options given) : site_{std::move(given)}, leaflet_{site_.file("leaflet.html")} {}

  http::answer index(const http::exchange& ex) const {
    const auto mind = site_.given().minds.take();
    const auto v = visit_of(*mind, ex);
    const auto asked = ex.query.find("hoi");
    if (asked != ex.query.end() && asked->second.find_first_not_of(" \t\r\n") != std::string::npos)
      return site_.shown(v, search_page(v, mind->match, asked->second.substr(0, longest_search)));
    const auto named = ex.query.find("viec");
    if (named == ex.query.end()) return site_.shown(v, index_page(v));
    if (const auto found = shelf_page(v, named->second)) return site_.shown(v, *found);
    return site_.missing();
  }

  http::answer entry(const http::exchange& ex) const {
    const auto mind = site_.given().minds.take();
    const auto v = visit_of(*mind, ex);
    const auto* e = entry_in(v, ex);
    return e && is_public(*e) ? site_.shown(v, entry_page(v, *e)) : site_.missing();
  }

  http::answer loudspeaker(const http::exchange& ex) const {
    const auto mind = site_.given().minds.take();
    const auto v = visit_of(*mind, ex);
    const auto* e = entry_in(v, ex);
    return e && is_public(*e) && !v.holds_back(e->id) ? site_.shown(v, loudspeaker_page(v, *e))
                                                      : site_.missing();
  }

  http::answer news(const http::exchange& ex) const {
    const auto mind = site_.given().minds.take();
    auto out = http::text_answer(http::status::ok, feed(visit_of(*mind, ex)));
    out.message.set(http::field::content_type, "application/atom+xml; charset=utf-8");
    return out;
  }

  http::answer leaflet_for(const http::exchange& ex) const {
    const auto mind = site_.given().minds.take();
    const auto v = visit_of(*mind, ex);
    const auto* e = entry_in(v, ex);
    // Not while staff looks into it.
    if (!e || v.holds_back(e->id) || e->kind() == content::entry_kind::smalltalk) return site_.missing();
    const auto r = intents::read_entry(v.content, v.unit, *e, v.now);
    const auto bot = v.us + "/chat?unit=" + v.unit.id.str() + "&hoi=" + e->id.str();
    return site_.protect(http::html_answer(http::status::ok, leaflet(r, leaflet_, bot)));
  }

 private:
  visit visit_of(const intents::mind& mind, const http::exchange& ex) const {
    return site_.visit_of(*mind.content, site_.unit_in(ex), ex);
  }
  static const content::entry* entry_in(const visit& v, const http::exchange& ex) {
    return entry_named(v.content, v.unit.id, ex.params.at("entry"));
  }

  site site_;
  std::string leaflet_;
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
