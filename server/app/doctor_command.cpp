// `motcua doctor`: looks at everything an installation needs, and says what to do about what is amiss.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/minds.hpp"
#include "server/http/client.hpp"
#include "server/pipeline/clock.hpp"

namespace motcua::app {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr std::uintmax_t least_space = 512ULL * 1024 * 1024;
constexpr double least_success = 0.95;  // of webhooks
constexpr std::int64_t quiet_day = 86'400;

class findings {
 public:
  explicit findings(std::ostream& out) : out_{out} {}
  void good(const std::string& what) { out_ << "ok    " << what << '\n'; }
  void bad(const std::string& what, const std::string& advice) {
    out_ << "AMISS " << what << ": " << advice << '\n';
    ++amiss_;
  }
  int amiss() const noexcept { return amiss_; }

 private:
  std::ostream& out_;
  int amiss_ = 0;
};

void look_at_content(const configuration& settings, findings& to) {
  const auto loaded = load_mind(settings.content);
  std::size_t errors = 0;
  for (const auto& f : loaded.findings)
    if (f.how_bad == content::severity::error) ++errors;
  if (loaded.mind && errors == 0)
    to.good("content: " + std::to_string(loaded.mind->content->entries().size()) + " entries");
  else
    to.bad("content", std::to_string(errors) + " errors; `motcua content check` lists them");
}

void look_at_disk(const configuration& settings, findings& to) {
  std::error_code ec;
  const auto folder = std::filesystem::exists(settings.data) ? settings.data : settings.data.parent_path();
  const auto space = std::filesystem::space(folder.empty() ? "." : folder, ec);
  const std::string what = "disk of " + settings.data.string();
  if (ec)
    to.bad(what, "cannot be looked at (" + ec.message() + "): check `data` in the configuration");
  else if (space.available < least_space)
    to.bad(what, "only " + std::to_string(space.available / 1024 / 1024) + " MB are free: make room");
  else
    to.good(what + ": " + std::to_string(space.available / 1024 / 1024) + " MB free");
}

awaitable<std::optional<json>> ask_running(net::io_context& loop, std::string origin) {
  http::client staff{loop, *http::origin::parse(origin), 1, 1};
  http::request message{http::verb::get, "/readyz", 11};
  const auto called = co_await staff.call(std::move(message), std::chrono::steady_clock::now() + 5s, true);
  if (!called.answer) co_return std::nullopt;
  auto body = json::parse(called.answer->body(), nullptr, false);
  if (!body.is_object()) co_return std::nullopt;
  co_return body;
}

std::optional<json> running(const configuration& settings) {
  net::io_context loop;
  const auto host =
      settings.staff_at.address().is_loopback() ? settings.staff_at.address().to_string() : "127.0.0.1";
  auto done = net::co_spawn(
      loop, ask_running(loop, "http://" + host + ':' + std::to_string(settings.staff_at.port())),
      net::use_future);
  loop.run();
  return done.get();
}

void look_at_account(const std::string& id, const json& told, findings& to) {
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(pipeline::system_clock()().time_since_epoch()).count();
  if (const auto trouble = told.value("trouble", std::string{}); !trouble.empty()) {
    to.bad(id, trouble);
    return;
  }
  if (told.value("paused", false)) {
    to.bad(id,
           "its platform fails and sends are paused; they go on by themselves, see the log for the reason");
    return;
  }
  const auto& success = told["webhook_success"];
  if (success.is_number() && success.get<double>() < least_success && told.value("webhooks_refused", 0) > 0) {
    to.bad(id, "webhooks with a wrong signature: compare the account's secret with the platform's console");
    return;
  }
  if (told["last_event"].is_number() && now - told["last_event"].get<std::int64_t>() > quiet_day) {
    to.bad(id,
           "nothing has come for a day: write to it yourself; then look at the webhook page of the platform");
    return;
  }
  to.good(id + (told["last_event"].is_null() ? ": nothing has come yet" : ": events come in"));
}

void look_at_running(const configuration& settings, findings& to) {
  const auto told = running(settings);
  if (!told) {
    to.bad("service", "no motcua answers on " + settings.staff_at.address().to_string() + ':' +
                          std::to_string(settings.staff_at.port()) + ": start it, or look at its log");
    return;
  }
  to.good("service: runs, " + std::to_string(told->value("events_waiting", 0)) + " events and " +
          std::to_string(told->value("outbox_waiting", 0)) + " answers waiting");
  if (const auto lost = told->value("undeliverable", 0); lost > 0)
    to.bad("answers",
           std::to_string(lost) + " could not be delivered; the log says why (delivery.undeliverable)");
  const json accounts = told->value("accounts", json::object());
  for (const auto& [id, one] : accounts.items()) look_at_account(id, one, to);
}

void look_at_accounts(const configuration& settings, findings& to) {
  if (settings.zalo.empty() && settings.messenger.empty()) {
    to.good("accounts: none but the web chat; README tells how to connect Zalo and Messenger");
    return;
  }
  if (settings.base_url.empty())
    to.bad("server.base_url", "is not set: leaflets and their QR codes need the bot's public address");
  to.good("accounts: " + std::to_string(settings.zalo.size()) + " of Zalo, " +
          std::to_string(settings.messenger.size()) + " of Messenger");
}

}  // namespace

int doctor(const configuration& settings, std::ostream& out) {
  findings to{out};
  to.good("configuration");
  look_at_accounts(settings, to);
  look_at_content(settings, to);
  look_at_disk(settings, to);
  look_at_running(settings, to);
  return to.amiss() == 0 ? 0 : 1;
}

}  // namespace motcua::app
