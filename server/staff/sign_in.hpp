// Getting in: passwords and one-time codes proved, on a thread of their own, with locks against guessing.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>
#include <variant>

#include "server/crypto/seal.hpp"
#include "server/staff/audit.hpp"
#include "server/staff/people.hpp"
#include "server/staff/sessions.hpp"

namespace motcua::staff {

struct attempt {
  std::string login;
  std::string password;
  std::string code;  // empty: not asked for yet
  std::string from;  // network address
};

// Why somebody did not get in. `wrong` says neither whether there is such a login nor what was wrong.
enum class turned_away { wrong, locked, code_wanted, unused };

std::string_view name_of(turned_away why) noexcept;

using let_in = std::variant<opened_session, turned_away>;

// Every member may be awaited from any loop. Errors: errc::overloaded where too many wait, errc::storage.
class sign_in {
 public:
  struct parts {
    records& keep;
    const audit& log;
    std::shared_ptr<const crypto::sealer> seal;
    pipeline::clock now;
  };
  explicit sign_in(parts with) : with_{std::move(with)} {}
  ~sign_in() { hashing_.join(); }

  awaitable<result<let_in>> enter(attempt who);
  // The password (and code) given again, for a dangerous act.
  awaitable<result<std::optional<turned_away>>> confirm(person who, session at, attempt given);
  // First password by an invitation; none: the invitation has ended.
  awaitable<result<std::optional<opened_session>>> accept(std::string token, std::string password,
                                                          std::string from);
  awaitable<result<void>> change_password(person who, std::string password, std::string from);

  // A secret for the authenticator app, pending until its first code is right.
  awaitable<result<std::string>> begin_code(person_id who);  // its bytes
  awaitable<result<bool>> finish_code(person who, std::string code, std::string from);

 private:
  // Argon2 on the hashing thread; errc::overloaded when too many wait for it.
  awaitable<result<std::string>> hashed(std::string password);
  awaitable<result<bool>> fits(std::string password, std::string kept);
  awaitable<result<std::optional<turned_away>>> prove(std::optional<person> who, attempt given);
  std::optional<std::int64_t> step_of(const std::string& sealed_secret, const std::string& code) const;

  parts with_;
  std::atomic<int> waiting_{0};
  net::thread_pool hashing_{1};
};

}  // namespace motcua::staff
