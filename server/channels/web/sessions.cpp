#include "server/channels/web/sessions.hpp"

namespace motcua::web {

namespace {

// A write for every question would be too many: the idle end may come this much early.
constexpr auto touch_every = std::chrono::minutes{5};

bool is_over(const store::web_session& session, store::instant now) {
  return now - session.seen_at >= idle_end || now - session.created_at >= absolute_end;
}

}  // namespace

std::string address_of(std::string_view token_hash) {
  return "web:" + std::string{token_hash};
}

std::string_view bearer(std::string_view authorization) noexcept {
  constexpr std::string_view scheme = "Bearer ";
  if (!authorization.starts_with(scheme)) return {};
  const auto token = authorization.substr(scheme.size());
  return is_token(token) ? token : std::string_view{};
}

sessions::sessions(store::store& keep, const pipeline::intake& names, pipeline::clock now,
                   random_source random)
    : store_{keep}, names_{names}, now_{std::move(now)}, random_{std::move(random)} {}

awaitable<result<std::string>> sessions::open(store::account_id account) {
  const std::string token = new_token(random_);
  store::web_session made;
  made.token_hash = digest_of(token);
  made.conversation = names_.conversation_of(account, address_of(made.token_hash));
  made.account = std::move(account);
  made.created_at = made.seen_at = now_();
  const auto kept = co_await store_.open_session(std::move(made));
  if (!kept) co_return kept.error();
  co_return token;
}

awaitable<result<std::optional<store::web_session>>> sessions::find(std::string authorization) {
  std::optional<store::web_session> none;
  const auto token = bearer(authorization);
  if (token.empty()) co_return none;
  std::string hash = digest_of(token);
  auto known = co_await store_.session(std::move(hash));
  if (!known) co_return known.error();
  if (!*known || !is_over(**known, now_())) co_return *known;
  const auto closed = co_await store_.close_session((*known)->token_hash);
  if (!closed) co_return closed.error();
  co_return none;
}

awaitable<result<void>> sessions::touch(store::web_session session) {
  const auto now = now_();
  result<void> fine;
  if (now - session.seen_at < touch_every) co_return fine;
  co_return co_await store_.touch_session(std::move(session.token_hash), now);
}

awaitable<result<void>> sessions::close(store::web_session session) {
  co_return co_await store_.close_session(std::move(session.token_hash));
}

}  // namespace motcua::web
