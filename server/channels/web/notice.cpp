#include "server/channels/web/notice.hpp"

namespace motcua::web {

std::string fill(std::string page, std::string_view name, std::string_view with) {
  for (auto at = page.find(name); at != std::string::npos; at = page.find(name, at + with.size()))
    page.replace(at, name.size(), with);
  return page;
}

std::string notice_for(const notice& given, std::string_view unit_name) {
  auto out = fill(given.words, "{unit_name}", unit_name);
  out = fill(std::move(out), "{days}", std::to_string(given.kept.count()));
  while (!out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string as_list_items(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (!line.empty()) out += "<li>" + escape_html(line) + "</li>";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace motcua::web
