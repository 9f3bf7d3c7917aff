// What strangers send: always a clear status, never a crash, and the next request is served as if nothing had
// been.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include "tests/integration/running_service.hpp"

namespace motcua::tests {
namespace {

class BadInput : public RunningService {
 protected:
  void SetUp() override {  // proven accounts: nothing is let off because it is new
    RunningService::SetUp();
    ASSERT_EQ(post_zalo(fixture("zalo/follow")).status, 200U);
    ASSERT_EQ(post_page(fixture("messenger/read")).status, 200U);
  }
  void TearDown() override {
    ASSERT_EQ(post_zalo(zalo_text("lam giay khai sinh can gi", "last")).status, 200U) << "the server goes on";
    ASSERT_TRUE(at_rest());
    EXPECT_FALSE(zalo_.messages().empty());
  }
  unsigned signed_page(const std::string& body) { return post_page(body).status; }
  unsigned signed_zalo(const std::string& body) { return post_zalo(body).status; }
};

TEST_F(BadInput, NotJsonIs400WhereTheSignatureIsRight) {
  EXPECT_EQ(signed_page("hello"), 400U);
  EXPECT_EQ(signed_page(""), 400U);
  EXPECT_EQ(signed_zalo("hello"), 401U) << "without a timestamp nothing can be verified";
}

TEST_F(BadInput, JsonOfAWrongShapeIs400) {
  EXPECT_EQ(signed_page("[]"), 400U);
  EXPECT_EQ(signed_page(R"({"object":"user","entry":[]})"), 400U);
  EXPECT_EQ(signed_zalo(R"({"timestamp":"1791767791417"})"), 400U);
}

TEST_F(BadInput, WrongShapesInsideABatchSpoilNothing) {
  EXPECT_EQ(
      signed_page(
          R"({"object":"page","entry":[7,{"id":"104857600000001","messaging":[null,"x",{"message":5}]}]})"),
      200U);
}

TEST_F(BadInput, IdsAsNumbersAreReadLosslessly) {
  EXPECT_EQ(
      signed_zalo(R"({"app_id":4417733920815566021,"sender":{"id":7302218845560917334},"recipient":)"
                  R"({"id":2881503477612093508},"event_name":"user_send_text","message":{"text":"khai sinh",)"
                  R"("msg_id":"n1"},"timestamp":1791767791417})"),
      200U);
  ASSERT_TRUE(at_rest());
  ASSERT_FALSE(zalo_.messages().empty());
  EXPECT_EQ(zalo_.messages()[0].body["recipient"]["user_id"], "7302218845560917334");
}

TEST_F(BadInput, ABodyOfTenMebibytesIs413) {
  EXPECT_EQ(signed_page(std::string(10 * 1024 * 1024, 'a')), 413U);
}

TEST_F(BadInput, AnUploadOfFiftyMebibytesToTheConsoleIs413AndTheConsoleServesOn) {
  const std::string upload(50 * 1024 * 1024, 'a');
  const auto refused =
      http_call(server_->staff_port(), "POST", "/api/staff/content/import/entries.csv", {}, upload);
  EXPECT_EQ(refused.status, 413U);
  EXPECT_LT(refused.body.size(), 200U) << "one clear line";
  EXPECT_EQ(http_call(server_->staff_port(), "GET", "/healthz").status, 200U);
}

TEST_F(BadInput, UnknownPathsAndMethodsAre404And405) {
  EXPECT_EQ(http_call(server_->port(), "GET", "/nothing/here").status, 404U);
  EXPECT_EQ(http_call(server_->port(), "POST", "/webhook/zalo/nobody", {}, "{}").status, 404U);
  EXPECT_EQ(http_call(server_->port(), "DELETE", zalo_path).status, 405U);
  EXPECT_EQ(http_call(server_->port(), "GET", "/../../etc/passwd").status / 100, 4U);
  EXPECT_EQ(http_call(server_->port(), "GET", "/web/%2e%2e/%2e%2e/etc/passwd").status / 100, 4U);
  EXPECT_EQ(http_call(server_->port(), "GET", "/readyz").status, 404U)
      << "the staff listener's paths stay there";
}

TEST_F(BadInput, InvalidUtf8Is400) {
  EXPECT_EQ(signed_page("{\"object\":\"page\",\"entry\":[],\"x\":\"\xff\xfe\"}"), 400U);
}

TEST_F(BadInput, NulBytesInATextAreAnsweredLikeAnyOther) {
  EXPECT_EQ(signed_zalo(zalo_text(std::string{"khai\0sinh", 9}, "nul")), 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_FALSE(zalo_.messages().empty());
}

TEST_F(BadInput, AMessageOf100000CharactersIsAnswered) {
  std::string text;
  while (text.size() < 100'000) text += "khai sinh ";
  EXPECT_EQ(signed_zalo(zalo_text(text, "long")), 200U);
  ASSERT_TRUE(at_rest());
  EXPECT_FALSE(zalo_.messages().empty());
}

TEST_F(BadInput, AThousandNestedArraysAre400) {
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  EXPECT_EQ(signed_page(R"({"object":"page","entry":)" + deep + "}"), 400U);
  EXPECT_EQ(signed_zalo(R"({"timestamp":"1791767791417","event_name":"x","a":)" + deep + "}") / 100, 4U);
}

TEST_F(BadInput, ASlowHeaderIsCutOff) {
  boost::asio::io_context loop;
  boost::asio::ip::tcp::socket socket{loop};
  socket.connect({boost::asio::ip::address_v4::loopback(), server_->port()});
  boost::asio::write(socket, boost::asio::buffer(std::string{"GET /chat HTTP/1.1\r\nHost: x\r\nX-Slow: "}));
  std::string got;
  boost::system::error_code ec;
  boost::asio::read(socket, boost::asio::dynamic_buffer(got),
                    ec);  // until the server closes: its limit bounds this
  EXPECT_EQ(ec, boost::asio::error::eof);
  EXPECT_NE(got.find(" 408 "), std::string::npos);
}

TEST_F(BadInput, AnOversizedHeaderIs431) {
  EXPECT_EQ(http_call(server_->port(), "GET", "/chat", {{"X-Long", std::string(20'000, 'a')}}).status, 431U);
}

}  // namespace
}  // namespace motcua::tests
