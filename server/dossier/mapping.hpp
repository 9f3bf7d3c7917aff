// How a city's dossier service is asked and understood. Pure.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "intents/dialogue/dossier.hpp"

namespace motcua::dossier {

struct mapping {
  std::string url;     // "https://mot-cua.example.gov.vn/api/ho-so/{code}"
  std::string token;   // sent as "Authorization: Bearer ..."; empty: none
  std::string status;  // JSON pointer: "/data/trangThai"
  std::string due;     // JSON pointer to "2026-12-05..." or "05/12/2026"; empty: not told
  std::map<std::string, std::string>
      says;            // by the service's status, what citizens are told: "đang giải quyết"
  std::string source;  // "hệ thống một cửa của thành phố"
  std::chrono::milliseconds limit{3'000};
  std::chrono::minutes kept{10};
};

// A status that the mapping does not name is no answer: nothing is told that nobody has worded.
intents::dossier_state understood(const mapping& how, unsigned http_status, const std::string& body,
                                  intents::instant now);

// The part of the address behind the host, with the code in it.
std::string target_for(const mapping& how, const std::string& code);

}  // namespace motcua::dossier
