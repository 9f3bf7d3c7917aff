#include "intents/dialogue/conversation.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace motcua::intents {
namespace {

using nlohmann::json;

constexpr int form = 1;
constexpr std::size_t longest_form = 64 * 1024;
constexpr std::size_t most_choices = 8;
constexpr int deepest = 4;

json parsed(std::string_view text) {
  if (text.size() > longest_form) return json::value_t::discarded;
  bool too_deep = false;
  const auto guard = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  auto value = json::parse(text, guard, false);
  return too_deep ? json(json::value_t::discarded) : value;
}

std::optional<std::string> text_at(const json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

std::optional<instant> time_at(const json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_number_integer()) return std::nullopt;
  return instant{std::chrono::milliseconds{at->get<std::int64_t>()}};
}

int count_at(const json& object, const char* name) {
  constexpr std::int64_t most = 1'000'000;
  const auto at = object.find(name);
  if (at == object.end() || !at->is_number_integer()) return 0;
  return static_cast<int>(std::clamp<std::int64_t>(at->get<std::int64_t>(), 0, most));
}

std::vector<content::entry_id> ids_at(const json& object, const char* name) {
  std::vector<content::entry_id> ids;
  const auto at = object.find(name);
  if (at == object.end() || !at->is_array()) return ids;
  for (const auto& one : *at) {
    if (ids.size() == most_talked_of || !one.is_string()) break;
    ids.emplace_back(one.get<std::string>());
  }
  return ids;
}

std::vector<choice> choices_at(const json& object) {
  std::vector<choice> choices;
  const auto at = object.find("offered");
  if (at == object.end() || !at->is_array()) return choices;
  for (const auto& one : *at) {
    if (choices.size() == most_choices || !one.is_object()) break;
    const auto title = text_at(one, "title");
    const auto payload = text_at(one, "payload");
    if (title && payload) choices.push_back({*title, *payload});
  }
  return choices;
}

std::vector<told_notice> told_at(const json& object) {
  std::vector<told_notice> told;
  const auto at = object.find("told");
  if (at == object.end() || !at->is_array()) return told;
  for (const auto& one : *at) {
    if (told.size() == most_told || !one.is_object()) break;
    const auto id = text_at(one, "id");
    const auto when = time_at(one, "at");
    if (id && when) told.push_back({*id, *when});
  }
  return told;
}

bool is_true(const json& object, const char* name) {
  const auto at = object.find(name);
  return at != object.end() && at->is_boolean() && at->get<bool>();
}

std::optional<sent_on> referred_at(const json& object) {
  const auto at = object.find("referred");
  if (at == object.end() || !at->is_object()) return std::nullopt;
  const auto code = text_at(*at, "code");
  const auto when = time_at(*at, "at");
  if (!code || !when) return std::nullopt;
  return sent_on{*code, *when, is_true(*at, "asked_on")};
}

}  // namespace

std::string to_json(const conversation& state) {
  json out{
      {"form", form}, {"introduced", state.introduced}, {"last_aspect", content::name_of(state.last_aspect)}};
  if (state.in_hand) out["in_hand"] = state.in_hand->str();
  const auto add_time = [&](const char* name, const std::optional<instant>& at) {
    if (at) out[name] = at->time_since_epoch().count();
  };
  const auto add_count = [&](const char* name, int count) {
    if (count != 0) out[name] = count;
  };
  add_time("last_turn", state.last_turn);
  add_time("person_until", state.person_until);
  add_time("pace_since", state.pace_since);
  add_time("opinion_asked", state.opinion_asked);
  add_count("pace_turns", state.pace_turns);
  add_count("same_answers", state.same_answers);
  auto talked_of = json::array();
  for (const auto& id : state.talked_of) talked_of.push_back(id.str());
  out["talked_of"] = std::move(talked_of);
  auto offered = json::array();
  for (const auto& c : state.offered) offered.push_back(json{{"title", c.title}, {"payload", c.payload}});
  out["offered"] = std::move(offered);
  if (state.asked_back) out["asked_back"] = true;
  auto told = json::array();
  for (const auto& n : state.told)
    told.push_back(json{{"id", n.id}, {"at", n.at.time_since_epoch().count()}});
  if (!told.empty()) out["told"] = std::move(told);
  if (state.reporting) out["reporting"] = static_cast<int>(*state.reporting);
  if (const auto& r = state.referred)
    out["referred"] =
        json{{"code", r->code}, {"at", r->at.time_since_epoch().count()}, {"asked_on", r->asked_on}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

conversation conversation_from_json(std::string_view text) {
  conversation state;
  const auto in = parsed(text);
  if (!in.is_object() || in.value("form", json{}) != form) return state;
  state.introduced = is_true(in, "introduced");
  state.asked_back = is_true(in, "asked_back");
  if (const auto id = text_at(in, "in_hand"); id && !id->empty()) state.in_hand = content::entry_id{*id};
  if (const auto name = text_at(in, "last_aspect")) {
    state.last_aspect = content::parse_aspect(*name).value_or(content::aspect::overview);
  }
  state.talked_of = ids_at(in, "talked_of");
  state.offered = choices_at(in);
  state.told = told_at(in);
  state.referred = referred_at(in);
  if (const auto step = in.find("reporting"); step != in.end() && step->is_number_integer()) {
    const auto number = step->get<std::int64_t>();
    if (number >= 0 && number <= static_cast<int>(feedback_step::picture))
      state.reporting = static_cast<feedback_step>(number);
  }
  state.last_turn = time_at(in, "last_turn");
  state.person_until = time_at(in, "person_until");
  state.pace_since = time_at(in, "pace_since");
  state.opinion_asked = time_at(in, "opinion_asked");
  state.pace_turns = count_at(in, "pace_turns");
  state.same_answers = count_at(in, "same_answers");
  return state;
}

}  // namespace motcua::intents
