// The accounts that are configured: whose far end sends their answers, and whose people write there.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "content/knowledge/identifier.hpp"
#include "server/pipeline/channel.hpp"
#include "server/pipeline/lane.hpp"

namespace motcua::pipeline {

// Filled at the start, then only read: from the pipeline's loop.
class directory {
 public:
  void add(const store::account_id& id, content::unit_id unit, std::unique_ptr<channel> far_end,
           lane_rules rules = {}) {
    accounts_.insert_or_assign(id, account{std::move(unit), std::move(far_end), rules});
  }
  channel* channel_of(const store::account_id& id) const noexcept {  // nullptr: no longer configured
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? nullptr : found->second.far_end.get();
  }
  std::vector<store::account_id> ids() const {
    std::vector<store::account_id> all;
    for (const auto& [id, one] : accounts_) all.push_back(id);
    return all;
  }
  lane_rules rules_of(const store::account_id& id) const {
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? lane_rules{} : found->second.rules;
  }
  content::unit_id unit_of(const store::account_id& id) const {
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? content::unit_id{} : found->second.unit;
  }

 private:
  struct account {
    content::unit_id unit;
    std::unique_ptr<channel> far_end;
    lane_rules rules;
  };
  std::unordered_map<store::account_id, account> accounts_;
};

}  // namespace motcua::pipeline
