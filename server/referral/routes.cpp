#include "server/referral/routes.hpp"

#include <algorithm>
#include <array>

#include "intents/text/short_code.hpp"
#include "server/async/log.hpp"
#include "server/referral/landing.hpp"
#include "server/referral/poster.hpp"

namespace motcua::referral {
namespace {

using intents::referral_step;

// Who fetches a link to show a preview of it has not read the answer: it is not counted.
bool is_a_machine(const http::exchange& ex) {
  std::string agent{ex.message[http::field::user_agent]};
  std::transform(agent.begin(), agent.end(), agent.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 6> marks{"bot",     "crawl",       "spider",
                                                  "preview", "externalhit", "fetch"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return agent.find(mark) != std::string::npos; });
}

class landing {
 public:
  explicit landing(options with)
      : site_{with.pages},
        poster_{site_.file("poster.html")},
        store_{with.store},
        doors_{std::move(with.doors)},
        tries_{with.tries} {}

  awaitable<http::answer> entrance(http::exchange& ex) {
    const auto typed = ex.query.find("ma");
    if (typed != ex.query.end()) return open(ex, typed->second);
    return plain(ex, {}, http::status::ok);
  }
  awaitable<http::answer> poster_of(http::exchange& ex) {
    const auto mind = site_.given().minds.take();
    const auto v = site_.visit_of(*mind->content, site_.unit_in(ex), ex);
    co_return site_.protect(
        http::html_answer(http::status::ok, poster(v, doors_of(doors_, v.unit.id), poster_)));
  }
  awaitable<http::answer> by_code(http::exchange& ex) { return open(ex, ex.params.at("code")); }

 private:
  awaitable<http::answer> open(http::exchange& ex, std::string typed);
  awaitable<http::answer> plain(const http::exchange& ex, std::string_view why, http::status code) const {
    const auto mind = site_.given().minds.take();
    const auto v = site_.visit_of(*mind->content, site_.unit_in(ex), ex);
    co_return site_.shown(v, entrance_page(v, why), code);
  }

  lookup::site site_;
  std::string poster_;
  store::store& store_;
  std::vector<door> doors_;
  http::meters tries_;
};

awaitable<http::answer> landing::open(http::exchange& ex, std::string typed) {
  const auto now = site_.given().now();
  if (const auto wait = tries_.take(http::network_of(ex.remote), now)) {
    auto out = co_await plain(ex, "referral.too_fast", http::status::too_many_requests);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait).count();
    out.message.set(http::field::retry_after, std::to_string(seconds));
    co_return out;
  }
  const auto codes = intents::codes_named(typed);
  if (codes.empty()) co_return co_await plain(ex, "referral.wrong", http::status::not_found);
  const auto found = co_await store_.referrals(codes, now);
  if (!found) co_return co_await plain(ex, "turn_failed", http::status::service_unavailable);
  const auto mind = site_.given().minds.take();
  const auto* by = found->empty() ? nullptr : &found->front();
  const auto* e = by ? mind->content->find_for(by->unit, by->entry) : nullptr;
  if (!e) co_return co_await plain(ex, "referral.wrong", http::status::not_found);
  if (!is_a_machine(ex)) {
    const intents::referral_progress opened{by->code, referral_step::opened};
    const auto noted = co_await store_.note_progress(opened, now);
    if (!noted) log::warning("referral.not_counted", {{"reason", noted.error().message()}});
  }
  const auto v = site_.visit_of(*mind->content, by->unit, ex);
  co_return site_.shown(v, landing_page(v, *by, *e, doors_of(doors_, by->unit)));
}

}  // namespace

void add_routes(http::router& to, options with) {
  const auto pages = std::make_shared<landing>(std::move(with));
  to.on(http::verb::get, "/ap-phich", [pages](http::exchange& ex) { return pages->poster_of(ex); });
  to.on(http::verb::get, "/t", [pages](http::exchange& ex) { return pages->entrance(ex); });
  to.on(http::verb::get, "/t/{code}", [pages](http::exchange& ex) { return pages->by_code(ex); });
}

}  // namespace motcua::referral
