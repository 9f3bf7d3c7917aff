// `motcua account authorize`: how an OA's administrator lends the bot the OA, by a link or by tokens pasted
// by hand (zalo-oa.md 3.1, 3.2).
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <iostream>
#include <map>

#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/key_file.hpp"
#include "server/channels/zalo/grant.hpp"
#include "server/crypto/random.hpp"
#include "server/http/client.hpp"
#include "server/http/target.hpp"
#include "server/pipeline/clock.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace motcua::app {
namespace {

using namespace std::chrono_literals;

constexpr auto call_time = 20s;
constexpr auto first_pair_life = 25h;  // zalo-oa.md 3.3; Zalo will tell sooner if it is less

template <class T>
T run(awaitable<T> work) {
  net::io_context loop;
  auto done = net::co_spawn(loop, std::move(work), net::use_future);
  loop.run();
  return done.get();
}

const zalo::account& zalo_account(const configuration& settings, const std::string& id) {
  for (const auto& one : settings.zalo)
    if (one.id.str() == id) return one;
  for (const auto& one : settings.messenger)
    if (one.id.str() == id)
      throw configuration_error{id +
                                " is a Facebook Page: its token is the configuration's page_token (README)"};
  throw configuration_error{"there is no Zalo account " + id + " in the configuration"};
}

std::string line_from(std::istream& in, std::ostream& out, const std::string& question) {
  out << question << std::flush;
  std::string line;
  if (!std::getline(in, line)) throw configuration_error{"nothing was entered; nothing is changed"};
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.pop_back();
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.erase(0, 1);
  if (line.empty()) throw configuration_error{"nothing was entered; nothing is changed"};
  return line;
}

store::token_pair by_hand(std::istream& in, std::ostream& out) {
  store::token_pair pair;
  pair.access = line_from(in, out, "access token: ");
  pair.refresh = line_from(in, out, "refresh token: ");
  pair.expires_at = pipeline::system_clock()() + first_pair_life;
  return pair;
}

// What the browser was sent to, or the bare code. A state that is not ours is somebody else's consent.
std::string code_from(const std::string& pasted, const std::string& state) {
  const auto mark = pasted.find('?');
  if (mark == std::string::npos) return pasted;
  const auto at = http::parse_target("/" + pasted.substr(mark));
  const auto code = at ? at->query.find("code") : decltype(at->query.find("code")){};
  if (!at || code == at->query.end() || code->second.empty())
    throw configuration_error{"that address holds no code: copy the whole address that the browser ended on"};
  const auto told = at->query.find("state");
  if (told != at->query.end() && told->second != state)
    throw configuration_error{"that address answers another link: open the one above, in this run"};
  return code->second;
}

store::token_pair by_link(const zalo::account& who, const std::string& redirect, std::istream& in,
                          std::ostream& out) {
  const auto verifier = crypto::random_base64url();
  const auto state = crypto::random_base64url(16);
  out << "As an administrator of the OA, open this link and agree:\n\n  "
      << zalo::permission_link(who, redirect, verifier, state) << "\n\nThe browser then ends on " << redirect
      << "?... (an error page there does not matter).\n";
  const auto code = code_from(line_from(in, out, "paste that address: "), state);
  const auto answer =
      run([](zalo::account of, std::string given, std::string proof) -> awaitable<zalo::refresh_answer> {
        auto here = co_await net::this_coro::executor;
        auto& loop = static_cast<net::io_context&>(here.context());
        http::client oauth{loop, *http::origin::parse(of.oauth), 1, 1};
        auto request = zalo::exchange_request(of, given, proof);
        const auto called =
            co_await oauth.call(std::move(request), std::chrono::steady_clock::now() + call_time);
        zalo::refresh_answer read;
        if (called.answer) read = zalo::read_refresh(*called.answer, pipeline::system_clock()());
        co_return read;
      }(who, code, verifier));
  if (answer.what == zalo::refresh_answer::kind::rejected)
    throw configuration_error{"Zalo refused: " + answer.reason + "; a code is good once and for 10 minutes"};
  if (answer.what != zalo::refresh_answer::kind::granted)
    throw configuration_error{"Zalo gave no answer; try again with a new link"};
  return answer.pair;
}

}  // namespace

int authorize_account(const configuration& settings, const std::string& id, const std::string& redirect,
                      bool hand, std::istream& in, std::ostream& out) {
  const auto& who = zalo_account(settings, id);
  if (!hand && redirect.empty())
    throw configuration_error{
        "give --redirect the callback URL that the app's console has, to the letter; or --hand"};
  const auto pair = hand ? by_hand(in, out) : by_link(who, redirect, in, out);
  store::sqlite_options options;
  options.seal = std::make_shared<const crypto::sealer>(seal_key(settings));
  const auto keep = store::open_sqlite(settings.data, options);
  const auto kept = run(keep->keep_tokens(who.id, pair, pipeline::system_clock()()));
  if (!kept) throw std::runtime_error{"the tokens could not be kept: " + kept.error().message()};
  out << id
      << ": the tokens are kept, sealed. A running motcua takes them up when its own end, or at a restart.\n";
  return 0;
}

}  // namespace motcua::app
