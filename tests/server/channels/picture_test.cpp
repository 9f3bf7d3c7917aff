#include "server/channels/picture.hpp"

#include <gtest/gtest.h>

namespace motcua::channels {
namespace {

using nlohmann::json;

json image(const std::string& url) {
  return {{"type", "image"}, {"payload", {{"url", url}}}};
}

TEST(PictureIn, TheFirstImageIsIt) {
  const json said{{"attachments",
                   {{{"type", "file"}, {"payload", {{"url", "https://a/b.pdf"}}}},
                    image("https://a/1.jpg"),
                    image("https://a/2.jpg")}}};
  EXPECT_EQ(picture_in(said), "https://a/1.jpg");
}

TEST(PictureIn, WhatIsNoPictureHasNone) {
  EXPECT_EQ(picture_in(json::object()), "");
  EXPECT_EQ(picture_in({{"attachments", "image"}}), "");
  EXPECT_EQ(picture_in({{"attachments", {{{"type", "gif"}, {"payload", {{"url", "https://a/b.gif"}}}}}}}),
            "");
  EXPECT_EQ(picture_in({{"attachments", {{{"type", "image"}}}}}), "");
  EXPECT_EQ(picture_in({{"attachments", {image(std::string(3000, 'a'))}}}), "");
}

}  // namespace
}  // namespace motcua::channels
