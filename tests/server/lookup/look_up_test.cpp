#include "server/lookup/answer_html.hpp"
#include "server/lookup/shelf.hpp"
#include "tests/server/lookup/public_pages.hpp"

namespace motcua::lookup {
namespace {

using http::status;

class LookUp : public PublicPages {
 protected:
  std::string body(const std::string& path, std::map<std::string, std::string> query = {}) {
    const auto got = get(path, std::move(query));
    EXPECT_EQ(got.result(), status::ok) << path;
    return got.body();
  }
  static std::size_t at(const std::string& page, std::string_view text) { return page.find(text); }
  static bool holds(const std::string& page, std::string_view text) {
    return at(page, text) != std::string::npos;
  }
  const content::snapshot& content() { return *minds->take()->content; }
};

TEST_F(LookUp, EveryPublicEntryOfAUnitStandsInOneFieldAndHasAPage) {
  const content::unit_id unit{"tan-hung"};
  const auto mind = minds->take();
  std::size_t shelved = 0;
  for (const auto& one : shelves_by_field(*mind->content, unit)) {
    shelved += one.entries.size();
    const auto listed = body("/tra-cuu", {{"viec", one.name}});
    for (const auto* e : one.entries) {
      EXPECT_TRUE(holds(listed, "/tra-cuu/" + e->id.str() + "?unit=tan-hung")) << e->id.str();
      const auto page = body("/tra-cuu/" + e->id.str());
      EXPECT_FALSE(holds(page, "{{")) << e->id.str();
      EXPECT_FALSE(holds(page, "unknown")) << e->id.str();
    }
  }
  std::size_t there = 0;
  for (const auto& any : mind->content->entries()) {
    const auto* e = mind->content->find_for(unit, any.id);
    if (e && is_public(*e)) ++there;
  }
  EXPECT_EQ(shelved, there);
}

TEST_F(LookUp, EveryFieldOfTheContentHasAHeading) {
  for (const auto& e : content().entries()) {
    const auto* p = e.as<content::procedure>();
    if (p) {
      EXPECT_TRUE(content().phrases().has("field." + p->field)) << p->field;
    }
  }
}

TEST_F(LookUp, EveryMomentOfLifeNamesOnlyEntriesThatAreThere) {
  std::size_t moments = 0;
  for (const auto& [key, text] : content().phrases().all()) {
    if (!key.starts_with("event.") || !key.ends_with(".entries")) continue;
    ++moments;
    for (std::size_t from = 0; from < text.size();) {
      const auto end = std::min(text.find(' ', from), text.size());
      const content::entry_id id{text.substr(from, end - from)};
      EXPECT_NE(content().find(id), nullptr) << key << ": " << id.str();
      from = end + 1;
    }
  }
  EXPECT_GE(moments, 10U);
  EXPECT_TRUE(holds(body("/tra-cuu"), "Mất người thân"));
}

TEST_F(LookUp, APageTellsTheSidesTheSourceAndTheDay) {
  const auto page = body("/tra-cuu/khai-sinh");
  for (const auto* text :
       {"<h1>", "Giấy tờ cần có", "Lệ phí", "Thời hạn giải quyết", "Nơi nộp", "Các bước làm", "Nguồn",
        "Cập nhật ngày ", "/chat?unit=tan-hung&amp;hoi=khai-sinh", "/tra-cuu/khai-sinh/in?unit=tan-hung",
        "application/ld+json", "https://bot.example.gov.vn/tra-cuu/khai-sinh"})
    EXPECT_TRUE(holds(page, text)) << text;
}

TEST_F(LookUp, ANationalCodeLeadsToItsPage) {
  EXPECT_EQ(body("/tra-cuu/1.001193"), body("/tra-cuu/khai-sinh"));
}

TEST_F(LookUp, WordsWithoutDiacriticsFindTheEntryFirst) {
  const auto page = body("/tra-cuu", {{"hoi", "lam lai cccd bi mat"}});
  EXPECT_LT(at(page, "/tra-cuu/can-cuoc-cap-lai"), at(page, "/tra-cuu/ho-chieu"));
  EXPECT_TRUE(holds(page, "Kết quả cho"));
  EXPECT_TRUE(holds(page, "noindex"));
}

TEST_F(LookUp, ACryForHelpGetsItsNumberFirst) {
  const auto page = body("/tra-cuu", {{"hoi", "cháy nhà rồi cứu với"}});
  EXPECT_TRUE(holds(page, "GỌI NGAY 114"));
}

TEST_F(LookUp, WhatIsNotOursIsSaidNotToBeThere) {
  const auto page = body("/tra-cuu", {{"hoi", "giá vàng hôm nay bao nhiêu"}});
  EXPECT_FALSE(holds(page, "Kết quả cho"));
}

TEST_F(LookUp, WhatAVisitorWritesStaysWords) {
  const auto page = body("/tra-cuu", {{"hoi", "\"><script>alert(1)</script>{{body}}"}});
  EXPECT_FALSE(holds(page, "<script>alert"));
}

TEST_F(LookUp, WhatStaffHoldsBackTellsNoFacts) {
  const auto before = body("/tra-cuu/khai-sinh");
  ASSERT_TRUE(holds(before, "Giấy tờ cần có"));
  pipeline::switchboard off;
  off.entries_off.push_back({content::entry_id{"khai-sinh"}, {}});
  board_.put(std::make_shared<const pipeline::switchboard>(std::move(off)));
  const auto page = body("/tra-cuu/khai-sinh");
  EXPECT_TRUE(holds(page, "đang kiểm tra lại nội dung"));
  EXPECT_FALSE(holds(page, "Giấy tờ cần có"));
  EXPECT_FALSE(holds(body("/tra-cuu/moi.atom"), "/tra-cuu/khai-sinh?"));
}

TEST_F(LookUp, AnUrgentNoticeStandsOnTopOfEveryPageWhileItHolds) {
  pipeline::switchboard says;
  says.notices.push_back({"1", "Trụ sở tạm <nghỉ>", "Thông báo 5", {}, now_, now_ + std::chrono::hours{24}});
  board_.put(std::make_shared<const pipeline::switchboard>(std::move(says)));
  const auto page = body("/tra-cuu/khai-sinh");
  EXPECT_LT(at(page, "Trụ sở tạm &lt;nghỉ&gt;"), at(page, "<h1>"));
  now_ += std::chrono::hours{25};
  EXPECT_FALSE(holds(body("/tra-cuu"), "Trụ sở tạm"));
}

TEST_F(LookUp, TheFeedTellsTheLatestFirst) {
  const auto got = get("/tra-cuu/moi.atom");
  EXPECT_EQ(got[http::field::content_type], "application/atom+xml; charset=utf-8");
  const auto& xml = got.body();
  EXPECT_TRUE(xml.starts_with("<?xml"));
  std::string last = "9999";
  std::size_t entries = 0;
  for (auto from = xml.find("<entry>"); from != std::string::npos; from = xml.find("<entry>", from + 1)) {
    const auto on = xml.substr(xml.find("<updated>", from) + 9, 10);
    EXPECT_LE(on, last);
    last = on;
    ++entries;
  }
  EXPECT_GT(entries, 20U);
  EXPECT_LE(entries, 100U);
}

TEST_F(LookUp, TheLoudspeakersTextIsSaidInWords) {
  const auto page = body("/tra-cuu/khai-sinh/phat-thanh");
  EXPECT_TRUE(holds(page, "tổng đài một không hai hai"));
}

TEST_F(LookUp, NoSuchFieldOrEntryIsSaidSo) {
  EXPECT_EQ(get("/tra-cuu", {{"viec", "khong-co"}}).result(), status::not_found);
  EXPECT_EQ(get("/tra-cuu/khong-co").result(), status::not_found);
  EXPECT_EQ(get("/tra-cuu/xin-chao").result(), status::not_found);
}

TEST(WithLinks, LeavesTheSentencesPointAlone) {
  EXPECT_EQ(with_links("<p>Xem https://a.vn/b.</p>"),
            "<p>Xem <a href=\"https://a.vn/b\">https://a.vn/b</a>.</p>");
}

}  // namespace
}  // namespace motcua::lookup
