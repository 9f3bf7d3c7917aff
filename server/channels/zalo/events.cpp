#include "server/channels/zalo/events.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/channels/body.hpp"
#include "server/channels/picture.hpp"
#include "server/channels/place.hpp"
#include "server/channels/zalo/address.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::zalo {
namespace {

using nlohmann::json;
using pipeline::incoming;
using pipeline::noted;

struct event {
  const account& who;
  std::string_view raw;
  const json& body;
  std::string name;
};

std::string safe_name(const std::string& name) {
  const bool fits = !name.empty() && name.size() <= 64 &&
                    name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  return fits ? name : "unknown";
}

incoming note(std::string name) {
  return noted{std::move(name)};
}

// Milliseconds since the epoch, or the epoch itself where the digits make no sense.
store::instant occurred_at(const json& body) {
  const auto digits = channels::text_at(body, {"timestamp"});
  std::int64_t milliseconds = 0;
  const auto end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, milliseconds);
  constexpr std::int64_t year_9999 = 253'402'300'799'999;
  if (read.ec != std::errc{} || read.ptr != end || milliseconds < 0 || milliseconds > year_9999) return {};
  return store::instant{std::chrono::milliseconds{milliseconds}};
}

std::string dedupe_key(const event& e) {
  const auto id = channels::text_at(e.body, {"message", "msg_id"});
  if (id.empty() || id.size() > 128) return crypto::sha256_hex({e.raw});
  return e.name + ':' + id;
}

// One app may serve several OAs, and the console's check has parties of its own (zalo-oa.md 1.2).
incoming not_ours(const event& e) {
  const bool check = channels::text_at(e.body, {"message", "msg_id"}) == "This is message id";
  return note(check ? "console_url_check" : "other_oa");
}

incoming asked(const event& e, const recipient& from) {
  if (channels::text_at(e.body, {"recipient", "id"}) != e.who.oa_id) return not_ours(e);
  const auto address = address_of(from);
  auto text = channels::text_at(e.body, {"message", "text"});
  if (!address || text.empty()) return note(e.name);
  return pipeline::asked{*address, dedupe_key(e), false, std::move(text), occurred_at(e.body)};
}

incoming anonymous_text(const event& e) {
  const recipient from{channels::text_at(e.body, {"sender", "id"}),
                       channels::text_at(e.body, {"message", "conversation_id"})};
  if (!from.anonymous()) return note(e.name);
  return asked(e, from);
}

incoming withdrawal(const event& e) {
  // Only user_id is attested for this event: an absent oa_id is no reason to keep a person's words.
  const auto oa = channels::text_at(e.body, {"oa_id"});
  if (!oa.empty() && oa != e.who.oa_id) return not_ours(e);
  const auto address = address_of({channels::text_at(e.body, {"user_id"}), {}});
  if (!address) return note(e.name);
  return pipeline::erase_wanted{*address, dedupe_key(e), occurred_at(e.body)};
}

incoming happened(const event& e, pipeline::happened::kind what, const recipient& with) {
  const auto address = address_of(with);
  if (!address) return note(e.name);
  return pipeline::happened{what, *address, dedupe_key(e), occurred_at(e.body)};
}

// zalo-oa.md 1.5. A sticker is a greeting; everything else that is no text is something we do not open.
constexpr std::array media{"user_send_image",    "user_send_gif",           "user_send_file",
                           "user_send_audio",    "user_send_video",         "user_send_location",
                           "user_send_link",     "user_send_business_card", "anonymous_send_image",
                           "anonymous_send_file"};

incoming sent_media(const event& e) {
  if (channels::text_at(e.body, {"recipient", "id"}) != e.who.oa_id) return not_ours(e);
  const bool anonymous = e.name.starts_with("anonymous_");
  auto sent =
      happened(e, pipeline::happened::kind::media,
               {channels::text_at(e.body, {"sender", "id"}),
                anonymous ? channels::text_at(e.body, {"message", "conversation_id"}) : std::string{}});
  const auto said = e.body.find("message");
  if (auto* shared = std::get_if<pipeline::happened>(&sent);
      shared && said != e.body.end() && said->is_object()) {
    shared->place = channels::place_in(*said);
    shared->picture = channels::picture_in(*said);
  }
  return sent;
}

incoming our_own_words(const event& e) {
  const auto text = channels::text_at(e.body, {"message", "text"});
  const auto address = address_of({channels::text_at(e.body, {"recipient", "id"}),
                                   channels::text_at(e.body, {"message", "conversation_id"})});
  if (text.empty() || !address) return note(safe_name(e.name));
  return pipeline::own_words{*address, trace_of_text(text)};
}

// `admin_id` is there only when a person wrote in the OA's own console (zalo-oa.md 2.6).
incoming sent_by_oa(const event& e) {
  if (channels::text_at(e.body, {"sender", "id"}) != e.who.oa_id) return not_ours(e);
  if (channels::text_at(e.body, {"sender", "admin_id"}).empty()) return our_own_words(e);
  return happened(e, pipeline::happened::kind::officer,
                  {channels::text_at(e.body, {"recipient", "id"}),
                   channels::text_at(e.body, {"message", "conversation_id"})});
}

incoming understand(const event& e) {
  const auto app = channels::text_at(e.body, {"app_id"});
  if (!app.empty() && app != e.who.app_id) return note("other_app");
  if (e.name == "user_send_text") return asked(e, {channels::text_at(e.body, {"sender", "id"}), {}});
  if (e.name == "anonymous_send_text") return anonymous_text(e);
  if (e.name == "user_withdraw") return withdrawal(e);
  if (e.name.starts_with("oa_send_")) return sent_by_oa(e);
  if (std::find(media.begin(), media.end(), e.name) != media.end()) return sent_media(e);
  return note(safe_name(e.name));
}

}  // namespace

std::string trace_of_text(std::string_view text) {
  return crypto::sha256_hex({text});
}

result<std::vector<incoming>> parse_events(const account& who, std::string_view raw) {
  const auto body = channels::read_body(raw);
  if (!body || !body->is_object()) return errc::bad_request;
  auto name = channels::text_at(*body, {"event_name"});
  if (name.empty()) return errc::bad_request;
  std::vector<incoming> events;
  events.push_back(understand({who, raw, *body, std::move(name)}));
  return events;
}

}  // namespace motcua::zalo
