#include "server/app/configuration.hpp"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "server/app/settings_table.hpp"
#include "server/http/client.hpp"

namespace motcua::app {
namespace {

net::ip::tcp::endpoint read_endpoint(settings_table& from, std::string_view key, std::string_view fallback) {
  const std::string text = from.text(key, fallback);
  const auto colon = text.rfind(':');
  error_code ec;
  const auto address = net::ip::make_address(colon == std::string::npos ? "" : text.substr(0, colon), ec);
  const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), ::isdigit);
  if (ec || !digits || std::stoi(port) > 65535)
    from.fail(key, "\"" + text + "\" is no address and port; write for example \"127.0.0.1:8080\"");
  return {address, static_cast<unsigned short>(std::stoi(port))};
}

std::string read_origin(settings_table& from, std::string_view key, std::string_view fallback) {
  std::string url = from.text(key, fallback);
  if (!http::origin::parse(url))
    from.fail(key, "\"" + url + "\" must be https://host, without a path (plain http only for this machine)");
  return url;
}

zalo::account read_zalo(settings_table& from, store::account_id id, content::unit_id unit,
                        environment look_up) {
  zalo::account a;
  const std::string prefix = id.str();
  a.id = std::move(id);
  a.unit = std::move(unit);
  a.app_id = from.required_text("app_id");
  a.oa_id = from.required_text("oa_id");
  a.app_secret = from.secret("app_secret", prefix, look_up, true);
  a.oa_secret = from.secret("oa_secret", prefix, look_up, true);
  a.access_token = from.secret("access_token", prefix, look_up, false);
  a.refresh_token = from.secret("refresh_token", prefix, look_up, false);
  a.api = read_origin(from, "api", a.api);
  a.oauth = read_origin(from, "oauth", a.oauth);
  a.verifier_code = from.text("verifier_code", "");
  a.appsecret_proof = from.flag("appsecret_proof", false);
  a.buttons = from.flag("buttons", true);
  a.sends_per_second = static_cast<int>(from.whole("sends_per_second", 10, 1, 1000));
  return a;
}

messenger::account read_messenger(settings_table& from, store::account_id id, content::unit_id unit,
                                  environment look_up) {
  messenger::account a;
  const std::string prefix = id.str();
  a.id = std::move(id);
  a.unit = std::move(unit);
  a.app_id = from.required_text("app_id");
  a.page_id = from.required_text("page_id");
  a.app_secret = from.secret("app_secret", prefix, look_up, true);
  a.previous_app_secret = from.secret("previous_app_secret", prefix, look_up, false);
  a.verify_token = from.secret("verify_token", prefix, look_up, true);
  a.page_token = from.secret("page_token", prefix, look_up, true);
  a.graph = read_origin(from, "graph", a.graph);
  a.version = from.text("version", a.version);
  a.sends_per_second = static_cast<int>(from.whole("sends_per_second", 10, 1, 1000));
  return a;
}

class reader {
 public:
  reader(const toml::table& root, std::string file, environment look_up)
      : root_{root}, file_{std::move(file)}, look_up_{look_up} {}

  configuration read() {
    settings_table top{root_, file_};
    for (const auto& [key, node] : root_)
      if (key != "server" && key != "dossier" && key != "unit" && key != "account")
        top.fail(key.str(), "is not a key that motcua knows; see deploy/motcua.toml");
    read_server();
    read_dossier();
    each("unit", [this](settings_table& t) { read_unit(t); });
    if (made_.units.empty()) made_.units.push_back({content::unit_id{"mac-dinh"}, ""});
    each("account", [this](settings_table& t) { read_account(t); });
    add_web_chats();
    return std::move(made_);
  }

 private:
  void read_server() {
    static const toml::table none;
    const toml::node* node = root_.get("server");
    if (node != nullptr && !node->is_table())
      throw configuration_error{file_ + ": server: must be a [server] table"};
    settings_table t{node == nullptr ? none : *node->as_table(), file_ + ": server"};
    made_.public_at = read_endpoint(t, "public", "0.0.0.0:8080");
    made_.staff_at = read_endpoint(t, "staff", "127.0.0.1:8081");
    made_.base_url = t.text("base_url", "");
    made_.data = t.text("data", "./data");
    made_.content = t.text("content", "./content");
    made_.web = t.text("web", "");
    made_.behind_proxy = t.flag("behind_proxy", false);
    made_.keep_words = std::chrono::days{t.whole("keep_words_days", 30, 1, 90)};
    made_.alarm_url = t.text("alarm_url", "");
    made_.seal_key = t.secret("seal_key", "server", look_up_, false);
    made_.officer_quiet = std::chrono::minutes{t.whole("officer_quiet_minutes", 720, 1, 10'080)};
    if (t.holds("photo_hosts")) made_.photo_hosts = t.texts("photo_hosts");
    made_.referral_codes = std::chrono::days{t.whole("referral_code_days", 30, 1, 365)};
    if (t.text("store", "sqlite") != "sqlite") t.fail("store", "only \"sqlite\" is there yet");
    t.end();
  }

  void read_dossier() {
    const toml::node* node = root_.get("dossier");
    if (node == nullptr) return;
    if (!node->is_table()) throw configuration_error{file_ + ": dossier: must be a [dossier] table"};
    settings_table t{*node->as_table(), file_ + ": dossier"};
    dossier::mapping m;
    m.url = t.required_text("url");
    if (m.url.find("{code}") == std::string::npos || !http::address::parse(m.url))
      t.fail("url", "must be https://host/path with {code} in it (plain http only for this machine)");
    m.token = t.secret("token", "dossier", look_up_, false);
    m.status = pointer_in(t, "status", true);
    m.due = pointer_in(t, "due", false);
    m.source = t.required_text("source");
    m.limit = std::chrono::milliseconds{t.whole("timeout_ms", 3'000, 100, 10'000)};
    m.kept = std::chrono::minutes{t.whole("cache_minutes", 10, 0, 1'440)};
    m.says = t.texts_by_key("says");
    if (m.says.empty())
      t.fail("says", "name what citizens are told for each status: says = { \"1\" = \"...\" }");
    t.end();
    made_.own_dossiers = std::move(m);
  }

  static std::string pointer_in(settings_table& t, std::string_view key, bool required) {
    auto pointer = required ? t.required_text(key) : t.text(key, "");
    try {
      const nlohmann::json::json_pointer right{pointer};
    } catch (const nlohmann::json::exception&) {
      t.fail(key, "must be a JSON pointer such as \"/data/trangThai\"");
    }
    return pointer;
  }

  template <class F>
  void each(const char* key, F read_one) {
    const toml::node* node = root_.get(key);
    if (node == nullptr) return;
    const toml::array* all = node->as_array();
    if (all == nullptr) throw configuration_error{file_ + ": " + key + ": write it as [[" + key + "]]"};
    for (std::size_t i = 0; i < all->size(); ++i) {
      const toml::table* one = (*all)[i].as_table();
      if (one == nullptr) throw configuration_error{file_ + ": " + key + ": write it as [[" + key + "]]"};
      const std::string id = one->get("id") != nullptr ? (*one)["id"].value_or(std::string{}) : std::string{};
      settings_table t{*one, file_ + ": " + key + ' ' + (id.empty() ? '#' + std::to_string(i + 1) : id)};
      read_one(t);
      t.end();
    }
  }

  std::string read_id(settings_table& t, std::set<std::string>& seen) {
    std::string id = t.required_text("id");
    const auto allowed = [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '-'; };
    if (id.size() > 64 || !std::all_of(id.begin(), id.end(), allowed))
      t.fail("id", "may hold only a-z, 0-9 and hyphens, at most 64");
    if (!seen.insert(id).second) t.fail("id", "is there twice");
    return id;
  }

  void read_unit(settings_table& t) {
    unit_settings u;
    u.id = content::unit_id{read_id(t, unit_ids_)};
    u.name = t.text("name", "");
    const auto days = static_cast<int>(t.whole("feedback_days", 0, 0, 90));
    const bool photos = t.flag("feedback_photos", false);
    if (t.flag("feedback", false)) {
      u.feedback_days = days;
      u.feedback_photos = photos;
    } else if (photos) {
      t.fail("feedback_photos", "needs feedback = true");
    }
    made_.units.push_back(std::move(u));
  }

  content::unit_id read_unit_of(settings_table& t) {
    const std::string fallback = made_.units.size() == 1 ? made_.units.front().id.str() : "";
    const content::unit_id id{t.text("unit", fallback)};
    const auto known = [&](const unit_settings& u) { return u.id == id; };
    if (std::none_of(made_.units.begin(), made_.units.end(), known))
      t.fail("unit", "\"" + id.str() + "\" is no [[unit]] of this file");
    return id;
  }

  void read_account(settings_table& t) {
    store::account_id id{read_id(t, account_ids_)};
    const std::string channel = t.required_text("channel");
    content::unit_id unit = read_unit_of(t);
    if (channel == "zalo") {
      made_.zalo.push_back(read_zalo(t, std::move(id), std::move(unit), look_up_));
    } else if (channel == "messenger") {
      made_.messenger.push_back(read_messenger(t, std::move(id), std::move(unit), look_up_));
    } else if (channel == "web") {
      motcua::web::account a;
      a.id = std::move(id);
      a.unit = std::move(unit);
      a.frame_ancestors = t.texts("frame_ancestors");
      made_.web_chat.push_back(std::move(a));
    } else {
      t.fail("channel", "\"" + channel + "\" is none of zalo, messenger, web");
    }
  }

  void add_web_chats() {
    for (const unit_settings& u : made_.units) {
      const auto same = [&](const motcua::web::account& a) { return a.unit == u.id; };
      auto chat = std::find_if(made_.web_chat.begin(), made_.web_chat.end(), same);
      if (chat == made_.web_chat.end()) {
        motcua::web::account a;
        a.id = store::account_id{"web-" + u.id.str()};
        a.unit = u.id;
        chat = made_.web_chat.insert(chat, std::move(a));
      }
      chat->unit_name = u.name;
    }
  }

  const toml::table& root_;
  std::string file_;
  environment look_up_;
  configuration made_;
  std::set<std::string> unit_ids_, account_ids_;
};

configuration read_parsed(const toml::table& root, std::string name, environment look_up) {
  return reader{root, std::move(name), look_up}.read();
}

std::string at_line(std::string_view name, const toml::parse_error& e) {
  return std::string{name} + ':' + std::to_string(e.source().begin.line) + ": " +
         std::string{e.description()};
}

}  // namespace

configuration read_configuration_text(std::string_view text, std::string_view name, environment look_up) {
  try {
    return read_parsed(toml::parse(text), std::string{name}, look_up);
  } catch (const toml::parse_error& e) {
    throw configuration_error{at_line(name, e)};
  }
}

configuration read_configuration(const std::optional<std::filesystem::path>& file, environment look_up) {
  if (!file) return read_parsed(toml::table{}, "motcua", look_up);
  if (!std::filesystem::is_regular_file(*file))
    throw configuration_error{file->string() + ": no such file; give --config the path of your motcua.toml"};
  try {
    return read_parsed(toml::parse_file(file->string()), file->filename().string(), look_up);
  } catch (const toml::parse_error& e) {
    throw configuration_error{at_line(file->string(), e)};
  }
}

std::optional<std::string> process_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

}  // namespace motcua::app
