#include "server/lookup/qr.hpp"

#include <gtest/gtest.h>

namespace motcua::lookup {
namespace {

TEST(Qr, IsASquarePictureWithAQuietZoneAndAName) {
  const auto svg = qr_svg("https://bot.example.gov.vn/chat?hoi=khai-sinh", "Mã QR <mở>");
  EXPECT_NE(svg.find("viewBox=\"0 0 41 41\""), std::string::npos)
      << svg.substr(0, 120);  // version 4: 33 modules
  EXPECT_NE(svg.find("aria-label=\"Mã QR &lt;mở&gt;\""), std::string::npos);
  EXPECT_NE(svg.find("d=\"M4 4h7v1h-7z"), std::string::npos)
      << "the finder's upper edge stands behind four blanks";
}

TEST(Qr, DiffersWithItsText) {
  EXPECT_NE(qr_svg("https://a.vn/1", ""), qr_svg("https://a.vn/2", ""));
}

TEST(Qr, RefusesATextThatFitsNone) {
  EXPECT_THROW(qr_svg(std::string(5000, 'x'), ""), std::invalid_argument);
}

}  // namespace
}  // namespace motcua::lookup
