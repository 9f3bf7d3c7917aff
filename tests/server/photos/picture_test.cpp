#include "server/photos/picture.hpp"

#include <gtest/gtest.h>

#include "tests/server/photos/pictures.hpp"

namespace motcua::photos {
namespace {

using namespace std::string_literals;
using tests::chunk;
using tests::jpeg;
using tests::png;
using tests::segment;

TEST(Picture, OfAJpegWhatTheCameraWroteBesideItGoes) {
  const auto beside = segment('\xE0', "JFXX thumbnail") + segment('\xE1', "Exif 20.8561 106.6822") +
                      segment('\xED', "IPTC") + segment('\xFE', "ghi chú");
  EXPECT_EQ(picture_alone(jpeg(beside)), jpeg());
}

TEST(Picture, OfAJpegWhatItsColoursNeedStays) {
  const auto adobe = segment('\xEE', "Adobe");
  EXPECT_EQ(picture_alone(jpeg(adobe)), jpeg(adobe));
}

TEST(Picture, OfAPngWhatWasWrittenBesideItGoes) {
  const auto beside = chunk("eXIf", "20.8561") + chunk("tEXt", "Author") + chunk("tIME", "2026");
  EXPECT_EQ(picture_alone(png(beside)), png());
}

TEST(Picture, WhatHidesBehindTheEndGoes) {
  EXPECT_EQ(picture_alone(jpeg() + "PK\x03\x04"s), jpeg());
  EXPECT_EQ(picture_alone(png() + "<script>"), png());
}

TEST(Picture, AFillByteBeforeAMarkerIsNoFault) {
  EXPECT_EQ(picture_alone(jpeg("\xFF")), jpeg());
}

TEST(Picture, WhatIsNoPictureIsNone) {
  for (const auto& bytes : {""s, "<html>"s, "GIF89a"s, "%PDF-1.7"s, "\xFF\xD8"s, "RIFF....WEBP"s})
    EXPECT_FALSE(picture_alone(bytes)) << bytes;
}

TEST(Picture, WhatBreaksOffAnywhereIsNone) {
  for (const auto& whole : {jpeg(), png()})
    for (std::size_t size = 0; size < whole.size(); ++size)
      EXPECT_FALSE(picture_alone(whole.substr(0, size))) << size << " of " << whole.size();
}

TEST(Picture, ALengthThatLiesIsNone) {
  EXPECT_FALSE(picture_alone("\xFF\xD8\xFF\xE0\xFF\xFFshort"s));
  EXPECT_FALSE(picture_alone("\xFF\xD8\xFF\xE0\x00\x01short"s));
  EXPECT_FALSE(picture_alone("\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFFIHDRshort"s));
}

TEST(Picture, SaysWhatItIs) {
  EXPECT_EQ(type_of(jpeg()), "image/jpeg");
  EXPECT_EQ(type_of(png()), "image/png");
  EXPECT_EQ(type_of("<svg>"), "");
}

}  // namespace
}  // namespace motcua::photos
