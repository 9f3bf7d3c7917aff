#include "server/dossier/service.hpp"

#include <stdexcept>

#include "server/async/log.hpp"
#include "server/crypto/digest.hpp"

namespace motcua::dossier {
namespace {

using intents::dossier_state;

constexpr std::size_t connections = 4;
constexpr std::size_t most_waiting = 256;
constexpr std::size_t most_known = 10'000;

http::origin origin_of(const std::string& url) {
  auto to = http::address::parse(url);
  if (!to)
    throw std::runtime_error{"dossier.url must be https://host/path (plain http only for this machine)"};
  return std::move(to->at);
}

}  // namespace

service::service(net::io_context& loop, mapping how, pipeline::clock now)
    : how_{std::move(how)}, now_{std::move(now)}, to_{loop, origin_of(how_.url), connections, most_waiting} {}

awaitable<dossier_state> service::look_up(std::string code) {
  const auto digest = crypto::sha256_hex({code});
  const auto known = known_.find(digest);
  if (known != known_.end() && now_() - known->second.asked_at < how_.kept) co_return known->second;
  auto told = co_await ask(code);
  if (told.is != dossier_state::of::no_answer) keep(digest, told);
  co_return told;
}

awaitable<dossier_state> service::ask(const std::string& code) {
  http::request message{http::verb::get, target_for(how_, code), 11};
  message.set(http::field::accept, "application/json");
  if (!how_.token.empty()) message.set(http::field::authorization, "Bearer " + how_.token);
  const auto until = std::chrono::steady_clock::now() + how_.limit;
  const auto called = co_await to_.call(std::move(message), until, true);
  const auto now = now_();
  if (!called.answer) {
    log::warning("dossier.no_answer", {{"reason", called.error.code.message()}});
    co_return dossier_state{dossier_state::of::no_answer, {}, {}, how_.source, now};
  }
  auto told = understood(how_, called.answer->result_int(), called.answer->body(), now);
  if (told.is == dossier_state::of::no_answer)
    log::warning("dossier.not_understood", {{"status", called.answer->result_int()}});
  co_return told;
}

void service::keep(const std::string& digest, const dossier_state& told) {
  if (known_.size() >= most_known)
    std::erase_if(known_, [&](const auto& one) { return told.asked_at - one.second.asked_at >= how_.kept; });
  if (known_.size() < most_known) known_[digest] = told;
}

}  // namespace motcua::dossier
