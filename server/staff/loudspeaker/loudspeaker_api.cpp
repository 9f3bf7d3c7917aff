#include "server/staff/loudspeaker/loudspeaker_api.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <variant>

#include "intents/dialogue/spoken.hpp"
#include "server/speech/read_out.hpp"
#include "server/staff/board/board.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;

constexpr auto longest_reading = std::chrono::seconds{20};

class loudspeaker_desk {
 public:
  loudspeaker_desk(api::parts with, const workshop& shop, const cell<pipeline::switchboard>& board)
      : with_{std::move(with)}, shop_{shop}, board_{board} {}

  awaitable<answer> text(http::exchange& ex, const caller& who);
  awaitable<answer> sound(http::exchange& ex, const caller& who);

 private:
  struct script {
    std::string title;  // of an entry; a notice has none
    std::string text;
  };
  using either = std::variant<script, answer>;
  awaitable<either> asked(const http::exchange& ex) const;
  awaitable<either> of_notice(const http::exchange& ex) const;
  either of_entry(const http::exchange& ex) const;

  api::parts with_;
  const workshop& shop_;
  const cell<pipeline::switchboard>& board_;
  std::atomic_flag reading_{};
};

loudspeaker_desk::either loudspeaker_desk::of_entry(const http::exchange& ex) const {
  const auto mind = shop_.current();
  const auto& content = *mind->content;
  const auto& unit = content.unit_or_default(content::unit_id{query_of(ex, "unit")});
  const auto* e = content.find_for(unit.id, content::entry_id{query_of(ex, "entry")});
  if (!e) return refusal(status::not_found, "not_found");
  const auto board = board_.take();
  if (board && board->holds_back(e->id, unit.id)) return refusal(status::conflict, "held_back");
  return script{e->title, intents::loudspeaker_text(intents::read_entry(content, unit, *e, with_.now()))};
}

awaitable<loudspeaker_desk::either> loudspeaker_desk::of_notice(const http::exchange& ex) const {
  const auto id = number_in(query_of(ex, "notice"));
  if (!id) co_return refusal(status::not_found, "not_found");
  const auto look = [id = *id](connection& db) { return find_notice(db, notice_id{id}); };
  const auto found = co_await with_.keep.read<std::optional<kept_notice>>(look);
  if (!found) co_return trouble(found.error());
  if (!*found || (*found)->ends <= with_.now()) co_return refusal(status::not_found, "not_found");
  const auto mind = shop_.current();
  const auto& content = *mind->content;
  const auto& unit = content.unit_or_default(content::unit_id{query_of(ex, "unit")});
  const auto& of = (*found)->units;
  if (!of.empty() && std::find(of.begin(), of.end(), unit.id) == of.end())
    co_return refusal(status::not_found, "not_found");
  co_return script{"", intents::loudspeaker_text(content, unit, (*found)->text)};
}

awaitable<loudspeaker_desk::either> loudspeaker_desk::asked(const http::exchange& ex) const {
  if (ex.query.contains("notice")) co_return co_await of_notice(ex);
  co_return of_entry(ex);
}

awaitable<answer> loudspeaker_desk::text(http::exchange& ex, const caller&) {
  const auto found = co_await asked(ex);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& say = std::get<script>(found);
  co_return json_of({{"title", say.title}, {"text", say.text}, {"sound", speech::installed()}});
}

awaitable<answer> loudspeaker_desk::sound(http::exchange& ex, const caller&) {
  const auto found = co_await asked(ex);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  if (reading_.test_and_set()) co_return trouble(make_error_code(errc::overloaded));
  const auto let_go = [](std::atomic_flag* flag) { flag->clear(); };
  const std::unique_ptr<std::atomic_flag, decltype(let_go)> busy{&reading_, let_go};
  const auto until = std::chrono::steady_clock::now() + longest_reading;
  auto wav = co_await speech::read_out(std::get<script>(found).text, until);
  if (!wav && wav.error() == make_error_code(errc::not_found))
    co_return refusal(status::service_unavailable, "no_voice");
  if (!wav) co_return trouble(wav.error());
  answer out;
  out.message.result(status::ok);
  out.message.set(http::field::content_type, "audio/wav");
  out.message.set(http::field::content_disposition, "inline; filename=\"bai-doc-loa.wav\"");
  out.message.set(http::field::cache_control, "no-store");
  out.message.body() = std::move(*wav);
  co_return out;
}

}  // namespace

void add_loudspeaker(api& to, api::parts with, const workshop& shop,
                     const cell<pipeline::switchboard>& board) {
  const auto desk = std::make_shared<loudspeaker_desk>(std::move(with), shop, board);
  const needs reads{.may = permission::read_content};
  to.on(verb::get, "/api/staff/loudspeaker", reads, desk, &loudspeaker_desk::text);
  to.on(verb::get, "/api/staff/loudspeaker/wav", reads, desk, &loudspeaker_desk::sound);
}

}  // namespace motcua::staff
