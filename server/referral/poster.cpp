#include "server/referral/poster.hpp"

#include "intents/dialogue/reading.hpp"
#include "server/channels/web/notice.hpp"
#include "server/lookup/qr.hpp"

namespace motcua::referral {
namespace {

using web::escape_html;

std::string door_html(const lookup::visit& v, const door& to) {
  const auto address = to.to == door::kind::web ? v.us + address_of(to) : address_of(to);
  const auto name = v.content.phrases().say("poster." + name_of(to.to));
  return "<li>" + lookup::qr_svg(address, name) + escape_html(name) + "<small>" + escape_html(address) +
         "</small></li>";
}

}  // namespace

std::string poster(const lookup::visit& v, const std::vector<door>& doors, const std::string& sheet) {
  const auto& say = v.content.phrases();
  std::string items;
  for (const auto& to : doors) items += door_html(v, to);
  auto out = sheet;
  const auto put = [&](std::string_view name, const std::string& with) {
    out = web::fill(std::move(out), name, with);
  };
  put("{{unit_name}}", escape_html(v.unit.name));
  put("{{title}}", escape_html(say.say("poster.title")));
  put("{{what}}", escape_html(say.say("poster.what")));
  put("{{doors}}", items);
  put("{{notice}}", escape_html(say.say("poster.notice")));
  put("{{whom}}", escape_html(intents::whom_to_ask(v.content, v.unit)));
  return out;
}

}  // namespace motcua::referral
