#include "server/staff/console.hpp"

#include <algorithm>

#include "server/crypto/random.hpp"
#include "server/staff/board/board.hpp"
#include "server/staff/board/board_api.hpp"
#include "server/staff/content/content_api.hpp"
#include "server/staff/feedback/feedback_api.hpp"
#include "server/staff/insight/insight_api.hpp"
#include "server/staff/loudspeaker/loudspeaker_api.hpp"
#include "server/staff/pages.hpp"
#include "server/staff/referral/referral_api.hpp"
#include "server/staff/unanswered/unanswered_api.hpp"

namespace motcua::staff {
namespace {

constexpr auto log_kept = std::chrono::days{366};  // law.md D-23: at least 12 months
constexpr const char* first_login = "quan-tri";
constexpr const char* first_name = "Quản trị";

bool runs_the_console(const person& who) {
  return who.active && who.has_password && who.may(permission::manage_people);
}

}  // namespace

console::console(parts with)
    : with_{std::move(with)},
      keep_{with_.data},
      log_{with_.audit_key},
      door_{{.keep = keep_, .log = log_, .seal = with_.seal, .now = with_.now}},
      shop_{with_.content, with_.now} {
  connection db{open_records(with_.data)};
  with_.board.put(std::make_shared<const pipeline::switchboard>(switchboard_of(db, with_.now())));
}

void console::add_routes(http::router& to) {
  const api::parts shared{.keep = keep_, .log = log_, .now = with_.now};
  api_ = std::make_unique<api>(to, shared);
  add_entrance(to, *api_, door_, shared);
  add_people(*api_, shared);
  add_entries(*api_, shared, shop_);
  add_drafts(*api_, shared, shop_);
  add_exchange(*api_, shared, shop_);
  add_publishing(*api_, shared, shop_);
  add_conversations(*api_, shared, with_.conversations);
  add_feedback(*api_, shared, with_.conversations, with_.seal);
  add_unanswered(*api_, shared, shop_, with_.conversations);
  const auto board = std::make_shared<posting>(keep_, with_.board);
  add_notices(*api_, shared, board);
  add_loudspeaker(*api_, shared, shop_, with_.board);
  add_switches(*api_, shared, board, shop_, with_.conversations.accounts);
  add_referrals(*api_, shared, shop_, with_.conversations,
                {with_.base_url, with_.codes_hold, with_.board, crypto::random_below});
  add_insight(*api_, shared, shop_, with_.conversations, with_.data);
  add_pages(to, with_.files);
}

awaitable<result<std::optional<std::string>>> console::first_link() {
  const auto make = [this, now = with_.now()](connection& db) -> std::optional<std::string> {
    const auto everybody = all_people(db);
    if (std::any_of(everybody.begin(), everybody.end(), runs_the_console)) return std::nullopt;
    auto first = find_person(db, std::string{first_login});
    if (!first) first = add_person(db, {first_login, first_name, {role::administrator}, {}}, now);
    log_.add(db, {.who = "motcua", .what = "people.invite", .subject = first->login}, now);
    return invitation_path(invite(db, first->id, now));
  };
  co_return co_await keep_.write<std::optional<std::string>>(make);
}

awaitable<result<void>> console::tidy() {
  const auto forget = [this, now = with_.now()](connection& db) {
    log_.forget_before(db, now - log_kept, now);
    forget_ended_sessions(db, now);
  };
  co_return co_await keep_.write<void>(forget);
}

}  // namespace motcua::staff
