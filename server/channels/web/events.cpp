#include "server/channels/web/events.hpp"

#include <algorithm>
#include <charconv>

#include "server/channels/web/render.hpp"

namespace motcua::web {

namespace {

constexpr int at_a_time = 50;

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

awaitable<result<std::vector<delivered>>> replies_above(std::shared_ptr<const feed> from,
                                                        store::conversation_id of, store::outbox_id after) {
  auto rows = co_await from->store.replies_after(of, after, at_a_time);
  if (!rows) co_return rows.error();
  std::vector<delivered> out;
  for (const auto& row : *rows) out.push_back(delivered{row.id, render(row)});
  if (static_cast<int>(out.size()) < at_a_time) {
    for (auto& held : from->pages.recent(of, after)) out.push_back(std::move(held));
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const auto twice = [](const auto& a, const auto& b) { return a.id == b.id; };
    out.erase(std::unique(out.begin(), out.end(), twice), out.end());
  }
  co_return out;
}

std::string event_text(const delivered& reply) {
  return "id: " + std::to_string(static_cast<std::int64_t>(reply.id)) +
         "\nevent: reply\ndata: " + reply.body + "\n\n";
}

awaitable<void> run_stream(std::shared_ptr<const feed> from, store::conversation_id of,
                           store::outbox_id after, http::stream_writer& out) {
  const auto here = co_await net::this_coro::executor;
  // Before the first look, so that a reply between the look and the wait rings too.
  const auto ear = from->pages.listen(of, here);
  const auto until = std::chrono::steady_clock::now() + from->bounds.life;
  std::string piece = "retry: 3000\n\n";
  while (true) {
    auto fresh = co_await replies_above(from, of, after);
    if (!fresh) co_return;
    for (const auto& reply : *fresh) {
      piece += event_text(reply);
      after = reply.id;
    }
    if (!piece.empty()) {
      const auto written = co_await out.write(piece);
      if (!written) co_return;
      piece.clear();
    }
    if (fresh->size() >= at_a_time) continue;
    if (std::chrono::steady_clock::now() >= until) co_return;
    const auto heard = co_await ear->wait(from->bounds.heartbeat);
    if (heard == bell::news::ended) co_return;
    if (heard == bell::news::quiet) piece = ":\n\n";
  }
}

std::optional<store::outbox_id> cursor_of(const http::exchange& ex) {
  std::int64_t after = 0;
  if (const auto at = ex.query.find("after"); at != ex.query.end()) {
    const auto given = number(at->second);
    if (!given) return std::nullopt;
    after = *given;
  }
  if (const auto at = ex.message.find("Last-Event-ID"); at != ex.message.end()) {
    const auto value = at->value();
    const auto given = number(std::string_view{value.data(), value.size()});
    if (!given) return std::nullopt;
    after = std::max(after, *given);
  }
  return store::outbox_id{after};
}

}  // namespace motcua::web
