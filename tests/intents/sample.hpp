// A small library in memory, with the shipped phrases, lexicon and small talk, for tests that need a known
// entry.
#pragma once

#include <memory>

#include "content/knowledge/load.hpp"
#include "content/knowledge/snapshot.hpp"
#include "intents/dialogue/turn.hpp"

namespace motcua::intents::sample {

using content::aspect;
using content::confidence;

inline content::date day(int y, unsigned m, unsigned d) {
  return content::date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

inline instant at(int y, unsigned m, unsigned d, int hour = 3) {
  return std::chrono::sys_days{day(y, m, d)} + std::chrono::hours{hour};
}

template <class T>
content::fact<T> sure(T value) {
  return {std::move(value), confidence::high};
}

inline const content::loaded& shipped() {
  static const auto loaded = content::load(MOTCUA_SOURCE_DIR "/content");
  return loaded;
}

inline content::fact<content::dated_text> always(std::string text) {
  return sure<content::dated_text>({{std::move(text), {}}});
}

inline content::entry birth() {
  content::procedure p;
  p.official_name = "Thủ tục đăng ký khai sinh";
  p.code = sure<std::string>("1.001193");
  p.field = "ho-tich";
  p.agency = always("UBND xã nơi cha hoặc mẹ cư trú");
  p.ways = sure<std::vector<content::filing_way>>(
      {{content::filing::in_person, "tại quầy"}, {content::filing::online, "VNeID"}});
  p.documents = sure<std::vector<content::document>>(
      {{"Tờ khai", 1, 0, false, "", "", ""}, {"Giấy tờ tùy thân", 0, 0, true, "", "", ""}});
  p.steps = sure<std::vector<std::string>>({"Chuẩn bị", "Nộp", "Nhận"});
  p.time_limit = always("Trong ngày làm việc");
  p.fees = sure<std::vector<content::fee_line>>(
      {{content::money{0}, "đúng hạn", {}},
       {content::money{8000}, "mỗi bản sao", {}},
       {content::money{77000}, "mức cũ", {std::nullopt, day(2025, 12, 31)}},
       {content::money{66000}, "mức mới", {day(2027, 1, 1), std::nullopt}}});
  p.result = always("Giấy khai sinh");
  p.legal = always("Luật Hộ tịch 60/2014/QH13");
  p.online_link = sure<std::string>("https://dichvucong.gov.vn/khai-sinh");
  content::entry e;
  e.id = content::entry_id{"khai-sinh"};
  e.title = "Đăng ký khai sinh";
  e.summary = "Làm giấy khai sinh cho trẻ.";
  e.asked_as = {"làm giấy khai sinh cần gì", "lam gks cho con het bn tien", "đk khai sinh ntn v ạ"};
  e.sources = {{"Cổng Dịch vụ công quốc gia", "", "2026"}};
  e.trust = confidence::high;
  e.verified_on = day(2026, 11, 20);
  e.review_by = day(2027, 2, 20);
  e.body = std::move(p);
  return e;
}

inline content::entry plain(const std::string& id, const std::string& title, std::vector<std::string> asked) {
  content::procedure p;
  p.official_name = "Thủ tục " + title;
  p.time_limit = {{{"Trong 4321 ngày", {}}}, confidence::low};
  p.fees = {{{content::money{987000}, "mỗi lần", {}}}, confidence::low};
  p.agency = always("UBND xã");
  content::entry e;
  e.id = content::entry_id{id};
  e.title = title;
  e.summary = title + " tại xã.";
  e.asked_as = std::move(asked);
  e.sources = {{"Quyết định công bố", "", "2026"}};
  e.trust = confidence::medium;
  e.verified_on = day(2026, 11, 1);
  e.review_by = day(2027, 2, 1);
  e.body = std::move(p);
  return e;
}

inline content::entry hotline() {
  content::contact c;
  c.phone = sure<std::string>("1022");
  c.cost = sure<std::string>("theo cước nhà mạng");
  content::entry e;
  e.id = content::entry_id{"tong-dai-1022"};
  e.title = "Tổng đài 1022";
  e.summary = "Tổng đài của thành phố.";
  e.asked_as = {"tổng đài 1022", "gọi số nào để hỏi thủ tục"};
  e.sources = {{"Kế hoạch của xã", "", "2026"}};
  e.trust = confidence::high;
  e.verified_on = day(2026, 11, 1);
  e.body = std::move(c);
  return e;
}

inline content::library library() {
  content::library lib;
  lib.entries = {birth(),
                 plain("ket-hon", "Đăng ký kết hôn", {"đăng ký kết hôn cần giấy tờ gì", "dkkh o xa nao"}),
                 plain("khai-tu", "Đăng ký khai tử",
                       {"bố tôi mới mất làm giấy khai tử ở đâu", "lam giay chung tu can gi"}),
                 hotline()};
  if (const auto& from = shipped().content) {
    for (const auto& e : from->entries()) {
      if (e.kind() == content::entry_kind::smalltalk) lib.entries.push_back(e);
    }
    lib.words = from->words();
    lib.phrases = from->phrases();
  }
  content::unit unit;
  unit.id = content::default_unit;
  unit.name = "UBND phường Thử";
  unit.counter = "Trung tâm Phục vụ hành chính công phường Thử";
  lib.units.push_back(unit);
  return lib;
}

inline mind mind_of(content::library lib) {
  return mind{std::make_shared<const content::snapshot>(std::move(lib))};
}

// A conversation that has had its notice, on 21 November 2026.
struct chat {
  mind with;
  conversation state;
  instant now = at(2026, 11, 21);

  explicit chat(content::library lib = library()) : with{mind_of(std::move(lib))} { state.introduced = true; }

  turn say(const std::string& text, citizen_event::kind what = citizen_event::kind::text) {
    auto t = take_turn(with, state, {what, text}, {content::default_unit, now});
    state = t.after;
    return t;
  }
  turn tap(const std::string& payload) { return say(payload, citizen_event::kind::tap); }
};

inline std::string all_text(const turn& t) {
  std::string text;
  for (const auto& r : t.replies) text += r.text + '\n';
  return text;
}

inline std::vector<action> actions_of(const turn& t) {
  return t.replies.back().actions;
}

inline std::string payload_of(const action& a) {
  const auto* ask = std::get_if<ask_again>(&a.does);
  return ask ? ask->payload : std::string{};
}

}  // namespace motcua::intents::sample
