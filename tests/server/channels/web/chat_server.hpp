// The web chat over real HTTP with a real store; the test plays the dialogue.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include "server/channels/web/client.hpp"
#include "server/channels/web/routes.hpp"
#include "tests/server/http/running_server.hpp"
#include "tests/server/http/wire.hpp"
#include "tests/support/temp_folder.hpp"

namespace motcua::web {

class ChatServer : public ::testing::Test {
 protected:
  ChatServer();

  std::string get(const std::string& path, const std::string& token = "");
  std::string post(const std::string& path, const std::string& body, const std::string& token = "");
  std::string erase(const std::string& token);
  std::string ask(const std::string& token, const std::string& text);  // with a new id each time
  std::string open_session(const std::string& unit = "");              // its token
  std::string stream_request(const std::string& token, const std::string& more = "") const;

  // What the pipeline does: takes the oldest question of the session, answers it, and hands the answer over.
  store::outbox_id answer(const std::string& token, const std::string& text, bool erases = false);
  std::optional<store::pending_event> waiting(const std::string& token);
  store::conversation_id conversation_of(const std::string& token) const;

  std::atomic<std::int64_t> now_{1'795'132'800'000};
  tests::temp_folder folder_;
  std::unique_ptr<store::store> store_;
  pipeline::intake intake_;
  hub pages_;
  http::static_files files_;
  std::unique_ptr<http::running_server> server_;
  int asked_ = 0;
};

std::string body_of(const std::string& answer);
std::string header_of(const std::string& answer, const std::string& name);

}  // namespace motcua::web
