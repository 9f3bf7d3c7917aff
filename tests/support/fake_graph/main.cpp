// A stand-in for Facebook's Graph API on a loopback port, by hand: prints each message it accepts as one JSON
// line. Ctrl-C ends it.
#include <pthread.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/support/fake_graph/fake_graph.hpp"

int main(int argc, char** argv) {
  using namespace motcua::fakes;
  graph_page page;
  unsigned short port = 9002;
  CLI::App app{"A stand-in for the Graph API: point an account's `graph` at it."};
  app.add_option("--port", port, "0 picks one")->capture_default_str();
  app.add_option("--page-id", page.id)->capture_default_str();
  app.add_option("--app-secret", page.app_secret)->capture_default_str();
  app.add_option("--page-token", page.token)->capture_default_str();
  app.add_option("--version", page.version)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  sigset_t ending;  // blocked before the server's thread starts, so that only this one sees them
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  try {
    fake_graph graph{page, port};
    graph.on_message([](const graph_message& message) {
      const nlohmann::json line{{"message_id", message.message_id}, {"body", message.body}};
      std::cout << line.dump() << std::endl;
    });
    std::cerr << "listening at " << graph.origin() << '\n';
    int got = 0;
    sigwait(&ending, &got);
  } catch (const std::exception& e) {
    std::cerr << "cannot listen: " << e.what() << '\n';
    return 1;
  }
}
