// What every public page shares: whom it is for, the frame it stands in, and the headers it goes out with.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "intents/dialogue/turn.hpp"
#include "server/async/cell.hpp"
#include "server/http/exchange.hpp"
#include "server/http/static_files.hpp"
#include "server/lookup/shell.hpp"
#include "server/pipeline/clock.hpp"
#include "server/pipeline/switchboard.hpp"

namespace motcua::lookup {

struct options {
  const cell<intents::mind>& minds;  // outlives the router, as do `board` and `files`
  const cell<pipeline::switchboard>& board;
  const http::static_files& files;       // server/web
  std::string base_url;                  // "https://bot.example.gov.vn"; empty: as the request names us
  content::unit_id unit;                 // whose pages these are where the address names none
  std::vector<std::string> framed_by{};  // sites of the communes that may show them in a frame
  pipeline::clock now = pipeline::system_clock();
};

// For every thread.
class site {
 public:
  explicit site(options given);  // throws std::runtime_error where a page is missing in `files`

  const options& given() const noexcept { return given_; }
  content::unit_id unit_in(const http::exchange& ex) const;  // that the address names, or the usual one
  std::string address_of_us(const http::exchange& ex) const;
  // `content` outlives the visit.
  visit visit_of(const content::snapshot& content, const content::unit_id& unit,
                 const http::exchange& ex) const;

  const std::string& file(std::string_view name) const;
  http::answer shown(const visit& v, const page& p, http::status code = http::status::ok) const;
  http::answer missing() const;
  http::answer protect(http::answer out) const;

 private:
  options given_;
  std::string policy_;
  std::string shell_;
  std::string missing_;
};

// An entry by its id or national code; nullptr for neither.
const content::entry* entry_named(const content::snapshot& content, const content::unit_id& unit,
                                  const std::string& name);

}  // namespace motcua::lookup
