#include "server/store/reply_json.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace motcua::store {

using nlohmann::json;

std::string to_json(const intents::reply& what) {
  json actions = json::array();
  for (const auto& a : what.actions) {
    json one{{"title", a.title}};
    if (const auto* ask = std::get_if<intents::ask_again>(&a.does)) one["payload"] = ask->payload;
    if (const auto* link = std::get_if<intents::open_link>(&a.does)) one["url"] = link->url;
    if (const auto* call = std::get_if<intents::call_number>(&a.does)) one["number"] = call->number;
    actions.push_back(std::move(one));
  }
  const json all{{"text", what.text}, {"actions", std::move(actions)}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

intents::reply reply_from_json(std::string_view text) {
  try {
    const json all = json::parse(text);
    intents::reply what;
    what.text = all.at("text").get<std::string>();
    for (const json& one : all.at("actions")) {
      intents::action a;
      a.title = one.at("title").get<std::string>();
      if (one.contains("url"))
        a.does = intents::open_link{one["url"].get<std::string>()};
      else if (one.contains("number"))
        a.does = intents::call_number{one["number"].get<std::string>()};
      else
        a.does = intents::ask_again{one.at("payload").get<std::string>()};
      what.actions.push_back(std::move(a));
    }
    return what;
  } catch (const json::exception&) {
    throw std::runtime_error{"an answer in the outbox is not one that motcua wrote"};
  }
}

}  // namespace motcua::store
