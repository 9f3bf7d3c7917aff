#include "intents/dialogue/circumstance.hpp"

#include <gtest/gtest.h>

namespace motcua::intents {
namespace {

TEST(Circumstance, IsHowThingsStand) {
  for (const char* text :
       {"bố mẹ chưa đăng ký kết hôn thì sao", "nếu ở đến 2 tháng thì sao", "có lương hưu rồi thì sao",
        "em từng ly hôn rồi thì làm sao", "nha dang the chap thi sao", "lỡ quá hạn thì có bị phạt không"})
    EXPECT_TRUE(bearing_of(text).circumstance) << text;
}

TEST(Circumstance, IsWhoWouldDoIt) {
  for (const char* text : {"vợ tôi làm hộ được không", "ông bà đi làm thay được không",
                           "chau lam ho ba duoc k", "vợ tôi đứng tên được không"})
    EXPECT_TRUE(bearing_of(text).circumstance) << text;
}

TEST(Circumstance, IsNotAnotherMatter) {
  for (const char* text : {"làm giấy khai sinh cần gì", "thế còn khai tử thì sao", "mất căn cước thì sao",
                           "con the bao hiem y te thi sao", "đăng ký tạm trú ở đâu",
                           "lam ho khau cho con o dau", "xin ho chieu"})
    EXPECT_FALSE(bearing_of(text).circumstance) << text;
}

TEST(Circumstance, IsShort) {
  EXPECT_TRUE(bearing_of("một người đi được không").brief);
  const auto story = bearing_of(
      "tôi đang ở trong Nam làm công nhân đã ba năm nay chưa về quê lần nào giờ muốn về nhập hộ khẩu thì "
      "sao");
  EXPECT_FALSE(story.brief);
  EXPECT_FALSE(story.circumstance);
}

}  // namespace
}  // namespace motcua::intents
