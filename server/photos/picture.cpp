#include "server/photos/picture.hpp"

#include <algorithm>
#include <array>

namespace motcua::photos {
namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr auto png_mark = "\x89PNG\r\n\x1a\n"sv;
constexpr auto jpeg_mark = "\xFF\xD8\xFF"sv;

std::size_t number_at(string_view bytes, std::size_t at, std::size_t width) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < width; ++i) n = n << 8 | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

// Of the chunks of a PNG those that the colours depend on (W3C PNG, third edition, 4.1 and 11).
bool shows(string_view chunk) {
  constexpr std::array needed{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "sRGB"sv, "gAMA"sv};
  return std::find(needed.begin(), needed.end(), chunk) != needed.end();
}

std::optional<std::string> png_alone(string_view bytes) {
  constexpr std::size_t frame = 12;  // length, name, checksum
  std::string out{png_mark};
  for (auto at = png_mark.size(); bytes.size() - at >= frame;) {
    const auto length = number_at(bytes, at, 4);
    if (length > bytes.size() - at - frame) return std::nullopt;
    const auto name = bytes.substr(at + 4, 4);
    if (shows(name)) out += bytes.substr(at, length + frame);
    if (name == "IEND") return out;
    at += length + frame;
  }
  return std::nullopt;
}

// A segment that says how to read the picture: of the application's own only JFIF (APP0; its extension would
// bring a thumbnail) and Adobe's colours (APP14), and no comment (ITU-T T.81, B.1.1.3 and B.2.4; T.871).
bool belongs(unsigned marker, string_view payload) {
  constexpr unsigned app0 = 0xE0, app14 = 0xEE, app15 = 0xEF, comment = 0xFE;
  if (marker == app0) return payload.starts_with("JFIF");
  if (marker == app14) return payload.starts_with("Adobe");
  return !(marker > app0 && marker <= app15) && marker != comment;
}

// The end of the coded picture that begins at `at`: at the next marker that is neither a restart nor a
// stuffed byte.
std::size_t end_of_scan(string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] == '\xFF' && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) return at;
  }
  return bytes.size();
}

std::optional<std::string> jpeg_alone(string_view bytes) {
  constexpr unsigned end = 0xD9, scan = 0xDA;
  std::string out{bytes.substr(0, 2)};
  for (std::size_t at = 2; bytes.size() - at >= 2;) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned>(number_at(bytes, at + 1, 1));
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == end) return out += bytes.substr(at, 2);
    if (bytes.size() - at < 4) return std::nullopt;
    const auto length = number_at(bytes, at + 2, 2);
    if (length < 2 || length > bytes.size() - at - 2) return std::nullopt;
    auto next = at + 2 + length;
    if (marker == scan) next = end_of_scan(bytes, next);
    if (belongs(marker, bytes.substr(at + 4, length - 2))) out += bytes.substr(at, next - at);
    at = next;
  }
  return std::nullopt;
}

}  // namespace

string_view type_of(string_view bytes) noexcept {
  if (bytes.starts_with(png_mark)) return "image/png";
  if (bytes.starts_with(jpeg_mark)) return "image/jpeg";
  return {};
}

std::optional<std::string> picture_alone(string_view bytes) {
  const auto type = type_of(bytes);
  if (type == "image/png") return png_alone(bytes);
  if (type == "image/jpeg") return jpeg_alone(bytes);
  return std::nullopt;
}

}  // namespace motcua::photos
