// Asks the city's dossier service, within its time limit, and remembers the answer for a while. The code is
// kept nowhere: the memory is by its digest, and no log holds it (law.md D-02).
#pragma once

#include <boost/asio/io_context.hpp>
#include <unordered_map>

#include "server/dossier/mapping.hpp"
#include "server/http/client.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/dossiers.hpp"

namespace motcua::dossier {

class service final : public pipeline::dossiers {
 public:
  // Throws std::runtime_error where the address is no https one (http on this machine alone).
  service(net::io_context& loop, mapping how, pipeline::clock now);

  awaitable<intents::dossier_state> look_up(std::string code) override;

 private:
  awaitable<intents::dossier_state> ask(const std::string& code);
  void keep(const std::string& digest, const intents::dossier_state& told);

  mapping how_;
  pipeline::clock now_;
  http::client to_;
  std::unordered_map<std::string, intents::dossier_state> known_;  // at most `most_known`
};

}  // namespace motcua::dossier
