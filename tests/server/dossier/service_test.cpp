// A dossier service that answers, stalls, breaks and lies.
#include "server/dossier/service.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "tests/support/await.hpp"
#include "tests/support/fake_server/fake_server.hpp"

namespace motcua::dossier {
namespace {

using namespace std::chrono_literals;
using fakes::what_happens;
using state = intents::dossier_state::of;

class Service : public ::testing::Test {
 protected:
  Service() { happens_.body = R"({"status":"1"})"; }
  mapping a_mapping() const {
    mapping m;
    m.url = city_.origin() + "/ho-so/{code}";
    m.token = "bi-mat";
    m.status = "/status";
    m.says = {{"1", "đang giải quyết"}};
    m.source = "hệ thống một cửa";
    m.limit = 300ms;
    m.kept = std::chrono::minutes{10};
    return m;
  }
  intents::dossier_state look_up(const std::string& code = "H24.22.99-260921-896048") {
    return tests::await(loop_, service_.look_up(code));
  }

  what_happens happens_;
  std::atomic<int> asked_{0};
  std::string target_, token_;
  fakes::fake_server city_{[this](const fakes::http_request& r) {
                             ++asked_;
                             target_ = std::string{r.target()};
                             token_ = std::string{r[fakes::http::field::authorization]};
                             return happens_;
                           },
                           0};
  net::io_context loop_;
  intents::instant now_{std::chrono::hours{24 * 365 * 56}};
  service service_{loop_, a_mapping(), [this] { return now_; }};
};

TEST_F(Service, AsksWithTheTokenAndTellsWhatItWasTold) {
  EXPECT_EQ(look_up().says, "đang giải quyết");
  EXPECT_EQ(target_, "/ho-so/H24.22.99-260921-896048");
  EXPECT_EQ(token_, "Bearer bi-mat");
}

TEST_F(Service, RemembersAnAnswerForAWhile) {
  look_up();
  now_ += 9min;
  look_up();
  EXPECT_EQ(asked_, 1);
  look_up("H24.22.99-260921-896049");
  EXPECT_EQ(asked_, 2);
  now_ += 2min;
  look_up();
  EXPECT_EQ(asked_, 3);
}

TEST_F(Service, GivesUpInTimeWhereNoAnswerComes) {
  happens_.next = what_happens::then::stall;
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(look_up().is, state::no_answer);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(Service, TellsNothingOfAnAnswerItCannotRead) {
  happens_.body = "<html>bảo trì</html>";
  EXPECT_EQ(look_up().is, state::no_answer);
  happens_.body = R"({"status":"khác"})";
  EXPECT_EQ(look_up().is, state::no_answer);
  happens_.body = R"({"status":"1"})";
  EXPECT_EQ(look_up().is, state::known) << "what could not be read is not remembered";
}

TEST_F(Service, TellsWhereThereIsNoSuchDossier) {
  happens_.status = fakes::http::status::not_found;
  EXPECT_EQ(look_up().is, state::not_found);
}

TEST_F(Service, OutlivesAConnectionThatIsCut) {
  happens_.next = what_happens::then::close;
  EXPECT_EQ(look_up().is, state::no_answer);
}

TEST(ServiceAddress, IsRefusedWhereItWouldGoInTheClear) {
  net::io_context loop;
  mapping m;
  m.url = "http://mot-cua.example.gov.vn/{code}";
  EXPECT_THROW((service{loop, m, pipeline::system_clock()}), std::runtime_error);
}

}  // namespace
}  // namespace motcua::dossier
