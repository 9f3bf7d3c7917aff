// `motcua staff` and `motcua audit`: the console's accounts and its security log, from the terminal.
#include <SQLiteCpp/Transaction.h>

#include <iostream>

#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/key_file.hpp"
#include "server/pipeline/clock.hpp"
#include "server/staff/console.hpp"

namespace motcua::app {
namespace {

// The same transaction and the same log as the console's own.
template <class Work>
auto in_records(const configuration& settings, Work work) {
  SQLite::Database file = staff::open_records(settings.data);
  staff::connection db{std::move(file)};
  const staff::audit log{staff::audit_key(hash_key(settings.data))};
  return work(db, log, pipeline::system_clock()());
}

staff::new_person person_from(const new_staff& given) {
  staff::new_person who{given.login, given.name, {}, {}};
  for (const auto& name : given.roles)
    if (const auto role = staff::role_named(name)) who.roles.push_back(*role);
  for (const auto& id : given.units) who.units.emplace_back(id);
  const auto wrong = staff::objection_to(who);
  if (wrong == "bad_login")
    throw configuration_error{"a login has 2 to 40 characters: small letters, digits, dots, hyphens"};
  if (!wrong.empty()) throw configuration_error{"the account lacks something: " + wrong};
  return who;
}

void tell_link(const configuration& settings, const std::string& token, std::ostream& out) {
  out << "http://" << settings.staff_at << staff::invitation_path(token) << "\n";
}

}  // namespace

int list_staff(const configuration& settings, std::ostream& out) {
  return in_records(settings, [&](staff::connection& db, const staff::audit&, store::instant) {
    for (const auto& one : staff::all_people(db)) {
      out << one.login << '\t' << one.name << '\t';
      for (const auto r : one.roles) out << staff::name_of(r) << ' ';
      out << '\t' << (one.active ? one.has_password ? "active" : "invited" : "locked") << '\n';
    }
    return 0;
  });
}

int add_staff(const configuration& settings, const new_staff& given, std::ostream& out) {
  const auto who = person_from(given);
  return in_records(settings, [&](staff::connection& db, const staff::audit& log, store::instant now) {
    SQLite::Transaction all{db.database()};
    const auto made = staff::add_person(db, who, now);
    if (!made) throw configuration_error{"there is an account " + who.login + " already"};
    log.add(db, {.who = "motcua", .what = "people.invite", .subject = made->login}, now);
    const auto token = staff::invite(db, made->id, now);
    all.commit();
    tell_link(settings, token, out);
    return 0;
  });
}

int reset_staff(const configuration& settings, const std::string& login, std::ostream& out) {
  return in_records(settings, [&](staff::connection& db, const staff::audit& log, store::instant now) {
    SQLite::Transaction all{db.database()};
    const auto who = staff::find_person(db, login);
    if (!who) throw configuration_error{"there is no account " + login};
    staff::reset_person(db, who->id);
    log.add(db, {.who = "motcua", .what = "people.reset", .subject = who->login}, now);
    const auto token = staff::invite(db, who->id, now);
    all.commit();
    tell_link(settings, token, out);
    return 0;
  });
}

int verify_audit(const configuration& settings, std::ostream& out) {
  return in_records(settings, [&](staff::connection& db, const staff::audit& log, store::instant) {
    const auto found = log.verify(db);
    if (found.broken_at) {
      out << "the log was meddled with: entry " << *found.broken_at
          << " does not fit what stands before it\n";
      return 1;
    }
    out << found.entries << " entries, whole; the newest is " << (found.head.empty() ? "none" : found.head)
        << "\n";
    return 0;
  });
}

}  // namespace motcua::app
