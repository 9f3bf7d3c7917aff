#include "tests/bench/load/posts.hpp"

#include "tests/integration/signing.hpp"

namespace motcua::bench {
namespace {

std::string body_of(const post_options& wanted, std::size_t i) {
  const auto n = wanted.first + i;
  const auto at = std::to_string(wanted.now_ms + static_cast<std::int64_t>(i / 16));
  const auto who = std::to_string(7'001'000'200'000'000 + n % wanted.people);
  return R"({"object":"page","entry":[{"id":")" + std::string{tests::page_id} + R"(","time":)" + at +
         R"(,"messaging":[{"sender":{"id":")" + who + R"("},"recipient":{"id":")" +
         std::string{tests::page_id} + R"("},"timestamp":)" + at + R"(,"message":{"mid":"m_)" +
         std::to_string(n * 0x9E3779B97F4A7C15) + "-" + std::to_string(n) +
         R"(-aZ09-xYqPz5jdCK48PnKAjSdjfipqxq","text":"lam giay khai sinh cho con can nhung giay to gi )" +
         std::to_string(n) + R"("}}]}]})";
}

}  // namespace

std::vector<std::string> make_posts(const post_options& wanted) {
  std::vector<std::string> all;
  all.reserve(wanted.count);
  for (std::size_t i = 0; i < wanted.count; ++i) {
    const auto body = body_of(wanted, i);
    all.push_back("POST " + wanted.path +
                  " HTTP/1.1\r\nHost: bot.example.gov.vn\r\nUser-Agent: Webhooks/1.0\r\nAccept: */*\r\n"
                  "Content-Type: application/json\r\nX-Hub-Signature-256: " +
                  tests::messenger_signature(body, wanted.secret) +
                  "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  return all;
}

}  // namespace motcua::bench
