#include "server/staff/conversation/conversation_api.hpp"

#include "server/crypto/random.hpp"
#include "server/pipeline/own_event.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;
using store::event_kind;

constexpr int most_listed = 100;
constexpr std::size_t longest_answer = 6000;  // bytes; the channel cuts it into its messages

json seconds(instant at) {
  return at.time_since_epoch().count() / 1000;
}
json seconds(const std::optional<instant>& at) {
  return at ? seconds(*at) : json(nullptr);
}

std::string_view name_of(store::said_line::by who) {
  switch (who) {
    case store::said_line::by::citizen:
      return "citizen";
    case store::said_line::by::bot:
      return "bot";
    case store::said_line::by::officer:
      return "officer";
  }
  return "bot";
}

json json_of(const store::said_line& line) {
  return {{"who", name_of(line.who)},      {"at", seconds(line.at)}, {"text", line.text},
          {"decision", line.decision},     {"entry", line.entry},    {"aspect", line.aspect},
          {"confidence", line.confidence}, {"fate", line.fate},      {"reason", line.reason}};
}

class conversation_desk {
 public:
  conversation_desk(api::parts with, conversation_parts parts)
      : with_{std::move(with)}, parts_{std::move(parts)} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> read(http::exchange& ex, const caller& who);
  awaitable<answer> say(http::exchange& ex, const caller& who);
  awaitable<answer> take(http::exchange& ex, const caller& who);
  awaitable<answer> hand_back(http::exchange& ex, const caller& who);

 private:
  using either = std::variant<store::transcript, answer>;
  awaitable<either> transcript_of(const http::exchange& ex, const caller& who);
  awaitable<answer> tell(const store::transcript& of, event_kind what, std::string text, const caller& who,
                         std::string did);
  awaitable<answer> tell_silently(http::exchange& ex, const caller& who, event_kind what, std::string did);
  json json_of_head(const store::conversation_summary& one) const;
  bool window_open(const store::transcript& of) const;

  api::parts with_;
  conversation_parts parts_;
};

json conversation_desk::json_of_head(const store::conversation_summary& one) const {
  const auto& line = parts_.accounts.at(one.account);
  const bool held = one.person_until && with_.now() < *one.person_until;
  return {{"id", one.id.str()},
          {"channel", line.channel},
          {"unit", line.unit.str()},
          {"updated_at", seconds(one.updated_at)},
          {"wants_person", one.wants_person},
          {"person_until", held ? seconds(one.person_until) : json(nullptr)}};
}

awaitable<answer> conversation_desk::list(http::exchange& ex, const caller& who) {
  std::vector<store::account_id> mine;
  for (const auto& [id, line] : parts_.accounts)
    if (who.who.may_touch(line.unit)) mine.push_back(id);
  const bool waiting = ex.query.contains("waiting");
  const auto all = co_await parts_.said.conversations(mine, waiting, most_listed);
  if (!all) co_return trouble(all.error());
  json out = json::array();
  for (const auto& one : *all) out.push_back(json_of_head(one));
  co_return staff::json_of({{"conversations", std::move(out)}});
}

awaitable<conversation_desk::either> conversation_desk::transcript_of(const http::exchange& ex,
                                                                      const caller& who) {
  auto found = co_await parts_.said.read(store::conversation_id{ex.params.at("conversation")});
  if (!found) co_return trouble(found.error());
  if (!*found || !parts_.accounts.contains((*found)->head.account))
    co_return refusal(status::not_found, "not_found");
  if (who.who.may_touch(parts_.accounts.at((*found)->head.account).unit)) co_return std::move(**found);
  co_return co_await refuse(with_, who, status::forbidden, "other_unit", "conversation");
}

bool conversation_desk::window_open(const store::transcript& of) const {
  return may_write(parts_.accounts.at(of.head.account), of.citizen_wrote_at, with_.now());
}

awaitable<answer> conversation_desk::read(http::exchange& ex, const caller& who) {
  const auto found = co_await transcript_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& of = std::get<store::transcript>(found);
  // Reading what citizens wrote is an act of its own (law.md D-23).
  const auto note = [this, seen = who.did("conversation.read", of.head.id.str()),
                     now = with_.now()](connection& db) { with_.log.add(db, seen, now); };
  if (!ex.query.contains("again")) {  // the page looks every few seconds: once is enough
    const auto noted = co_await with_.keep.write<void>(note);
    if (!noted) co_return trouble(noted.error());
  }
  json lines = json::array();
  for (const auto& line : of.lines) lines.push_back(json_of(line));
  co_return staff::json_of(
      {{"head", json_of_head(of.head)}, {"window_open", window_open(of)}, {"lines", std::move(lines)}});
}

awaitable<answer> conversation_desk::tell(const store::transcript& of, event_kind what, std::string text,
                                          const caller& who, std::string did) {
  const auto now = with_.now();
  // The act is on record before it happens: none goes unnoted.
  const auto note = [this, act = who.did(std::move(did), of.head.id.str()), now](connection& db) {
    with_.log.add(db, act, now);
  };
  const auto noted = co_await with_.keep.write<void>(note);
  if (!noted) co_return trouble(noted.error());
  auto events = pipeline::own_event(what, {of.head.account, of.head.id, of.address},
                                    "console:" + crypto::random_base64url(12), now, std::move(text));
  const auto kept = co_await parts_.keep.append(std::move(events));
  if (!kept) co_return trouble(kept.error());
  co_return staff::json_of(json::object(), status::accepted);
}

awaitable<answer> conversation_desk::say(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto text = body ? text_of(*body, "text") : std::string{};
  if (text.find_first_not_of(" \t\r\n") == std::string::npos || text.size() > longest_answer)
    co_return refusal(status::bad_request, "bad_answer");
  const auto found = co_await transcript_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& of = std::get<store::transcript>(found);
  if (of.address.empty()) co_return refusal(status::conflict, "citizen_gone");
  if (!window_open(of)) co_return refusal(status::conflict, "window_closed");
  co_return co_await tell(of, event_kind::officer, text, who, "conversation.answer");
}

awaitable<answer> conversation_desk::tell_silently(http::exchange& ex, const caller& who, event_kind what,
                                                   std::string did) {
  const auto found = co_await transcript_of(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const std::string no_words;
  co_return co_await tell(std::get<store::transcript>(found), what, no_words, who, std::move(did));
}

awaitable<answer> conversation_desk::take(http::exchange& ex, const caller& who) {
  return tell_silently(ex, who, event_kind::officer, "conversation.take");
}
awaitable<answer> conversation_desk::hand_back(http::exchange& ex, const caller& who) {
  return tell_silently(ex, who, event_kind::handed_back, "conversation.hand_back");
}

}  // namespace

void add_conversations(api& to, api::parts with, conversation_parts parts) {
  const auto desk = std::make_shared<conversation_desk>(std::move(with), std::move(parts));
  const needs reads{.may = permission::read_conversations};
  const needs answers{.may = permission::answer_citizens};
  to.on(verb::get, "/api/staff/conversations", reads, desk, &conversation_desk::list);
  to.on(verb::get, "/api/staff/conversations/{conversation}", reads, desk, &conversation_desk::read);
  to.on(verb::post, "/api/staff/conversations/{conversation}/answer", answers, desk, &conversation_desk::say);
  to.on(verb::post, "/api/staff/conversations/{conversation}/take", answers, desk, &conversation_desk::take);
  to.on(verb::post, "/api/staff/conversations/{conversation}/hand-back", answers, desk,
        &conversation_desk::hand_back);
}

}  // namespace motcua::staff
