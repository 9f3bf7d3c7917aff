// What a torture has left behind: nothing lost, nothing doubled, nothing out of order, the store whole.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tests/support/fake_graph/fake_graph.hpp"
#include "tests/support/fake_zalo/fake_zalo.hpp"

namespace motcua::torture {

struct verdict {
  std::size_t events = 0;      // acknowledged with 200
  std::size_t lost = 0;        // of those, not in the store
  std::size_t unanswered = 0;  // in the store, and no turn has taken them
  std::size_t unsent = 0;      // answers that still wait
  std::size_t doubled = 0;     // messages that a platform has twice
  std::size_t disordered = 0;  // messages that a platform got before one of theirs that is older
  // Answers that were given up, and why: what the platforms' tables say (twice -200, twice no word of it).
  std::vector<std::string> given_up;
  std::string integrity;  // of the database: "ok"

  bool clean() const { return lost + unanswered + unsent + doubled + disordered == 0 && integrity == "ok"; }
};

verdict judge(const std::filesystem::path& database, const std::vector<std::string>& keys,
              const std::vector<fakes::zalo_message>& zalo, const std::vector<fakes::graph_message>& graph);
std::ostream& operator<<(std::ostream& out, const verdict& v);

}  // namespace motcua::torture
