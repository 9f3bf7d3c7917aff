// Codes inside a text: of a procedure, of a dossier. Pure; any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace motcua::intents {

inline bool digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A byte of a Vietnamese letter counts as part of a word, so that "đt0912..." has its number found and "ấ1"
// is left alone.
inline bool word_byte(char c) {
  return digit(c) || letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// The length of the code that begins at `at`; 0 where none does.
std::size_t procedure_code_at(std::string_view text, std::size_t at);  // "1.001193"
std::size_t dossier_code_at(std::string_view text, std::size_t at);    // "H24.22.99-260921-896048"
// What was meant as one and cannot be: "H24.22.99-2609-89".
std::size_t broken_dossier_code_at(std::string_view text, std::size_t at);

// The first dossier code of a text in the one spelling, capitals and single hyphens; empty where there is
// none.
std::string dossier_code_in(std::string_view text);

}  // namespace motcua::intents
