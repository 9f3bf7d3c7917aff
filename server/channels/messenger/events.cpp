#include "server/channels/messenger/events.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "intents/dialogue/payload.hpp"
#include "intents/text/short_code.hpp"
#include "server/channels/body.hpp"
#include "server/channels/messenger/surrogates.hpp"
#include "server/channels/picture.hpp"
#include "server/channels/place.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::messenger {
namespace {

using channels::text_at;
using nlohmann::json;
using pipeline::incoming;
using pipeline::noted;

constexpr std::string_view metadata_mark = "motcua:";
constexpr std::size_t longest_id = 512;  // messenger.md 2.1, of a mid

// Events that are told by the key that is there; what is not in the list is "unknown".
constexpr std::array noted_keys{"delivery",
                                "read",
                                "reaction",
                                "message_edit",
                                "optin",
                                "request_thread_control",
                                "app_roles",
                                "policy_enforcement",
                                "messaging_feedback",
                                "response_feedback",
                                "account_linking",
                                "order",
                                "form"};

template <class Number>
std::optional<Number> whole(std::string_view digits) {
  Number value{};
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// Milliseconds; values below 10^11 are seconds (messenger.md 2.1). `otherwise` where the digits make no
// sense.
store::instant instant_of(const std::string& digits, store::instant otherwise) {
  constexpr std::int64_t seconds_below = 100'000'000'000;
  constexpr std::int64_t year_9999 = 253'402'300'799'999;
  const std::int64_t value = whole<std::int64_t>(digits).value_or(-1);
  if (value < 0 || value > year_9999) return otherwise;
  return store::instant{std::chrono::milliseconds{value < seconds_below ? value * 1000 : value}};
}

struct element {
  const account& who;
  const json& body;
  store::instant at;

  std::string person() const { return text_at(body, {"sender", "id"}); }
};

incoming note(std::string name) {
  return noted{std::move(name)};
}

bool usable_person(const std::string& psid) {
  return !psid.empty() && psid.size() <= 64 && psid.find_first_not_of("0123456789") == std::string::npos;
}

std::string dedupe_key(const element& e, const std::string& mid, const std::string& otherwise) {
  if (!mid.empty() && mid.size() <= longest_id) return "mid:" + mid;
  return crypto::sha256_hex(
      {e.person(), "|", std::to_string(e.at.time_since_epoch().count()), "|", otherwise});
}

incoming ask(const element& e, std::string key, std::string text, bool tap) {
  if (!usable_person(e.person())) return note("no_person");
  return pipeline::asked{e.person(), std::move(key), tap, std::move(text), e.at};
}

incoming happened(const element& e, pipeline::happened::kind what, const std::string& with, std::string key) {
  if (!usable_person(with)) return note("no_person");
  return pipeline::happened{what, with, std::move(key), e.at};
}

// The citizen of an element, whichever way it went.
std::string citizen_of(const element& e) {
  const auto sender = e.person();
  return sender == e.who.page_id ? text_at(e.body, {"recipient", "id"}) : sender;
}

// Written by another app, which is the Page's inbox: a person (messenger.md 2.4).
incoming other_voice(const element& e) {
  const auto mid = text_at(e.body, {"message", "mid"});
  return happened(e, pipeline::happened::kind::officer, citizen_of(e), dedupe_key(e, mid, "echo"));
}

// messenger.md 2.9: only who owns the conversation now counts.
incoming handover(const element& e, const char* key) {
  const auto owner = text_at(e.body, {key, "new_owner_app_id"});
  if (owner.empty()) return note(key);
  const auto what =
      owner == e.who.app_id ? pipeline::happened::kind::handed_back : pipeline::happened::kind::officer;
  return happened(e, what, citizen_of(e), dedupe_key(e, "", std::string{key} + owner));
}

incoming echo(const element& e) {
  const std::string metadata = text_at(e.body, {"message", "metadata"});
  const bool marked = metadata.starts_with(metadata_mark);
  if (text_at(e.body, {"message", "app_id"}) != e.who.app_id) {
    const bool by_page = e.person() == e.who.page_id;
    return by_page && !marked ? other_voice(e) : note("echo_other");
  }
  const std::string_view rest =
      marked ? std::string_view{metadata}.substr(metadata_mark.size()) : std::string_view{};
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return note("echo_other");
  const auto id = whole<std::int64_t>(rest.substr(0, colon));
  const auto part = whole<int>(rest.substr(colon + 1));
  if (!id || !part || *id < 0 || *part < 0) return note("echo_other");
  return pipeline::own_echo{store::outbox_id{*id}, *part};
}

// A sticker is a picture too, but one that only greets (messenger.md 2.3).
bool holds_media(const json& said) {
  const auto all = said.find("attachments");
  if (all == said.end() || !all->is_array() || said.contains("sticker_id")) return false;
  const auto is_sticker = [](const json& one) { return text_at(one, {"type"}) == "sticker"; };
  if (std::any_of(all->begin(), all->end(), is_sticker)) return false;
  constexpr std::array<std::string_view, 5> kinds{"image", "video", "audio", "file", "location"};
  return std::any_of(all->begin(), all->end(), [&](const json& one) {
    const auto kind = text_at(one, {"type"});
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end() &&
           text_at(one, {"payload", "sticker_id"}).empty();
  });
}

incoming message(const element& e) {
  const json& said = e.body.at("message");
  if (!said.is_object()) return note("malformed");
  const auto is_echo = said.find("is_echo");
  // Whatever the Page says to itself is no question: answering it would go on for ever.
  const bool by_page = e.person() == e.who.page_id;
  if (by_page || (is_echo != said.end() && *is_echo == true)) return echo(e);
  std::string text = text_at(said, {"text"});
  std::string payload = text_at(said, {"quick_reply", "payload"});
  const std::string key = dedupe_key(e, text_at(said, {"mid"}), text);
  // A quick reply for a phone number or an address carries it in both: that is no payload of ours.
  if (!payload.empty() && payload != text) return ask(e, key, std::move(payload), true);
  if (!text.empty()) return ask(e, key, std::move(text), false);
  if (!holds_media(said)) return note("attachment");
  auto sent = happened(e, pipeline::happened::kind::media, e.person(), key);
  if (auto* shared = std::get_if<pipeline::happened>(&sent)) {
    shared->place = channels::place_in(said);
    shared->picture = channels::picture_in(said);
  }
  return sent;
}

// m.me/<page>?ref=K7M4XP (messenger.md 2.6): our payload for it, where it is a code of 1022; else empty.
std::string sent_on_by(const std::string& ref) {
  const auto found = intents::short_codes_in(ref, intents::referral_code_length);
  return found.empty() ? std::string{} : intents::referral_text(found.front().code);
}

// Into a conversation that is there already.
incoming referral(const element& e) {
  auto payload = sent_on_by(text_at(e.body, {"referral", "ref"}));
  if (payload.empty()) return note("referral");
  return ask(e, dedupe_key(e, "", payload), payload, true);
}

incoming postback(const element& e) {
  std::string payload = sent_on_by(text_at(e.body, {"postback", "referral", "ref"}));  // with "Get started"
  if (payload.empty()) payload = text_at(e.body, {"postback", "payload"});
  if (payload.empty()) return note("postback_without_payload");
  const std::string title = text_at(e.body, {"postback", "title"});
  const std::string key = dedupe_key(e, text_at(e.body, {"postback", "mid"}), payload + title);
  return ask(e, key, std::move(payload), true);
}

incoming understand(const element& e) {
  if (e.body.contains("message")) return message(e);
  if (e.body.contains("postback")) return postback(e);
  if (e.body.contains("referral")) return referral(e);
  for (const char* key : {"take_thread_control", "pass_thread_control"})
    if (e.body.contains(key)) return handover(e, key);
  for (const char* key : noted_keys)
    if (e.body.contains(key)) return note(key);
  return note("unknown");
}

struct timed {
  store::instant at;
  incoming event;
};

class batch {
 public:
  explicit batch(const account& who) : who_{who} {}

  void add_entry(const json& entry) {
    if (!entry.is_object()) return add({}, note("malformed"));
    const bool ours = text_at(entry, {"id"}) == who_.page_id;
    const store::instant time = instant_of(text_at(entry, {"time"}), {});
    each(entry, "messaging", [&](const json& one) { add_message(one, ours, time); });
    each(entry, "standby", [&](const json& one) { add_standby(one, ours, time); });
    each(entry, "changes", [&](const json& one) { add_change(one, ours); });
  }

  std::vector<incoming> sorted() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const timed& a, const timed& b) { return a.at < b.at; });
    std::vector<incoming> all;
    for (timed& one : events_) all.push_back(std::move(one.event));
    return all;
  }

 private:
  template <class F>
  static void each(const json& entry, const char* key, F take) {
    const auto found = entry.find(key);
    if (found == entry.end() || !found->is_array()) return;
    for (const json& one : *found) take(one);
  }
  void add(store::instant at, incoming event) { events_.push_back({at, std::move(event)}); }

  void add_message(const json& one, bool ours, store::instant entry_time) {
    if (!ours) return add({}, note("other_page"));
    if (!one.is_object()) return add({}, note("malformed"));
    const store::instant at = instant_of(text_at(one, {"timestamp"}), entry_time);
    add(at, understand({who_, one, at}));
  }
  // Somebody else has the conversation: a person, as far as we are concerned (messenger.md 2.8).
  void add_standby(const json& one, bool ours, store::instant entry_time) {
    if (!ours) return add({}, note("other_page"));
    if (!one.is_object() || !(one.contains("message") || one.contains("postback")))
      return add({}, note("standby"));
    const store::instant at = instant_of(text_at(one, {"timestamp"}), entry_time);
    add(at, other_voice({who_, one, at}));
  }
  // Live messages never come as changes: those are the dashboard's test button, or comments
  // (messenger.md 2.5, 2.11).
  void add_change(const json& one, bool ours) {
    const std::string field = text_at(one, {"field"});
    if (field.starts_with("messag")) return add({}, note("dashboard_test"));
    add({}, note(ours && field == "feed" ? "feed" : "other_change"));
  }

  const account& who_;
  std::vector<timed> events_;
};

}  // namespace

result<std::vector<incoming>> parse_events(const account& who, std::string_view raw) {
  auto body = channels::read_body(raw);
  if (!body) body = channels::read_body(without_lone_surrogates(raw));
  if (!body || text_at(*body, {"object"}) != "page") return errc::bad_request;
  const auto entries = body->find("entry");
  if (entries == body->end() || !entries->is_array()) return errc::bad_request;
  batch all{who};
  for (const json& entry : *entries) all.add_entry(entry);
  return all.sorted();
}

std::string write_metadata(store::outbox_id id, int part) {
  return std::string{metadata_mark} + std::to_string(static_cast<std::int64_t>(id)) + ':' +
         std::to_string(part);
}

}  // namespace motcua::messenger
