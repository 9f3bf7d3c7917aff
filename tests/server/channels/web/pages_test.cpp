#include "server/channels/web/pages.hpp"

#include <algorithm>

#include "server/channels/web/notice.hpp"
#include "tests/server/channels/web/chat_server.hpp"

namespace motcua::web {
namespace {

using http::status_in;
using Pages = ChatServer;

const std::string strict =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors ";

TEST_F(Pages, TheChatSaysWhoseItIsAndThatItIsNoOfficer) {
  const auto page = get("/chat");
  EXPECT_EQ(status_in(page), 200);
  EXPECT_NE(page.find("<h1>UBND phường Tân Hưng</h1>"), std::string::npos);
  EXPECT_NE(page.find("Trợ lý tự động, không phải cán bộ"), std::string::npos);
  EXPECT_NE(page.find("45 ngày"), std::string::npos);
  EXPECT_EQ(page.find("{{"), std::string::npos);
}

TEST_F(Pages, AUnitsNameIsTextAndNoMarkup) {
  const auto page = get("/chat?unit=xa-mau");
  EXPECT_NE(page.find("UBND xã &lt;Mẫu&gt;"), std::string::npos);
  EXPECT_EQ(page.find("<Mẫu>"), std::string::npos);
}

TEST_F(Pages, OnlyTheUnitsOwnSitesMayFrameItsChat) {
  EXPECT_EQ(header_of(get("/chat"), "Content-Security-Policy"), strict + "'self'");
  EXPECT_EQ(header_of(get("/chat?unit=xa-mau"), "Content-Security-Policy"),
            strict + "https://xamau.example.gov.vn");
}

TEST_F(Pages, AnUnknownUnitIsToldSo) {
  EXPECT_EQ(status_in(get("/chat?unit=nowhere")), 404);
}

TEST_F(Pages, TheLongNoticeIsThere) {
  const auto page = get("/chat/du-lieu?unit=tan-hung");
  EXPECT_EQ(status_in(page), 200);
  EXPECT_EQ(page.find("{{"), std::string::npos);
}

TEST_F(Pages, NoPageSetsACookie) {
  for (const char* path : {"/", "/chat", "/chat/du-lieu", "/widget.js", "/web/chat.js"})
    EXPECT_EQ(header_of(get(path), "Set-Cookie"), "") << path;
}

TEST_F(Pages, TheRootLeadsToTheChat) {
  const auto home = get("/");
  EXPECT_EQ(status_in(home), 302);
  EXPECT_EQ(header_of(home, "Location"), "/chat");
}

TEST_F(Pages, OtherSitesMayLoadTheLoaderOnly) {
  EXPECT_EQ(header_of(get("/widget.js"), "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header_of(get("/web/chat.js"), "Access-Control-Allow-Origin"), "");
  EXPECT_EQ(header_of(post("/api/chat/sessions", ""), "Access-Control-Allow-Origin"), "");
}

TEST_F(Pages, TheLoaderStaysUnderTenKilobytes) {
  EXPECT_LT(body_of(get("/widget.js")).size(), 10'000U);
}

TEST_F(Pages, GivesOutScriptsAndStylesButNoUnfilledPage) {
  EXPECT_EQ(status_in(get("/web/chat.js")), 200);
  EXPECT_EQ(status_in(get("/web/chat.css")), 200);
  EXPECT_EQ(header_of(get("/web/chat.css"), "Content-Security-Policy"), strict + "'self'");
  EXPECT_EQ(status_in(get("/web/chat.html")), 404);
  EXPECT_EQ(status_in(get("/web/notice.txt")), 404);
}

TEST_F(Pages, HoldNoInlineScriptOrStyle) {
  for (const char* path : {"/chat", "/chat/du-lieu", "/chat?unit=nowhere"}) {
    const auto page = get(path);
    EXPECT_EQ(page.find("<style"), std::string::npos) << path;
    EXPECT_EQ(page.find("style="), std::string::npos) << path;
    EXPECT_EQ(page.find("<script>"), std::string::npos) << path;
    EXPECT_EQ(page.find(" onclick"), std::string::npos) << path;
  }
}

TEST(ContentPolicy, TakesOriginsOnly) {
  EXPECT_EQ(content_policy({"https://a.vn", "http://127.0.0.1:81"}),
            strict + "https://a.vn http://127.0.0.1:81");
  for (const char* bad :
       {"", "a.vn", "https://", "https://a.vn/x", "https://a.vn; script-src *", "https://a.vn 'self'"})
    EXPECT_THROW(content_policy({bad}), std::invalid_argument) << bad;
}

TEST(Notice, BecomesAListOfEscapedLines) {
  EXPECT_EQ(as_list_items("a & b\n\n<c>\n"), "<li>a &amp; b</li><li>&lt;c&gt;</li>");
}

}  // namespace
}  // namespace motcua::web
