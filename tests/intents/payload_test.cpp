#include <gtest/gtest.h>

#include "intents/dialogue/payload.hpp"

namespace motcua::intents {
namespace {

using content::aspect;

ask_payload asked(std::string_view text) {
  return std::get<ask_payload>(parse_payload(text).value());
}

TEST(Payload, ComesBackAsItWasWritten) {
  for (const auto about : content::all_aspects) {
    const auto p = asked(write_payload(content::entry_id{"khai-sinh"}, about));
    EXPECT_EQ(p.entry, "khai-sinh");
    EXPECT_EQ(p.about, about);
  }
}

TEST(Payload, ReadsTheFixedOnes) {
  EXPECT_TRUE(std::holds_alternative<menu_payload>(*parse_payload("v1:menu")));
  EXPECT_TRUE(std::holds_alternative<human_payload>(*parse_payload(" v1:human ")));
  EXPECT_TRUE(std::holds_alternative<start_payload>(*parse_payload("v1:get_started")));
}

TEST(Payload, ReadsWhatStaffTypeInVietnamese) {
  EXPECT_EQ(asked("#TTHC|1.001193|le-phi").about, aspect::fee);
  EXPECT_EQ(asked("#TTHC|khai-sinh|Lệ phí").about, aspect::fee);
  EXPECT_EQ(asked("#TTHC|khai-sinh|HO_SO").about, aspect::documents);
  EXPECT_EQ(asked("#TTHC| khai-sinh ").entry, "khai-sinh");
  EXPECT_EQ(asked("#TTHC|khai-sinh|???").about, aspect::overview);
  for (const char* slug : {"ho-so", "trinh-tu", "le-phi", "thoi-han", "noi-nop", "truc-tuyen", "ket-qua",
                           "can-cu", "bieu-mau", "lien-he"}) {
    EXPECT_NE(asked(std::string{"#TTHC|khai-sinh|"} + slug).about, aspect::overview) << slug;
  }
}

TEST(Payload, IsUnknownWhereItOnlyLooksLikeOne) {
  for (const std::string text : {"v2:ask:x:fee", "v1:", "v1:ask:khai-sinh", "v1:ask:khai-sinh:mood",
                                 "v1:ask::fee", "#TTHC|", "#TTHC|a|b|c", "v1:ask:a:fee:b"}) {
    EXPECT_TRUE(std::holds_alternative<unknown_payload>(parse_payload(text).value())) << text;
  }
  EXPECT_TRUE(std::holds_alternative<unknown_payload>(
      parse_payload("v1:ask:" + std::string(500, 'x') + ":fee").value()));
}

TEST(Payload, IsNotWhatACitizenWrites) {
  for (const char* text : {"", "xin chào", "v", "1", "vneid: lỗi gì", "v1: cái gì đó", "KHAI_SINH"}) {
    EXPECT_FALSE(parse_payload(text)) << text;
  }
}

}  // namespace
}  // namespace motcua::intents
