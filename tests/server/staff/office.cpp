#include "tests/server/staff/office.hpp"

#include <SQLiteCpp/Statement.h>

#include <fstream>
#include <stdexcept>

#include "server/http/target.hpp"

namespace motcua::tests {
namespace {

const std::string key(32, 'k');

content::file_texts read_shipped(const std::filesystem::path& folder) {
  std::vector<content::finding> findings;
  return content::read_files(folder, findings);
}

}  // namespace

office::office()
    : files_{std::string{MOTCUA_SOURCE_DIR} + "/server/web"},
      store_{store::open_sqlite(folder_.path())},
      archive_{store::open_sqlite_archive(folder_.path())} {
  const std::map<store::account_id, staff::line_to_citizens> accounts{
      {store::account_id{"web"}, {content::unit_id{"tan-hung"}, "web", std::chrono::hours{0}}},
      {store::account_id{"zalo"}, {content::unit_id{"tan-hung"}, "zalo", std::chrono::hours{48}}},
      {store::account_id{"xa-khac"}, {content::unit_id{"tien-lang"}, "web", std::chrono::hours{0}}}};
  console_ = std::make_unique<staff::console>(staff::console::parts{
      .data = folder_.path(),
      .audit_key = staff::audit_key(key),
      .seal = std::make_shared<const crypto::sealer>(key),
      .files = files_,
      .content = {
          [this] { return read_shipped(content_folder()); },
          [this](const std::string& path, const std::string& text) { write_content_file(path, text); },
          minds_},
      .conversations = {*archive_, *store_, accounts},
      .board = board_,
      .now = [this] { return now_; },
      .base_url = "https://bot.example.gov.vn"});
  console_->add_routes(routes_);
}

std::filesystem::path office::content_folder() const {
  return folder_.path() / "content";
}

void office::bring_content() {
  static const std::filesystem::path shipped = std::string{MOTCUA_SOURCE_DIR} + "/content";
  static const auto trained = std::make_shared<const intents::mind>(content::load(shipped).content);
  std::filesystem::copy(shipped, content_folder(), std::filesystem::copy_options::recursive);
  minds_.put(trained);
}

std::string office::content_file(const std::string& path) const {
  std::ifstream in{content_folder() / path};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void office::write_content_file(const std::string& path, const std::string& text) {
  std::ofstream{content_folder() / path} << text;
}

told office::call(const std::string& method, const std::string& path, const json& body, const visitor& who) {
  http::exchange ex;
  ex.message.method_string(method);
  ex.message.target(path);
  ex.message.set(http::field::host, "127.0.0.1:8081");
  if (!who.cookie.empty()) ex.message.set(http::field::cookie, who.cookie);
  if (!who.csrf.empty()) ex.message.set("X-CSRF-Token", who.csrf);
  if (!body.is_null()) ex.message.body() = body.is_string() ? body.get<std::string>() : body.dump();
  const auto at = http::parse_target(path);
  if (!at) throw std::invalid_argument{"no such target: " + path};
  ex.path = at->path;
  ex.query = at->query;
  ex.remote = net::ip::make_address("127.0.0.1");
  ex.deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  const auto given = await(routes_.dispatch(ex));
  told out;
  out.status = given.message.result_int();
  out.text = given.message.body();
  out.body = json::parse(out.text, nullptr, false);
  for (const auto& f : given.message)
    out.headers[std::string{f.name_string()}] = std::string{f.value().data(), f.value().size()};
  return out;
}

visitor office::come_in(const std::string& link) {
  const auto token = link.substr(link.find("?t=") + 3);
  const auto in = call("POST", "/api/staff/invitations/" + token, {{"password", good_password}});
  if (in.status != 200) throw std::runtime_error{"the invitation was refused: " + in.body.dump()};
  visitor who;
  const auto& cookie = in.headers.at("Set-Cookie");
  who.cookie = cookie.substr(0, cookie.find(';'));
  who.csrf = in.body.at("csrf");
  if (!in.body.at("set_up_code").get<bool>()) return who;
  who.secret = call("POST", "/api/staff/me/code", json::object(), who).body.at("secret");
  const auto set = call("PUT", "/api/staff/me/code", {{"code", code_of(who)}}, who);
  if (set.status != 200) throw std::runtime_error{"the code was refused: " + set.body.dump()};
  return who;
}

visitor& office::administrator() {
  if (!administrator_) {
    const auto link = await(console_->first_link());
    administrator_ = come_in(link.value().value());
  }
  return *administrator_;
}

visitor office::hire(const std::string& login, const std::vector<std::string>& roles,
                     const std::vector<std::string>& units) {
  const auto made = call("POST", "/api/staff/people",
                         {{"login", login}, {"name", "Người " + login}, {"roles", roles}, {"units", units}},
                         administrator());
  if (made.status != 201) throw std::runtime_error{"could not be invited: " + made.body.dump()};
  return come_in(made.body.at("link"));
}

std::string office::code_of(const visitor& who) const {
  const auto secret = crypto::from_base32(who.secret);
  return crypto::totp_code(*secret, now_);
}

std::string office::kept() const {
  return in_store([](staff::connection& db) {
    std::string all;
    SQLite::Statement tables{db.database(),
                             "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('audit', "
                             "'session') AND name NOT LIKE 'sqlite_%' ORDER BY name"};
    while (tables.executeStep()) {
      const auto name = tables.getColumn(0).getString();
      all += name + '\n';
      SQLite::Statement rows{db.database(), "SELECT * FROM " + name + " ORDER BY 1"};
      while (rows.executeStep()) {
        for (int at = 0; at < rows.getColumnCount(); ++at)
          if (std::string{rows.getColumn(at).getName()} != "last_seen")
            all += rows.getColumn(at).getString() + '|';
        all += '\n';
      }
    }
    return all;
  });
}

std::int64_t office::refusals_logged() const {
  return in_store([](staff::connection& db) {
    return db.database().execAndGet("SELECT count(*) FROM audit WHERE outcome = 1").getInt64();
  });
}

}  // namespace motcua::tests
