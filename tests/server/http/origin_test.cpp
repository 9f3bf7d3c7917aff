#include <gtest/gtest.h>

#include "server/http/client.hpp"

namespace motcua::http {
namespace {

TEST(Origin, HasTheUsualPortUnlessItSaysAnother) {
  const auto usual = origin::parse("https://Openapi.zalo.me");
  ASSERT_TRUE(usual);
  EXPECT_TRUE(usual->tls);
  EXPECT_EQ(usual->host, "openapi.zalo.me");
  EXPECT_EQ(usual->port, "443");
  EXPECT_EQ(origin::parse("https://graph.facebook.com:8443")->port, "8443");
  EXPECT_EQ(origin::parse("http://localhost")->port, "80");
}

TEST(Origin, TakesPlainHttpForLoopbackOnly) {
  for (const auto* url :
       {"http://127.0.0.1:9001", "http://127.8.8.8:1", "http://localhost:80", "http://[::1]:9001"})
    EXPECT_TRUE(origin::parse(url)) << url;
  for (const auto* url :
       {"http://openapi.zalo.me", "http://10.0.0.1:80", "http://0.0.0.0:80", "http://[2001:db8::1]:80",
        "http://localhost.example.org", "http://127.0.0.1.example.org"})
    EXPECT_FALSE(origin::parse(url)) << url;
}

TEST(Origin, IsNothingButAnOrigin) {
  for (const auto* url : {"", "https://", "ftp://a", "a.example", "https://a/", "https://a/b", "https://a?b",
                          "https://u@a", "https://a:", "https://a:0", "https://a:65536", "https://a:+1",
                          "https://a:8x", "https://a b", "https://[::1", "https://[a]", "https://a\r\nX: b"})
    EXPECT_FALSE(origin::parse(url)) << url;
}

}  // namespace
}  // namespace motcua::http
