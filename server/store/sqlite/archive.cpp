#include "server/store/archive.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "server/store/reply_json.hpp"
#include "server/store/sqlite/readers.hpp"
#include "server/store/sqlite/referrals.hpp"
#include "server/store/sqlite/tallies.hpp"
#include "server/store/sqlite/tickets.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::store {
namespace {

using sqlite::from_ms;

constexpr std::size_t most_waiting = 64;

// A wish for a person stands until an officer's word, whose turn is a silent one, comes after it.
constexpr auto wants_person =
    "EXISTS (SELECT 1 FROM turn p WHERE p.conversation = c.id AND p.decision = 'person' AND NOT EXISTS "
    "(SELECT 1 FROM turn s WHERE s.conversation = c.id AND s.decision = 'silent' AND s.event > p.event)) ";

conversation_summary summary_from(const query& row) {
  conversation_summary out;
  out.id = conversation_id{row.column(0).getString()};
  out.account = account_id{row.column(1).getString()};
  out.updated_at = from_ms(row.column(2).getInt64());
  const auto state = row.column(3).getString();
  if (!state.empty()) out.person_until = intents::conversation_from_json(state).person_until;
  out.wants_person = row.column(4).getInt() != 0;
  return out;
}

std::vector<conversation_summary> list(connection& db, const std::vector<account_id>& of, bool waiting,
                                       int limit) {
  static const std::string newest = std::string{"SELECT c.id, c.account, c.updated_at, c.state, "} +
                                    wants_person +
                                    "FROM conversation c WHERE c.account IN (SELECT value FROM json_each(?)) "
                                    "ORDER BY c.updated_at DESC LIMIT ?";
  static const std::string wanting =
      std::string{
          "SELECT c.id, c.account, c.updated_at, c.state, 1 FROM conversation c WHERE c.account IN "
          "(SELECT value FROM json_each(?)) AND c.id IN (SELECT conversation FROM turn WHERE decision = "
          "'person') AND "} +
      wants_person + "ORDER BY c.updated_at LIMIT ?";  // who has waited longest comes first
  nlohmann::json names = nlohmann::json::array();
  for (const auto& one : of) names.push_back(one.str());
  const std::string accounts = names.dump();
  query rows{db, waiting ? wanting : newest};
  rows.bind(accounts, limit);
  std::vector<conversation_summary> all;
  while (rows.step()) all.push_back(summary_from(rows));
  return all;
}

void add_heard(connection& db, const std::string& of, transcript& out) {
  query rows{
      db,
      "SELECT e.kind, e.text, e.arrived_at, COALESCE(t.decision, ''), COALESCE(t.entry, ''), "
      "COALESCE(t.aspect, ''), COALESCE(t.confidence, 0) FROM event e LEFT JOIN turn t ON t.event = e.id "
      "WHERE e.conversation = ?1 AND e.done IN (0, 1) ORDER BY e.id DESC LIMIT ?2"};
  rows.bind(of, most_lines);
  while (rows.step()) {
    const auto kind = static_cast<event_kind>(rows.column(0).getInt());
    const auto at = from_ms(rows.column(2).getInt64());
    const bool citizen = kind == event_kind::text || kind == event_kind::tap || kind == event_kind::media;
    if (citizen && !out.citizen_wrote_at) out.citizen_wrote_at = at;
    if (!citizen) continue;  // an officer's words stand among the answers
    out.lines.push_back({said_line::by::citizen, at, rows.column(1).getString(), rows.column(3).getString(),
                         rows.column(4).getString(), rows.column(5).getString(), rows.column(6).getDouble()});
  }
}

void add_answers(connection& db, const std::string& of, transcript& out) {
  query rows{db,
             "SELECT o.reply, o.created_at, o.status, o.reason, COALESCE(e.kind, 0) FROM outbox o "
             "LEFT JOIN event e ON e.id = o.event WHERE o.conversation = ?1 ORDER BY o.id DESC LIMIT ?2"};
  rows.bind(of, most_lines);
  constexpr std::array fates{"waiting", "sent", "undeliverable"};
  while (rows.step()) {
    const auto status = static_cast<std::size_t>(std::clamp(rows.column(2).getInt(), 0, 2));
    const bool officer = static_cast<event_kind>(rows.column(4).getInt()) == event_kind::officer;
    said_line line{officer ? said_line::by::officer : said_line::by::bot, from_ms(rows.column(1).getInt64()),
                   reply_from_json(rows.column(0).getString()).text};
    line.fate = fates[status];
    line.reason = rows.column(3).getString();
    out.lines.push_back(std::move(line));
  }
}

std::optional<transcript> read_transcript(connection& db, const conversation_id& which) {
  static const std::string head = std::string{"SELECT c.id, c.account, c.updated_at, c.state, "} +
                                  wants_person +
                                  ", COALESCE(a.address, '') FROM conversation c LEFT JOIN address a ON "
                                  "a.conversation = c.id WHERE c.id = ?";
  transcript out;
  {
    query row{db, head};
    row.bind(which.str());
    if (!row.step()) return std::nullopt;
    out.head = summary_from(row);
    out.address = row.column(5).getString();
  }
  add_answers(db, which.str(), out);
  add_heard(db, which.str(), out);
  // Of the same moment the question stands before its answer: those were added first, in reverse.
  std::reverse(out.lines.begin(), out.lines.end());
  std::stable_sort(out.lines.begin(), out.lines.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  if (out.lines.size() > most_lines) out.lines.erase(out.lines.begin(), out.lines.end() - most_lines);
  return out;
}

std::vector<archive::heard> list_not_understood(connection& db, const std::vector<account_id>& of,
                                                int limit) {
  nlohmann::json names = nlohmann::json::array();
  for (const auto& one : of) names.push_back(one.str());
  const std::string accounts = names.dump();
  query rows{db,
             "SELECT e.text, e.arrived_at, CASE t.opinion WHEN 'not_helped' THEN t.entry ELSE '' END FROM "
             "(SELECT event FROM turn WHERE decision = 'not_understood' UNION SELECT event FROM turn WHERE "
             "opinion = "
             "'not_helped') w JOIN turn t ON t.event = w.event JOIN event e ON e.id = t.event WHERE "
             "t.account IN (SELECT value FROM json_each(?)) AND e.kind = 0 AND e.text <> '' "
             "ORDER BY t.event DESC LIMIT ?"};
  rows.bind(accounts, limit);
  std::vector<archive::heard> all;
  while (rows.step())
    all.push_back(
        {rows.column(0).getString(), from_ms(rows.column(1).getInt64()), rows.column(2).getString()});
  return all;
}

class sqlite_archive final : public archive {
 public:
  explicit sqlite_archive(const std::filesystem::path& file) : readers_{file, 1, most_waiting} {}

  awaitable<result<std::vector<conversation_summary>>> conversations(std::vector<account_id> of, bool waiting,
                                                                     int limit) override {
    return readers_.read<std::vector<conversation_summary>>(
        [of = std::move(of), waiting, limit](connection& db) { return list(db, of, waiting, limit); });
  }
  awaitable<result<std::vector<heard>>> not_understood(std::vector<account_id> of, int limit) override {
    return readers_.read<std::vector<heard>>(
        [of = std::move(of), limit](connection& db) { return list_not_understood(db, of, limit); });
  }
  awaitable<result<std::optional<transcript>>> read(conversation_id which) override {
    return readers_.read<std::optional<transcript>>(
        [which = std::move(which)](connection& db) { return read_transcript(db, which); });
  }
  awaitable<result<std::vector<tally>>> tallied(std::vector<account_id> of, content::date from,
                                                content::date upto, bool by_day) override {
    return readers_.read<std::vector<tally>>([of = std::move(of), from, upto, by_day](connection& db) {
      return sqlite::tallied(db, of, from, upto, by_day);
    });
  }
  awaitable<result<std::vector<referral_count>>> referred(instant from, instant until) override {
    return readers_.read<std::vector<referral_count>>(
        [=](connection& db) { return sqlite::referred(db, from, until); });
  }
  awaitable<result<std::vector<ticket_record>>> tickets(std::vector<content::unit_id> of, bool conduct,
                                                        int limit) override {
    return readers_.read<std::vector<ticket_record>>([of = std::move(of), conduct, limit](connection& db) {
      return sqlite::tickets_of(db, of, conduct, limit);
    });
  }
  awaitable<result<std::optional<ticket_record>>> ticket(std::string code) override {
    return readers_.read<std::optional<ticket_record>>(
        [code = std::move(code)](connection& db) { return sqlite::ticket_record_of(db, code); });
  }
  awaitable<result<std::optional<std::string>>> photo(std::string code) override {
    return readers_.read<std::optional<std::string>>(
        [code = std::move(code)](connection& db) { return sqlite::photo_of(db, code); });
  }

 private:
  readers readers_;
};

}  // namespace

std::unique_ptr<archive> open_sqlite_archive(const std::filesystem::path& folder) {
  return std::make_unique<sqlite_archive>(folder / "motcua.db");
}

}  // namespace motcua::store
