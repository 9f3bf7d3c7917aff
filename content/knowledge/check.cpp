#include "content/knowledge/check.hpp"

#include <set>

#include "content/knowledge/check_entry.hpp"
#include "content/knowledge/check_links.hpp"

namespace motcua::content {

std::vector<finding> check(const library& contents) {
  std::vector<finding> findings;
  for (const auto& e : contents.entries) check_entry(e, findings);
  std::set<unit_id> around;  // others: a city has no counter of its own
  for (const auto& u : contents.units)
    if (u.within) around.insert(*u.within);
  for (const auto& u : contents.units) check_unit(u, around.contains(u.id), findings);
  check_links(contents, findings);
  return findings;
}

std::vector<finding> check_dates(const library& contents, date today) {
  std::vector<finding> findings;
  for (const auto& e : contents.entries) {
    if (!e.review_by || *e.review_by >= today) continue;
    findings.push_back({severity::warning, e.path, e.line, "review_by",
                        "the review of " + e.id.str() +
                            " is overdue: verify the entry, then set verified_on and review_by"});
  }
  return findings;
}

}  // namespace motcua::content
