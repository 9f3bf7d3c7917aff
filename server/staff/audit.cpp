#include "server/staff/audit.hpp"

#include "server/crypto/digest.hpp"
#include "server/store/sqlite/values.hpp"

namespace motcua::staff {
namespace {

using store::sqlite::from_ms;
using store::sqlite::to_ms;

constexpr const char* first_link = "the log begins";

struct row {
  std::int64_t number = 0;
  std::int64_t at = 0;
  std::string who, what, subject;
  int how = 0;
  std::string source, details, previous, hash;
};

// Of every field with its length before it, so that no two entries read alike.
std::string bound(const std::string& key, const row& of) {
  std::string all;
  const auto put = [&](const std::string& piece) { all += std::to_string(piece.size()) + ':' + piece; };
  put(std::to_string(of.number));
  put(std::to_string(of.at));
  put(of.who);
  put(of.what);
  put(of.subject);
  put(std::to_string(of.how));
  put(of.source);
  put(of.details);
  put(of.previous);
  return crypto::hmac_sha256_hex(key, all);
}

constexpr const char* columns = "number, at, who, what, subject, outcome, source, details, previous, hash";

row read(const query& from) {
  row out;
  int at = 0;
  out.number = from.column(at++).getInt64();
  out.at = from.column(at++).getInt64();
  out.who = from.column(at++).getString();
  out.what = from.column(at++).getString();
  out.subject = from.column(at++).getString();
  out.how = from.column(at++).getInt();
  out.source = from.column(at++).getString();
  out.details = from.column(at++).getString();
  out.previous = from.column(at++).getString();
  out.hash = from.column(at++).getString();
  return out;
}

}  // namespace

void audit::add(connection& db, const act& what, instant now) const {
  row made;
  {
    query last{db, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"};
    const bool any = last.step();
    made.number = any ? last.column(0).getInt64() + 1 : 1;
    made.previous = any ? last.column(1).getString() : first_link;
  }
  made.at = to_ms(now);
  made.who = what.who;
  made.what = what.what;
  made.subject = what.subject;
  made.how = static_cast<int>(what.how);
  made.source = what.from;
  made.details = what.details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  made.hash = bound(key_, made);
  query put{db,
            "INSERT INTO audit (number, at, who, what, subject, outcome, source, details, previous, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  put.bind(made.number, made.at, made.who, made.what, made.subject, made.how, made.source, made.details,
           made.previous, made.hash);
  put.run();
}

audit::verdict audit::verify(connection& db) const {
  static const std::string sql = std::string{"SELECT "} + columns + " FROM audit ORDER BY number";
  verdict out;
  std::optional<row> before;
  query rows{db, sql};
  while (rows.step()) {
    row one = read(rows);
    ++out.entries;
    const bool follows = before ? one.number == before->number + 1 && one.previous == before->hash
                                : one.number > 1 || one.previous == first_link;
    if (!out.broken_at && (!follows || bound(key_, one) != one.hash)) out.broken_at = one.number;
    out.head = one.hash;
    before = std::move(one);
  }
  return out;
}

std::int64_t audit::forget_before(connection& db, instant before, instant now) const {
  // The newest stays whatever its age: the next one is bound to it.
  query old{db, "DELETE FROM audit WHERE at < ? AND number < (SELECT max(number) FROM audit)"};
  old.bind(to_ms(before));
  const int gone = old.run();
  if (gone > 0) add(db, {.who = "motcua", .what = "audit.forget", .subject = std::to_string(gone)}, now);
  return gone;
}

std::string audit_key(const std::string& installation_key) {
  return crypto::hmac_sha256_hex(installation_key, "the console's security log");
}

std::vector<audit_entry> audit_entries(connection& db, std::int64_t before, int limit) {
  static const std::string sql = std::string{"SELECT "} + columns +
                                 " FROM audit WHERE ?1 = 0 OR number < ?1 ORDER BY number DESC LIMIT ?2";
  query rows{db, sql};
  rows.bind(before, limit);
  std::vector<audit_entry> all;
  while (rows.step()) {
    row one = read(rows);
    act what{.who = one.who,
             .what = one.what,
             .subject = one.subject,
             .how = static_cast<outcome>(one.how),
             .from = one.source,
             .details = nlohmann::json::parse(one.details, nullptr, false)};
    all.push_back({one.number, from_ms(one.at), std::move(what), one.hash});
  }
  return all;
}

}  // namespace motcua::staff
