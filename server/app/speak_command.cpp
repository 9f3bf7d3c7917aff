// `motcua content speak`: an entry as it is read out over the commune's loudspeaker, as text or as a WAV
// file.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <ostream>

#include "intents/dialogue/spoken.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/minds.hpp"
#include "server/app/named_entry.hpp"
#include "server/app/write_file.hpp"
#include "server/pipeline/clock.hpp"
#include "server/speech/read_out.hpp"

namespace motcua::app {
namespace {

constexpr auto longest_reading = std::chrono::seconds{60};

void write_wav(const std::string& text, const std::filesystem::path& to) {
  if (!speech::installed())
    throw configuration_error{"a WAV file needs espeak-ng: apt-get install espeak-ng"};
  net::io_context loop;
  const auto until = std::chrono::steady_clock::now() + longest_reading;
  auto reading = net::co_spawn(loop, speech::read_out(text, until), net::use_future);
  loop.run();
  const auto wav = reading.get();
  if (!wav)
    throw std::runtime_error{"espeak-ng could not read it out (" + wav.error().message() +
                             "): is its Vietnamese voice installed?"};
  write_file(to, *wav);
}

}  // namespace

int speak_content(const std::filesystem::path& content, const speak_options& wanted, std::ostream& out) {
  const auto published = require_mind(content)->content;
  const content::unit_id unit{wanted.unit};
  const auto& e = entry_named(*published, unit, wanted.entry);
  const auto r =
      intents::read_entry(*published, published->unit_or_default(unit), e, pipeline::system_clock()());
  const auto text = intents::loudspeaker_text(r);
  out << text << '\n';
  if (!wanted.wav.empty()) write_wav(text, wanted.wav);
  return 0;
}

}  // namespace motcua::app
