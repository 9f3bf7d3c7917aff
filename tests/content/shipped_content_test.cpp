// The content that is shipped is fit to be published.
#include <gtest/gtest.h>

#include "content/knowledge/load.hpp"

namespace motcua::content {
namespace {

TEST(ShippedContent, LoadsWithoutAnError) {
  const auto out = load(MOTCUA_SOURCE_DIR "/content");
  for (const auto& f : out.findings) {
    EXPECT_NE(f.how_bad, severity::error) << to_line(f);
  }
  EXPECT_TRUE(out.content);
}

}  // namespace
}  // namespace motcua::content
