// A console without sockets: its routes, its store in a folder of its own, a clock that the test turns, and
// people who are signed in.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "server/crypto/totp.hpp"
#include "server/http/router.hpp"
#include "server/staff/console.hpp"
#include "server/store/sqlite/sqlite_store.hpp"
#include "tests/support/await.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::tests {

using nlohmann::json;

inline const std::string good_password = "một câu dài dễ nhớ";

struct told {
  unsigned status = 0;
  json body;  // what `text` is, where it is JSON
  std::string text{};
  std::map<std::string, std::string> headers;
};

// What a browser keeps of somebody who is signed in.
struct visitor {
  std::string cookie{};
  std::string csrf{};
  std::string secret{};  // base32, where a one-time code is set up
};

class office {
 public:
  office();

  told call(const std::string& method, const std::string& path, const json& body = nullptr,
            const visitor& who = {});

  // Opens an invitation as its person would: password, and the code where the roles need one.
  visitor come_in(const std::string& invitation_link);
  // Somebody with these roles, invited by the first administrator.
  visitor hire(const std::string& login, const std::vector<std::string>& roles,
               const std::vector<std::string>& units = {});
  visitor& administrator();

  std::string code_of(const visitor& who) const;  // of this moment
  void pass(std::chrono::milliseconds time) { now_ += time; }
  staff::instant now() const { return now_; }

  // What citizens and the bot said. Accounts: "web" and "zalo" of the unit tan-hung, "xa-khac" of tien-lang.
  store::store& chats() { return *store_; }

  staff::console& console() { return *console_; }

  std::shared_ptr<const pipeline::switchboard> board() const { return board_.take(); }

  // The shipped content, in a folder of this test's own.
  void bring_content();
  std::shared_ptr<const intents::mind> mind() const { return minds_.take(); }
  std::string content_file(const std::string& path) const;
  void write_content_file(const std::string& path, const std::string& text);
  std::string data() const { return folder_.path().string(); }

  // Everything that is kept but the log and what a look at it touches, as one text.
  std::string kept() const;
  std::int64_t refusals_logged() const;
  template <class Work>
  auto in_store(Work work) const {
    staff::connection db{staff::open_records(folder_.path())};
    return work(db);
  }

 private:
  std::filesystem::path content_folder() const;

  temp_folder folder_;
  staff::instant now_{std::chrono::hours{24 * 365 * 56}};
  http::static_files files_;
  cell<pipeline::switchboard> board_;
  cell<intents::mind> minds_;
  std::unique_ptr<store::store> store_;
  std::unique_ptr<store::archive> archive_;
  http::router routes_;
  std::unique_ptr<staff::console> console_;
  std::optional<visitor> administrator_;
};

}  // namespace motcua::tests
