#include "server/app/public_wiring.hpp"

namespace motcua::app {

std::vector<referral::door> doors_in(const configuration& settings) {
  using kind = referral::door::kind;
  std::vector<referral::door> doors;
  for (const auto& a : settings.zalo)
    if (!a.oa_id.empty()) doors.push_back({kind::zalo, a.unit, a.oa_id});
  for (const auto& a : settings.messenger) doors.push_back({kind::messenger, a.unit, a.page_id});
  for (const auto& a : settings.web_chat) doors.push_back({kind::web, a.unit, {}});
  return doors;
}

std::string public_address(const configuration& settings) {
  if (!settings.base_url.empty()) return settings.base_url;
  return "http://localhost:" + std::to_string(settings.public_at.port());
}

std::vector<std::string> framing_sites(const configuration& settings) {
  std::vector<std::string> sites;
  for (const auto& a : settings.web_chat)
    sites.insert(sites.end(), a.frame_ancestors.begin(), a.frame_ancestors.end());
  return sites;
}

std::map<content::unit_id, int> units_taking_feedback(const configuration& settings) {
  std::map<content::unit_id, int> taking;
  for (const auto& u : settings.units)
    if (u.feedback_days) taking.emplace(u.id, *u.feedback_days);
  return taking;
}

std::set<store::account_id> accounts_taking_photos(const configuration& settings) {
  std::set<content::unit_id> units;
  for (const auto& u : settings.units)
    if (u.feedback_photos) units.insert(u.id);
  std::set<store::account_id> taking;
  for (const auto& a : settings.zalo)
    if (units.contains(a.unit)) taking.insert(a.id);
  for (const auto& a : settings.messenger)
    if (units.contains(a.unit)) taking.insert(a.id);
  return taking;
}

}  // namespace motcua::app
