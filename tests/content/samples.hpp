// A small content folder in memory that loads without a finding, and ways to spoil one thing in it.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "content/knowledge/load.hpp"

namespace motcua::content::samples {

using files = std::vector<std::pair<std::string, std::string>>;

inline const std::string procedure_path = "procedures/ho-tich/khai-sinh.yaml";
inline const std::string guide_path = "guides/nop-truc-tuyen.yaml";
inline const std::string faq_path = "faqs/gio-lam-viec.yaml";
inline const std::string contact_path = "contacts/tong-dai.yaml";
inline const std::string smalltalk_path = "smalltalk/chao.yaml";
inline const std::string unit_path = "units/mac-dinh.yaml";
inline const std::string lexicon_path = "lexicon/words.yaml";
inline const std::string phrases_path = "phrases/phrases.yaml";
inline const std::string golden_path = "golden/golden.yaml";

inline files good() {
  return {
      {procedure_path, R"(id: khai-sinh
kind: procedure
title: Khai sinh
summary: Làm giấy khai sinh.
official_name: Thủ tục đăng ký khai sinh
code: "1.001193"
field: ho-tich
agency: UBND cấp xã
ways:
  - {way: online, note: qua cổng}
documents:
  - {name: Tờ khai, original: 1, form: https://example.gov.vn/a}
steps: [Nộp hồ sơ]
time_limit: Trong ngày
fee:
  - {amount: 0, text: đúng hạn, from: 2026-08-08, to: 2026-12-31}
result: Giấy khai sinh
legal: [Luật Hộ tịch]
online_link: https://example.gov.vn/b
forms: [{name: Tờ khai, url: "https://example.gov.vn/c"}]
contact: tong-dai
asked_as: [p1, p2, p3, p4, p5, p6, p7, p8]
related: [nop-truc-tuyen]
confidence: high
confidence_by_field: {fee: medium}
sources:
  - {title: Nguồn, url: https://example.gov.vn/d, date: 2026-04}
verified_on: 2026-11-20
review_by: 2027-02-20
)"},
      {guide_path, R"(id: nop-truc-tuyen
kind: guide
title: Nộp trực tuyến
summary: Cách nộp.
steps: [Mở cổng]
asked_as: [g1, g2, g3, g4, g5, g6, g7, g8]
confidence: high
sources: [{title: Nguồn}]
verified_on: 2026-11-20
review_by: 2027-02-20
contact: tong-dai
)"},
      {faq_path, R"(id: gio-lam-viec
kind: faq
title: Giờ làm việc
answer: Sáng và chiều.
asked_as: [f1, f2, f3, f4, f5, f6, f7, f8]
confidence: high
sources: [{title: Nguồn}]
verified_on: 2026-11-20
review_by: 2027-02-20
)"},
      {contact_path, R"(id: tong-dai
kind: contact
title: Tổng đài
phone: "1022"
confidence: high
sources: [{title: Nguồn}]
verified_on: 2026-11-20
review_by: 2027-02-20
)"},
      {smalltalk_path, R"(id: chao
kind: smalltalk
title: Chào
act: greeting
text: Xin chào, đây là {unit}.
asked_as: [s1, s2, s3, s4, s5]
)"},
      {unit_path, R"(id: mac-dinh
name: UBND xã, phường
counter: Trung tâm
phone: "02253842000"
hours: Thứ hai đến thứ sáu
address: Số 1
confidence: high
)"},
      {lexicon_path, "- {from: cccd, to: căn cước công dân, kind: abbreviation}\n"},
      {phrases_path, "not_understood: Xin lỗi.\n"},
      {golden_path, "- {text: làm khai sinh, entry: khai-sinh, aspect: documents}\n"},
  };
}

inline std::string& text_of(files& all, const std::string& path) {
  const auto found = std::ranges::find(all, path, &files::value_type::first);
  if (found == all.end()) throw std::logic_error{"no sample " + path};
  return found->second;
}

// The good files with one piece of one file written otherwise.
inline files with(const std::string& path, const std::string& piece, const std::string& instead) {
  auto all = good();
  auto& text = text_of(all, path);
  const auto at = text.find(piece);
  if (at == std::string::npos) throw std::logic_error{"no such piece: " + piece};
  text.replace(at, piece.size(), instead);
  return all;
}

inline files with_file(const std::string& path, std::string text) {
  auto all = good();
  std::erase_if(all, [&](const auto& file) { return file.first == path; });
  all.emplace_back(path, std::move(text));
  return all;
}

inline files without(const std::string& path) {
  auto all = good();
  std::erase_if(all, [&](const auto& file) { return file.first == path; });
  return all;
}

inline std::vector<std::string> findings_of(files all) {
  std::vector<std::string> lines;
  for (const auto& f : load_files(std::move(all)).findings) lines.push_back(to_line(f));
  return lines;
}

// Exactly one finding, and its line begins so.
inline auto only(const std::string& beginning) {
  return testing::ElementsAre(testing::StartsWith(beginning));
}

}  // namespace motcua::content::samples
