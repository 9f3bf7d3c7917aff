#include "server/channels/web/render.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace motcua::web {
namespace {

TEST(WebRender, ShowsEachKindOfAction) {
  store::outgoing row;
  row.id = store::outbox_id{17};
  row.created_at = store::instant{std::chrono::milliseconds{1'795'132'800'000}};
  row.what.text = "Lệ phí: 0 đồng\nĐúng hạn";
  row.what.actions = {{"Giấy tờ", intents::ask_again{"v1:ask:khai-sinh:documents"}},
                      {"Mở cổng", intents::open_link{"https://dichvucong.gov.vn/"}},
                      {"Gọi 1022", intents::call_number{"1022"}}};
  const auto expected =
      nlohmann::json::parse(R"({"id":17,"at":1795132800000,"text":"Lệ phí: 0 đồng\nĐúng hạn","actions":[
    {"title":"Giấy tờ","kind":"ask","payload":"v1:ask:khai-sinh:documents"},
    {"title":"Mở cổng","kind":"link","url":"https://dichvucong.gov.vn/"},
    {"title":"Gọi 1022","kind":"call","number":"1022"}]})");
  EXPECT_EQ(nlohmann::json::parse(render(row)), expected);
}

TEST(WebRender, StaysOneLineWhateverTheTextHolds) {
  store::outgoing row;
  row.what.text = "một\nhai\r\nba\xff";
  EXPECT_EQ(render(row).find_first_of("\r\n"), std::string::npos);
}

}  // namespace
}  // namespace motcua::web
