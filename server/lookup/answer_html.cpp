#include "server/lookup/answer_html.hpp"

#include <algorithm>

#include "server/channels/web/notice.hpp"

namespace motcua::lookup {
namespace {

// "3" of "3. ...", "-" of "- ...", empty of what is no item of a list.
std::string_view mark_of(std::string_view line) {
  if (line.starts_with("- ")) return line.substr(0, 1);
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return line.substr(digits).starts_with(". ") ? line.substr(0, digits) : std::string_view{};
}

}  // namespace

std::string answer_html(std::string_view text) {
  std::string html;
  std::string_view closing;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) continue;
    const auto mark = mark_of(line);
    const std::string_view wanted = mark.empty() ? "" : mark == "-" ? "</ul>" : "</ol>";
    if (wanted != closing) {
      html += closing;
      if (!wanted.empty()) html += mark == "-" ? "<ul>" : "<ol start=\"" + std::string{mark} + "\">";
    }
    closing = wanted;
    if (mark.empty())
      html += "<p>" + web::escape_html(line) + "</p>";
    else
      html += "<li>" + web::escape_html(line.substr(line.find(' ') + 1)) + "</li>";
  }
  return html.append(closing);
}

std::string with_links(std::string_view html) {
  std::string out;
  for (auto at = html.find("https://"); at != std::string_view::npos; at = html.find("https://")) {
    out += html.substr(0, at);
    html.remove_prefix(at);
    auto address = html.substr(0, html.find_first_of(" <\n"));
    while (std::string_view{".,;:)"}.find(address.back()) != std::string_view::npos) address.remove_suffix(1);
    out.append("<a href=\"").append(address).append("\">").append(address).append("</a>");
    html.remove_prefix(address.size());
  }
  return out.append(html);
}

}  // namespace motcua::lookup
