#include "server/store/sqlite/tickets.hpp"

#include <nlohmann/json.hpp>

#include "server/store/sqlite/values.hpp"

namespace motcua::store::sqlite {
namespace {

using intents::feedback_note;
using intents::ticket;
using intents::ticket_status;
using std::chrono::sys_days;

constexpr std::size_t longest_matter = 4000;  // bytes
constexpr std::size_t longest_detail = 400;

// Not within a character.
std::string cut(const std::string& text, std::size_t longest) {
  if (text.size() <= longest) return text;
  while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) --longest;
  return text.substr(0, longest);
}

void set(connection& db, const finished_turn& turn, std::string_view sql, const std::string& text) {
  query row{db, sql};
  row.bind(turn.conversation.str(), text).run();
}

void begin(connection& db, const finished_turn& turn) {
  query old{db, "DELETE FROM ticket WHERE conversation = ? AND code IS NULL"};
  old.bind(turn.conversation.str()).run();
  query row{db, "INSERT INTO ticket (conversation, account, unit, begun_at) VALUES (?, ?, ?, ?)"};
  row.bind(turn.conversation.str(), turn.account.str(), turn.unit.str(), to_ms(turn.now)).run();
}

// Without consent nothing leads from the ticket back to who wrote it.
void file(connection& db, const finished_turn& turn, const feedback_note& note) {
  const std::int64_t day = note.due ? sys_days{*note.due}.time_since_epoch().count() : -1;
  query row{
      db,
      "UPDATE ticket SET code = ?2, filed_at = ?3, changed_at = ?3, due = NULLIF(?4, -1), status = "
      "'received', conversation = CASE WHEN ?5 THEN conversation ELSE '' END WHERE conversation = ?1 AND "
      "code IS NULL"};
  row.bind(turn.conversation.str(), note.text, to_ms(turn.now), day, note.tell ? 1 : 0).run();
  query step{db,
             "INSERT INTO ticket_step (ticket, at, who, status, word) SELECT id, ?1, '', 'received', '' FROM "
             "ticket WHERE code = ?2"};
  step.bind(to_ms(turn.now), note.text).run();
}

void keep(connection& db, const finished_turn& turn, const feedback_note& note) {
  constexpr auto draft = " WHERE conversation = ?1 AND code IS NULL";
  switch (note.is) {
    case feedback_note::of::begun:
      return begin(db, turn);
    case feedback_note::of::what:
      return set(db, turn, std::string{"UPDATE ticket SET what = ?2"} + draft,
                 cut(note.text, longest_matter));
    case feedback_note::of::kind:
      return set(db, turn, std::string{"UPDATE ticket SET kind = ?2"} + draft, note.text);
    case feedback_note::of::place:
      return set(db, turn, std::string{"UPDATE ticket SET place = ?2"} + draft,
                 cut(note.text, longest_detail));
    case feedback_note::of::time:
      return set(db, turn, std::string{"UPDATE ticket SET time = ?2"} + draft,
                 cut(note.text, longest_detail));
    case feedback_note::of::photo: {
      query row{
          db, std::string{"INSERT OR REPLACE INTO ticket_photo (ticket, sealed) SELECT id, ?2 FROM ticket"} +
                  draft};
      row.bind(turn.conversation.str(), turn.photo).run();
      return;
    }
    case feedback_note::of::filed:
      return file(db, turn, note);
    case feedback_note::of::dropped: {
      query gone{db, "DELETE FROM ticket WHERE conversation = ? AND code IS NULL"};
      gone.bind(turn.conversation.str()).run();
      return;
    }
  }
}

constexpr const char* head_columns =
    "SELECT t.code, t.kind, t.status, t.filed_at, t.changed_at, t.word, t.due";

ticket head_in(const query& row) {
  ticket out;
  out.code = row.column(0).getString();
  out.kind = intents::parse_feedback_kind(row.column(1).getString()).value_or(intents::feedback_kind::other);
  out.status = intents::parse_ticket_status(row.column(2).getString()).value_or(ticket_status::received);
  out.filed_at = from_ms(row.column(3).getInt64());
  out.changed_at = from_ms(row.column(4).getInt64());
  out.word = row.column(5).getString();
  if (!row.column(6).isNull()) out.due = content::date{sys_days{std::chrono::days{row.column(6).getInt()}}};
  return out;
}

constexpr const char* record_columns =
    ", t.unit, t.account, t.conversation, t.what, t.place, t.time, t.untold, EXISTS (SELECT 1 FROM "
    "ticket_photo p WHERE p.ticket = t.id)";

ticket_record record_in(const query& row) {
  ticket_record out;
  out.head = head_in(row);
  out.unit = content::unit_id{row.column(7).getString()};
  out.account = account_id{row.column(8).getString()};
  out.conversation = conversation_id{row.column(9).getString()};
  out.what = row.column(10).getString();
  out.place = row.column(11).getString();
  out.time = row.column(12).getString();
  out.untold = row.column(13).getInt() != 0;
  out.photo = row.column(14).getInt() != 0;
  return out;
}

std::vector<ticket_change> history_of(connection& db, const std::string& code) {
  query rows{db,
             "SELECT s.status, s.word, s.who, s.at FROM ticket_step s JOIN ticket t ON t.id = s.ticket WHERE "
             "t.code = ? ORDER BY s.number"};
  rows.bind(code);
  std::vector<ticket_change> all;
  while (rows.step())
    all.push_back({intents::parse_ticket_status(rows.column(0).getString()).value_or(ticket_status::received),
                   rows.column(1).getString(), rows.column(2).getString(),
                   from_ms(rows.column(3).getInt64())});
  return all;
}

}  // namespace

void keep_feedback(connection& db, const finished_turn& turn) {
  for (const auto& note : turn.feedback) keep(db, turn, note);
}

void tell_news(connection& db, const conversation_id& of) {
  query row{db, "UPDATE ticket SET untold = 0 WHERE conversation = ? AND untold = 1"};
  row.bind(of.str()).run();
}

std::vector<ticket> tickets(connection& db, const std::vector<std::string>& codes) {
  static const std::string sql = std::string{head_columns} + " FROM ticket t WHERE t.code = ?";
  std::vector<ticket> found;
  query row{db, sql};
  for (const auto& code : codes) {
    row.bind(code);
    if (row.step()) found.push_back(head_in(row));
  }
  return found;
}

std::vector<ticket> news_of(connection& db, const std::string& conversation) {
  static const std::string sql =
      std::string{head_columns} + " FROM ticket t WHERE t.conversation = ? AND t.untold = 1 ORDER BY t.id";
  query rows{db, sql};
  rows.bind(conversation);
  std::vector<ticket> all;
  while (rows.step()) all.push_back(head_in(rows));
  return all;
}

std::vector<ticket_record> tickets_of(connection& db, const std::vector<content::unit_id>& units,
                                      bool conduct, int limit) {
  // What is not settled first, by the day on which it is due.
  static const std::string sql =
      std::string{head_columns} + record_columns +
      " FROM ticket t WHERE t.code IS NOT NULL AND t.unit IN (SELECT value FROM json_each(?1)) AND (?2 OR "
      "t.kind <> 'conduct') ORDER BY t.status IN ('answered', 'declined'), COALESCE(t.due, 1 << 30), t.id "
      "LIMIT ?3";
  nlohmann::json names = nlohmann::json::array();
  for (const auto& one : units) names.push_back(one.str());
  const std::string of = names.dump();
  query rows{db, sql};
  rows.bind(of, conduct ? 1 : 0, limit);
  std::vector<ticket_record> all;
  while (rows.step()) all.push_back(record_in(rows));
  return all;
}

std::optional<ticket_record> ticket_record_of(connection& db, const std::string& code) {
  static const std::string sql =
      std::string{head_columns} + record_columns + " FROM ticket t WHERE t.code = ?";
  std::optional<ticket_record> found;
  {
    query row{db, sql};
    row.bind(code);
    if (!row.step()) return std::nullopt;
    found = record_in(row);
  }
  found->history = history_of(db, code);
  return found;
}

std::optional<std::string> photo_of(connection& db, const std::string& code) {
  query row{db, "SELECT p.sealed FROM ticket_photo p JOIN ticket t ON t.id = p.ticket WHERE t.code = ?"};
  row.bind(code);
  return row.step() ? std::optional{row.column(0).getString()} : std::nullopt;
}

bool remove_photo(connection& db, const std::string& code) {
  query row{db, "DELETE FROM ticket_photo WHERE ticket = (SELECT id FROM ticket WHERE code = ?)"};
  return row.bind(code).run() > 0;
}

bool change_ticket(connection& db, const std::string& code, const ticket_change& how) {
  const std::string status{name_of(how.to)};
  query row{
      db,
      "UPDATE ticket SET status = ?2, word = ?3, changed_at = ?4, untold = conversation <> '' WHERE code = "
      "?1"};
  if (row.bind(code, status, how.word, to_ms(how.at)).run() == 0) return false;
  query step{
      db,
      "INSERT INTO ticket_step (ticket, at, who, status, word) SELECT id, ?2, ?3, ?4, ?5 FROM ticket WHERE "
      "code = ?1"};
  step.bind(code, to_ms(how.at), how.who, status, how.word).run();
  return true;
}

void forget_citizen(connection& db, const std::string& conversation) {
  query draft{db, "DELETE FROM ticket WHERE conversation = ? AND code IS NULL"};
  draft.bind(conversation).run();
  query photo{db, "DELETE FROM ticket_photo WHERE ticket IN (SELECT id FROM ticket WHERE conversation = ?)"};
  photo.bind(conversation).run();
  query filed{db, "UPDATE ticket SET conversation = '', untold = 0 WHERE conversation = ?"};
  filed.bind(conversation).run();
}

std::int64_t forget_tickets(connection& db, instant before, instant settled_before, int most) {
  query rows{
      db,
      "DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE (code IS NULL AND begun_at < ?1) OR "
      "(status IN ('answered', 'declined') AND changed_at < ?2) LIMIT ?3)"};
  return rows.bind(to_ms(before), to_ms(settled_before), most).run();
}

}  // namespace motcua::store::sqlite
