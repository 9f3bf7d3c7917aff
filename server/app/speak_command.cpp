// `motcua content speak`: an entry as it is read out over the commune's loudspeaker, as text or as a WAV
// file.
#define BOOST_PROCESS_USE_STD_FS 1  // its paths are the standard library's
#include <boost/process.hpp>
#include <fstream>
#include <ostream>

#include "intents/dialogue/spoken.hpp"
#include "server/app/commands.hpp"
#include "server/app/configuration.hpp"
#include "server/app/minds.hpp"
#include "server/app/named_entry.hpp"
#include "server/pipeline/clock.hpp"

namespace motcua::app {
namespace {

namespace bp = boost::process;

constexpr const char* speaker = "espeak-ng";
constexpr auto longest_reading = std::chrono::seconds{60};

void write_wav(const std::string& text, const std::filesystem::path& to) {
  const auto program = bp::search_path(speaker);
  if (program.empty()) throw configuration_error{"a WAV file needs espeak-ng: apt-get install espeak-ng"};
  bp::opstream words;
  // The words go in by standard input: nothing of them is ever part of a command line.
  bp::child reading{program,
                    "-v",
                    "vi",
                    "-s",
                    "150",
                    "-b",
                    "1",
                    "-w",
                    to.string(),
                    bp::std_in<words, bp::std_out>
                        bp::null,
                    bp::std_err > bp::null};
  words << text << '\n';
  words.flush();
  words.pipe().close();
  if (!reading.wait_for(longest_reading)) {
    reading.terminate();
    throw std::runtime_error{"espeak-ng did not end within a minute"};
  }
  if (reading.exit_code() != 0 || !std::filesystem::exists(to))
    throw std::runtime_error{"espeak-ng could not write " + to.string() +
                             ": is its Vietnamese voice installed?"};
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
