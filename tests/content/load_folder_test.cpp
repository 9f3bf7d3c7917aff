// The disk part of the loader, on a real folder.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/content/samples.hpp"

namespace motcua::content {
namespace {

namespace fs = std::filesystem;
using namespace samples;

class Folder : public testing::Test {
 protected:
  Folder() {
    std::string name = (fs::temp_directory_path() / "motcua-content-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error{"no temporary folder"};
    root_ = name;
    for (const auto& [path, text] : good()) write(path, text);
  }
  ~Folder() override {
    std::error_code ec;
    fs::remove_all(root_, ec);
  }

  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream{root_ / path, std::ios::binary} << text;
  }
  std::vector<std::string> findings() const {
    std::vector<std::string> lines;
    for (const auto& f : load(root_).findings) lines.push_back(to_line(f));
    return lines;
  }

  fs::path root_;
};

TEST_F(Folder, LoadsAsTheSameFilesInMemory) {
  const auto out = load(root_);
  ASSERT_TRUE(out.content);
  EXPECT_TRUE(out.findings.empty());
  EXPECT_EQ(out.content->version(), load_files(good()).content->version());
}

TEST_F(Folder, HasItsLinksHiddenFilesAndOtherFilesPassedOver) {
  write("faqs/.swap.yaml", "{[");
  write("faqs/notes.txt", "{[");
  write("README.md", "{[");
  write("outside.txt", "{[");
  fs::create_symlink(root_ / "outside.txt", root_ / "faqs/link.yaml");
  fs::create_directory_symlink(root_, root_ / "faqs/around");
  EXPECT_TRUE(findings().empty());
}

TEST_F(Folder, HasPathsRelativeToItselfInFindings) {
  write("faqs/khac.yml", "");
  EXPECT_THAT(findings(), only("faqs/khac.yml: warning: "));
}

TEST_F(Folder, HasALargeFileReportedWithoutReadingAllOfIt) {
  write(golden_path, std::string(most_file_bytes + 10, '#'));
  EXPECT_THAT(findings(), only(golden_path + ": error: is larger than 1 MB"));
}

TEST_F(Folder, ThatIsNotThereIsAnError) {
  const auto out = load(root_ / "none");
  EXPECT_FALSE(out.content);
  ASSERT_FALSE(out.findings.empty());
  EXPECT_THAT(to_line(out.findings[0]), testing::HasSubstr("the content folder cannot be read"));
}

}  // namespace
}  // namespace motcua::content
