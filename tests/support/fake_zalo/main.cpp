// A stand-in for Zalo on a loopback port, by hand: prints each message it accepts as one JSON line. Ctrl-C
// ends it.
#include <pthread.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/support/fake_zalo/fake_zalo.hpp"

int main(int argc, char** argv) {
  using namespace motcua::fakes;
  zalo_grant grant;
  unsigned short port = 9001;
  bool refuse_buttons = false;
  CLI::App app{"A stand-in for Zalo: point an account's `api` and `oauth` at it."};
  app.add_option("--port", port, "0 picks one")->capture_default_str();
  app.add_option("--app-id", grant.app_id)->capture_default_str();
  app.add_option("--app-secret", grant.app_secret)->capture_default_str();
  app.add_option("--access-token", grant.access_token)->capture_default_str();
  app.add_option("--refresh-token", grant.refresh_token)->capture_default_str();
  app.add_flag("--refuse-buttons", refuse_buttons, "answer -201 to messages with buttons");
  CLI11_PARSE(app, argc, argv);
  sigset_t ending;  // blocked before the server's thread starts, so that only this one sees them
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  try {
    fake_zalo zalo{grant, port};
    zalo.refuse_buttons(refuse_buttons);
    zalo.on_message([](const zalo_message& message) {
      const nlohmann::json line{
          {"path", message.path}, {"message_id", message.message_id}, {"body", message.body}};
      std::cout << line.dump() << std::endl;
    });
    std::cerr << "listening at " << zalo.origin() << '\n';
    int got = 0;
    sigwait(&ending, &got);
  } catch (const std::exception& e) {
    std::cerr << "cannot listen: " << e.what() << '\n';
    return 1;
  }
}
