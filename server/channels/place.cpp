#include "server/channels/place.hpp"

#include <charconv>
#include <cmath>
#include <iomanip>
#include <optional>
#include <sstream>

#include "server/channels/body.hpp"

namespace motcua::channels {
namespace {

std::optional<double> number_in(const std::string& text, double most) {
  double value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc{} || end != text.data() + text.size() || !(std::abs(value) <= most))
    return std::nullopt;
  return value;
}

std::optional<double> coordinate(const nlohmann::json& one, const char* name, const char* shorter,
                                 double most) {
  const auto text = text_at(one, {"payload", "coordinates", name});
  return number_in(text.empty() ? text_at(one, {"payload", "coordinates", shorter}) : text, most);
}

}  // namespace

std::string place_in(const nlohmann::json& message) {
  const auto all = message.find("attachments");
  if (all == message.end() || !all->is_array()) return {};
  for (const auto& one : *all) {
    if (text_at(one, {"type"}) != "location") continue;
    const auto latitude = coordinate(one, "latitude", "lat", 90);
    const auto longitude = coordinate(one, "longitude", "long", 180);
    if (!latitude || !longitude) continue;
    std::ostringstream out;
    out << std::fixed << std::setprecision(4) << *latitude << ", " << *longitude;
    return out.str();
  }
  return {};
}

}  // namespace motcua::channels
