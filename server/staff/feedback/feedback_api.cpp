#include "server/staff/feedback/feedback_api.hpp"

#include <set>

#include "content/knowledge/fact.hpp"
#include "server/crypto/random.hpp"
#include "server/photos/picture.hpp"
#include "server/pipeline/own_event.hpp"
#include "server/staff/request.hpp"

namespace motcua::staff {
namespace {

using http::answer;
using http::status;
using http::verb;
using nlohmann::json;
using store::ticket_record;

constexpr int most_listed = 500;
constexpr std::size_t longest_word = 2000;  // bytes

std::int64_t seconds(instant at) {
  return at.time_since_epoch().count() / 1000;
}

json head_of(const ticket_record& one) {
  return {{"code", one.head.code},
          {"kind", name_of(one.head.kind)},
          {"status", name_of(one.head.status)},
          {"unit", one.unit.str()},
          {"place", one.place},
          {"filed_at", seconds(one.head.filed_at)},
          {"changed_at", seconds(one.head.changed_at)},
          {"due", one.head.due ? json(content::iso(*one.head.due)) : json(nullptr)},
          {"wants_to_be_told", !one.conversation.empty()},
          {"untold", one.untold}};
}

json whole(const ticket_record& one) {
  auto out = head_of(one);
  out["what"] = one.what;
  out["time"] = one.time;
  out["word"] = one.head.word;
  out["photo"] = one.photo;
  json steps = json::array();
  for (const auto& step : one.history)
    steps.push_back(
        {{"status", name_of(step.to)}, {"word", step.word}, {"who", step.who}, {"at", seconds(step.at)}});
  out["history"] = std::move(steps);
  return out;
}

class feedback_desk {
 public:
  feedback_desk(api::parts with, conversation_parts parts, std::shared_ptr<const crypto::sealer> seal)
      : with_{std::move(with)}, parts_{std::move(parts)}, seal_{std::move(seal)} {}

  awaitable<answer> list(http::exchange& ex, const caller& who);
  awaitable<answer> take_along(http::exchange& ex, const caller& who);
  awaitable<answer> read(http::exchange& ex, const caller& who);
  awaitable<answer> step(http::exchange& ex, const caller& who);
  awaitable<answer> photo(http::exchange& ex, const caller& who);
  awaitable<answer> remove_photo(http::exchange& ex, const caller& who);

 private:
  using either = std::variant<ticket_record, answer>;
  awaitable<result<std::vector<ticket_record>>> of(const caller& who) const;
  awaitable<either> one(const http::exchange& ex, const caller& who);
  awaitable<result<void>> note(const caller& who, std::string did, std::string subject, json details = {});
  awaitable<result<std::string>> tell(const ticket_record& about);

  api::parts with_;
  conversation_parts parts_;
  std::shared_ptr<const crypto::sealer> seal_;
};

awaitable<result<std::vector<ticket_record>>> feedback_desk::of(const caller& who) const {
  std::set<content::unit_id> mine;
  for (const auto& [id, line] : parts_.accounts)
    if (who.who.may_touch(line.unit)) mine.insert(line.unit);
  std::vector<content::unit_id> units{mine.begin(), mine.end()};
  return parts_.said.tickets(std::move(units), who.who.may(permission::read_conduct), most_listed);
}

awaitable<result<void>> feedback_desk::note(const caller& who, std::string did, std::string subject,
                                            json details) {
  const auto act = who.did(std::move(did), std::move(subject), std::move(details));
  const auto add = [this, act, now = with_.now()](connection& db) { with_.log.add(db, act, now); };
  co_return co_await with_.keep.write<void>(add);
}

awaitable<answer> feedback_desk::list(http::exchange&, const caller& who) {
  const auto all = co_await of(who);
  if (!all) co_return trouble(all.error());
  json out = json::array();
  for (const auto& each : *all) out.push_back(head_of(each));
  co_return json_of({{"feedback", std::move(out)}});
}

// With the citizens' words: that is noted.
awaitable<answer> feedback_desk::take_along(http::exchange&, const caller& who) {
  const auto all = co_await of(who);
  if (!all) co_return trouble(all.error());
  const json details{{"count", all->size()}};
  const auto noted = co_await note(who, "feedback.export", "feedback", details);
  if (!noted) co_return trouble(noted.error());
  json out = json::array();
  for (const auto& each : *all) out.push_back(whole(each));
  co_return json_of({{"feedback", std::move(out)}});
}

awaitable<feedback_desk::either> feedback_desk::one(const http::exchange& ex, const caller& who) {
  auto found = co_await parts_.said.ticket(ex.params.at("code"));
  if (!found) co_return trouble(found.error());
  if (!*found) co_return refusal(status::not_found, "not_found");
  if (!who.who.may_touch((*found)->unit))
    co_return co_await refuse(with_, who, status::forbidden, "other_unit", (*found)->head.code);
  const bool conduct = (*found)->head.kind == intents::feedback_kind::conduct;
  if (conduct && !who.who.may(permission::read_conduct))
    co_return co_await refuse(with_, who, status::forbidden, "not_permitted", (*found)->head.code);
  co_return std::move(**found);
}

awaitable<answer> feedback_desk::read(http::exchange& ex, const caller& who) {
  const auto found = co_await one(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& about = std::get<ticket_record>(found);
  const auto noted = co_await note(who, "feedback.read", about.head.code);
  if (!noted) co_return trouble(noted.error());
  co_return json_of(whole(about));
}

// "now", "next_contact" where the platform's window is closed or the citizen is gone for the moment, or
// "not_wanted".
awaitable<result<std::string>> feedback_desk::tell(const ticket_record& about) {
  if (about.conversation.empty()) co_return "not_wanted";
  const auto line = parts_.accounts.find(about.account);
  const auto there = co_await parts_.said.read(about.conversation);
  if (!there) co_return there.error();
  const bool open = line != parts_.accounts.end() && *there && !(*there)->address.empty() &&
                    may_write(line->second, (*there)->citizen_wrote_at, with_.now());
  if (!open) co_return "next_contact";
  auto events =
      pipeline::own_event(store::event_kind::news, {about.account, about.conversation, (*there)->address},
                          "feedback:" + crypto::random_base64url(12), with_.now());
  const auto kept = co_await parts_.keep.append(std::move(events));
  if (!kept) co_return kept.error();
  co_return "now";
}

// {"status", "word"}
awaitable<answer> feedback_desk::step(http::exchange& ex, const caller& who) {
  const auto body = object_of(ex);
  const auto to = body ? intents::parse_ticket_status(text_of(*body, "status")) : std::nullopt;
  const auto word = body ? text_of(*body, "word") : std::string{};
  if (!to || word.size() > longest_word) co_return refusal(status::bad_request, "bad_json");
  const bool settles = *to == intents::ticket_status::answered || *to == intents::ticket_status::declined;
  if (settles && word.find_first_not_of(" \t\r\n") == std::string::npos)
    co_return refusal(status::bad_request, "bad_answer");
  const auto found = co_await one(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& about = std::get<ticket_record>(found);
  const json details{{"status", name_of(*to)}};
  const auto noted = co_await note(who, "feedback.step", about.head.code, details);
  if (!noted) co_return trouble(noted.error());
  store::ticket_change how{*to, word, who.who.login, with_.now()};
  const auto changed = co_await parts_.keep.change_ticket(about.head.code, std::move(how));
  if (!changed) co_return trouble(changed.error());
  const auto told = co_await tell(about);
  if (!told) co_return trouble(told.error());
  co_return json_of({{"told", *told}});
}

awaitable<answer> feedback_desk::photo(http::exchange& ex, const caller& who) {
  const auto found = co_await one(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& code = std::get<ticket_record>(found).head.code;
  const auto noted = co_await note(who, "feedback.photo", code);
  if (!noted) co_return trouble(noted.error());
  const auto sealed = co_await parts_.said.photo(code);
  if (!sealed) co_return trouble(sealed.error());
  auto picture = *sealed ? seal_->open(**sealed) : std::nullopt;
  if (!picture) co_return refusal(status::not_found, "not_found");
  answer out;
  out.message.result(status::ok);
  out.message.set(http::field::content_type, photos::type_of(*picture));
  out.message.set("X-Content-Type-Options", "nosniff");
  out.message.set(http::field::cache_control, "no-store");
  out.message.body() = std::move(*picture);
  co_return out;
}

// Papers, or somebody's face: what should not be here goes at once.
awaitable<answer> feedback_desk::remove_photo(http::exchange& ex, const caller& who) {
  const auto found = co_await one(ex, who);
  if (const auto* refused = std::get_if<answer>(&found)) co_return *refused;
  const auto& code = std::get<ticket_record>(found).head.code;
  const auto noted = co_await note(who, "feedback.remove_photo", code);
  if (!noted) co_return trouble(noted.error());
  const auto gone = co_await parts_.keep.remove_photo(code);
  if (!gone) co_return trouble(gone.error());
  if (!*gone) co_return refusal(status::not_found, "not_found");
  co_return json_of(json::object());
}

}  // namespace

void add_feedback(api& to, api::parts with, conversation_parts parts,
                  std::shared_ptr<const crypto::sealer> seal) {
  const auto desk = std::make_shared<feedback_desk>(std::move(with), std::move(parts), std::move(seal));
  const needs answers{.may = permission::answer_citizens};
  to.on(verb::get, "/api/staff/feedback", answers, desk, &feedback_desk::list);
  to.on(verb::get, "/api/staff/feedback/export", answers, desk, &feedback_desk::take_along);
  to.on(verb::get, "/api/staff/feedback/{code}", answers, desk, &feedback_desk::read);
  to.on(verb::get, "/api/staff/feedback/{code}/photo", answers, desk, &feedback_desk::photo);
  to.on(verb::delete_, "/api/staff/feedback/{code}/photo", answers, desk, &feedback_desk::remove_photo);
  to.on(verb::post, "/api/staff/feedback/{code}/step", answers, desk, &feedback_desk::step);
}

}  // namespace motcua::staff
