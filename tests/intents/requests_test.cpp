// What is asked of people: one's own dossier, an officer, that the commune should act.

#include "intents/match/requests.hpp"

#include <gtest/gtest.h>

#include "intents/text/normalise.hpp"

namespace motcua::intents {
namespace {

std::optional<decision> read(std::string_view said) {
  static const request_reader requests;
  return requests.read(to_words(normalise(said)));
}

TEST(Requests, TakesWhatWasHandedInAndIsStillOutForOnesOwnDossier) {
  for (const char* said :
       {"hộ chiếu em nộp 10 ngày rồi sao chưa thấy về", "sổ đỏ nhà bà nội nộp từ tết mà mãi chưa thấy đâu",
        "don xin tro cap gui hom thu hai, den nay chua co gi",
        "bao giờ tôi được lấy giấy mà tôi nộp hôm mùng 5"})
    EXPECT_EQ(read(said), decision::own_dossier) << said;
}

TEST(Requests, TakesAPaperOfOnesOwnThatMayBeDoneForOnesOwnDossier) {
  EXPECT_EQ(read("giay ket hon cua vo chong em xong chua a"), decision::own_dossier);
  EXPECT_EQ(read("giấy phép xây nhà của em ký chưa"), decision::own_dossier);
  EXPECT_EQ(read("căn cước của con về chưa ạ"), decision::own_dossier);
}

TEST(Requests, TakesNoPaymentAndNoPlanForADossier) {
  for (const char* said :
       {"nộp thuế từ tháng một mà chưa có biên lai", "gửi tiền từ hôm qua chưa thấy vào tài khoản",
        "nộp hồ sơ hôm nay thì bao giờ có kết quả", "tôi chưa có căn cước thì làm thế nào"})
    EXPECT_EQ(read(said), std::nullopt) << said;
}

TEST(Requests, HearsThatTheCommuneShouldAct) {
  for (const char* said :
       {"đống rác đầu ngõ bốc mùi, đề nghị xử lý", "hang xom tha khoi ca ngay, de nghi xa xuong kiem tra",
        "hàng xóm hát karaoke đêm khuya, phường xuống nhắc nhở giùm"})
    EXPECT_EQ(read(said), decision::feedback) << said;
}

TEST(Requests, TakesAQuestionAboutWhatTheCommuneDoesForNone) {
  for (const char* said : {"nhờ phường cử người xuống nhà làm khai sinh được không",
                           "xin phép xây nhà thì bao giờ xã xuống kiểm tra", "nhờ xã chứng nhận hộ nghèo"})
    EXPECT_EQ(read(said), std::nullopt) << said;
}

}  // namespace
}  // namespace motcua::intents
