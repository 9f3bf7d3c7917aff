// The configuration: one TOML file, every secret also from the environment or a file of its own. Without a
// file everything has a value that works on one machine.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/async/result.hpp"
#include "server/channels/messenger/account.hpp"
#include "server/channels/web/account.hpp"
#include "server/channels/zalo/account.hpp"
#include "server/dossier/mapping.hpp"

namespace motcua::app {

struct unit_settings {
  content::unit_id id;
  std::string name;  // "UBND phường Tân Hưng"
  std::optional<int>
      feedback_days{};           // it takes feedback in, and answers in so many working days (0: no promise)
  bool feedback_photos = false;  // and a photo with it, where the citizen agrees
};

struct configuration {
  net::ip::tcp::endpoint public_at;  // webhooks, chat, look-up pages
  net::ip::tcp::endpoint staff_at;   // health; the console later
  std::string base_url;              // how citizens reach the public listener; empty: not known
  std::filesystem::path data{"./data"};
  std::filesystem::path content{"./content"};
  std::filesystem::path web;  // the pages; empty: beside the content folder, server/web
  bool behind_proxy = false;
  std::chrono::days keep_words{30};  // law.md D-23: at most 90
  std::string alarm_url;             // where the log's errors are posted too; empty: nowhere
  std::string seal_key;              // 64 hex digits, for secrets at rest; empty: a file in the data folder
  std::chrono::minutes officer_quiet{12 * 60};  // of the bot, after an officer wrote to the citizen

  std::chrono::days referral_codes{30};  // so long a code of 1022 holds

  std::optional<dossier::mapping> own_dossiers;  // none: the bot only tells how to look them up

  // Whence photos are fetched: these hosts and those below them (zalo-oa.md 1.5, messenger.md 2.3).
  std::vector<std::string> photo_hosts{"zdn.vn", "zadn.vn", "fbcdn.net", "fbsbx.com"};

  std::vector<unit_settings> units;
  std::vector<zalo::account> zalo;
  std::vector<messenger::account> messenger;
  std::vector<motcua::web::account> web_chat;  // one a unit, unless the file says otherwise
};

// A start that cannot be: one line that names the key and says what to do.
class configuration_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads `file`, or the defaults where there is none. `environment` looks up a variable (std::getenv in the
// program).
using environment = std::optional<std::string> (*)(const std::string& name);
configuration read_configuration(const std::optional<std::filesystem::path>& file, environment look_up);
configuration read_configuration_text(std::string_view toml, std::string_view name, environment look_up);

std::optional<std::string> process_environment(const std::string& name);

}  // namespace motcua::app
