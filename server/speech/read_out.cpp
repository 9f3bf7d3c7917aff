#include "server/speech/read_out.hpp"

#include <unistd.h>

#define BOOST_PROCESS_USE_STD_FS 1  // its paths are the standard library's
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/process.hpp>
#include <boost/process/posix.hpp>

namespace motcua::speech {
namespace {

namespace bp = boost::process;
using local_socket = net::local::stream_protocol::socket;

constexpr const char* program = "espeak-ng";
constexpr std::size_t largest_file = 32 * 1024 * 1024;
constexpr auto looks_again = std::chrono::milliseconds{5};

// A pair of sockets and no pipe: to write to a program that has ended is an error then, and no signal that
// ends this one.
struct talk {
  local_socket here;
  local_socket there;
};

result<talk> connect(const net::any_io_executor& on) {
  talk made{local_socket{on}, local_socket{on}};
  error_code ec;
  net::local::connect_pair(made.here, made.there, ec);
  if (ec) return ec;
  return made;
}

// Told to write to a pipe, it cannot know how long the sound will be: the two lengths of the header are made
// true.
bool mend_lengths(std::string& wav) {
  constexpr std::size_t header = 44;
  if (wav.size() <= header || !wav.starts_with("RIFF") || wav.compare(36, 4, "data") != 0) return false;
  const auto put = [&](std::size_t at, std::size_t value) {
    for (std::size_t i = 0; i < 4; ++i) wav[at + i] = static_cast<char>((value >> (8 * i)) & 0xFF);
  };
  put(4, wav.size() - 8);
  put(40, wav.size() - header);
  return true;
}

error_code cut_short(const error_code& by) {
  return by == net::error::operation_aborted ? errc::deadline : errc::upstream;
}

awaitable<result<std::string>> talk_over(local_socket words, local_socket sound, std::string text) {
  const auto [unsaid, said] = co_await net::async_write(words, net::buffer(text), as_result);
  if (unsaid) co_return cut_short(unsaid);
  words.close();
  std::string wav;
  const auto [end, read] =
      co_await net::async_read(sound, net::dynamic_buffer(wav, largest_file), net::transfer_all(), as_result);
  if (end != net::error::eof) co_return cut_short(end);
  if (!mend_lengths(wav)) co_return make_error_code(errc::upstream);
  co_return wav;
}

// Its end follows that of its output at once; whatever hangs there is ended hard by the child's destructor.
awaitable<bool> ended_well(bp::child& reading, deadline_t until) {
  net::steady_timer pause{co_await net::this_coro::executor};
  std::error_code ec;
  while (reading.running(ec) && !ec) {
    if (std::chrono::steady_clock::now() >= until) co_return false;
    pause.expires_after(looks_again);
    co_await pause.async_wait(as_result);
  }
  co_return !ec && reading.exit_code() == 0;
}

}  // namespace

bool installed() {
  return !bp::search_path(program).empty();
}

awaitable<result<std::string>> read_out(std::string text, deadline_t until) {
  const auto path = bp::search_path(program);
  if (path.empty()) co_return make_error_code(errc::not_found);
  const auto here = co_await net::this_coro::executor;
  auto words = connect(here);
  auto sound = connect(here);
  if (!words || !sound) co_return words ? sound.error() : words.error();
  std::error_code unstarted;
  bp::child reading{path,
                    bp::args({"-v", "vi", "-s", "150", "-b", "1", "--stdout"}),
                    bp::posix::fd.bind(STDIN_FILENO, words->there.native_handle()),
                    bp::posix::fd.bind(STDOUT_FILENO, sound->there.native_handle()),
                    bp::std_err > bp::null,
                    bp::limit_handles,
                    unstarted};
  if (unstarted) co_return error_code{unstarted};
  words->there.close();
  sound->there.close();
  text += '\n';
  result<std::string> wav{boost::system::in_place_error, errc::deadline};
  try {
    auto talk = talk_over(std::move(words->here), std::move(sound->here), std::move(text));
    wav = co_await with_deadline(std::move(talk), until);
  } catch (const boost::system::system_error& e) {
    co_return e.code();
  }
  if (wav && !co_await ended_well(reading, until)) co_return make_error_code(errc::upstream);
  co_return wav;
}

}  // namespace motcua::speech
