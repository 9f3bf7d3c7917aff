// The way in alone: motcua's listener, webhook and intake before a store of one's choice, so that what
// durability costs can be measured. Prints its port; ends when its input does.
//   sqlite   motcua's own        each   the same, one commit a request
//   log      an append-only log  none   nothing is kept
#include <CLI/CLI.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <iostream>
#include <thread>

#include "server/channels/messenger/webhook.hpp"
#include "server/http/listener.hpp"
#include "server/pipeline/intake.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/bench/load/log_store.hpp"
#include "tests/integration/signing.hpp"

namespace motcua::bench {
namespace {

std::unique_ptr<store::store> open(const std::string& kind, const std::filesystem::path& folder) {
  if (kind == "none") return open_nothing();
  if (kind == "log") return open_log(folder);
  store::sqlite_options options;
  if (kind == "each") options.largest_commit = 1;
  return store::open_sqlite(folder, options);
}

int run(int count, char** arguments) {
  std::string kind = "sqlite";
  std::string folder;
  unsigned loops = std::thread::hardware_concurrency();
  CLI::App app{"motcua's intake before a store of one's choice."};
  app.add_option("--store", kind)->check(CLI::IsMember({"sqlite", "each", "log", "none"}));
  app.add_option("--data", folder)->required();
  app.add_option("--loops", loops);
  CLI11_PARSE(app, count, arguments);

  const auto keep = open(kind, folder);
  pipeline::intake in{*keep, "bench", pipeline::system_clock(), [] {}};
  messenger::account page;
  page.id = store::account_id{"page"};
  page.page_id = std::string{tests::page_id};
  page.app_secret = std::string{tests::facebook_app_secret};
  auto routes = std::make_shared<http::router>();
  messenger::add_webhook(*routes, {page}, in);

  std::vector<std::unique_ptr<net::io_context>> all;
  std::vector<net::io_context*> borrowed;
  for (unsigned i = 0; i < loops; ++i) {
    all.push_back(std::make_unique<net::io_context>(1));
    borrowed.push_back(all.back().get());
  }
  http::limits bounds;
  bounds.connections = 20'000;
  http::listener listener{borrowed, routes, bounds};
  const auto at = listener.start({net::ip::address_v4::loopback(), 0});
  if (!at) return 1;
  std::vector<std::jthread> threads;
  std::vector<net::executor_work_guard<net::io_context::executor_type>> guards;
  for (auto* loop : borrowed) {
    guards.push_back(net::make_work_guard(*loop));
    threads.emplace_back([loop] { loop->run(); });
  }
  std::cout << at->port() << std::endl;
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  for (auto* loop : borrowed) loop->stop();
  return 0;
}

}  // namespace
}  // namespace motcua::bench

int main(int count, char** arguments) {
  return motcua::bench::run(count, arguments);
}
