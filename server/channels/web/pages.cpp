#include "server/channels/web/pages.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/channels/web/api.hpp"

namespace motcua::web {

namespace {

// scheme://host[:port], in characters that cannot end the policy's word.
bool is_origin(std::string_view text) {
  const auto scheme = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
  if (scheme == 0 || text.size() == scheme) return false;
  return std::all_of(text.begin() + scheme, text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '*';
  });
}

const std::string& source_of(const http::static_files& files, std::string_view name) {
  const auto* found = files.find(name);
  if (!found) throw std::runtime_error{"the web pages lack " + std::string{name}};
  return found->body;
}

void protect(http::answer& out, const std::string& policy) {
  out.message.set("Content-Security-Policy", policy);
  out.message.set("X-Content-Type-Options", "nosniff");
  out.message.set("Referrer-Policy", "no-referrer");
  out.message.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

}  // namespace

std::string content_policy(const std::vector<std::string>& frame_ancestors) {
  std::string who;
  for (const auto& each : frame_ancestors) {
    if (!is_origin(each))
      throw std::invalid_argument{"frame_ancestors: not an origin like https://example.gov.vn"};
    who += " " + each;
  }
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
         "form-action 'self'; base-uri 'none'; frame-ancestors" +
         (who.empty() ? " 'self'" : who);
}

pages::pages(const http::static_files& files, const std::vector<account>& accounts, const notice& given)
    : files_{files}, accounts_{accounts} {
  for (const auto& each : accounts_) {
    const auto filled = [&](std::string_view name) {
      auto out =
          fill(source_of(files_, name), "{{notice}}", as_list_items(notice_for(given, each.unit_name)));
      out = fill(std::move(out), "{{days}}", std::to_string(given.kept.count()));
      out = fill(std::move(out), "{{unit_name}}", escape_html(each.unit_name));
      return fill(std::move(out), "{{unit}}", escape_html(each.unit.str()));
    };
    page made;
    made.chat = filled("chat.html");
    made.data_notice = filled("data-notice.html");
    made.policy = content_policy(each.frame_ancestors);
    by_account_.emplace(each.id.str(), std::move(made));
  }
}

const pages::page* pages::page_for(const http::exchange& ex) const {
  const auto unit = ex.query.find("unit");
  const auto* account = account_for(accounts_, unit == ex.query.end() ? std::string_view{} : unit->second);
  return account ? &by_account_.at(account->id.str()) : nullptr;
}

http::answer pages::give(const page* which, const std::string page::*part) const {
  auto out = which ? http::html_answer(http::status::ok, which->*part)
                   : http::html_answer(http::status::not_found, source_of(files_, "unknown-unit.html"));
  protect(out, which ? which->policy : content_policy({}));
  return out;
}

http::answer pages::chat(const http::exchange& ex) const {
  return give(page_for(ex), &page::chat);
}
http::answer pages::data_notice(const http::exchange& ex) const {
  return give(page_for(ex), &page::data_notice);
}

// The one file that other sites load: CORS, so that they can pin it with `integrity`.
http::answer pages::widget(const http::exchange& ex) const {
  auto out = files_.serve(ex, "widget.js");
  protect(out, content_policy({}));
  out.message.set(http::field::access_control_allow_origin, "*");
  out.message.set("Cross-Origin-Resource-Policy", "cross-origin");
  return out;
}

// Pages and texts have places to be filled in: they are not given out raw. The console's are not for
// everybody.
http::answer pages::file(const http::exchange& ex) const {
  const auto& name = ex.params.at("file");
  const bool source = name.ends_with(".html") || name.ends_with(".txt") || name.starts_with("staff/");
  auto out = source ? http::text_answer(http::status::not_found, "Not found\n") : files_.serve(ex, name);
  protect(out, content_policy({}));
  return out;
}

http::answer pages::home() const {
  auto out = http::text_answer(http::status::found, "");
  out.message.set(http::field::location, "/chat");
  protect(out, content_policy({}));
  return out;
}

}  // namespace motcua::web
