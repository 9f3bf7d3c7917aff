#include "content/exchange/sheet_cell.hpp"

#include <algorithm>
#include <array>

namespace motcua::content {
namespace {

using shape = yaml_node::shape;

constexpr auto columns = std::to_array<label>({
    {"id", "Mã mục", column::text},
    {"kind", "Loại", column::text},
    {"title", "Tên thường gọi", column::text},
    {"summary", "Tóm tắt", column::text},
    {"official_name", "Tên chính thức", column::text},
    {"code", "Mã thủ tục", column::text},
    {"field", "Lĩnh vực", column::text},
    {"level", "Cấp", column::text},
    {"agency", "Nơi nhận và giải quyết", column::texts},
    {"who", "Ai làm", column::texts},
    {"ways", "Cách nộp", column::items},
    {"documents", "Giấy tờ", column::items},
    {"steps", "Các bước", column::texts},
    {"time_limit", "Thời hạn", column::texts},
    {"fee", "Lệ phí", column::items},
    {"exemptions", "Miễn, giảm", column::texts},
    {"result", "Kết quả", column::texts},
    {"legal", "Căn cứ pháp lý", column::texts},
    {"online_link", "Địa chỉ nộp trực tuyến", column::text},
    {"forms", "Mẫu đơn", column::items},
    {"notes", "Lưu ý", column::texts},
    {"answer", "Trả lời", column::text},
    {"of_unit", "Của đơn vị", column::text},
    {"phone", "Điện thoại", column::text},
    {"hours", "Giờ làm việc", column::text},
    {"address", "Địa chỉ", column::text},
    {"cost", "Cước gọi", column::text},
    {"link", "Trang", column::text},
    {"act", "Kiểu chào", column::text},
    {"text", "Lời nói", column::text},
    {"contact", "Hỏi ai", column::text},
    {"video", "Phim hướng dẫn", column::text},
    {"related", "Mục liên quan", column::words},
    {"confidence", "Độ tin cậy", column::text},
    {"confidence_by_field", "Độ tin cậy từng trường", column::words},
    {"sources", "Nguồn", column::items},
    {"verified_on", "Ngày kiểm tra", column::text},
    {"review_by", "Hạn rà lại", column::text},
    {"valid_from", "Hiệu lực từ", column::text},
    {"valid_to", "Hiệu lực đến", column::text},
    {"suspended", "Tạm ngừng", column::text},
    {"replaced_by", "Thay bằng", column::text},
    {"staff_note", "Ghi chú cho cán bộ", column::text},
});

// The names of the parts of an item.
constexpr auto parts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"way", "cách"},
    {"name", "tên"},
    {"original", "bản chính"},
    {"copy", "bản sao"},
    {"present", "xuất trình"},
    {"when", "khi"},
    {"note", "ghi chú"},
    {"form", "mẫu"},
    {"amount", "số tiền"},
    {"text", "nội dung"},
    {"from", "từ"},
    {"to", "đến"},
    {"title", "tên nguồn"},
    {"url", "trang"},
    {"date", "ngày"},
    {"fields", "cho trường"},
});

constexpr std::string_view between = " | ";

}  // namespace

const label* column_named(std::string_view name) {
  const auto found =
      std::ranges::find_if(columns, [&](const label& l) { return l.name == name || l.key == name; });
  return found == columns.end() ? nullptr : &*found;
}

namespace {

const label* column_of(std::string_view key) {
  const auto found = std::ranges::find(columns, key, &label::key);
  return found == columns.end() ? nullptr : &*found;
}

std::string_view name_of_part(std::string_view key) {
  const auto found = std::ranges::find(parts, key, &decltype(parts)::value_type::first);
  return found == parts.end() ? key : found->second;
}

std::string_view part_named(std::string_view name) {
  const auto found = std::ranges::find(parts, name, &decltype(parts)::value_type::second);
  return found == parts.end() ? name : found->first;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '|') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      out += text[i] == 'n' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const auto end = text.find(at);
    pieces.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + at.size());
  }
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "20/11/2026", as a spreadsheet writes the day back.
std::string day_in(std::string_view text) {
  const auto pieces = split(text, "/");
  if (pieces.size() != 3 || !std::ranges::all_of(pieces, is_digits) || pieces[2].size() != 4)
    return std::string{text};
  const auto two = [](std::string_view digits) {
    return digits.size() == 1 ? "0" + std::string{digits} : std::string{digits};
  };
  return std::string{pieces[2]} + '-' + two(pieces[1]) + '-' + two(pieces[0]);
}

bool is_day(std::string_view key) {
  constexpr std::array days{"verified_on", "review_by", "valid_from", "valid_to", "from", "to", "date"};
  return std::ranges::find(days, key) != days.end();
}

}  // namespace

std::string plain_value(std::string_view key, std::string_view cell) {
  auto value = std::string{trimmed(cell)};
  if (value.starts_with("=\"") && value.ends_with('"')) value = value.substr(2, value.size() - 3);
  if (value.starts_with('\'')) value.erase(0, 1);
  if (is_day(key)) return day_in(value);
  if (key == "code" && value.size() == 7 && is_digits(value)) value.insert(1, ".");
  if (key == "amount") std::erase_if(value, [](char c) { return c == '.' || c == ' '; });
  return value;
}

yaml_node text_node(std::string_view key, std::string text) {
  yaml_node node;
  node.what = shape::text;
  node.key = std::string{key};
  node.text = std::move(text);
  return node;
}

yaml_node container(std::string_view key, shape what) {
  yaml_node node;
  node.what = what;
  node.key = std::string{key};
  return node;
}

namespace {

std::string line_of(const yaml_node& item) {
  if (item.what == shape::text) return escaped(item.text);
  std::string line;
  for (const auto& part : item.children) {
    if (!line.empty()) line += between;
    line.append(name_of_part(part.key)).append(": ");
    if (part.what == shape::text) {
      line += part.key == "present" ? "có" : escaped(part.text);
      continue;
    }
    for (std::size_t i = 0; i < part.children.size(); ++i)
      line += (i == 0 ? "" : ", ") + part.children[i].text;
  }
  return line;
}

// Escaped bars do not part.
std::vector<std::string> parts_in(std::string_view line) {
  std::vector<std::string> found(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      found.back().append(line.substr(i++, 2));
    } else if (line[i] == '|') {
      found.emplace_back();
    } else {
      found.back() += line[i];
    }
  }
  return found;
}

yaml_node words_node(std::string_view key, std::string_view cell) {
  const bool map = key == "confidence_by_field";
  auto node = container(key, map ? shape::map : shape::list);
  for (const auto piece : split(cell, ",")) {
    const auto word = trimmed(piece);
    if (word.empty()) continue;
    if (!map) {
      node.children.push_back(text_node("", std::string{word}));
      continue;
    }
    const auto colon = word.find(':');
    const auto value = colon == std::string_view::npos ? std::string_view{} : trimmed(word.substr(colon + 1));
    node.children.push_back(text_node(trimmed(word.substr(0, colon)), std::string{value}));
  }
  return node;
}

yaml_node item_node(std::string_view line) {
  auto item = container("", shape::map);
  for (const auto& part : parts_in(line)) {
    const auto colon = part.find(':');
    if (colon == std::string::npos) return text_node("", unescaped(trimmed(line)));
    const auto key = part_named(trimmed(std::string_view{part}.substr(0, colon)));
    const auto value = trimmed(std::string_view{part}.substr(colon + 1));
    if (key == "fields")
      item.children.push_back(words_node(key, value));
    else if (key == "present")
      item.children.push_back(text_node(key, value == "có" ? "true" : std::string{value}));
    else
      item.children.push_back(text_node(key, plain_value(key, unescaped(value))));
  }
  return item;
}

// A line of a dated text is a plain text unless it names its parts.
bool names_parts(std::string_view line) {
  return line.starts_with("nội dung:") || line.starts_with("text:");
}

yaml_node lines_node(std::string_view key, std::string_view cell, column what) {
  auto list = container(key, shape::list);
  for (const auto piece : split(cell, "\n")) {
    const auto line = trimmed(piece);
    if (line.empty()) continue;
    const bool item = what == column::items || names_parts(line);
    list.children.push_back(item ? item_node(line) : text_node("", unescaped(line)));
  }
  constexpr std::array may_be_one_text{"agency", "who", "time_limit", "exemptions", "result"};
  const bool one = list.children.size() == 1 && list.children.front().what == shape::text;
  if (one && std::ranges::find(may_be_one_text, key) != may_be_one_text.end())
    return text_node(key, list.children.front().text);
  return list;
}

}  // namespace

std::span<const label> all_columns() noexcept {
  return columns;
}

std::string harmless(std::string text) {
  constexpr std::string_view begins_formula = "=+-@";
  if (!text.empty() && (begins_formula.find(text.front()) != std::string_view::npos || text.front() == '\''))
    text.insert(0, 1, '\'');
  return text;
}

std::string cell_of(const yaml_node& node) {
  if (node.what == shape::text) {
    const bool number_like = node.key == "code" || node.key == "phone";
    if (number_like && node.text != "unknown") return "=\"" + node.text + "\"";
    const auto* known = column_of(node.key);
    return harmless(known && known->what == column::texts ? escaped(node.text) : node.text);
  }
  const auto* known = column_of(node.key);
  std::string cell;
  for (const auto& child : node.children) {
    if (known && known->what == column::words)
      cell += (cell.empty() ? "" : ", ") + (child.key.empty() ? "" : child.key + ": ") + child.text;
    else
      cell += (cell.empty() ? "" : "\n") + line_of(child);
  }
  return harmless(cell);
}

yaml_node node_of(std::string_view key, std::string_view cell) {
  const auto* known = column_of(key);
  const auto what = known ? known->what : column::text;
  if (trimmed(cell) == "unknown" || what == column::text) return text_node(key, plain_value(key, cell));
  if (what == column::words) return words_node(key, cell);
  return lines_node(key, plain_value(key, cell), what);
}

}  // namespace motcua::content
