#include "server/app/service.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <csignal>
#include <iostream>
#include <random>
#include <thread>

#include "server/app/alarm_webhook.hpp"
#include "server/app/console_wiring.hpp"
#include "server/app/content_watch.hpp"
#include "server/app/health.hpp"
#include "server/app/key_file.hpp"
#include "server/app/loops.hpp"
#include "server/app/minds.hpp"
#include "server/app/public_wiring.hpp"
#include "server/async/failure.hpp"
#include "server/channels/messenger/client.hpp"
#include "server/channels/messenger/webhook.hpp"
#include "server/channels/web/client.hpp"
#include "server/channels/web/routes.hpp"
#include "server/channels/zalo/client.hpp"
#include "server/channels/zalo/webhook.hpp"
#include "server/dossier/service.hpp"
#include "server/http/listener.hpp"
#include "server/lookup/routes.hpp"
#include "server/photos/fetcher.hpp"
#include "server/pipeline/conversations.hpp"
#include "server/pipeline/delivery.hpp"
#include "server/pipeline/intake.hpp"
#include "server/pipeline/tending.hpp"
#include "server/referral/routes.hpp"
#include "server/staff/console.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace motcua::app {
namespace {

using namespace std::chrono_literals;

constexpr auto grace = 10s;        // from SIGTERM to the end
constexpr auto idle_look = 20ms;   // how often the drain looks whether the pipeline has come to rest
constexpr auto content_look = 1s;  // how often the content folder is looked at; a change is live in under 5 s
constexpr auto retention_pause = 6h;  // between two rounds of forgetting what is too old

pipeline::chance fair_chance() {
  return [engine = std::mt19937_64{std::random_device{}()}]() mutable {
    return std::uniform_real_distribution<double>{0.0, 1.0}(engine);
  };
}

// To our own pages there is no platform in between.
constexpr pipeline::lane_rules unlimited{.per_second = 1e6, .burst = 1e6, .most_in_flight = 1000};

pipeline::lane_rules rules_for(int sends_per_second) {
  pipeline::lane_rules rules;
  rules.per_second = sends_per_second;
  rules.burst = sends_per_second;
  rules.most_in_flight = std::max(rules.most_in_flight, sends_per_second / 4);
  return rules;
}

std::unique_ptr<pipeline::dossiers> dossiers_of(const configuration& settings, net::io_context& loop,
                                                const pipeline::clock& now) {
  if (!settings.own_dossiers) return nullptr;
  return std::make_unique<dossier::service>(loop, *settings.own_dossiers, now);
}

std::filesystem::path web_folder(const configuration& settings) {
  if (!settings.web.empty()) return settings.web;
  return settings.content.lexically_normal().parent_path() / "server" / "web";
}

class service {
 public:
  service(const configuration& settings, pipeline::clock now)
      : settings_{settings},
        now_{std::move(now)},
        folder_{settings.content},
        minds_{require_mind(settings.content)},
        sealer_{std::make_shared<const crypto::sealer>(seal_key(settings))},
        store_{store::open_sqlite(settings.data, store::sqlite_options{.seal = sealer_})},
        archive_{store::open_sqlite_archive(settings.data)},
        dossiers_{dossiers_of(settings, loops_.pipeline, now_)},
        photos_{loops_.pipeline, settings.photo_hosts},
        intake_{*store_,  hash_key(settings.data),
                now_,     [this] { delivery_.wake(); },
                &health_, {sealer_, dossiers_ != nullptr, accounts_taking_photos(settings)}},
        conversations_{loops_.pipeline,
                       *store_,
                       minds_,
                       board_,
                       directory_,
                       now_,
                       [this] { delivery_.wake(); },
                       {.quiet = settings.officer_quiet,
                        .feedback = units_taking_feedback(settings),
                        .own_dossiers = dossiers_.get(),
                        .photographs = &photos_,
                        .photo_accounts = accounts_taking_photos(settings),
                        .seal = sealer_}},
        delivery_{loops_.pipeline, *store_, directory_, now_, fair_chance(), &health_},
        tending_{loops_.pipeline, directory_, health_, now_},
        files_{web_folder(settings)},
        console_{{.data = settings.data,
                  .audit_key = staff::audit_key(hash_key(settings.data)),
                  .seal = sealer_,
                  .files = files_,
                  .content = shelf_of(settings.content, minds_),
                  .conversations = {*archive_, *store_, lines_of(settings)},
                  .board = board_,
                  .now = now_,
                  .base_url = public_address(settings),
                  .codes_hold = settings.referral_codes}} {
    if (!settings.alarm_url.empty()) {
      alarms_ = std::make_shared<alarm_webhook>(loops_.control, settings.alarm_url, now_);
      log::on_error(
          [to = alarms_](std::string_view event, const nlohmann::json& fields) { to->raise(event, fields); });
    }
    store_->tell_arrivals([this](std::span<const store::arrival> fresh) { conversations_.arrive(fresh); });
    wire_channels();
  }

  // No loop runs any more, so nothing resumes: the store can end its threads while their handlers' loops
  // still stand.
  ~service() {
    log::on_error(nullptr);
    store_.reset();
  }

  int run() {
    net::signal_set signals{loops_.control, SIGTERM, SIGINT, SIGHUP};
    int status = 0;
    net::co_spawn(
        loops_.control, [&] { return live(signals); },
        [&](std::exception_ptr failure) {
          if (failure) {
            std::cerr << "motcua: " << reason_of(failure) << '\n';
            status = 1;
          }
          loops_.stop();
        });
    loops_.run();
    return status;
  }

 private:
  void wire_channels();
  void start_listeners();
  awaitable<void> live(net::signal_set& signals);
  awaitable<void> start_pipeline();
  awaitable<void> drain();
  awaitable<void> wait_until_idle(std::chrono::steady_clock::time_point until);
  awaitable<void> invite_first_administrator();
  awaitable<void> forget_old_words();
  awaitable<void> watch_content();
  void reload();

  configuration settings_;
  pipeline::clock now_;
  loops loops_;
  content_watch folder_;  // looks before the content is read: what changes meanwhile is a change
  cell<intents::mind> minds_;
  cell<pipeline::switchboard> board_;
  std::shared_ptr<const crypto::sealer> sealer_;
  std::unique_ptr<store::store> store_;
  std::unique_ptr<store::archive> archive_;
  pipeline::directory directory_;
  pipeline::vitals health_;
  std::unique_ptr<pipeline::dossiers> dossiers_;  // null: no such service here
  photos::fetcher photos_;
  pipeline::intake intake_;
  pipeline::conversations conversations_;
  pipeline::delivery delivery_;
  pipeline::tending tending_;
  http::static_files files_;
  staff::console console_;
  web::hub pages_;
  std::shared_ptr<http::router> public_routes_ = std::make_shared<http::router>();
  std::shared_ptr<http::router> staff_routes_ = std::make_shared<http::router>();
  std::unique_ptr<http::listener> public_, staff_;
  std::shared_ptr<alarm_webhook> alarms_;
  net::thread_pool background_{1};  // reads content again: seconds of work that no loop should wait for
};

void service::wire_channels() {
  const auto content = minds_.take()->content;
  for (web::account& a : settings_.web_chat) {
    if (a.unit_name.empty()) a.unit_name = content->unit_or_default(a.unit).name;
    directory_.add(a.id, a.unit, std::make_unique<web::client>(pages_), unlimited);
  }
  web::add_routes(*public_routes_, web::options{.intake = intake_,
                                                .store = *store_,
                                                .pages = pages_,
                                                .accounts = settings_.web_chat,
                                                .files = files_,
                                                .keep_words = settings_.keep_words});
  const lookup::options pages{
      .minds = minds_,
      .board = board_,
      .files = files_,
      .base_url = settings_.base_url,
      .unit = settings_.web_chat.empty() ? content::default_unit : settings_.web_chat.front().unit,
      .framed_by = framing_sites(settings_),
      .now = now_};
  lookup::add_routes(*public_routes_, pages);
  referral::add_routes(*public_routes_, {.pages = pages, .store = *store_, .doors = doors_in(settings_)});
  for (const zalo::account& a : settings_.zalo)
    directory_.add(a.id, a.unit, std::make_unique<zalo::client>(loops_.pipeline, a, *store_, now_),
                   rules_for(a.sends_per_second));
  zalo::add_webhook(*public_routes_, settings_.zalo, intake_);
  for (const messenger::account& a : settings_.messenger)
    directory_.add(a.id, a.unit, std::make_unique<messenger::client>(loops_.pipeline, a, now_),
                   rules_for(a.sends_per_second));
  messenger::add_webhook(*public_routes_, settings_.messenger, intake_);
  add_health_routes(*staff_routes_, *store_, health_);
  console_.add_routes(*staff_routes_);
}

void service::start_listeners() {
  http::limits bounds;
  bounds.behind_proxy = settings_.behind_proxy;
  public_ = std::make_unique<http::listener>(loops_.http(), public_routes_, bounds);
  staff_ = std::make_unique<http::listener>(loops_.http(), staff_routes_, bounds);
  const auto open = [](http::listener& one, const net::ip::tcp::endpoint& at, const char* key) {
    const auto bound = one.start(at);
    if (!bound)
      throw configuration_error{"server." + std::string{key} + ": cannot listen on " +
                                at.address().to_string() + ':' + std::to_string(at.port()) + ": " +
                                bound.error().message() + "; is another motcua running?"};
    log::info("listener.started", {{"key", key}, {"port", bound->port()}});
  };
  open(*public_, settings_.public_at, "public");
  open(*staff_, settings_.staff_at, "staff");
}

awaitable<void> service::start_pipeline() {
  const auto loaded = co_await intake_.load();
  if (!loaded) throw std::runtime_error{"the store cannot be read: " + loaded.error().message()};
  const auto sends = co_await delivery_.recover();
  if (!sends) throw std::runtime_error{"the store cannot be read: " + sends.error().message()};
  const auto recovered = co_await conversations_.recover();
  if (!recovered) throw std::runtime_error{"the store cannot be read: " + recovered.error().message()};
}

awaitable<void> service::live(net::signal_set& signals) {
  const auto start = [this] { return start_pipeline(); };
  co_await net::co_spawn(loops_.pipeline, start, use);
  net::co_spawn(
      loops_.pipeline, [this] { return delivery_.run(); },
      [this](std::exception_ptr failure) {
        if (!failure) return;
        log_failure("delivery.stopped", failure);
        std::raise(SIGTERM);  // answers no longer go out: better a restart by the supervisor than silence
      });
  net::co_spawn(
      loops_.pipeline, [this] { return tending_.run(); },
      [](std::exception_ptr failure) { log_failure("tending.stopped", failure); });
  net::co_spawn(
      loops_.pipeline, [this] { return forget_old_words(); },
      [](std::exception_ptr failure) { log_failure("retention.stopped", failure); });
  net::co_spawn(
      background_, [this] { return watch_content(); },
      [](std::exception_ptr failure) { log_failure("content.watch_stopped", failure); });
  start_listeners();
  co_await invite_first_administrator();
  std::cout << "motcua: staff listener on http://" << settings_.staff_at << "\n"
            << "motcua: chat page on http://localhost:" << settings_.public_at.port() << "/chat" << std::endl;
  while (co_await signals.async_wait(use) == SIGHUP) net::post(background_, [this] { reload(); });
  signals.async_wait([](error_code ec, int) {
    if (!ec) std::_Exit(1);
  });
  co_await drain();
}

// No default password: whoever installs it opens a link that is good once.
awaitable<void> service::invite_first_administrator() {
  const auto link = co_await console_.first_link();
  if (!link) throw std::runtime_error{"the console's store cannot be written: " + link.error().message()};
  if (!*link) co_return;
  std::cout << "motcua: nobody manages the console yet; to become its administrator, open\n"
            << "motcua: http://" << settings_.staff_at << **link << std::endl;
}

awaitable<void> service::drain() {
  log::info("service.draining");
  const auto until = std::chrono::steady_clock::now() + grace;
  pages_.close();
  co_await public_->drain(until);
  co_await staff_->drain(until);
  const auto wait = [this, until] { return wait_until_idle(until); };
  co_await net::co_spawn(loops_.pipeline, wait, use);
  log::info("service.stopped");
}

awaitable<void> service::wait_until_idle(std::chrono::steady_clock::time_point until) {
  net::steady_timer look{loops_.pipeline};
  while (std::chrono::steady_clock::now() < until && !(conversations_.idle() && delivery_.idle())) {
    look.expires_after(idle_look);
    co_await look.async_wait(use);
  }
  delivery_.stop();
}

awaitable<void> service::forget_old_words() {
  for (net::steady_timer pause{loops_.pipeline};;) {
    const auto rows = co_await store_->forget_before(now_() - settings_.keep_words);
    if (rows && *rows > 0) log::info("retention.forgot", {{"rows", *rows}});
    co_await console_.tidy();
    pause.expires_after(retention_pause);
    co_await pause.async_wait(use);
  }
}

awaitable<void> service::watch_content() {
  for (net::steady_timer pause{background_};;) {
    pause.expires_after(content_look);
    co_await pause.async_wait(use);
    if (folder_.settled_anew()) reload();
  }
}

// Content with an error is refused with its reasons, and what was published before serves on.
void service::reload() {
  loaded_mind next = load_mind(settings_.content, minds_.take()->content->version());
  for (const auto& f : next.findings)
    if (f.how_bad == content::severity::error)
      log::error("content.refused", {{"finding", content::to_line(f)}});
  if (!next.mind) return;
  minds_.put(next.mind);
  log::info("content.published", {{"version", next.mind->content->version()}});
}

}  // namespace

int serve(const configuration& settings, pipeline::clock now) {
  log::start(log::level::info);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of its write, no end of the program
  const int status = service{settings, std::move(now)}.run();
  log::stop();
  return status;
}

}  // namespace motcua::app
