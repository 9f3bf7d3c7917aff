#include "server/http/static_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace motcua::http {
namespace {

namespace fs = std::filesystem;

class StaticFiles : public testing::Test {
 protected:
  StaticFiles() {
    fs::create_directories(folder / "js");
    write("index.html", "<!doctype html>");
    write("js/app.js", "export {}");
    write("icon.png", std::string{"\x89PNG\0x", 6});
    write("site.webmanifest", "{}");
  }
  ~StaticFiles() override { fs::remove_all(folder); }
  void write(const std::string& name, const std::string& body) const {
    std::ofstream{folder / name, std::ios::binary} << body;
  }
  fs::path folder = fs::temp_directory_path() / ("motcua_static_" + std::to_string(::getpid()));
};

TEST_F(StaticFiles, AreServedWithTypeTagAndBytes) {
  const static_files files{folder};
  const auto page = files.serve(exchange{}, "index.html").message;
  EXPECT_EQ(page.result(), status::ok);
  EXPECT_EQ(page[field::content_type], "text/html; charset=utf-8");
  EXPECT_EQ(page[field::cache_control], "no-cache");
  EXPECT_EQ(page.body(), "<!doctype html>");
  EXPECT_EQ(files.find("js/app.js")->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(files.find("icon.png")->content_type, "image/png");
  EXPECT_EQ(files.find("icon.png")->body.size(), 6u);
  EXPECT_EQ(files.find("site.webmanifest")->content_type, "application/manifest+json; charset=utf-8");
}

TEST_F(StaticFiles, HaveATagThatFollowsTheBytes) {
  const auto first = static_files{folder}.find("index.html")->etag;
  EXPECT_EQ(first.size(), 34u);
  EXPECT_EQ(static_files{folder}.find("index.html")->etag, first);
  write("index.html", "<!doctype html> ");
  EXPECT_NE(static_files{folder}.find("index.html")->etag, first);
}

TEST_F(StaticFiles, AreNotSentAgainToWhoHasThem) {
  const static_files files{folder};
  const auto tag = files.find("index.html")->etag;
  for (const auto& has : {tag, "W/" + tag, "\"other\", " + tag, std::string{"*"}}) {
    exchange ex;
    ex.message.set(field::if_none_match, has);
    const auto got = files.serve(ex, "index.html").message;
    EXPECT_EQ(got.result(), status::not_modified) << has;
    EXPECT_EQ(got[field::etag], tag);
    EXPECT_EQ(got.body(), "");
  }
  exchange ex;
  ex.message.set(field::if_none_match, "\"other\"");
  EXPECT_EQ(files.serve(ex, "index.html").message.result(), status::ok);
}

TEST_F(StaticFiles, EndAtTheFolder) {
  const static_files files{folder / "js"};
  for (const auto* path : {"../index.html", "/app.js", "", "js", "app.js/"})
    EXPECT_EQ(files.find(path), nullptr) << path;
  EXPECT_EQ(files.serve(exchange{}, "../index.html").message.result(), status::not_found);
}

TEST(StaticFilesFolder, MustBeThere) {
  EXPECT_THROW(static_files{"/nowhere/at/all"}, std::runtime_error);
}

}  // namespace
}  // namespace motcua::http
