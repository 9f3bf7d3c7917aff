#include "server/http/target.hpp"

#include <gtest/gtest.h>

namespace motcua::http {
namespace {

TEST(Target, IsDecodedOnce) {
  EXPECT_EQ(parse_target("/a%20b/%2541")->path, "/a b/%41");
  EXPECT_EQ(parse_target("/a+b")->path, "/a+b");
}

TEST(Target, SplitsTheQueryBeforeItIsDecoded) {
  const auto at = parse_target("/x?a=1%262&b=c%3Dd&e&f=&=g&&a%20=+");
  ASSERT_TRUE(at);
  const std::map<std::string, std::string> wanted{{"a", "1&2"}, {"b", "c=d"}, {"e", ""},
                                                  {"f", ""},    {"", "g"},    {"a ", " "}};
  EXPECT_EQ(at->query, wanted);
}

TEST(Target, TakesTheLastOfARepeatedName) {
  EXPECT_EQ(parse_target("/?a=1&a=2")->query["a"], "2");
}

TEST(Target, RefusesABrokenEscape) {
  for (const auto* text : {"/%", "/%4", "/%4g", "/%g4", "/a?b=%", "/a?%zz=b"})
    EXPECT_FALSE(parse_target(text)) << text;
}

TEST(Target, RefusesControlBytesInThePath) {
  for (const auto* text : {"/a%00b", "/a%0ab", "/%1f", "/%7F"}) EXPECT_FALSE(parse_target(text)) << text;
}

TEST(Target, RefusesDotSegmentsPlainOrEncoded) {
  for (const auto* text : {"/../etc", "/a/..", "/a/%2e%2E/b", "/a%2f..%2fb", "/./a", "/a/."})
    EXPECT_FALSE(parse_target(text)) << text;
}

TEST(Target, TakesDotsInsideASegment) {
  for (const auto* text : {"/.well-known/x", "/a..b", "/...", "/a."}) EXPECT_TRUE(parse_target(text)) << text;
}

TEST(Target, IsAPathOnly) {
  for (const auto* text : {"", "*", "http://a/b", "a:80"}) EXPECT_FALSE(parse_target(text)) << text;
}

}  // namespace
}  // namespace motcua::http
