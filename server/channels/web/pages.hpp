// The chat's pages and their security headers. No page sets a cookie.
//
//   GET /chat?unit=<id>            the chat, full page or inside the widget's iframe
//   GET /chat/du-lieu?unit=<id>    what is kept and what a citizen may ask for: the long form of the notice
//   GET /widget.js                 the loader for the commune's own site
//   GET /web/{file*}               scripts, styles, pictures
//   GET /                          302 to /chat
#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/channels/web/account.hpp"
#include "server/channels/web/notice.hpp"
#include "server/http/static_files.hpp"

namespace motcua::web {

// Content-Security-Policy of a page that these sites may frame; of none but our own where there are none
// (messenger.md 7.2). Throws std::invalid_argument for what is not an origin: it would open the policy.
std::string content_policy(const std::vector<std::string>& frame_ancestors);

// Filled in once, at the start. `files` outlives it. Throws std::runtime_error where a page is missing.
class pages {
 public:
  pages(const http::static_files& files, const std::vector<account>& accounts, const notice& given);

  http::answer chat(const http::exchange& ex) const;
  http::answer data_notice(const http::exchange& ex) const;
  http::answer widget(const http::exchange& ex) const;
  http::answer file(const http::exchange& ex) const;
  http::answer home() const;

 private:
  struct page {
    std::string chat;
    std::string data_notice;
    std::string policy;
  };
  const page* page_for(const http::exchange& ex) const;
  http::answer give(const page* which, const std::string page::*part) const;

  const http::static_files& files_;
  std::vector<account> accounts_;
  std::map<std::string, page, std::less<>> by_account_;
};

}  // namespace motcua::web
