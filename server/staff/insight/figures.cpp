#include "server/staff/insight/figures.hpp"

#include <algorithm>
#include <charconv>

namespace motcua::staff {
namespace {

using store::measure;
using store::tally;

void add_decision(counts& to, const std::string& decision, std::int64_t count) {
  const auto add = [&](std::int64_t& kind) {
    kind += count;
    to.questions += count;
  };
  if (decision == "answer") add(to.answered);
  if (decision == "clarify") add(to.clarified);
  if (decision == "not_understood") add(to.not_understood);
  if (decision == "person") add(to.handed_over);
  if (decision == "own_dossier" || decision == "feedback") add(to.referred);
  if (decision == "emergency") to.questions += count;
}

void add_to(counts& to, const tally& t, store::span over) {
  if (t.of == measure::decision) add_decision(to, t.detail, t.count);
  if (t.of == measure::people && t.detail == name_of(over)) to.people += t.count;
}

void add_hour(figures& to, const tally& t) {
  std::size_t hour = 0;
  const auto* end = t.detail.data() + t.detail.size();
  const auto read = std::from_chars(t.detail.data(), end, hour);
  if (read.ec == std::errc{} && hour < to.by_hour.size()) to.by_hour[hour] += t.count;
}

std::vector<on_entry> most_asked_first(std::map<std::string, on_entry> by_id) {
  std::vector<on_entry> all;
  for (auto& [id, one] : by_id) {
    one.entry = id;
    all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const on_entry& a, const on_entry& b) { return a.asked > b.asked; });
  return all;
}

}  // namespace

figures figures_of(std::span<const tally> summed, std::span<const tally> daily, store::span over,
                   const std::map<store::account_id, line_to_citizens>& accounts) {
  figures out;
  std::map<std::string, on_entry> entries;
  for (const auto& t : summed) {
    const auto at = accounts.find(t.account);
    if (at == accounts.end()) continue;
    add_to(out.all, t, over);
    add_to(out.by_channel[at->second.channel], t, over);
    add_to(out.by_unit[at->second.unit.str()], t, over);
    if (t.of == measure::hour) add_hour(out, t);
    if (t.of == measure::reply_time) out.reply_times[t.detail] += t.count;
    if (t.of == measure::opinion) out.opinions[t.detail] += t.count;
    if (t.of == measure::entry) entries[t.detail].asked += t.count;
    if (t.of == measure::matter) entries[t.detail].matters += t.count, out.matters += t.count;
    if (t.of == measure::returned) entries[t.detail].returned += t.count, out.returned += t.count;
  }
  for (const auto& t : daily)
    if (accounts.contains(t.account)) add_to(out.by_day[t.day], t, store::span::day);
  out.entries = most_asked_first(std::move(entries));
  return out;
}

}  // namespace motcua::staff
