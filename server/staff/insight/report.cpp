#include "server/staff/insight/report.hpp"

#include "intents/dialogue/calendar.hpp"

namespace motcua::staff {
namespace {

using content::phrasebook;

constexpr std::array quarters{"I", "II", "III", "IV"};
constexpr std::size_t most_entries = 200;

per_cent share(std::int64_t part, std::int64_t whole) {
  return {whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole)};
}

std::int64_t at(const std::map<std::string, std::int64_t>& all, const std::string& key) {
  const auto found = all.find(key);
  return found == all.end() ? 0 : found->second;
}

// Of the replies whose time is known, those that took at most so many milliseconds.
per_cent replied_within(const figures& of, int limit) {
  std::int64_t soon = 0;
  std::int64_t all = 0;
  for (const auto& [bucket, count] : of.reply_times) {
    all += count;
    for (const int one : store::reply_times)
      if (one <= limit && bucket == std::to_string(one)) soon += count;
  }
  return share(soon, all);
}

table summary(const figures& now, const figures& before, const phrasebook& words) {
  table out{words.say("report.summary"),
            {words.say("report.measure"), words.say("report.now"), words.say("report.before")},
            {}};
  const auto row = [&](const char* key, auto value) {
    out.rows.push_back({words.say(std::string{"report."} + key), value(now), value(before)});
  };
  const auto count = [&](const char* key, std::int64_t counts::*which) {
    row(key, [which](const figures& f) { return cell{f.all.*which}; });
  };
  count("people", &counts::people);
  count("questions", &counts::questions);
  count("answered", &counts::answered);
  count("clarified", &counts::clarified);
  count("not_understood", &counts::not_understood);
  count("handed_over", &counts::handed_over);
  count("referred", &counts::referred);
  row("answered_share", [](const figures& f) { return cell{share(f.all.answered, f.all.questions)}; });
  row("matters", [](const figures& f) { return cell{f.matters}; });
  row("durable_share", [](const figures& f) { return cell{share(f.matters - f.returned, f.matters)}; });
  row("replied_share", [](const figures& f) { return cell{replied_within(f, 2'000)}; });
  for (const char* one : {"helped", "not_helped", "saved", "not_saved"})
    row(one, [one](const figures& f) { return cell{at(f.opinions, one)}; });
  return out;
}

table procedures(const figures& now, const phrasebook& words, const names& called) {
  table out{words.say("report.entries"),
            {words.say("report.entry"), words.say("report.asked"), words.say("report.matters"),
             words.say("report.returned")},
            {}};
  for (const auto& one : now.entries) {
    if (out.rows.size() == most_entries) break;
    out.rows.push_back({called.title(one.entry), one.asked, one.matters, one.returned});
  }
  return out;
}

std::vector<std::string> heads_of_counts(const phrasebook& words, const char* first) {
  return {words.say(first),
          words.say("report.people"),
          words.say("report.questions"),
          words.say("report.answered"),
          words.say("report.clarified"),
          words.say("report.not_understood"),
          words.say("report.handed_over")};
}

std::vector<cell> row_of_counts(std::string name, const counts& c) {
  return {std::move(name), c.people, c.questions, c.answered, c.clarified, c.not_understood, c.handed_over};
}

}  // namespace

std::vector<table> tables_of(const figures& now, const figures& before, const phrasebook& words,
                             const names& called) {
  table channels{words.say("report.channels"), heads_of_counts(words, "report.channel"), {}};
  for (const auto& [channel, c] : now.by_channel)
    channels.rows.push_back(row_of_counts(words.say("report.channel." + channel), c));
  table units{words.say("report.units"), heads_of_counts(words, "report.unit"), {}};
  for (const auto& [unit, c] : now.by_unit) units.rows.push_back(row_of_counts(called.unit(unit), c));
  table days{words.say("report.days"), heads_of_counts(words, "report.day"), {}};
  for (const auto& [day, c] : now.by_day) days.rows.push_back(row_of_counts(intents::written(day), c));
  return {summary(now, before, words), procedures(now, words, called), std::move(channels), std::move(units),
          std::move(days)};
}

std::string title_of(store::span over, content::date day, const phrasebook& words) {
  const auto first = store::first_day(over, day);
  const auto month = static_cast<unsigned>(first.month());
  std::string key = "report.title." + std::string{name_of(over)};
  if (over == store::span::half) key += month == 1 ? ".first" : ".second";
  return words.say(key, {{"from", intents::written(first)},
                         {"upto", intents::written(store::last_day(over, day))},
                         {"month", std::to_string(month)},
                         {"quarter", quarters.at((month - 1) / 3)},
                         {"year", std::to_string(static_cast<int>(first.year()))}});
}

}  // namespace motcua::staff
