// The console's JSON API: routes that are only reached by somebody signed in who may use them.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/http/router.hpp"
#include "server/staff/audit.hpp"
#include "server/staff/person.hpp"
#include "server/staff/sessions.hpp"

namespace motcua::staff {

// What a route asks of its caller.
struct needs {
  std::optional<permission> may{};  // none: anybody who is signed in
  bool fresh = false;               // the password was given in the last few minutes: dangerous acts
  bool before_code = false;         // also before a required one-time code has been set up
};

struct caller {
  person who;
  session at;
  std::string from;  // network address, for the log

  // The start of an entry for the log.
  act did(std::string what, std::string subject, nlohmann::json details = {}) const;
};

using api_handler = std::function<awaitable<http::answer>(http::exchange&, const caller&)>;

struct api_route {
  http::verb method;
  std::string path;  // "/api/staff/people/{id}"
  needs asks;
};

// Refusals are {"error": key} with 401 (no session, or an ended one), 403 (not permitted; no X-CSRF-Token on
// a change; "confirm" where the password must be given again; "set_up_code"), and are logged; nothing has
// changed then.
class api {
 public:
  struct parts {
    records& keep;
    const audit& log;
    pipeline::clock now;
  };
  api(http::router& to, parts with);

  void on(http::verb method, std::string path, needs asks, api_handler how);
  template <class Desk>
  void on(http::verb method, std::string path, needs asks, std::shared_ptr<Desk> desk,
          awaitable<http::answer> (Desk::*which)(http::exchange&, const caller&)) {
    on(method, std::move(path), asks,
       [desk, which](http::exchange& ex, const caller& who) { return ((*desk).*which)(ex, who); });
  }
  const std::vector<api_route>& routes() const noexcept { return routes_; }

 private:
  struct gate;
  http::router& to_;
  std::shared_ptr<gate> gate_;
  std::vector<api_route> routes_;
};

// {"error": key}
http::answer refusal(http::status code, std::string_view key);
http::answer json_of(const nlohmann::json& body, http::status code = http::status::ok);
http::answer trouble(const error_code& why);  // 503: too much at once, or the store is ill

// A refusal of somebody who is signed in, noted in the log. `subject`: an id, never a citizen's words.
awaitable<http::answer> refuse(const api::parts& with, const caller& who, http::status code, std::string key,
                               std::string subject);

// The body as a JSON object; none where it is no such thing.
std::optional<nlohmann::json> object_of(const http::exchange& ex);

}  // namespace motcua::staff
