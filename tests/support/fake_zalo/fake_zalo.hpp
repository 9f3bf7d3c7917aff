// Zalo's side of the wire, on a loopback port: takes consult messages and refreshes tokens as documented,
// keeps what it accepted, and gets into trouble when it is told to. For tests, and by hand (main.cpp).
#pragma once

#include <boost/beast/http/status.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace motcua::fakes {

class fake_server;

struct zalo_grant {
  std::string app_id = "4417733920815566021";
  std::string app_secret = "app-secret-mau";
  std::string access_token = "access-1";
  std::string refresh_token = "refresh-1";
  bool proof_required = false;  // -242 without a right appsecret_proof (zalo-oa.md 3.6)
};

struct zalo_message {
  std::string path;
  nlohmann::json body;     // {"recipient", "message"}
  std::string message_id;  // as answered
};

// What the next requests meet.
struct trouble {
  enum class kind {
    error,        // HTTP 200 with this code in the envelope
    http,         // this HTTP status with an HTML page
    stall,        // done, but no answer comes within ten minutes
    drop_before,  // the connection closes, nothing is done
    drop_after,   // done, then the connection closes without an answer
  } what = kind::error;
  int code = 0;
};

// Every member may be called from every thread. The server runs until destruction, on a thread of its own.
class fake_zalo {
 public:
  explicit fake_zalo(zalo_grant grant = {}, unsigned short port = 0);
  ~fake_zalo();
  fake_zalo(const fake_zalo&) = delete;
  fake_zalo& operator=(const fake_zalo&) = delete;

  std::string origin() const;  // "http://127.0.0.1:40123", for both `api` and `oauth`

  void next_sends(trouble met, int times = 1);
  void next_refreshes(trouble met, int times = 1);
  void refuse_buttons(bool refuse);   // -201 to every message with buttons
  void expire_access_token();         // -220 until the next refresh
  void agree(std::string challenge);  // an administrator followed a link with it: "code-1" is good for a pair
  void forget_refresh_token();        // as if another installation had used it

  std::vector<zalo_message> messages() const;  // the accepted ones, in order
  int sends() const;                           // requests to send, accepted or not
  int refreshes() const;                       // requests to refresh, granted or not
  zalo_grant grant() const;                    // with the pair that is good now: "access-2" after one refresh
  // Waits until so many messages were accepted; false if that does not happen in time.
  bool wait_for_messages(std::size_t count, std::chrono::milliseconds longest) const;
  void on_message(std::function<void(const zalo_message&)> heard);  // called on the server's thread

 private:
  class platform;
  std::unique_ptr<platform> platform_;
  std::unique_ptr<fake_server> server_;
};

}  // namespace motcua::fakes
