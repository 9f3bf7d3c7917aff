// Small pictures with what a camera writes beside them. Their coded parts are not real: nothing here decodes
// them.
#pragma once

#include <string>
#include <string_view>

namespace motcua::tests {

inline std::string big_endian(std::size_t value, int width) {
  std::string out;
  for (int i = width; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

inline std::string segment(char marker, std::string_view payload) {
  return std::string{'\xFF', marker} + big_endian(payload.size() + 2, 2) + std::string{payload};
}

inline std::string chunk(std::string_view name, std::string_view payload) {
  return big_endian(payload.size(), 4) + std::string{name} + std::string{payload} + "crc!";
}

// Start, JFIF, `beside`, one table, the scan with a stuffed byte and a restart, the end.
inline std::string jpeg(const std::string& beside = "") {
  using namespace std::string_literals;
  return "\xFF\xD8"s + segment('\xE0', "JFIF") + beside + segment('\xDB', "table") + segment('\xDA', "scan") +
         "coded\xFF\x00more\xFF\xD0"s + "rest" + "\xFF\xD9";
}

inline std::string png(const std::string& beside = "") {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", "13 bytes long") + beside + chunk("IDAT", "pixels") +
         chunk("IEND", "");
}

}  // namespace motcua::tests
