#include "tests/server/lookup/public_pages.hpp"

namespace motcua::lookup {
namespace {

using http::status;

using Leaflet = PublicPages;

bool holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

TEST_F(Leaflet, TellsAProcedureOnOnePageWithItsSourcesAndACodeToScan) {
  const auto page = get("/tra-cuu/khai-sinh/in");
  ASSERT_EQ(page.result(), status::ok);
  const auto& html = page.body();
  for (const char* piece :
       {"<h1>Đăng ký khai sinh</h1>", "Mã thủ tục 1.001193", "<h2>Giấy tờ cần có</h2>", "<h2>Lệ phí</h2>",
        "UBND phường Tân Hưng", "<svg", "https://bot.example.gov.vn/chat?unit=tan-hung&amp;hoi=khai-sinh",
        "kiểm tra ngày 20/11/2026", "In ngày 26/11/2026", "Nghị quyết 23/2026/NQ-HĐND"})
    EXPECT_TRUE(holds(html, piece)) << piece;
  EXPECT_FALSE(holds(html, "{{"));
}

TEST_F(Leaflet, CountsThePapersThroughTheirGroups) {
  const auto html = get("/tra-cuu/khai-sinh/in").body();
  const auto first = html.find("<ol start=\"1\"><li>Tờ khai đăng ký khai sinh");
  ASSERT_NE(first, std::string::npos);
  const auto second = html.find("<ol start=\"", first + 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_NE(html.substr(second, 13), "<ol start=\"1\"") << "papers of some cases only go on counting";
}

TEST_F(Leaflet, IsTheNamedUnits) {
  EXPECT_TRUE(holds(get("/tra-cuu/khai-sinh/in", {{"unit", "tien-lang"}}).body(), "UBND xã Tiên Lãng"));
}

TEST_F(Leaflet, IsFoundByTheNationalCode) {
  EXPECT_TRUE(holds(get("/tra-cuu/1.001193/in").body(), "<h1>Đăng ký khai sinh</h1>"));
}

TEST_F(Leaflet, FollowsTheDay) {
  EXPECT_TRUE(holds(get("/tra-cuu/khai-tu/in").body(), "Trích lục khai tử"));
  now_ = std::chrono::sys_days{std::chrono::year{2027} / 3 / 1} + std::chrono::hours{5};
  EXPECT_TRUE(holds(get("/tra-cuu/khai-tu/in").body(), "<p>Giấy chứng tử</p>"));
}

TEST_F(Leaflet, SaysNoFigureOfAnEntryWhoseReviewIsLongOverdue) {
  now_ = std::chrono::sys_days{std::chrono::year{2029} / 1 / 1};
  const auto html = get("/tra-cuu/khai-sinh/in").body();
  EXPECT_TRUE(holds(html, "Mục này chưa được xác nhận"));
  EXPECT_FALSE(holds(html, "8.000"));
}

TEST_F(Leaflet, SaysSoWhereThereIsNoSuchEntry) {
  for (const char* path : {"/tra-cuu/khong-co/in", "/tra-cuu/chao-hoi/in", "/tra-cuu/<script>/in"}) {
    const auto page = get(path);
    EXPECT_EQ(page.result(), status::not_found) << path;
    EXPECT_FALSE(holds(page.body(), "<script>"));
  }
}

TEST_F(Leaflet, MayRunNoScriptOfOthers) {
  const auto page = get("/tra-cuu/khai-sinh/in");
  EXPECT_TRUE(holds(std::string{page["Content-Security-Policy"]}, "default-src 'none'"));
}

TEST_F(Leaflet, AnEntryThatIsHeldBackHasNone) {
  pipeline::switchboard board;
  board.entries_off.push_back({content::entry_id{"khai-sinh"}, {}});
  board_.put(std::make_shared<const pipeline::switchboard>(board));
  EXPECT_EQ(get("/tra-cuu/khai-sinh/in").result_int(), 404U);
}

}  // namespace
}  // namespace motcua::lookup
