#include "tests/torture/citizens.hpp"

#include <chrono>

#include "tests/integration/signing.hpp"

namespace motcua::torture {
namespace {

using nlohmann::json;

std::string now_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

post to_zalo(const json& body, const std::string& key) {
  post made{"/webhook/zalo/oa", {}, body.dump(), {}};
  made.headers["Content-Type"] = "application/json";
  made.headers["X-ZEvent-Signature"] = tests::zalo_signature(made.body, body.at("timestamp"));
  if (!key.empty()) made.keys.push_back(key);
  return made;
}

post to_page(const json& elements, std::vector<std::string> keys) {
  const json body{
      {"object", "page"},
      {"entry", {{{"id", tests::page_id}, {"time", std::stoll(now_ms())}, {"messaging", elements}}}}};
  post made{"/webhook/messenger/page", {}, body.dump(), std::move(keys)};
  made.headers["Content-Type"] = "application/json";
  made.headers["X-Hub-Signature-256"] = tests::messenger_signature(made.body);
  return made;
}

}  // namespace

std::string citizens::question() {
  static const std::vector<std::string> asked{"lam giay khai sinh can gi", "phí bao nhiêu",
                                              "đăng ký kết hôn ở đâu",     "đổi thẻ căn cước mất bao lâu",
                                              "giá vàng hôm nay",          "xin xác nhận độc thân",
                                              "tạm trú online được không", "chứng thực bản sao hết mấy tiền"};
  return asked[chance_() % asked.size()];
}

post citizens::zalo_message() {
  const auto id = "t" + std::to_string(++events_);
  const json body{{"app_id", tests::zalo_app_id},
                  {"sender", {{"id", std::to_string(7'302'218'000'000'000'000 + person())}}},
                  {"recipient", {{"id", tests::zalo_oa_id}}},
                  {"event_name", "user_send_text"},
                  {"message", {{"text", question()}, {"msg_id", id}}},
                  {"timestamp", now_ms()}};
  return to_zalo(body, "user_send_text:" + id);
}

post citizens::messenger_batch() {
  json elements = json::array();
  std::vector<std::string> keys;
  for (auto i = 1 + chance_() % 5; i > 0; --i) {
    const auto id = "m_" + std::to_string(++events_);
    elements.push_back({{"sender", {{"id", std::to_string(7'001'000'000'000'000 + person())}}},
                        {"recipient", {{"id", tests::page_id}}},
                        {"timestamp", std::stoll(now_ms())},
                        {"message", {{"mid", id}, {"text", question()}}}});
    keys.push_back("mid:" + id);
  }
  return to_page(elements, std::move(keys));
}

post citizens::next() {
  return chance_() % 3 == 0 ? messenger_batch() : zalo_message();
}

post echo_of(const fakes::zalo_message& sent) {
  const auto text = sent.body["message"].value("text", std::string{});
  const json body{{"app_id", tests::zalo_app_id},
                  {"sender", {{"id", tests::zalo_oa_id}}},
                  {"recipient", {{"id", sent.body["recipient"]["user_id"]}}},
                  {"event_name", "oa_send_text"},
                  {"message", {{"text", text}, {"msg_id", sent.message_id}}},
                  {"timestamp", now_ms()}};
  return to_zalo(body, {});
}

post echo_of(const fakes::graph_message& sent) {
  json message = sent.body["message"];
  message["is_echo"] = true;
  message["app_id"] = std::stoll(std::string{tests::facebook_app_id});
  message["mid"] = sent.message_id;
  const json element{{"sender", {{"id", tests::page_id}}},
                     {"recipient", sent.body["recipient"]},
                     {"timestamp", std::stoll(now_ms())},
                     {"message", message}};
  return to_page(json::array({element}), {});
}

}  // namespace motcua::torture
