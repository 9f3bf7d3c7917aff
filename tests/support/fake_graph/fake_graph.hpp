// Facebook's side of the wire, on a loopback port: takes messages and sender actions as the Send API
// documents them, keeps what it accepted, and gets into trouble when it is told to. For tests, and by hand
// (main.cpp).
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace motcua::fakes {

class fake_server;

struct graph_page {
  std::string id = "104857600000001";
  std::string app_secret = "00112233445566778899aabbccddeeff";
  std::string token = "EAAFIXTURE0000000000000000000000000000000000000000ZDZD";
  std::string version = "v25.0";
};

struct graph_message {
  nlohmann::json body;     // {"recipient", "messaging_type", "message"} or {"recipient", "sender_action"}
  std::string message_id;  // as answered; empty for a sender action
};

// An answer in Facebook's form for errors.
struct graph_failure {
  int code = 0;
  int subcode = 0;         // 0: none
  int regain_minutes = 0;  // with X-Business-Use-Case-Usage, if not 0
};

// What else can befall a message.
enum class graph_trouble {
  http_500,     // an HTML page, nothing is done
  stall,        // accepted, but no answer comes within ten minutes
  drop_before,  // the connection closes, nothing is done
  drop_after,   // accepted, then the connection closes without an answer
};

// Every member may be called from every thread. The server runs until destruction, on a thread of its own.
class fake_graph {
 public:
  using now_function = std::function<std::chrono::system_clock::time_point()>;  // judges appsecret_time

  explicit fake_graph(graph_page page = {}, unsigned short port = 0,
                      now_function now = std::chrono::system_clock::now);
  ~fake_graph();
  fake_graph(const fake_graph&) = delete;
  fake_graph& operator=(const fake_graph&) = delete;

  std::string origin() const;  // "http://127.0.0.1:40123"

  // Of the next messages; sender actions are spared.
  void next_sends(graph_failure met, int times = 1);
  void next_sends(graph_trouble met, int times = 1);
  void expire_token();  // 190/463 from now on
  void unsubscribe();   // the Page sends our app nothing any more, until somebody subscribes it
  bool subscribed() const;

  std::vector<graph_message> messages() const;  // the accepted ones, in order
  std::vector<graph_message> actions() const;   // accepted sender actions, in order
  int sends() const;                            // requests with a message, accepted or not
  // Waits until so many messages were accepted; false if that does not happen in time.
  bool wait_for_messages(std::size_t count, std::chrono::milliseconds longest) const;
  void on_message(std::function<void(const graph_message&)> heard);  // called on the server's thread

 private:
  class platform;
  std::unique_ptr<platform> platform_;
  std::unique_ptr<fake_server> server_;
};

}  // namespace motcua::fakes
