// A platform's host that gives a picture, something else, too much, or nothing.
#include "server/photos/fetcher.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "server/photos/picture.hpp"
#include "tests/server/photos/pictures.hpp"
#include "tests/support/await.hpp"
#include "tests/support/fake_server/fake_server.hpp"

namespace motcua::photos {
namespace {

using namespace std::chrono_literals;
using fakes::what_happens;

class Fetcher : public ::testing::Test {
 protected:
  Fetcher() { happens_.body = tests::jpeg(tests::segment('\xE1', "Exif")); }
  result<std::string> fetch(std::vector<std::string> hosts = {"127.0.0.1"}) {
    fetcher from{loop_, std::move(hosts), 2s};
    return tests::await(loop_, from.fetch(host_.origin() + "/anh.jpg?chu-ky=abc"));
  }

  what_happens happens_;
  std::atomic<int> asked_{0};
  std::string target_;
  fakes::fake_server host_{[this](const fakes::http_request& r) {
                             ++asked_;
                             target_ = std::string{r.target()};
                             return happens_;
                           },
                           0};
  net::io_context loop_;
};

TEST_F(Fetcher, GivesThePictureAlone) {
  const auto got = fetch();
  ASSERT_TRUE(got) << got.error().message();
  EXPECT_EQ(*got, tests::jpeg());
  EXPECT_EQ(target_, "/anh.jpg?chu-ky=abc");
}

TEST_F(Fetcher, AsksNoHostThatIsNotOnTheList) {
  const auto got = fetch({"zdn.vn", "fbcdn.net"});
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error(), make_error_code(errc::bad_request));
  EXPECT_EQ(asked_, 0);
}

TEST_F(Fetcher, AHostThatOnlyEndsAlikeIsAnother) {
  fetcher from{loop_, {"zdn.vn"}, 2s};
  for (const char* url :
       {"https://evilzdn.vn/a.jpg", "https://zdn.vn.example.com/a.jpg", "http://photo.zdn.vn/a.jpg",
        "file:///etc/passwd", "https://zdn.vn@example.com/a.jpg", ""}) {
    const auto got = tests::await(loop_, from.fetch(url));
    ASSERT_FALSE(got) << url;
    EXPECT_EQ(got.error(), make_error_code(errc::bad_request)) << url;
  }
}

TEST_F(Fetcher, FollowsNoRedirect) {
  happens_.status = fakes::http::status::found;
  happens_.headers = {{"Location", host_.origin() + "/other.jpg"}};
  EXPECT_FALSE(fetch());
  EXPECT_EQ(asked_, 1);
}

TEST_F(Fetcher, TakesNothingThatIsNoPicture) {
  happens_.body = "<html>not found</html>";
  EXPECT_FALSE(fetch());
}

TEST_F(Fetcher, TakesNothingTooLarge) {
  happens_.body = tests::png(tests::chunk("IDAT", std::string(largest_picture, 'x')));
  EXPECT_FALSE(fetch());
}

TEST_F(Fetcher, GivesUpInTime) {
  happens_.next = what_happens::then::stall;
  fetcher from{loop_, {"127.0.0.1"}, 100ms};
  const auto got = tests::await(loop_, from.fetch(host_.origin() + "/anh.jpg"));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error(), make_error_code(errc::deadline));
}

}  // namespace
}  // namespace motcua::photos
