#include "server/staff/sign_in.hpp"

#include <boost/asio/co_spawn.hpp>

#include "server/crypto/password.hpp"
#include "server/crypto/totp.hpp"

namespace motcua::staff {
namespace {

constexpr int most_hashing = 16;

// Of nobody: so that an unknown login takes as long as a known one.
const std::string& nobody() {
  static const std::string kept = crypto::password_hash("nobody has this password");
  return kept;
}

act of(const std::string& login, const std::string& from, std::string what, outcome how = outcome::done) {
  return {.who = login, .what = std::move(what), .subject = login, .how = how, .from = from};
}

// An error code converts to bool, so that the answer must be told from it.
result<bool> failed(error_code why) {
  return {boost::system::in_place_error, why};
}

struct counted {
  std::atomic<int>& count;
  ~counted() { count.fetch_sub(1); }
};

}  // namespace

std::string_view name_of(turned_away why) noexcept {
  switch (why) {
    case turned_away::wrong:
      return "wrong";
    case turned_away::locked:
      return "locked";
    case turned_away::code_wanted:
      return "code_wanted";
    case turned_away::unused:
      return "unused";
  }
  return "wrong";
}

awaitable<result<std::string>> sign_in::hashed(std::string password) {
  if (waiting_.fetch_add(1) >= most_hashing) {
    waiting_.fetch_sub(1);
    co_return errc::overloaded;
  }
  const counted one{waiting_};
  const auto work = [&password]() -> awaitable<std::string> { co_return crypto::password_hash(password); };
  co_return co_await net::co_spawn(hashing_, work, use);
}

awaitable<result<bool>> sign_in::fits(std::string password, std::string kept) {
  if (waiting_.fetch_add(1) >= most_hashing) {
    waiting_.fetch_sub(1);
    co_return failed(errc::overloaded);
  }
  const counted one{waiting_};
  const auto work = [&]() -> awaitable<bool> {
    const bool known = !kept.empty();
    co_return crypto::password_fits(password, known ? kept : nobody()) && known;
  };
  co_return co_await net::co_spawn(hashing_, work, use);
}

std::optional<std::int64_t> sign_in::step_of(const std::string& sealed_secret,
                                             const std::string& code) const {
  auto secret = with_.seal->open(sealed_secret);
  if (!secret)
    throw std::runtime_error{
        "the one-time secrets were sealed with another key: give back the old seal key, or "
        "use `motcua staff reset`"};
  return crypto::totp_step({std::move(*secret)}, code, with_.now());
}

// What is wrong with the attempt; none: it is them. Failures are counted and noted.
awaitable<result<std::optional<turned_away>>> sign_in::prove(std::optional<person> who, attempt given) {
  using answer = std::optional<turned_away>;
  const auto now = with_.now();
  credentials kept;
  if (who) {
    const auto read = [id = who->id](connection& db) { return credentials_of(db, id); };
    const auto there = co_await with_.keep.read<std::optional<credentials>>(read);
    if (!there) co_return there.error();
    if (*there) kept = **there;
  }
  if (who && kept.locked_until > now) co_return answer{turned_away::locked};
  const std::string hash = who && who->active ? kept.password_hash : std::string{};
  const auto right = co_await fits(given.password, hash);
  if (!right) co_return right.error();
  std::optional<std::int64_t> step;
  if (*right && who->has_code) {
    if (given.code.empty()) co_return answer{turned_away::code_wanted};
    step = step_of(kept.code_secret, given.code);
  }
  const bool held = *right && (!who->has_code || step);
  // The step is taken in the same transaction that finds it unused.
  const auto note = [this, who, given, step, held, now](connection& db) -> answer {
    const bool good = held && (!step || use_code(db, who->id, *step));
    if (!good) {
      if (who) note_failure(db, who->id, now);
      with_.log.add(db, of(who ? who->login : "-", given.from, "session.open", outcome::refused), now);
      return turned_away::wrong;
    }
    note_success(db, who->id, now);
    return std::nullopt;
  };
  co_return co_await with_.keep.write<answer>(note);
}

awaitable<result<let_in>> sign_in::enter(attempt given) {
  const auto now = with_.now();
  const auto look = [login = given.login](connection& db) { return find_person(db, login); };
  const auto who = co_await with_.keep.read<std::optional<person>>(look);
  if (!who) co_return who.error();
  const auto why = co_await prove(*who, given);
  if (!why) co_return why.error();
  if (*why) co_return let_in{**why};
  const person& them = **who;
  if (them.last_seen.value_or(them.created_at) + unused_life < now) co_return let_in{turned_away::unused};
  const auto open = [this, them, from = given.from, now](connection& db) {
    forget_ended_sessions(db, now);
    with_.log.add(db, of(them.login, from, "session.open"), now);
    return open_session(db, them.id, now);
  };
  auto opened = co_await with_.keep.write<opened_session>(open);
  if (!opened) co_return opened.error();
  co_return let_in{std::move(*opened)};
}

awaitable<result<std::optional<turned_away>>> sign_in::confirm(person who, session at, attempt given) {
  auto why = co_await prove(who, given);
  if (!why || *why) co_return why;
  const auto note = [this, who, at, from = given.from, now = with_.now()](connection& db) {
    with_.log.add(db, of(who.login, from, "session.confirm"), now);
    confirm_session(db, at, now);
  };
  const auto noted = co_await with_.keep.write<void>(note);
  if (!noted) co_return noted.error();
  co_return std::optional<turned_away>{};
}

awaitable<result<std::optional<opened_session>>> sign_in::accept(std::string token, std::string password,
                                                                 std::string from) {
  auto hash = co_await hashed(std::move(password));
  if (!hash) co_return hash.error();
  const auto take = [this, token, hash = std::move(*hash), from,
                     now = with_.now()](connection& db) -> std::optional<opened_session> {
    const auto who = invited(db, token, now);
    if (!who || !accept_invitation(db, token, hash, now)) return std::nullopt;
    with_.log.add(db, of(who->login, from, "invitation.accept"), now);
    note_success(db, who->id, now);
    return open_session(db, who->id, now);
  };
  co_return co_await with_.keep.write<std::optional<opened_session>>(take);
}

awaitable<result<void>> sign_in::change_password(person who, std::string password, std::string from) {
  auto hash = co_await hashed(std::move(password));
  if (!hash) co_return hash.error();
  const auto change = [this, who, hash = std::move(*hash), from, now = with_.now()](connection& db) {
    set_password(db, who.id, hash);
    end_sessions_of(db, who.id);
    with_.log.add(db, of(who.login, from, "password.change"), now);
  };
  co_return co_await with_.keep.write<void>(change);
}

awaitable<result<std::string>> sign_in::begin_code(person_id who) {
  auto made = crypto::new_totp_secret();
  const auto keep = [who, sealed = with_.seal->seal(made.bytes)](connection& db) {
    staff::begin_code(db, who, sealed);
  };
  const auto kept = co_await with_.keep.write<void>(keep);
  if (!kept) co_return kept.error();
  co_return std::move(made.bytes);
}

awaitable<result<bool>> sign_in::finish_code(person who, std::string code, std::string from) {
  const auto read = [id = who.id](connection& db) { return credentials_of(db, id); };
  const auto kept = co_await with_.keep.read<std::optional<credentials>>(read);
  if (!kept) co_return failed(kept.error());
  if (!*kept || (*kept)->code_pending.empty()) co_return false;
  const auto step = step_of((*kept)->code_pending, code);
  if (!step) co_return false;
  const auto set = [this, who, step = *step, from, now = with_.now()](connection& db) {
    set_code(db, who.id, step);
    with_.log.add(db, of(who.login, from, "code.set_up"), now);
    return true;
  };
  co_return co_await with_.keep.write<bool>(set);
}

}  // namespace motcua::staff
