// The accounts of a commune with a Zalo OA and a Page, as the configuration gives them, and what a citizen
// writes to them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/integration/signing.hpp"
#include "tests/support/fake_graph/fake_graph.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::tests {

inline constexpr auto zalo_path = "/webhook/zalo/oa";
inline constexpr auto page_path = "/webhook/messenger/page";

inline std::string two_accounts(const std::string& zalo, const std::string& graph) {
  const auto grant = fakes::zalo_grant{};
  return "[[unit]]\nid = \"tan-hung\"\nname = \"UBND phường Tân Hưng\"\n"
         "[[account]]\nid = \"oa\"\nchannel = \"zalo\"\nsends_per_second = 500\napp_id = \"" +
         std::string{zalo_app_id} + "\"\noa_id = \"" + std::string{zalo_oa_id} + "\"\napp_secret = \"" +
         grant.app_secret + "\"\noa_secret = \"" + std::string{zalo_oa_secret} + "\"\naccess_token = \"" +
         grant.access_token + "\"\nrefresh_token = \"" + grant.refresh_token + "\"\napi = \"" + zalo +
         "\"\noauth = \"" + zalo +
         "\"\n[[account]]\nid = \"page\"\nchannel = \"messenger\"\nsends_per_second = 500\napp_id = \"" +
         std::string{facebook_app_id} + "\"\npage_id = \"" + std::string{page_id} + "\"\napp_secret = \"" +
         std::string{facebook_app_secret} + "\"\nverify_token = \"tok\"\npage_token = \"" +
         std::string{fakes::graph_page{}.token} + "\"\ngraph = \"" + graph + "\"\n";
}

inline std::string zalo_text(const std::string& text, const std::string& id,
                             const std::string& who = "7302218845560917334") {
  const nlohmann::json body{{"app_id", zalo_app_id},
                            {"sender", {{"id", who}}},
                            {"recipient", {{"id", zalo_oa_id}}},
                            {"event_name", "user_send_text"},
                            {"message", {{"text", text}, {"msg_id", id}}},
                            {"timestamp", "1791767791417"}};
  return body.dump();
}

}  // namespace motcua::tests
