#include "server/staff/content/workshop.hpp"

#include <boost/asio/co_spawn.hpp>

#include "server/async/log.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::staff {
namespace {

constexpr int most_waiting = 4;

struct counted {
  std::atomic<int>& count;
  ~counted() { count.fetch_sub(1); }
};

std::string mark_of_all(const content::file_texts& files, const piece& changed) {
  std::string all;
  for (const auto& [name, body] : files) all += name + '\n' + mark_of(body) + '\n';
  return crypto::sha256_hex({all, changed.path, "\n", changed.entry, "\n", changed.body});
}

}  // namespace

std::string mark_of(const std::string& text) {
  return text.empty() ? std::string{} : crypto::sha256_hex({text});
}

template <class T, class Work>
awaitable<result<T>> workshop::in_turn(Work work) {
  if (waiting_.fetch_add(1) >= most_waiting) {
    waiting_.fetch_sub(1);
    co_return errc::overloaded;
  }
  const counted one{waiting_};
  const auto run = [&work]() -> awaitable<result<T>> {
    try {
      co_return work();
    } catch (const std::exception& e) {
      log::error("content.work_failed", {{"reason", e.what()}});
      co_return errc::storage;
    }
  };
  co_return co_await net::co_spawn(training_, run, use);
}

workshop::report workshop::look(const content::file_texts& files, const piece& changed) {
  const auto mark = mark_of_all(files, changed);
  if (!known_ || mark != known_for_) {
    const auto content = shelf_.minds.take()->content;
    known_.reset();  // three minds at a time are enough
    if (!asked_ || asked_->content != content)
      asked_ = std::make_shared<const intents::mind>(content, intents::all_golden);
    known_ = std::make_shared<const gate_report>(staff::examine(files, changed, *asked_, now_()));
    known_for_ = mark;
  }
  return known_;
}

awaitable<result<workshop::report>> workshop::examine(piece changed) {
  const auto work = [&]() -> report { return look(shelf_.read(), changed); };
  co_return co_await in_turn<report>(work);
}

awaitable<result<std::string>> workshop::published_now(piece which) {
  const auto work = [&]() -> std::string { return published_text(shelf_.read(), which); };
  co_return co_await in_turn<std::string>(work);
}

awaitable<result<content::proposal>> workshop::plan(import_kind kind, std::string text) {
  const auto work = [&]() -> content::proposal {
    return plan_import(shelf_.read(), shelf_.minds.take()->content->contents(), kind, text);
  };
  co_return co_await in_turn<content::proposal>(work);
}

awaitable<result<workshop::published>> workshop::publish(piece changed, std::string base, bool in_spite) {
  const auto work = [&]() -> published {
    published out;
    const auto files = shelf_.read();
    out.before = published_text(files, changed);
    if (mark_of(out.before) != base) return out;
    out.judged = look(files, changed);
    if (!out.judged->after || (out.judged->blocked && !in_spite)) return out;
    for (const auto& [file, body] : out.judged->files) shelf_.write(file, body);
    asked_ = out.judged->after;
    shelf_.minds.put(std::make_shared<const intents::mind>(asked_->content));
    out.done = true;
    return out;
  };
  co_return co_await in_turn<published>(work);
}

}  // namespace motcua::staff
