#include "intents/match/filler.hpp"

#include <unordered_set>

namespace motcua::intents {
namespace {

const std::unordered_set<std::string_view> fillers{
    "a",     "ad",   "ah",   "anh", "ay",   "bac",   "ban",  "bao", "bay",   "bi",   "biet",  "cac",
    "cai",   "can",  "cau",  "chi", "cho",  "chu",   "co",   "con", "cua",   "cung", "da",    "dang",
    "day",   "de",   "den",  "di",  "do",   "duoc",  "em",   "ghe", "gi",    "gia",  "giup",  "gio",
    "ha",    "hay",  "het",  "hoi", "khi",  "khong", "la",   "lam", "may",   "minh", "moi",   "mot",
    "muon",  "nao",  "nay",  "neu", "ngay", "nha",   "nhe",  "nhi", "nhieu", "nhu",  "nhung", "o",
    "oi",    "phai", "qua",  "ra",  "roi",  "sao",   "se",   "tai", "the",   "thi",  "toi",   "tra",
    "trong", "u",    "vay",  "va",  "vang", "ve",    "viec", "voi", "xin",   "xong", "y",     "ca",
    "nua",   "ta",   "thua", "van", "vua",  "hien",  "chao", "hom"};

}  // namespace

bool is_filler(std::string_view folded_word) noexcept {
  return fillers.contains(folded_word);
}

}  // namespace motcua::intents
