// The staff console as a whole: its store, its door, its API and its pages, on the staff listener.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/async/cell.hpp"
#include "server/http/static_files.hpp"
#include "server/pipeline/switchboard.hpp"
#include "server/staff/api.hpp"
#include "server/staff/content/workshop.hpp"
#include "server/staff/conversation/conversation_api.hpp"
#include "server/staff/entrance.hpp"

namespace motcua::staff {

class console {
 public:
  struct parts {
    std::filesystem::path data;  // where staff.db stands
    std::string audit_key;
    std::shared_ptr<const crypto::sealer> seal;
    const http::static_files& files;
    shelf content;
    conversation_parts conversations;
    cell<pipeline::switchboard>& board;  // filled here, read by every turn
    pipeline::clock now;
    std::string base_url{};  // of the public pages; empty: not known
    std::chrono::days codes_hold{30};
  };
  // Throws std::runtime_error where the store cannot be opened or the pages are missing.
  explicit console(parts with);

  void add_routes(http::router& to);

  // With no administrator yet: the path of a fresh one-time link that makes one, else nothing. Earlier links
  // of the kind end.
  awaitable<result<std::optional<std::string>>> first_link();

  // Once a day or oftener: lets go of the security log's entries that are older than a year.
  awaitable<result<void>> tidy();

  const std::vector<api_route>& routes() const noexcept { return api_->routes(); }

 private:
  parts with_;
  records keep_;
  audit log_;
  sign_in door_;
  workshop shop_;
  std::unique_ptr<api> api_;
};

}  // namespace motcua::staff
