#include "server/channels/web/routes.hpp"

#include <stdexcept>

namespace motcua::web {

namespace {

notice notice_of(const options& with) {
  const auto* found = with.files.find("notice.txt");
  if (!found) throw std::runtime_error{"the web pages lack notice.txt"};
  return {found->body, with.keep_words};
}

void add_pages(http::router& to, std::shared_ptr<const pages> site) {
  using http::verb;
  const auto page = [&](const char* path, http::answer (pages::*which)(const http::exchange&) const) {
    to.on(verb::get, path,
          [site, which](http::exchange& ex) -> awaitable<http::answer> { co_return ((*site).*which)(ex); });
  };
  page("/chat", &pages::chat);
  page("/chat/du-lieu", &pages::data_notice);
  page("/widget.js", &pages::widget);
  page("/web/{file*}", &pages::file);
  to.on(verb::get, "/", [site](http::exchange&) -> awaitable<http::answer> { co_return site->home(); });
}

void add_api(http::router& to, std::shared_ptr<api> chat) {
  using http::verb;
  const auto call = [&](verb method, const char* path,
                        awaitable<http::answer> (api::*which)(http::exchange&)) {
    to.on(method, path, [chat, which](http::exchange& ex) { return ((*chat).*which)(ex); });
  };
  call(verb::post, "/api/chat/sessions", &api::open_session);
  call(verb::post, "/api/chat/messages", &api::post_message);
  call(verb::get, "/api/chat/events", &api::stream_events);
  call(verb::get, "/api/chat/replies", &api::list_replies);
  call(verb::delete_, "/api/chat/session", &api::erase_session);
}

}  // namespace

void add_routes(http::router& to, options with) {
  auto words = notice_of(with);
  add_pages(to, std::make_shared<const pages>(with.files, with.accounts, words));
  add_api(to, std::make_shared<api>(api::parts{
                  .intake = with.intake,
                  .store = with.store,
                  .pages = with.pages,
                  .accounts = std::move(with.accounts),
                  .notice = std::move(words),
                  .now = std::move(with.now),
                  .random = std::move(with.random),
                  .message_pace = with.message_pace,
                  .session_pace = with.session_pace,
                  .bounds = with.bounds,
              }));
}

}  // namespace motcua::web
